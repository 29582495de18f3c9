/* Every colour that layout puts on a ground must be readable there, in every theme: the table is printed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/limits.h"
#include "layout/chart.h"
#include "pieces/parts.h"
#include <stdio.h>
#include <string.h>

static const struct theme *read_theme(struct arena *arena, struct reporter *reporter, const char *name)
{
    const char *path = arena_format(arena, "%s/materials/themes/%s", LOA_TREE, name);
    char *bytes;
    size_t length;
    assert_int_equal(file_read(arena, path, LIMIT_SOURCE_BYTES, &bytes, &length), FILE_OK);
    struct library *library = library_open(arena, reporter, LOA_TREE "/materials");
    return theme_read(arena, reporter, library, source_create(arena, path, NULL, bytes, length));
}

static void assert_readable(const char *theme, const char *ground, const char *role, struct colour colour,
                            struct colour on, float least)
{
    float contrast = colour_contrast(colour, on);
    print_message("%-12s %-10s %-8s %5.2f (at least %.1f)\n", theme, ground, role, (double)contrast,
                  (double)least);
    assert_true(contrast >= least);
}

/* Bars and lines on their ground, and what is filled beside what is not. */
static void check_chart(const char *theme, const char *ground, const struct palette *palette)
{
    struct layout layout = {.palette = palette};
    for (size_t i = 0; i < CHART_MOST_SERIES; i++)
        assert_readable(theme, ground, "series", series_colour(&layout, i), palette->ground, 3);
    assert_readable(theme, ground, "filled", palette->accent, track_colour(&layout), 3);
}

static void check_palette(const char *theme, const char *ground, const struct palette *palette)
{
    const struct {
        const char *role;
        struct colour colour;
        float least;
    } rows[] = {{"ink", palette->ink, 7},
                {"muted", palette->muted, 4.5f},
                {"heading", palette->heading, 4.5f},
                {"accent", palette->accent, 4.5f}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_readable(theme, ground, rows[i].role, rows[i].colour, palette->ground, rows[i].least);
    assert_readable(theme, ground, "numeral", palette->on_accent, palette->accent, 4.5f);
    check_chart(theme, ground, palette);
}

static void check_theme(const struct theme *theme)
{
    const struct colour *roles = theme->roles;
    struct palette surface = palette_on_surface(theme), primary = palette_on_primary(theme);
    struct palette tint = palette_on(theme, roles[ROLE_TINT], roles[ROLE_SURFACE]);
    check_palette(theme->name, "surface", &surface);
    check_palette(theme->name, "tint", &tint);
    check_palette(theme->name, "primary", &primary);
    struct palette titles = palette_of_titles(theme);
    check_palette(theme->name, "titles", &titles);
    static const enum theme_role judged[] = {ROLE_POSITIVE, ROLE_NEGATIVE, ROLE_WARNING, ROLE_PRIMARY,
                                             ROLE_ACCENT};
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++) {
        struct colour ground = colour_mix(roles[ROLE_SURFACE], roles[judged[i]], 0.08f);
        struct palette palette = palette_on(theme, ground, roles[ROLE_SURFACE]);
        check_palette(theme->name, theme_role_names[judged[i]], &palette);
    }
}

static void every_theme_is_readable(void **state)
{
    (void)state;
    struct arena arena;
    struct reporter reporter = {0};
    const char **names, *folder = LOA_TREE "/materials/themes";
    size_t count;
    arena_init(&arena, 0);
    assert_true(file_list(&arena, folder, ".yaml", &names, &count));
    assert_true(count >= 2);
    for (size_t i = 0; i < count; i++) {
        const struct theme *theme = read_theme(&arena, &reporter, names[i]);
        assert_non_null(theme);
        check_theme(theme);
    }
    arena_clear(&arena);
}

static void a_colour_moves_only_as_far_as_needed(void **state)
{
    (void)state;
    const struct colour white = {255, 255, 255, 255}, dark = {20, 20, 20, 255}, pale = {200, 200, 220, 255};
    struct colour kept = colour_readable(dark, white, 7), moved = colour_readable(pale, white, 4.5f);
    assert_memory_equal(&kept, &dark, sizeof dark);
    assert_true(colour_contrast(moved, white) >= 4.5f);
    assert_true(colour_contrast(moved, white) < 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_theme_is_readable),
                                       cmocka_unit_test(a_colour_moves_only_as_far_as_needed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
