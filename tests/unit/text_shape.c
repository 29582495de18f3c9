#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fonts.h"
#include "text/emoji.h"
#include "text/icon.h"
#include "text/shape.h"
#include <string.h>

static const struct shaped_word *shape(struct fixture *fixture, const struct font *font, const char *word)
{
    return shape_word(fixture->set, font, word, strlen(word), "vi", 0, nowhere);
}

static void finds_faces(void **state)
{
    struct fixture *fixture = *state;
    const struct font *regular = font_find(fixture->set, "Noto Sans", false, false);
    const struct font *bold = font_find(fixture->set, "noto sans", true, false);
    assert_non_null(regular);
    assert_string_equal(regular->postscript_name, "NotoSans-Regular");
    assert_string_equal(bold->postscript_name, "NotoSans-Bold");
    assert_true(bold->bold && !bold->italic && !bold->serif && !bold->monospaced);
    assert_true(font_find(fixture->set, "Noto Serif", false, true)->serif);
    assert_true(font_find(fixture->set, "Noto Serif", false, true)->italic);
    assert_ptr_equal(font_find(fixture->set, "Noto Sans", false, false), regular);
    assert_int_not_equal(regular->number, bold->number);
    assert_true(font_find(fixture->set, "Noto Sans Mono", false, false)->monospaced);
    assert_string_equal(fixture->told, "");
}

static void takes_the_nearest_face(void **state)
{
    struct fixture *fixture = *state;
    const struct font *font = font_find(fixture->set, "Noto Sans Mono", true, true);
    assert_string_equal(font->postscript_name, "NotoSansMono-Bold");
}

static void replaces_unknown_families_once(void **state)
{
    struct fixture *fixture = *state;
    const struct font *font = font_find(fixture->set, "No Such Family", false, false);
    assert_non_null(font);
    assert_non_null(strstr(fixture->told, "No Such Family"));
    size_t told = strlen(fixture->told);
    assert_ptr_equal(font_find(fixture->set, "No Such Family", false, false), font);
    font_find(fixture->set, "No Such Family", true, false);
    assert_int_equal(strlen(fixture->told), told);
}

static void measures_marks(void **state)
{
    struct fixture *fixture = *state;
    const struct font *font = font_find(fixture->set, "Noto Sans", false, false);
    assert_true(font->ascent > 0.8f && font->descent < -0.1f);
    assert_true(font->cap_height > font->x_height && font->x_height > 0.4f);
    assert_true(font->marks_top > font->cap_height + 0.15f); /* two marks on a capital */
    assert_true(font->marks_bottom < -0.15f);
    assert_true(font->space > 0.2f && font->space < 0.35f);
    assert_true(font->underline_position < 0 && font->underline_thickness > 0);
}

static void shapes_stacked_marks(void **state)
{
    struct fixture *fixture = *state;
    const struct font *font = font_find(fixture->set, "Noto Sans", false, false);
    const struct shaped_word *plain = shape(fixture, font, "A"), *stacked = shape(fixture, font, "Ẫ");
    assert_int_equal(stacked->count, 1);
    assert_true(stacked->top > plain->top + 0.2f);
    assert_true(stacked->advance == plain->advance);
    assert_true(shape(fixture, font, "ợ")->bottom > 0.1f);
    assert_false(stacked->missing);
}

static void caches_words(void **state)
{
    struct fixture *fixture = *state;
    const struct font *font = font_find(fixture->set, "Noto Sans", false, false);
    const struct shaped_word *word = shape(fixture, font, "nghiêng");
    assert_ptr_equal(shape(fixture, font, "nghiêng"), word);
    assert_ptr_not_equal(shape_word(fixture->set, font, "nghiêng", strlen("nghiêng"), "en", 0, nowhere),
                         word);
    assert_ptr_not_equal(shape(fixture, font_find(fixture->set, "Noto Sans", true, false), "nghiêng"), word);
    assert_ptr_not_equal(
        shape_word(fixture->set, font, "nghiêng", strlen("nghiêng"), "vi", SHAPE_TABULAR, nowhere), word);
    for (unsigned i = 0; i < 5000; i++) /* the table grows */
        shape(fixture, font, arena_format(&fixture->arena, "t%u", i));
    assert_ptr_equal(shape(fixture, font, "nghiêng"), word);
}

/* The faces of a word's parts, as "NotoSans-Regular 5, NotoSansThai-Regular 9". */
static const char *faces(struct fixture *fixture, const struct font *font, const char *word,
                         const char *language)
{
    char *list = "";
    for (const struct shaped_word *part =
             shape_word(fixture->set, font, word, strlen(word), language, 0, nowhere);
         part != NULL; part = part->next)
        list = arena_format(&fixture->arena, "%s%s%s %zu", list, *list ? ", " : "",
                            part->font->postscript_name, part->length);
    return list;
}

static void falls_back_by_script(void **state)
{
    static const char *const rows[][3] = {
        {"ភាសា", "vi", "NotoSansKhmer-Regular 12"},      {"ไทย", "vi", "NotoSansThai-Regular 9"},
        {"ລາວ", "vi", "NotoSansLao-Regular 9"},          {"ꪼꪕ", "vi", "NotoSansTaiViet-Regular 6"},
        {"سلام،", "vi", "NotoSansArabic-Regular 10"},    {"1،", "vi", "NotoSansArabic-Regular 3"},
        {"שלום", "vi", "NotoSansHebrew-Regular 8"},      {"नमस्ते", "vi", "NotoSansDevanagari-Regular 18"},
        {"直", "vi", "NotoSansCJKsc-Regular 3"},         {"直", "ja", "NotoSansCJKjp-Regular 3"},
        {"直", "ja-JP", "NotoSansCJKjp-Regular 3"},      {"直", "ko", "NotoSansCJKkr-Regular 3"},
        {"直", "zh-Hant-TW", "NotoSansCJKtc-Regular 3"}, {"直", "zh-HK", "NotoSansCJKhk-Regular 3"},
        {"「", "ja", "NotoSansCJKjp-Regular 3"},         {"かな", "vi", "NotoSansCJKjp-Regular 6"},
        {"안녕", "vi", "NotoSansCJKkr-Regular 6"},       {"∑", "vi", "NotoSansMath-Regular 3"},
        {"≠", "vi", "NotoSansMath-Regular 3"},           {"𝔹", "vi", "NotoSansMath-Regular 4"},
        {"✓", "vi", "NotoSansSymbols2-Regular 3"},
    };
    struct fixture *fixture = *state;
    const struct font *sans = font_find(fixture->set, "Noto Sans", false, false);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(faces(fixture, sans, rows[i][0], rows[i][1]), rows[i][2]);
    const struct font *serif = font_find(fixture->set, "Noto Serif", true, false);
    assert_string_equal(faces(fixture, serif, "ភាសា", "vi"), "NotoSerifKhmer-Bold 12");
    assert_string_equal(faces(fixture, serif, "直", "ja"), "NotoSerifCJKjp-Bold 3");
    assert_string_equal(faces(fixture, serif, "سلام", "vi"), "NotoSansArabic-Bold 8");
    assert_string_equal(fixture->told, ""); /* other scripts are in other fonts by nature */
}

static void cuts_words_of_several_scripts(void **state)
{
    static const char *const rows[][2] = {
        {"(ខ្មែរ)", "NotoSansKhmer-Regular 17"},
        {"ບໍ?", "NotoSansLao-Regular 6, NotoSans-Regular 1"},
        {"A4–नमस्ते", "NotoSans-Regular 5, NotoSansDevanagari-Regular 18"},
        {"αβγabc", "NotoSans-Regular 6, NotoSans-Regular 3"},
        {"x→5", "NotoSans-Regular 1, NotoSansSymbols-Regular 3, NotoSans-Regular 1"},
        {"m̀", "NotoSans-Regular 3"},
    };
    struct fixture *fixture = *state;
    const struct font *sans = font_find(fixture->set, "Noto Sans", false, false);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(faces(fixture, sans, rows[i][0], "vi"), rows[i][1]);
}

static void shows_emoji_in_colour(void **state)
{
    static const char *const pictures[] = {
        "😀", "👍🏽", "👨‍👩‍👧", "🇻🇳", "1️⃣", "🏳️‍🌈", "🌟", "©️"};
    static const char *const letters[] = {"❤︎", "☎", "1", "#", "©", "⭐︎", "✔"};
    struct fixture *fixture = *state;
    const struct font *sans = font_find(fixture->set, "Noto Sans", false, false);
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        const struct shaped_word *word = shape(fixture, sans, pictures[i]);
        assert_string_equal(word->font->family, "Noto Color Emoji");
        assert_int_equal(word->count, 1); /* joined into one picture */
        assert_null(word->next);
    }
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        assert_string_not_equal(shape(fixture, sans, letters[i])->font->family, "Noto Color Emoji");
    assert_string_equal(faces(fixture, sans, "5😀5", "vi"),
                        "NotoSans-Regular 1, NotoColorEmoji 4, NotoSans-Regular 1");
    assert_string_equal(fixture->told, "");
}

/* Those that the icon font has a sign for have the text's colour, and stay the author's characters. */
static void shows_some_emoji_as_signs(void **state)
{
    struct fixture *fixture = *state;
    const struct font *sans = font_find(fixture->set, "Noto Sans", false, false);
    if (!icons_installed(fixture->set))
        skip();
    assert_string_equal(faces(fixture, sans, "✅", "vi"), "MaterialIcons-Regular 3");
    assert_string_equal(faces(fixture, sans, "5❤️5", "vi"),
                        "NotoSans-Regular 1, MaterialIcons-Regular 6, NotoSans-Regular 1");
    assert_string_equal(faces(fixture, sans, "👍👍🏽", "vi"),
                        "MaterialIcons-Regular 4, NotoColorEmoji 8");
    const struct shaped_word *word = shape(fixture, sans, "⚠️📞");
    assert_int_equal(word->count, 2);
    assert_int_equal(word->glyphs[0].cluster, 0);
    assert_int_equal(word->glyphs[1].cluster, strlen("⚠️"));
    assert_false(word->missing);
    assert_string_equal(fixture->told, "");
    assert_int_equal(emoji_with_icon("⚠️ coi", 10), strlen("⚠️"));
    assert_int_equal(emoji_with_icon("⚠ chữ", 8), 0); /* a letter, unless it is told */
    assert_int_equal(emoji_with_icon("☎︎", 6), 0);
    assert_int_equal(emoji_with_icon("chữ", 5), 0);
    assert_int_equal(emoji_with_icon("", 0), 0);
}

static void tells_of_surprising_fonts(void **state)
{
    struct fixture *fixture = *state;
    const struct font *tinos = font_find(fixture->set, "Tinos", false, false);
    assert_string_equal(faces(fixture, tinos, "ꟃꟃ", "vi"), "NotoSerif-Regular 6");
    assert_non_null(strstr(fixture->told, "U+A7C3"));
    size_t told = strlen(fixture->told);
    shape(fixture, tinos, "ꟃ");
    assert_int_equal(strlen(fixture->told), told); /* the same pair of fonts again */
}

static void turns_letters(void **state)
{
    struct fixture *fixture = *state;
    const struct font *sans = font_find(fixture->set, "Noto Sans", false, false);
    const struct shaped_word *word =
        shape_word(fixture->set, sans, "שלום", strlen("שלום"), "vi", SHAPE_RIGHT_TO_LEFT, nowhere);
    assert_int_equal(word->count, 4);
    assert_int_equal(word->glyphs[0].cluster, 6);
    assert_int_equal(word->glyphs[3].cluster, 0);
    const struct shaped_word *left = shape(fixture, sans, "("), *right = shape(fixture, sans, ")");
    assert_int_equal(shape_word(fixture->set, sans, "(", 1, "vi", SHAPE_RIGHT_TO_LEFT, nowhere)->glyphs[0].id,
                     right->glyphs[0].id);
    assert_int_not_equal(left->glyphs[0].id, right->glyphs[0].id);
}

static void tells_of_missing_characters_once(void **state)
{
    struct fixture *fixture = *state;
    const struct font *font = font_find(fixture->set, "Noto Sans", false, false);
    const struct shaped_word *word = shape(fixture, font, "a\xEF\xBF\xBF");
    assert_false(word->missing);
    assert_true(word->next->missing);
    assert_ptr_equal(word->next->font, font);
    assert_non_null(strstr(fixture->told, "U+FFFF"));
    size_t told = strlen(fixture->told);
    shape(fixture, font, "b\xEF\xBF\xBF");
    assert_int_equal(strlen(fixture->told), told);
}

static void hides_the_invisible(void **state)
{
    struct fixture *fixture = *state;
    const struct font *font = font_find(fixture->set, "Tinos", false, false);
    const struct shaped_word *plain = shape(fixture, font, "mạng"),
                             *soft = shape(fixture, font, "mạ\u00ADng\u200B");
    assert_ptr_equal(soft->font, font);
    assert_int_equal(soft->count, plain->count);
    assert_true(soft->advance - plain->advance < 0.001f && plain->advance - soft->advance < 0.001f);
    assert_string_equal(fixture->told, "");
}

static void composes_what_a_font_has_in_pieces(void **state)
{
    struct fixture *fixture = *state;
    const struct font *font = font_find(fixture->set, "Noto Sans", false, false);
    assert_true(font_has(font, 0x1EAA));
    assert_false(font_has(font, 0x4E2D));
}

static void finds_icons(void **state)
{
    struct fixture *fixture = *state;
    const struct icon *icon = icon_find(fixture->set, "family-restroom");
    assert_non_null(icon);
    assert_ptr_equal(icon_find(fixture->set, "family_restroom"), icon);
    assert_true(icon->count > 10);
    assert_int_equal(icon->steps[0].verb, 'M');
    assert_int_equal(icon->steps[icon->count - 1].verb, 'Z');
    for (size_t i = 0; i < icon->count; i++)
        for (size_t j = 0; j < 6; j++)
            assert_true(icon->steps[i].at[j] >= 0 && icon->steps[i].at[j] <= 1);
    assert_null(icon_find(fixture->set, "no_such_icon"));
    assert_null(icon_find(fixture->set, "biểu tượng"));
    assert_null(icon_find(fixture->set, ""));
}

static void count_family(void *self, const char *family, const char *package, bool installed)
{
    assert_non_null(family);
    assert_true(strncmp(package, "fonts-", 6) == 0);
    *(size_t *)self += installed;
}

static void lists_families(void **state)
{
    size_t installed = 0;
    (void)state;
    font_families(count_family, &installed);
    assert_true(installed >= 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXED(finds_faces),
        FIXED(takes_the_nearest_face),
        FIXED(replaces_unknown_families_once),
        FIXED(measures_marks),
        FIXED(shapes_stacked_marks),
        FIXED(caches_words),
        FIXED(falls_back_by_script),
        FIXED(cuts_words_of_several_scripts),
        FIXED(shows_emoji_in_colour),
        FIXED(shows_some_emoji_as_signs),
        FIXED(tells_of_surprising_fonts),
        FIXED(turns_letters),
        FIXED(tells_of_missing_characters_once),
        FIXED(hides_the_invisible),
        FIXED(composes_what_a_font_has_in_pieces),
        FIXED(finds_icons),
        FIXED(lists_families),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
