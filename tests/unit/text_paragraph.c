#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fonts.h"
#include "text/paragraph.h"
#include "text/unicode.h"
#include <math.h>
#include <string.h>

static const struct text_style body = {.family = "Noto Sans", .size = 11};
static const struct text_style strong = {.family = "Noto Sans", .size = 11, .bold = true};
static const struct text_style title = {.family = "Noto Serif", .size = 28, .bold = true};

static struct text_span span_of(const char *text, const struct text_style *style)
{
    return (struct text_span){.text = text, .length = strlen(text), .style = style, .language = "vi"};
}

static const struct paragraph *set_text(struct fixture *fixture, const char *text,
                                        const struct text_style *style, struct paragraph_options options)
{
    struct text_span span = span_of(text, style);
    return paragraph_break(fixture->set, &fixture->arena, &span, 1, &options);
}

/* Random words, the same on every machine. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const char *random_text(struct fixture *fixture, uint32_t *seed, size_t words)
{
    static const char *const syllables[] = {"trẻ",   "em",   "mạng",  "nghiêng", "Ẫm",     "ợ",  "và",
                                            "thông", "tin,", "người", "lớn",     "a",      "xã", "hội.",
                                            "quyền", "ỄỔ",   "bảo",   "vệ",      "trường", "học"};
    char *text = arena_alloc(&fixture->arena, words * 16 + 1);
    size_t used = 0;
    for (size_t i = 0; i < words; i++) {
        const char *word = syllables[next_random(seed) % (sizeof syllables / sizeof *syllables)];
        if (used > 0)
            text[used++] = ' ';
        memcpy(text + used, word, strlen(word));
        used += strlen(word);
    }
    return text;
}

static void check_run(const struct run *run, float x)
{
    float width = 0;
    assert_true(fabsf(run->x - x) < 0.01f);
    assert_true(run->length > 0 && run->glyph_count > 0);
    for (size_t i = 0; i < run->glyph_count; i++) {
        width += run->glyphs[i].advance;
        assert_true(run->glyphs[i].cluster < run->length);
        assert_true(i == 0 || run->glyphs[i].cluster >= run->glyphs[i - 1].cluster);
        assert_true(((unsigned char)run->text[run->glyphs[i].cluster] & 0xC0) != 0x80);
    }
    assert_int_equal(run->glyphs[0].cluster, 0);
    assert_true(fabsf(width - run->width) < 0.01f);
}

static void check_line(const struct line *line, const struct line *before,
                       const struct paragraph_options *options)
{
    assert_true(line->width <= options->width + 0.01f);
    float width = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        check_run(&line->runs[i], line->runs[0].x + width);
        width += line->runs[i].width;
    }
    assert_true(fabsf(width - line->width) < 0.02f);
    assert_true(line->top == (before == NULL ? 0 : before->bottom));
    assert_true(line->baseline > line->top && line->bottom > line->top);
    assert_true(line->ink_top >= (before == NULL ? -0.001f : before->ink_bottom + 0.1f));
}

/* Adds the characters of a text that are not blank. */
static size_t add_letters(char *letters, size_t used, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != ' ' && text[i] != '\n')
            letters[used++] = text[i];
    return used;
}

static void check_paragraph(struct fixture *fixture, const struct paragraph *paragraph, const char *text,
                            const struct paragraph_options *options)
{
    size_t length = strlen(text), used = 0;
    char *wanted = arena_alloc(&fixture->arena, length + 1),
         *found = arena_alloc(&fixture->arena, length + 1);
    size_t letters = add_letters(wanted, 0, text, length);
    float widest = 0;
    for (size_t i = 0; i < paragraph->line_count; i++) {
        const struct line *line = &paragraph->lines[i];
        check_line(line, i == 0 ? NULL : line - 1, options);
        widest = fmaxf(widest, line->width);
        for (size_t j = 0; j < line->run_count; j++)
            used = add_letters(found, used, line->runs[j].text, line->runs[j].length);
    }
    assert_int_equal(used, letters);
    assert_memory_equal(found, wanted, letters);
    assert_true(fabsf(paragraph->width - widest) < 0.01f);
    assert_true(paragraph->height >= paragraph->lines[paragraph->line_count - 1].ink_bottom);
}

static size_t words_on(const struct line *line)
{
    size_t words = 0;
    for (size_t i = 0; i < line->run_count; i++)
        words += unicode_syllables(line->runs[i].text, line->runs[i].length);
    return words;
}

static size_t letters_on(const struct line *line)
{
    size_t letters = 0;
    for (size_t i = 0; i < line->run_count; i++)
        letters += utf8_count(line->runs[i].text, line->runs[i].length);
    return letters;
}

static void check_last_line(const struct paragraph *paragraph)
{
    size_t count = paragraph->line_count;
    const struct line *last = &paragraph->lines[count - 1];
    if (count > 1 && words_on(last) == 1 && letters_on(last) < 5)
        assert_true(words_on(last - 1) == 1);
}

static void holds_over_widths(void **state)
{
    struct fixture *fixture = *state;
    uint32_t seed = 7;
    for (size_t i = 0; i < 400; i++) {
        struct paragraph_options options = {.width = 45 + (float)(next_random(&seed) % 400), .leading = 1.3f};
        options.align = (enum text_align)(i % 4);
        options.balanced = i % 5 == 0;
        const char *text = random_text(fixture, &seed, 1 + next_random(&seed) % 90);
        const struct paragraph *paragraph = set_text(fixture, text, &body, options);
        check_paragraph(fixture, paragraph, text, &options);
        check_last_line(paragraph);
        assert_false(paragraph->broken_word);
    }
}

static void fills_justified_lines(void **state)
{
    struct fixture *fixture = *state;
    uint32_t seed = 99;
    for (size_t i = 0; i < 50; i++) {
        struct paragraph_options options = {
            .width = 200 + (float)(i * 5), .align = ALIGN_JUSTIFY, .leading = 1.3f};
        options.indent = i % 2 ? 15 : 0;
        const struct paragraph *paragraph =
            set_text(fixture, random_text(fixture, &seed, 100), &body, options);
        assert_true(paragraph->line_count > 3);
        for (size_t j = 0; j + 1 < paragraph->line_count; j++) {
            float room = options.width - (j == 0 ? options.indent : 0);
            assert_true(fabsf(paragraph->lines[j].width - room) < 0.02f);
            assert_true(paragraph->lines[j].runs[0].x == (j == 0 ? options.indent : 0));
        }
    }
}

static void aligns(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "Trẻ em hôm nay, thế giới ngày mai";
    struct paragraph_options options = {.width = 100, .leading = 1.2f, .align = ALIGN_END};
    const struct paragraph *end = set_text(fixture, text, &body, options);
    options.align = ALIGN_CENTRE;
    const struct paragraph *centre = set_text(fixture, text, &body, options);
    for (size_t i = 0; i < end->line_count; i++) {
        const struct line *right = &end->lines[i], *middle = &centre->lines[i];
        assert_true(fabsf(right->runs[0].x + right->width - 100) < 0.01f);
        assert_true(fabsf(2 * middle->runs[0].x + middle->width - 100) < 0.01f);
    }
}

static void hangs_and_indents(void **state)
{
    struct fixture *fixture = *state;
    uint32_t seed = 3;
    const char *text = random_text(fixture, &seed, 60);
    struct paragraph_options options = {.width = 200, .leading = 1.2f, .indent = -20};
    const struct paragraph *hanging = set_text(fixture, text, &body, options);
    assert_true(hanging->lines[0].runs[0].x == -20 && hanging->lines[1].runs[0].x == 0);
    assert_true(hanging->lines[0].width <= 220.01f && hanging->lines[1].width <= 200.01f);
    options.indent = 180;
    const struct paragraph *indented = set_text(fixture, text, &body, options);
    assert_true(indented->lines[0].width <= 20.01f);
}

static float spread(const struct paragraph *paragraph)
{
    float least = HUGE_VALF, most = 0;
    for (size_t i = 0; i < paragraph->line_count; i++) {
        least = fminf(least, paragraph->lines[i].width);
        most = fmaxf(most, paragraph->lines[i].width);
    }
    return most - least;
}

static void balances_headlines(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "Một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba"; /* no pairs */
    for (float width = 300; width < 900; width += 25) {
        struct paragraph_options options = {.width = width, .leading = 1.15f};
        const struct paragraph *plain = set_text(fixture, text, &title, options);
        options.balanced = true;
        const struct paragraph *even = set_text(fixture, text, &title, options);
        assert_int_equal(even->line_count, plain->line_count);
        assert_true(spread(even) <= spread(plain) + 0.01f);
        assert_true(even->line_count == 1 || spread(even) < 130);
    }
}

static void assert_line(const struct line *line, const char *text)
{
    assert_int_equal(line->run_count, 1);
    assert_int_equal(line->runs[0].length, strlen(text));
    assert_memory_equal(line->runs[0].text, text, strlen(text));
}

static void breaks_headlines_by_sense(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = 420, .leading = 1.15f, .balanced = true};
    const struct paragraph *pair =
        set_text(fixture, "Cùng con an toàn trên môi trường mạng", &title, options);
    assert_int_equal(pair->line_count, 2);
    assert_line(&pair->lines[0], "Cùng con an toàn");
    assert_line(&pair->lines[1], "trên môi trường mạng");
    const struct paragraph *colon = set_text(fixture, "BẮT NẠT TRÊN MẠNG: EM LÀM GÌ?", &title, options);
    assert_line(&colon->lines[0], "BẮT NẠT TRÊN MẠNG:");
}

static void breaks_what_is_too_long(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "Xem Kếtquảlàmộttừrấtdàikhôngcódấucáchnàocảnênphảibịngắt nhé";
    for (float width = 12; width < 300; width += 9) {
        struct paragraph_options options = {.width = width, .leading = 1.3f};
        const struct paragraph *paragraph = set_text(fixture, text, &body, options);
        check_paragraph(fixture, paragraph, text, &options);
        assert_true(paragraph->broken_word);
    }
}

/* Words of any length are shaped, a thousand bytes at once: nothing is lost where they are cut. */
static void holds_endless_words(void **state)
{
    struct fixture *fixture = *state;
    static const char *const units[] = {"a", "Ệ", "a\xCC\x81\xCC\xA3", "\xCC\x81", "漢", "\xF0\x9D\x94\x84",
                                        "a/"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t size = strlen(units[i]), count = 20000 / size;
        char *text = arena_alloc(&fixture->arena, size * count + 1);
        for (size_t j = 0; j < count; j++)
            memcpy(text + j * size, units[i], size);
        const struct paragraph_options options = {.width = 200, .leading = 1.4f};
        const struct paragraph *paragraph = set_text(fixture, text, &body, options);
        check_paragraph(fixture, paragraph, text, &options);
    }
}

static void breaks_addresses_at_their_marks(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "https://example.vn/huong-dan-su-dung-mang-an-toan-cho-tre-em-va-phu-huynh";
    struct paragraph_options options = {.width = 100, .leading = 1.3f};
    const struct paragraph *paragraph = set_text(fixture, text, &body, options);
    check_paragraph(fixture, paragraph, text, &options);
    for (size_t i = 0; i + 1 < paragraph->line_count; i++) {
        const struct run *run = &paragraph->lines[i].runs[paragraph->lines[i].run_count - 1];
        assert_non_null(strchr("-/.", run->text[run->length - 1]));
    }
}

static void divides_kept_words_before_letters(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "gọi 1900 9696 80";
    struct paragraph_options options = {.width = 45, .leading = 1.3f};
    const struct paragraph *paragraph = set_text(fixture, text, &body, options);
    check_paragraph(fixture, paragraph, text, &options);
    assert_false(paragraph->broken_word);
}

/* The text with a stroke where lines end. */
static const char *lines_of(struct fixture *fixture, const struct paragraph *paragraph)
{
    char *shown = arena_alloc(&fixture->arena, 4096);
    size_t used = 0;
    for (size_t i = 0; i < paragraph->line_count; i++) {
        if (i > 0)
            shown[used++] = '|';
        for (size_t j = 0; j < paragraph->lines[i].run_count; j++) {
            const struct run *run = &paragraph->lines[i].runs[j];
            assert_true(used + run->length + 2 < 4096);
            memcpy(shown + used, run->text, run->length);
            used += run->length;
        }
    }
    shown[used] = '\0';
    return shown;
}

static const char *broken(struct fixture *fixture, const char *text, const struct text_style *style,
                          struct paragraph_options options)
{
    return lines_of(fixture, set_text(fixture, text, style, options));
}

static void keeps_tied_words_while_lines_hold_them(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "theo Nghị định số 147/2024/NĐ-CP";
    struct paragraph_options options = {.width = 170, .leading = 1.3f};
    assert_string_equal(broken(fixture, text, &body, options), "theo|Nghị định số 147/2024/NĐ-CP");
    options.width = 150;
    assert_string_equal(broken(fixture, text, &body, options), "theo Nghị định|số 147/2024/NĐ-CP");
    options.width = 100;
    assert_string_equal(broken(fixture, text, &body, options), "theo Nghị định số|147/2024/NĐ-CP");
    options = (struct paragraph_options){.width = 300, .leading = 1.2f, .balanced = true};
    assert_string_equal(broken(fixture, "Điểm mới của Nghị định số 147", &title, options),
                        "Điểm mới|của Nghị định số 147");
}

/* Words of two syllables stay whole where a line can be a little shorter, but no line is added for them. */
static void keeps_compounds_where_it_costs_little(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = 205, .leading = 1.3f};
    assert_string_equal(broken(fixture, "Giữ kín tên, chỉ báo người có trách nhiệm với em", &body, options),
                        "Giữ kín tên, chỉ báo người có|trách nhiệm với em");
    struct text_span span = span_of("Giữ kín tên, chỉ báo người có trách nhiệm với em", &body);
    span.language = "en";
    const struct paragraph *foreign = paragraph_break(fixture->set, &fixture->arena, &span, 1, &options);
    assert_string_equal(lines_of(fixture, foreign), "Giữ kín tên, chỉ báo người có trách|nhiệm với em");
    options.width = 40;
    assert_string_equal(broken(fixture, "môi trường", &body, options), "môi|trường");
}

static void leaves_no_word_alone(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = 140, .leading = 1.3f};
    assert_string_equal(broken(fixture, "Em đang hỏi thầy về những nghiêng", &body, options),
                        "Em đang hỏi thầy về|những nghiêng");
}

static void survives_any_width(void **state)
{
    struct fixture *fixture = *state;
    const float widths[] = {0, -5, 0.001f, NAN, 1e30f, HUGE_VALF};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        struct paragraph_options options = {
            .width = widths[i], .leading = 1.2f, .align = (enum text_align)(i % 4)};
        const struct paragraph *paragraph = set_text(fixture, "Hai từ", &body, options);
        assert_int_equal(paragraph->line_count, widths[i] > 1 ? 1 : 5);
        assert_true(isfinite(paragraph->height) && isfinite(paragraph->lines[0].runs[0].x));
    }
}

static void has_no_lines_without_text(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = 100, .leading = 1.2f};
    const struct paragraph *none = paragraph_break(fixture->set, &fixture->arena, NULL, 0, &options);
    assert_int_equal(none->line_count, 0);
    assert_true(none->height == 0 && none->width == 0);
    assert_int_equal(set_text(fixture, "", &body, options)->line_count, 0);
}

static void breaks_where_forced(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = HUGE_VALF, .leading = 1.5f};
    const struct paragraph *paragraph = set_text(fixture, "một\n\nhai ba\nbốn\n", &body, options);
    assert_int_equal(paragraph->line_count, 4);
    assert_int_equal(paragraph->lines[1].run_count, 0);
    assert_true(fabsf(paragraph->lines[1].bottom - paragraph->lines[1].top - 16.5f) < 0.01f);
    assert_int_equal(paragraph->lines[2].runs[0].length, strlen("hai ba"));
}

static void keeps_spaces_in_runs(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = HUGE_VALF, .leading = 1.5f};
    const struct paragraph *paragraph = set_text(fixture,
                                                 "  a  b\xC2\xA0"
                                                 "c ",
                                                 &body, options);
    const struct run *run = &paragraph->lines[0].runs[0];
    assert_int_equal(paragraph->lines[0].run_count, 1);
    assert_int_equal(run->length, strlen("  a  b\xC2\xA0"
                                         "c"));
    assert_int_equal(run->glyph_count, 8);
    assert_int_equal(run->glyphs[0].id, run->glyphs[6].id); /* a no-break space looks like a space */
    assert_int_equal(run->glyphs[7].cluster, 8);
}

static void splits_runs_by_style_and_tag(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[] = {span_of("Chữ ", &body), span_of("đậm", &strong), span_of("dính", &body),
                                span_of(" liền", &body), span_of(" nối", &body)};
    struct paragraph_options options = {.width = HUGE_VALF, .leading = 1.5f};
    spans[4].tag = "https://example.vn";
    const struct paragraph *paragraph = paragraph_break(fixture->set, &fixture->arena, spans, 5, &options);
    const struct line *line = &paragraph->lines[0];
    assert_int_equal(line->run_count, 4);
    assert_int_equal(line->runs[2].length, strlen("dính liền"));
    assert_ptr_equal(line->runs[1].style, &strong);
    assert_ptr_equal(line->runs[3].tag, spans[4].tag);
    assert_ptr_equal(line->runs[1].text, line->runs[0].text + line->runs[0].length);
    check_line(line, NULL, &options);
}

static void never_breaks_between_styles_of_a_word(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[] = {span_of("nghiê", &strong), span_of("ng ngả", &body)};
    struct paragraph_options options = {.width = 45, .leading = 1.5f};
    const struct paragraph *paragraph = paragraph_break(fixture->set, &fixture->arena, spans, 2, &options);
    assert_int_equal(paragraph->line_count, 2);
    assert_int_equal(paragraph->lines[0].run_count, 2);
}

static void changes_font_within_words(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = HUGE_VALF, .leading = 1.5f};
    const char *text = "ភាសាខ្មែរ ភាសា aកקb"; /* no font has all of the last one */
    const struct paragraph *paragraph = set_text(fixture, text, &body, options);
    check_paragraph(fixture, paragraph, text, &options);
    const struct line *line = &paragraph->lines[0];
    assert_string_equal(line->runs[0].font->family, "Noto Sans Khmer");
    assert_true(line->run_count >= 4);
    for (size_t i = 0; i < line->run_count; i++)
        for (size_t j = 0; j < line->runs[i].glyph_count; j++)
            assert_int_not_equal(line->runs[i].glyphs[j].id, 0);
}

static void tracks_letters(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = HUGE_VALF, .leading = 1.5f};
    struct text_style spaced = body;
    spaced.tracking = 0.1f;
    float plain = set_text(fixture, "QUYỀN EM", &body, options)->width;
    float wide = set_text(fixture, "QUYỀN EM", &spaced, options)->width;
    assert_true(fabsf(wide - plain - 8 * 0.1f * 11) < 0.01f);
    plain = set_text(fixture, "m̀ị̂", &body, options)->width; /* marks are no letters */
    assert_true(fabsf(set_text(fixture, "m̀ị̂", &spaced, options)->width - plain - 2 * 0.1f * 11) < 0.01f);
    plain = set_text(fixture, "سلام", &body, options)->width; /* what hangs together stays so */
    assert_true(fabsf(set_text(fixture, "سلام", &spaced, options)->width - plain) < 0.01f);
}

/* Marks stand in the margin, so that letters begin and end at one edge. */
static void hangs_marks(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = 300, .leading = 1.4f, .hang = true};
    const struct run *run = &set_text(fixture, "“Con không có lỗi.”", &body, options)->lines[0].runs[0];
    assert_true(fabsf(run->x + run->glyphs[0].advance) < 0.01f);
    assert_true(set_text(fixture, "Con “không” có lỗi.", &body, options)->lines[0].runs[0].x == 0);
    options.align = ALIGN_CENTRE;
    assert_true(set_text(fixture, "“Con”", &body, options)->lines[0].runs[0].x > 0);
    options.align = ALIGN_START;
    options.hang = false;
    assert_true(set_text(fixture, "“Con”", &body, options)->lines[0].runs[0].x == 0);
}

/* Spaces take what looks well in them, then letters up to a fiftieth of an em, and a line that would still
 * have holes stays ragged. */
static void spaces_letters_a_little(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph_options options = {.width = 150, .leading = 1.4f, .align = ALIGN_JUSTIFY};
    uint32_t seed = 11;
    const struct paragraph *paragraph = set_text(fixture, random_text(fixture, &seed, 400), &body, options);
    float space = set_text(fixture, "a a", &body, (struct paragraph_options){.width = 99, .leading = 1})
                      ->lines[0]
                      .runs[0]
                      .glyphs[1]
                      .advance;
    size_t spaced = 0, ragged = 0;
    for (size_t i = 0; i + 1 < paragraph->line_count; i++) {
        const struct run *run = &paragraph->lines[i].runs[0];
        ragged += paragraph->lines[i].width < 149.9f;
        for (size_t j = 0; j < run->glyph_count; j++) {
            bool is_space = run->text[run->glyphs[j].cluster] == ' ';
            assert_true(!is_space || run->glyphs[j].advance < space * 2.55f);
            spaced += is_space && run->glyphs[j].advance > space * 1.51f;
        }
    }
    assert_true(spaced > 0 && ragged < paragraph->line_count / 4);
    assert_true(set_text(fixture, "nghiêng nghiêng nghiêng", &body,
                         (struct paragraph_options){.width = 100, .leading = 1, .align = ALIGN_JUSTIFY})
                    ->lines[0]
                    .width < 100);
}

static void agrees_with_itself(void **state)
{
    struct fixture *fixture = *state;
    uint32_t seed = 5;
    const char *text = random_text(fixture, &seed, 200);
    struct paragraph_options options = {.width = 230, .leading = 1.4f, .align = ALIGN_JUSTIFY};
    const struct paragraph *a = set_text(fixture, text, &body, options),
                           *b = set_text(fixture, text, &body, options);
    assert_int_equal(a->line_count, b->line_count);
    for (size_t i = 0; i < a->line_count; i++) {
        const struct run *left = &a->lines[i].runs[0], *right = &b->lines[i].runs[0];
        assert_int_equal(left->glyph_count, right->glyph_count);
        for (size_t j = 0; j < left->glyph_count; j++)
            assert_true(left->glyphs[j].id == right->glyphs[j].id &&
                        left->glyphs[j].advance == right->glyphs[j].advance);
    }
}

static void measures_before_breaking(void **state)
{
    struct fixture *fixture = *state;
    struct text_span span = span_of("Tài liệu tuyên truyền\nnghiêng", &body);
    struct paragraph_widths widths = paragraph_measure(fixture->set, &fixture->arena, &span, 1);
    struct paragraph_options options = {.width = widths.natural, .leading = 1.2f};
    const struct paragraph *paragraph = paragraph_break(fixture->set, &fixture->arena, &span, 1, &options);
    assert_int_equal(paragraph->line_count, 2);
    assert_true(fabsf(paragraph->width - widths.natural) < 0.01f);
    options.width = widths.minimum;
    assert_false(paragraph_break(fixture->set, &fixture->arena, &span, 1, &options)->broken_word);
    options.width = widths.minimum - 1;
    assert_true(paragraph_break(fixture->set, &fixture->arena, &span, 1, &options)->broken_word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXED(holds_over_widths),
        FIXED(fills_justified_lines),
        FIXED(aligns),
        FIXED(hangs_and_indents),
        FIXED(balances_headlines),
        FIXED(breaks_headlines_by_sense),
        FIXED(breaks_what_is_too_long),
        FIXED(holds_endless_words),
        FIXED(breaks_addresses_at_their_marks),
        FIXED(divides_kept_words_before_letters),
        FIXED(keeps_tied_words_while_lines_hold_them),
        FIXED(keeps_compounds_where_it_costs_little),
        FIXED(leaves_no_word_alone),
        FIXED(survives_any_width),
        FIXED(has_no_lines_without_text),
        FIXED(breaks_where_forced),
        FIXED(keeps_spaces_in_runs),
        FIXED(splits_runs_by_style_and_tag),
        FIXED(never_breaks_between_styles_of_a_word),
        FIXED(changes_font_within_words),
        FIXED(tracks_letters),
        FIXED(hangs_marks),
        FIXED(spaces_letters_a_little),
        FIXED(agrees_with_itself),
        FIXED(measures_before_breaking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
