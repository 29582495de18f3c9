#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/builder.h"
#include "fonts.h"
#include "text/bidi.h"
#include "text/paragraph.h"
#include "text/script.h"
#include "text/unicode.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct text_style body = {.family = "Noto Sans", .size = 11};
static const struct text_style strong = {.family = "Noto Sans", .size = 11, .bold = true};

static const struct paragraph *set_spans(struct fixture *fixture, const struct text_span *spans, size_t count,
                                         float width, enum text_align align)
{
    struct paragraph_options options = {.width = width, .leading = 1.4f, .align = align};
    return paragraph_break(fixture->set, &fixture->arena, spans, count, &options);
}

static const struct paragraph *set_text(struct fixture *fixture, const char *text, const char *language,
                                        float width, enum text_align align)
{
    struct text_span span = {.text = text, .length = strlen(text), .style = &body, .language = language};
    return set_spans(fixture, &span, 1, width, align);
}

/* ---- What is seen from left to right ---- */

struct seen {
    float x;
    const char *text;
    size_t length;
};

static int by_x(const void *a, const void *b)
{
    float x = ((const struct seen *)a)->x, y = ((const struct seen *)b)->x;
    return (x > y) - (x < y);
}

/* The end of the cluster that begins at `start`. */
static size_t cluster_end(const struct run *run, size_t start)
{
    size_t end = run->length;
    for (size_t i = 0; i < run->glyph_count; i++)
        if (run->glyphs[i].cluster > start && run->glyphs[i].cluster < end)
            end = run->glyphs[i].cluster;
    return end;
}

/* The clusters of a line as they stand. */
static const char *seen_on(struct fixture *fixture, const struct line *line)
{
    struct seen seen[400];
    size_t count = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        const struct run *run = &line->runs[i];
        float x = run->x;
        for (size_t j = 0; j < run->glyph_count; j++) {
            size_t start = run->glyphs[j].cluster;
            if (j == 0 || run->glyphs[j - 1].cluster != start)
                seen[count++] = (struct seen){x, run->text + start, cluster_end(run, start) - start};
            x += run->glyphs[j].advance;
        }
        assert_true(fabsf(x - run->x - run->width) < 0.01f);
    }
    qsort(seen, count, sizeof *seen, by_x);
    struct builder text;
    builder_init(&text, &fixture->arena);
    for (size_t i = 0; i < count; i++)
        builder_add(&text, seen[i].text, seen[i].length);
    return builder_text(&text);
}

/* The text of all runs in their order. */
static const char *read_from(struct fixture *fixture, const struct paragraph *paragraph)
{
    struct builder text;
    builder_init(&text, &fixture->arena);
    for (size_t i = 0; i < paragraph->line_count; i++)
        for (size_t j = 0; j < paragraph->lines[i].run_count; j++)
            builder_add(&text, paragraph->lines[i].runs[j].text, paragraph->lines[i].runs[j].length);
    return builder_text(&text);
}

static void orders_a_line(void **state)
{
    static const char *const rows[][2] = {
        {"chữ אבג là", "chữ גבא là"},
        {"אבג דהו", "והד גבא"},
        {"אבג abc דהו", "והד abc גבא"},
        {"abc אבג דהו xyz", "abc והד גבא xyz"},
        {"אבג 123 דהו", "והד 123 גבא"},
        {"gọi אבג 111.", "gọi 111 גבא."},
        {"(אבג)", ")גבא("},
        {"a (אבג) b", "a (גבא) b"},
        {"a (אבג דהו) b", "a (והד גבא) b"},
        {"בּ", "בּ"}, /* a mark stays with its letter */
        {"a \u200Fb", "a b"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct paragraph *paragraph = set_text(fixture, rows[i][0], "vi", 500, ALIGN_START);
        assert_int_equal(paragraph->line_count, 1);
        assert_string_equal(seen_on(fixture, &paragraph->lines[0]), rows[i][1]);
        assert_string_equal(read_from(fixture, paragraph), rows[i][0]);
    }
}

static void mirrors_brackets(void **state)
{
    struct fixture *fixture = *state;
    const struct line *turned = &set_text(fixture, "(אבג)", "vi", 500, ALIGN_START)->lines[0];
    const struct line *plain = &set_text(fixture, "(abc)", "vi", 500, ALIGN_START)->lines[0];
    const struct run *left = &turned->runs[turned->run_count - 1], *right = &turned->runs[0];
    const struct run *letters = &plain->runs[0];
    if (left->font == letters->font) /* the same glyphs at the same sides, whatever the text says */
        assert_int_equal(left->glyphs[0].id, letters->glyphs[0].id);
    assert_true(left->x <= right->x);
    const struct shaped_word *open = shape_word(fixture->set, left->font, "(", 1, "vi", 0, nowhere);
    assert_int_equal(left->glyphs[0].id, open->glyphs[0].id);
}

static void begins_at_its_side(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *text;
        enum text_align align;
        float share; /* of the room that is left, before the line */
        bool from_right;
    } rows[] = {
        {"אבג דהו", ALIGN_NATURAL, 1, true},    {"אבג דהו", ALIGN_JUSTIFY, 1, true},
        {"אבג דהו", ALIGN_START, 0, false},     {"אבג דהו", ALIGN_END, 1, false},
        {"אבג דהו", ALIGN_CENTRE, 0.5f, false}, {"chữ אבג", ALIGN_NATURAL, 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct paragraph *paragraph = set_text(fixture, rows[i].text, "vi", 300, rows[i].align);
        const struct line *line = &paragraph->lines[0];
        assert_true(fabsf(line->runs[0].x - (300 - line->width) * rows[i].share) < 0.01f);
        assert_int_equal(paragraph->from_right, rows[i].from_right);
    }
}

/* Without a letter the language tells: "!" of an Arabic guide stands at the left of its figures. */
static void asks_the_language(void **state)
{
    struct fixture *fixture = *state;
    const struct paragraph *paragraph = set_text(fixture, "١٢!", "ar", 300, ALIGN_NATURAL);
    assert_string_equal(seen_on(fixture, &paragraph->lines[0]), "!١٢");
    paragraph = set_text(fixture, "١٢!", "vi", 300, ALIGN_NATURAL);
    assert_string_equal(seen_on(fixture, &paragraph->lines[0]), "١٢!");
}

static void orders_each_line(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "אא בב גג דד הה וו זז חח טט יי ככ לל ממ נן סס עע פפ צצ קק רר";
    const struct paragraph *paragraph = set_text(fixture, text, "vi", 120, ALIGN_JUSTIFY);
    assert_true(paragraph->line_count > 1);
    struct builder all;
    builder_init(&all, &fixture->arena);
    for (size_t i = 0; i < paragraph->line_count; i++) {
        const struct line *line = &paragraph->lines[i];
        const struct run *first = &line->runs[0];
        bool last = i + 1 == paragraph->line_count;
        assert_true(fabsf(first->x + first->width - 120) < 0.05f); /* flush right, the last line too */
        assert_true(last || fabsf(line->width - 120) < 0.05f);
        if (i > 0)
            builder_char(&all, ' ');
        builder_add(&all, first->text, first->length);
    }
    assert_string_equal(builder_text(&all), text);
    const char *seen = seen_on(fixture, &paragraph->lines[0]);
    assert_string_equal(seen + strlen(seen) - strlen(" בב אא"), " בב אא");
}

static void orders_styles(void **state)
{
    struct fixture *fixture = *state;
    const struct text_span spans[] = {
        {.text = "tên ", .length = 5, .style = &body, .language = "vi"},
        {.text = "سلمى", .length = 8, .style = &strong, .language = "vi"},
        {.text = " بنت", .length = 7, .style = &body, .language = "vi"},
    };
    const struct paragraph *paragraph = set_spans(fixture, spans, 3, 500, ALIGN_START);
    const struct line *line = &paragraph->lines[0];
    assert_string_equal(read_from(fixture, paragraph), "tên سلمى بنت");
    assert_true(line->runs[line->run_count - 1].x <
                line->runs[1].x); /* read later, so it stands at the left */
    assert_string_equal(line->runs[1].font->postscript_name, "NotoSansArabic-Bold");
}

/* A word too long for its line is cut, but not where its letters hang together, if there is another way. */
static void keeps_joined_letters_together(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "دارداردارداردار"; /* alef and reh join nothing after them */
    const struct paragraph *paragraph = set_text(fixture, text, "vi", 40, ALIGN_START);
    assert_true(paragraph->line_count > 1);
    assert_string_equal(read_from(fixture, paragraph), text);
    text = "سلمسلرسلمسلرسلمسلرسلمسلرسلمسلرسلم";
    paragraph = set_text(fixture, text, "vi", 75, ALIGN_START);
    assert_true(paragraph->line_count > 1);
    assert_string_equal(read_from(fixture, paragraph), text);
    size_t seen = 0;
    for (size_t i = 0; i + 1 < paragraph->line_count; i++) {
        const struct line *line = &paragraph->lines[i];
        seen += line->runs[0].length;
        assert_int_equal(line->run_count, 1);
        assert_false(script_joins(text, strlen(text), seen));
    }
    /* No other way: still nothing is lost. */
    paragraph = set_text(fixture, text, "vi", 12, ALIGN_START);
    assert_string_equal(read_from(fixture, paragraph), text);
}

static void knows_joining(void **state)
{
    (void)state;
    assert_true(script_joins("سل", 4, 2));
    assert_false(script_joins("ال", 4, 2));
    assert_true(script_joins("لا", 4, 2));
    assert_true(script_joins("سَل", 6, 4)); /* over a mark */
    assert_false(script_joins("س\u200Cل", 7, 2));
    assert_false(script_joins("ab", 2, 1));
    assert_false(script_joins("אב", 4, 2));
    assert_false(script_joins("س", 2, 0));
    assert_false(script_joins("س", 2, 2));
}

static void costs_latin_nothing(void **state)
{
    (void)state;
    const char *latin = "Bảo vệ trẻ em – “đừng đợi”… ∑ → 😀 ខ្មែរ";
    assert_int_equal(script_traits(latin, strlen(latin)), 0);
    static const char *const turned[] = {"א",      "ع", "܀", "ࠀ", "\u200F", "\u202E",
                                         "\u2067", "ﬡ", "ﺎ", "𐤀", "𞤀"};
    for (size_t i = 0; i < sizeof turned / sizeof *turned; i++)
        assert_int_equal(script_traits(turned[i], strlen(turned[i])), TRAIT_RIGHT_TO_LEFT);
    static const char *const wide[] = {"語", "か", "한", "（", "𠮷", "豈"};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        assert_int_equal(script_traits(wide[i], strlen(wide[i])), TRAIT_EAST_ASIAN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXED(orders_a_line),
        FIXED(mirrors_brackets),
        FIXED(begins_at_its_side),
        FIXED(asks_the_language),
        FIXED(orders_each_line),
        FIXED(orders_styles),
        FIXED(keeps_joined_letters_together),
        cmocka_unit_test(knows_joining),
        cmocka_unit_test(costs_latin_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
