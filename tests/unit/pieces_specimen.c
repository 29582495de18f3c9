/* The sheet of themes: every theme on it, nothing overlapping or sticking out, in both languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/builder.h"
#include "findings.h"
#include "guide/guide.h"
#include "pieces/specimen.h"
#include "scene/checker.h"
#include "text/font.h"
#include <string.h>

struct sheet_of_themes {
    struct findings findings;
    struct library *library;
    const struct theme *themes[12];
    size_t count;
    const struct scene *scene;
};

static void read_themes(struct sheet_of_themes *sheet)
{
    struct arena *arena = &sheet->findings.arena;
    const char *const *names;
    library_names(sheet->library, arena, "themes", ".yaml", &names, &sheet->count);
    assert_true(sheet->count >= 6 && sheet->count <= 12);
    for (size_t i = 0; i < sheet->count; i++) {
        const char *path = arena_format(arena, "themes/%s.yaml", names[i]);
        sheet->themes[i] = theme_read(arena, &sheet->findings.reporter, sheet->library,
                                      library_source(sheet->library, path));
        assert_non_null(sheet->themes[i]);
    }
}

static void arrange(struct sheet_of_themes *sheet, const char *words)
{
    findings_open(&sheet->findings);
    struct arena *arena = &sheet->findings.arena;
    struct reporter *reporter = &sheet->findings.reporter;
    sheet->library = library_open(arena, reporter, LOA_TREE "/materials");
    read_themes(sheet);
    const struct source *source = library_source(sheet->library, words);
    assert_non_null(source);
    const struct guide *guide =
        guide_create(arena, reporter, sheet->library, words, NULL, source->text, source->length);
    const struct edition *edition = edition_create(arena, reporter, sheet->library, guide,
                                                   &(struct edition_options){.piece = "specimen"});
    const struct piece_job job = {.arena = arena,
                                  .reporter = reporter,
                                  .library = sheet->library,
                                  .fonts = font_set_create(arena, reporter),
                                  .edition = edition};
    sheet->scene = specimen_arrange(&job, sheet->themes, sheet->count);
    assert_non_null(sheet->scene);
}

static void complain(void *self, size_t page, const char *what)
{
    (void)self, (void)page;
    print_message("%s\n", what);
}

/* All headings of the page, a line each. */
static const char *headings(struct sheet_of_themes *sheet)
{
    struct builder text;
    builder_init(&text, &sheet->findings.arena);
    const struct page *page = &sheet->scene->pages[0];
    for (size_t i = 0; i < page->count; i++)
        if (page->items[i].type == ITEM_BEGIN && page->items[i].as.mark->type == MARK_HEADING)
            builder_format(&text, "%s\n", page->items[i].as.mark->title);
    return builder_text(&text);
}

static void check(const char *words, bool english)
{
    struct sheet_of_themes sheet;
    arrange(&sheet, words);
    assert_int_equal(sheet.scene->page_count, 1);
    assert_int_equal(scene_check(sheet.scene, complain, NULL), 0);
    const char *shown = headings(&sheet);
    for (size_t i = 0; i < sheet.count; i++) {
        const char *title = english ? sheet.themes[i]->title_en : sheet.themes[i]->title_vi;
        const char *dash = strstr(title, " – ");
        assert_non_null(dash);
        const char *name = arena_format(&sheet.findings.arena, "%.*s\n", (int)(dash - title), title);
        if (!strstr(shown, name))
            fail_msg("%s is not on the sheet: %s", name, shown);
    }
    assert_string_equal(findings_text(&sheet.findings), "");
    findings_close(&sheet.findings);
}

static void shows_every_theme(void **state)
{
    (void)state;
    check("specimen/vi.md", false);
    check("specimen/en.md", true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows_every_theme)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
