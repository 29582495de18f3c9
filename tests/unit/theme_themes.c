/* Themes: what a theme file may hold, and the contrasts of those that come with loa. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/limits.h"
#include "findings.h"
#include "theme/theme.h"
#include <math.h>
#include <string.h>

static struct findings findings;
static struct library *library;

static int open_findings(void **state)
{
    (void)state;
    findings_open(&findings);
    library = library_open(&findings.arena, &findings.reporter, LOA_TREE "/materials");
    return 0;
}

static int close_findings(void **state)
{
    (void)state;
    findings_close(&findings);
    return 0;
}

/* ---- Colours ---- */

static void check_colour(const char *text, int red, int green, int blue)
{
    struct colour colour;
    assert_true(colour_read(text, &colour));
    assert_int_equal(colour.red, red);
    assert_int_equal(colour.green, green);
    assert_int_equal(colour.blue, blue);
    assert_int_equal(colour.alpha, 255);
}

static void test_read_colour(void **state)
{
    (void)state;
    check_colour("#0b6e66", 11, 110, 102);
    check_colour("#0B6E66", 11, 110, 102);
    check_colour("#fff", 255, 255, 255);
    check_colour("#1aF", 0x11, 0xaa, 0xff);
    static const char *const bad[] = {"",     "#",       "fff",      "#ff",       "#ffff",
                                      "#ggg", "#fffff",  "#fffffff", "#ffffffff", "# fff",
                                      "red",  "#12345g", "#12 456",  "#ffé",      "\xff\xff\xff\xff"};
    struct colour colour;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (colour_read(bad[i], &colour))
            fail_msg("“%s” is no colour", bad[i]);
}

static const struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255}, grey = {119, 119, 119, 255};

/* Against values that WCAG's own definition gives. */
static void test_contrast(void **state)
{
    (void)state;
    assert_true(fabsf(colour_contrast(black, white) - 21) < 0.001f);
    assert_true(fabsf(colour_contrast(white, black) - 21) < 0.001f);
    assert_true(fabsf(colour_contrast(grey, grey) - 1) < 0.001f);
    assert_true(fabsf(colour_contrast(grey, white) - 4.478f) < 0.001f);
    assert_true(fabsf(colour_contrast((struct colour){255, 0, 0, 255}, white) - 3.998f) < 0.001f);
    assert_true(fabsf(colour_contrast((struct colour){0, 0, 255, 255}, white) - 8.592f) < 0.001f);
    assert_true(fabsf(colour_contrast((struct colour){10, 10, 10, 255}, black) - 1.0607f) <
                0.001f); /* the straight part */
}

static void check_mix(float amount, int red, int green, int blue)
{
    struct colour mixed =
        colour_mix((struct colour){0, 100, 255, 255}, (struct colour){255, 200, 0, 255}, amount);
    assert_int_equal(mixed.red, red);
    assert_int_equal(mixed.green, green);
    assert_int_equal(mixed.blue, blue);
}

static void test_mix(void **state)
{
    (void)state;
    check_mix(0, 0, 100, 255);
    check_mix(1, 255, 200, 0);
    check_mix(0.2f, 51, 120, 204);
    check_mix(-1, 0, 100, 255);
    check_mix(7, 255, 200, 0);
    check_mix(NAN, 0, 100, 255);
}

static void test_on(void **state)
{
    (void)state;
    assert_int_equal(colour_on(black, white, black).red, 255);
    assert_int_equal(colour_on(white, white, black).red, 0);
    assert_int_equal(colour_on((struct colour){255, 220, 0, 255}, white, black).red, 0);
    assert_int_equal(colour_on((struct colour){15, 76, 92, 255}, white, black).red, 255);
}

/* ---- Theme files ---- */

static const struct theme *read_text(const char *text)
{
    const struct source *source = source_create(&findings.arena, "x.yaml", NULL, text, strlen(text));
    return theme_read(&findings.arena, &findings.reporter, library, source);
}

static const char good[] = "name: thử\n"
                           "title:\n  vi: Thử\n  en: Test\n"
                           "colours:\n"
                           "  surface: \"#fff\"\n  ink: \"#000\"\n  muted: \"#333\"\n  primary: \"#024\"\n"
                           "  on-primary: \"#fff\"\n  accent: \"#820\"\n  on-accent: \"#fff\"\n"
                           "  positive: \"#040\"\n  negative: \"#700\"\n  warning: \"#530\"\n"
                           "  line: \"#ccc\"\n  tint: \"#eff\"\n"
                           "fonts: {body: A, heading: B, mono: C, children: D}\n"
                           "scale: {print: 1.22, screen: 1.333}\n"
                           "leading: 1.45\nunit: 4\nlines: ragged\nradius: 8\n";

/* The good text with `what` replaced. */
static const char *changed(const char *what, const char *by)
{
    const char *at = strstr(good, what);
    assert_non_null(at);
    struct builder text;
    builder_init(&text, &findings.arena);
    builder_add(&text, good, (size_t)(at - good));
    builder_string(&text, by);
    builder_string(&text, at + strlen(what));
    return builder_text(&text);
}

static void test_good(void **state)
{
    (void)state;
    const struct theme *theme = read_text(good);
    assert_non_null(theme);
    assert_string_equal(findings_text(&findings), "");
    assert_string_equal(theme->name, "thử");
    assert_string_equal(theme->title_vi, "Thử");
    assert_string_equal(theme->title_en, "Test");
    assert_int_equal(theme->roles[ROLE_PRIMARY].green, 0x22);
    assert_int_equal(theme->roles[ROLE_TINT].red, 0xee);
    assert_string_equal(theme->body, "A");
    assert_string_equal(theme->heading, "B");
    assert_string_equal(theme->mono, "C");
    assert_string_equal(theme->children, "D");
    assert_true(theme->print_ratio == 1.22f && theme->screen_ratio == 1.333f && theme->leading == 1.45f);
    assert_true(theme->unit == 4 && theme->radius == 8);
}

/* What isn't said is the first of each choice. */
static void test_choices(void **state)
{
    (void)state;
    const struct theme *theme = read_text(good);
    assert_non_null(theme);
    assert_true(theme->header == HEADER_CARD && theme->titles == TITLES_DARK &&
                theme->markers == MARKERS_ROUND && theme->icons == ICONS_TILE &&
                theme->headings == HEADINGS_PLAIN && theme->motif == MOTIF_none && theme->size == 1);
    theme =
        read_text(changed("radius: 8", "radius: 8\nheader: rule\ntitles: light\nmarkers: bare\nicons: solid\n"
                                       "headings: over\nmotif: shield\nsize: 1.2"));
    assert_non_null(theme);
    assert_true(theme->header == HEADER_RULE && theme->titles == TITLES_LIGHT &&
                theme->markers == MARKERS_BARE && theme->icons == ICONS_SOLID &&
                theme->headings == HEADINGS_OVER && theme->motif == MOTIF_shield && theme->size == 1.2f);
    assert_string_equal(findings_text(&findings), "");
    assert_null(read_text(changed("radius: 8", "radius: 8\nmotif: bubble")));
    assert_string_equal(
        findings_text(&findings),
        "24:8+6 error bad-choice: “bubble” can't stand here (one of: none, waves, blobs, bubbles, "
        "shield, devices, figures, loudspeaker, hall, columns, dots)\n");
}

static void refused(const char *what, const char *by, const char *expected)
{
    assert_null(read_text(changed(what, by)));
    assert_string_equal(findings_text(&findings), expected);
    close_findings(NULL);
    open_findings(NULL);
}

static void test_mistakes(void **state)
{
    (void)state;
    refused("  ink: \"#000\"\n", "", "6:3+1 error missing-key: the key “ink” is missing\n");
    refused("radius: 8\n", "", "1:1+1 error missing-key: the key “radius” is missing\n");
    refused("radius: 8\n", "radius:\n", "23:1+6 error missing-key: the key “radius” is missing\n");
    refused("body: A", "body: \"\"", "18:9+4 error missing-key: the key “body” is missing\n");
    refused("\"#333\"", "\"xám ế\"", "8:10+7 error bad-colour: “xám ế” is not a colour (write “#0b5566”)\n");
    refused("  ink:", "  inkk: \"#000\"\n  ink:",
            "7:3+4 error unknown-key: there is no key “inkk” (did you mean “ink”?)\n");
    refused("unit: 4", "unit: 4\nextend: binh-an",
            "22:1+6 error unknown-key: there is no key “extend” (did you mean “extends”?)\n");
    refused("ragged", "loose",
            "22:8+5 error bad-choice: “loose” can't stand here (one of: ragged, justified)\n");
    refused("lines: ragged", "lines: [1]",
            "22:8+1 error bad-choice: “lines” can't stand here (one of: ragged, justified)\n");
    refused("unit: 4", "unit: 99", "21:7+2 error bad-number: “99” is not a number from 1 to 16\n");
    refused("1.45", "1,45", "20:10+4 error bad-number: “1,45” is not a number from 1 to 3\n");
    refused("radius: 8", "radius: -1", "23:9+2 error bad-number: “-1” is not a number from 0 to 40\n");
    refused("scale: {print: 1.22, screen: 1.333}", "scale: 1.2",
            "19:8+3 error not-a-map: “scale” is made of lines “name: value”\n");
    refused("unit: 4", "unit: [4]", "21:7+1 error not-a-text: “unit” must be a line of text\n");
    refused("name: thử\n", "name: thử\nname: thử\n",
            "2:1+4 error duplicate-key: the key “name” stands twice (remove one of them)\n");
}

static void test_extends(void **state)
{
    (void)state;
    const struct theme *theme =
        read_text("name: riêng\nextends: binh-an\ncolours: {primary: \"#024\"}\nradius: 2\n");
    assert_non_null(theme);
    assert_string_equal(findings_text(&findings), "");
    assert_string_equal(theme->name, "riêng");
    assert_int_equal(theme->roles[ROLE_PRIMARY].green, 0x22);
    assert_int_equal(theme->roles[ROLE_INK].red, 0x16); /* of binh-an */
    assert_string_equal(theme->body, "Noto Sans");
    assert_true(theme->radius == 2 && theme->unit == 4);
}

static void extends_refused(const char *text, const char *expected)
{
    assert_null(read_text(text));
    assert_string_equal(findings_text(&findings), expected);
    close_findings(NULL);
    open_findings(NULL);
}

static void test_bad_extends(void **state)
{
    (void)state;
    extends_refused("name: a\nextends: khong-co\n",
                    "2:10+8 error no-theme: there is no theme “khong-co” to extend "
                    "(see what there is: loa list themes)\n");
    extends_refused(
        "name: a\nextends: ../a\n",
        "2:10+4 error no-theme: there is no theme “../a” to extend (see what there is: loa list themes)\n");
    extends_refused(
        "name: a\nextends: a\n",
        "2:10+1 error theme-circle: the theme “a” extends itself, or too many others (remove this line)\n");
    extends_refused("name: a\nextends: binh-an\ncolours: 5\n",
                    "3:10+1 error not-a-map: “colours” is made of lines “name: value”\n");
    extends_refused("name: a\nextends: binh-an\nfonts: {body: }\n",
                    "3:9+4 error missing-key: the key “body” is missing\n");
}

/* Everything that is wrong is told, not the first thing only. */
static void test_all_mistakes(void **state)
{
    (void)state;
    assert_null(read_text("colours: {ink: đen}\n"));
    assert_int_equal(findings.reporter.counts[LOA_ERROR], 1 /* name */ + 1 /* title */ + 11 /* colours */ +
                                                              1 /* đen */ + 1 /* fonts */ + 1 /* scale */ +
                                                              3);
    assert_null(read_text(""));
    assert_null(read_text("[1, 2]"));
    assert_null(read_text("một dòng chữ"));
    assert_null(read_text("a: [\n"));
    for (const char *end = good; *end; end++) { /* cut anywhere */
        const char *text = arena_copy(&findings.arena, good, (size_t)(end - good));
        if (read_text(text))
            assert_true(end >= strstr(good, "radius: 8") + strlen("radius: 8"));
    }
}

static void test_low_contrast(void **state)
{
    (void)state;
    assert_non_null(
        read_text(changed("\"#333\"", "\"#888\""))); /* a warning, since it is the author's to judge */
    assert_string_equal(
        findings_text(&findings),
        "8:10+6 warning low-contrast: “muted” on “surface” is hard to read: a contrast of 3.5, it "
        "should be 4.5 (make one of them darker or the other lighter)\n"
        "8:10+6 warning low-contrast: “muted” on “tint” is hard to read: a contrast of 3.4, it should "
        "be 4.5 (make one of them darker or the other lighter)\n");
}

/* ---- The themes that come with loa ---- */

static const struct theme *read_shipped(const char *file)
{
    const char *path = arena_format(&findings.arena, "%s/materials/themes/%s", LOA_TREE, file);
    char *bytes;
    size_t length;
    assert_int_equal(file_read(&findings.arena, path, LIMIT_SOURCE_BYTES, &bytes, &length), FILE_OK);
    const struct source *source = source_create(&findings.arena, file, NULL, bytes, length);
    return theme_read(&findings.arena, &findings.reporter, library, source);
}

static void test_shipped(void **state)
{
    (void)state;
    const char **files;
    size_t count;
    assert_true(file_list(&findings.arena, LOA_TREE "/materials/themes", ".yaml", &files, &count));
    assert_true(count >= 6);
    bool missed = false;
    for (size_t i = 0; i < count; i++) {
        const struct theme *theme = read_shipped(files[i]);
        if (!theme)
            fail_msg("%s: %s", files[i], findings_text(&findings));
        assert_string_equal(arena_format(&findings.arena, "%s.yaml", theme->name), files[i]);
        print_message("%s\n", theme->name);
        for (size_t j = 0; j < theme_contrast_count; j++) {
            const struct theme_contrast *pair = &theme_contrasts[j];
            float least = strcmp(theme->name, "tuong-phan") == 0 ? 7 : pair->least; /* it promises so */
            float found = colour_contrast(theme->roles[pair->text], theme->roles[pair->ground]);
            print_message("  %-10s on %-8s %5.2f, at least %.1f%s\n", theme_role_names[pair->text],
                          theme_role_names[pair->ground], (double)found, (double)least,
                          found < least ? "   TOO LITTLE" : "");
            missed |= found < least;
        }
    }
    assert_false(missed);
    assert_string_equal(findings_text(&findings), "");
}

/* They are told apart by more than colours. */
static void test_distinct(void **state)
{
    (void)state;
    const char **files;
    size_t count;
    assert_true(file_list(&findings.arena, LOA_TREE "/materials/themes", ".yaml", &files, &count));
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++) {
            const struct theme *a = read_shipped(files[i]), *b = read_shipped(files[k]);
            int same = (a->header == b->header) + (a->titles == b->titles) + (a->markers == b->markers) +
                       (a->icons == b->icons) + (a->headings == b->headings) + (a->motif == b->motif) +
                       (a->radius == b->radius) + !strcmp(a->heading, b->heading);
            if (same > 4)
                fail_msg("%s and %s share %d of eight choices", a->name, b->name, same);
        }
}

/* Each role of text is checked on each ground it stands on. */
static void test_table(void **state)
{
    (void)state;
    for (int role = 0; role < ROLE_COUNT; role++) {
        assert_non_null(theme_role_names[role]);
        bool found = role == ROLE_LINE;
        for (size_t i = 0; i < theme_contrast_count; i++)
            found |= theme_contrasts[i].text == (enum theme_role)role ||
                     theme_contrasts[i].ground == (enum theme_role)role;
        if (!found)
            fail_msg("%s is never checked", theme_role_names[role]);
    }
    for (size_t i = 0; i < theme_contrast_count; i++)
        assert_true(theme_contrasts[i].least >= 4.5f);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_findings, close_findings)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_colour),
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_mix),
        cmocka_unit_test(test_on),
        TEST(test_good),
        TEST(test_choices),
        TEST(test_distinct),
        TEST(test_mistakes),
        TEST(test_extends),
        TEST(test_bad_extends),
        TEST(test_all_mistakes),
        TEST(test_low_contrast),
        TEST(test_shipped),
        cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
