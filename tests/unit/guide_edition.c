/* What an edition keeps of a guide, and the facts it fills in. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/file.h"
#include "guide_probe.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Materials made for these tests. */
static const struct {
    const char *path, *text;
} files[] = {
    {"data/contacts.yaml",
     "\"111\":\n  value: \"111\"\n  name: Tổng đài\n  source: Cục Trẻ em\n  as_of: 2025-11-18\n"
     "  certainty: sure\n  review_by: 2026-06-30\nban:\n  value: x\n  certainty: doubtful\n"},
    {"data/statistics.yaml",
     "dh-36:\n  value: 36%\n  source: UNICEF, 2022\n  as_of: 2022-08-03\n  unit: phần trăm\n"
     "dh-1:\n  value: 1%\n  source: UNICEF\n  as_of: \"2022\"\n"
     "tuoi:\n  value: 7 tuổi\n  value-en: aged 7\n  source: Bộ A\n  source-en: Ministry A\n  as_of: "
     "\"2022\"\n"
     "  ai: trẻ em\n  ai-en: children\n  population: trẻ em\n"},
    {"data/words.yaml", "plain: chữ\nlist: [a, b]\nshown:\n  value: s\n  source: S\n  show_source: true\n"
                        "a.b:\n  value: dotted\n"},
    {"guides/muc.md", "# A\n\n## B {#b}\n\nb\n"},
    {"data/profiles/truong-a.yaml",
     "name: truong-a\nissuer: Trường A\nissuer-en: School A\nplace: Tây Ninh\nwords:\n  plain: riêng\n"},
};

static char folder[] = "/tmp/loa-edition-XXXXXX";

static int make_materials(void **state)
{
    (void)state;
    char path[256];
    if (!mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/data", folder);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/data/profiles", folder);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/guides", folder);
    mkdir(path, 0700);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i].path);
        FILE *file = fopen(path, "w");
        if (!file)
            return 1;
        fputs(files[i].text, file);
        fclose(file);
    }
    return 0;
}

static int remove_materials(void **state)
{
    (void)state;
    char path[256];
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i].path);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/data/profiles", folder);
    rmdir(path);
    snprintf(path, sizeof path, "%s/guides", folder);
    rmdir(path);
    snprintf(path, sizeof path, "%s/data", folder);
    rmdir(path);
    return rmdir(folder);
}

/* An edition of a Markdown text; NULL when it was refused. */
static const struct edition *make(struct probe *probe, const char *markdown, struct edition_options options)
{
    probe_init(probe);
    probe->library = library_open(&probe->arena, &probe->reporter, folder);
    probe->guide = guide_create(&probe->arena, &probe->reporter, probe->library, "guide.md", NULL, markdown,
                                strlen(markdown));
    assert_non_null(probe->guide);
    return edition_create(&probe->arena, &probe->reporter, probe->library, probe->guide, &options);
}

static void keeps(const char *markdown, struct edition_options options, const char *words)
{
    struct probe probe;
    const struct edition *edition = make(&probe, markdown, options);
    if (!edition)
        fail_msg("%s", builder_text(&probe.findings));
    assert_string_equal(node_plain_text(&probe.arena, edition->document), words);
    assert_string_equal(builder_text(&probe.findings), "");
    probe_clear(&probe);
}

static void refuses(const char *markdown, struct edition_options options, const char *findings)
{
    struct probe probe;
    assert_null(make(&probe, markdown, options));
    assert_string_equal(builder_text(&probe.findings), findings);
    probe_clear(&probe);
}

#define FOR(...) ((struct edition_options){__VA_ARGS__})

static void test_audiences(void **state)
{
    (void)state;
    const char *guide = "# Chung\n\n## Cha mẹ {audience=parents}\n\na\n\n### Con\n\n## Trẻ "
                        "{audience=children-6-10}\n\n## Em {audience=\"children, teachers\"}\n";
    keeps(guide, FOR(0), "Chung Cha mẹ a Con Trẻ Em");
    keeps(guide, FOR(.audience = "parents"), "Chung Cha mẹ a Con");
    keeps(guide, FOR(.audience = "phụ huynh"), "Chung Cha mẹ a Con");
    keeps(guide, FOR(.audience = "children"), "Chung Trẻ Em");
    keeps(guide, FOR(.audience = "children-6-10"), "Chung Trẻ Em");
    keeps(guide, FOR(.audience = "children-11-15"), "Chung Em");
    keeps(guide, FOR(.audience = "teachers"), "Chung Em");
    keeps(guide, FOR(.audience = "staff"), "Chung");
}

static void test_other_audiences(void **state)
{
    (void)state;
    const char *guide = "---\naudience: [children, parents]\n---\na\n";
    keeps(guide, FOR(.audience = "children-under-6"), "a");
    refuses(guide, FOR(.audience = "teachers"), "0:0+0 other-audience (it is for: children, parents)\n");
    refuses(guide, FOR(.audience = "parrents"), "0:0+0 unknown-audience (did you mean “parents”?)\n");
    refuses("::: do {audience=parents}\na\n:::\n", FOR(.audience = "staff"),
            "0:0+0 nothing-left (leave out --audience, --section or --lang)\n");
}

static void test_only(void **state)
{
    (void)state;
    const char *guide = "a\n\n::: only {piece=\"slides poster\"}\nb\n:::\n\n::: only {format=pdf "
                        "audience=parents}\nc\n:::\n\n- d\n\n  ::: {.only piece=handout}\n  e\n  :::\n";
    keeps(guide, FOR(0), "a b c d e");
    keeps(guide, FOR(.piece = "slides", .format = "png"), "a b d");
    keeps(guide, FOR(.piece = "handout", .format = "pdf"), "a c d e");
    keeps(guide, FOR(.piece = "handout", .format = "pdf", .audience = "staff"), "a d e");
    keeps("a {{words.plain}} ![x](y){piece=slides} b", FOR(.piece = "handout"), "a chữ  b");
}

static void test_only_joins_sections(void **state)
{
    (void)state;
    struct probe probe;
    const struct edition *edition = make(&probe, "# A\n::: only {piece=slides}\n## B\nb\n:::\nc\n", FOR(0));
    assert_string_equal(
        dump_node(&probe.arena, edition->document),
        "(document (section 1 #a (heading 1 (text \"A\")) (section 2 #b (heading 2 (text \"B\")) "
        "(paragraph (text \"b\")) (paragraph (text \"c\")))))");
    probe_clear(&probe);
}

static void test_languages(void **state)
{
    (void)state;
    const char *guide =
        "a\n\n::: only {lang=vi}\nb\n:::\n\n::: only {lang=\"en fr\"}\nc\n:::\n\n## d {lang=en-GB}\n";
    keeps(guide, FOR(0), "a b");
    keeps(guide, FOR(.language = "en"), "a c d");
    keeps(guide, FOR(.language = "vi-VN"), "a b");
    refuses(guide, FOR(.language = "km"), "0:0+0 other-language (it has: vi, en fr, en-GB)\n");
    keeps("a\n\n::: cards {language=en}\nb\n:::\n", FOR(0), "a b");
}

static void test_sections(void **state)
{
    (void)state;
    const char *guide =
        "mở\n\n# A\n\na\n\n## B\n\nb\n\n# C\n\nc\n\n::: only {piece=slides}\n# D {#d.e}\nd\n:::\n";
    const char *const one[] = {"b"}, *const two[] = {"c", "a"}, *const nested[] = {"b", "a"};
    const char *const inside[] = {"d.e"}, *const bad[] = {"d.f"};
    keeps(guide, FOR(.sections = one, .section_count = 1), "B b");
    keeps(guide, FOR(.sections = two, .section_count = 2), "A a B b C c");
    keeps(guide, FOR(.sections = nested, .section_count = 2), "A a B b");
    keeps(guide, FOR(.sections = inside, .section_count = 1), "D d");
    refuses(guide, FOR(.sections = bad, .section_count = 1), "0:0+0 unknown-section (did you mean “d.e”?)\n");
}

static void test_facts(void **state)
{
    (void)state;
    keeps("{{contacts.111}} {{contacts.111.name}} {{words.plain}} {{words.list}} {{words.a.b}}", FOR(0),
          "111 Tổng đài chữ a, b dotted");
    keeps("---\ntitle: T\ndate: 2026-01-09\nfacts:\n  lop: 6A\n  contacts:\n    \"111\": nhà\n---\n"
          "{{title}} {{date}} {{lop}} {{contacts.111}} {{contacts.111.name}}",
          FOR(0), "T 09/01/2026 6A nhà Tổng đài");
    keeps("---\nprofile: truong-a\n---\n{{profile.place}} {{place}} {{issuer}} {{words.plain}}", FOR(0),
          "Tây Ninh Tây Ninh Trường A riêng");
    keeps("---\nlanguage: en\ndate: 2026-01-09\n---\n{{date}}", FOR(0), "2026-01-09");
}

/* A fact in the edition's language, where its record has it. */
static void test_facts_in_languages(void **state)
{
    (void)state;
    const char *body = "{{issuer}}: {{statistics.tuoi}}, {{statistics.tuoi.ai}}, {{contacts.111.name}}";
    struct probe probe;
    char guide[256];
    snprintf(guide, sizeof guide, "---\nprofile: truong-a\n---\n%s", body);
    keeps(guide, FOR(0), "Trường A: 7 tuổi, trẻ em, Tổng đài");
    snprintf(guide, sizeof guide, "---\nprofile: truong-a\nlanguage: en-GB\n---\n%s", body);
    keeps(guide, FOR(0), "School A: aged 7, children, Tổng đài");
    const struct edition *edition = make(&probe, guide, FOR(0));
    assert_string_equal(edition->sources[0], "Ministry A, 2022");
    assert_string_equal(edition->issuer, "School A");
    probe_clear(&probe);
}

/* A section included before any heading stands beside those that follow, under the guide's title. */
static void test_include_first(void **state)
{
    (void)state;
    struct probe probe;
    const struct edition *edition =
        make(&probe, "---\ntitle: T\n---\n::: include muc#b\n:::\n\n## C\n\nc\n", FOR(0));
    assert_string_equal(dump_node(&probe.arena, edition->document),
                        "(document (section 2 #b (heading 2 (text \"B\")) (paragraph (text \"b\"))) "
                        "(section 2 #c (heading 2 (text \"C\")) (paragraph (text \"c\"))))");
    probe_clear(&probe);
}

static void test_sets(void **state)
{
    (void)state;
    const char *const sets[] = {"contacts.111=115", "lop=6=A", "title=Mới"};
    keeps("{{contacts.111}} {{lop}} {{title}}", FOR(.sets = sets, .set_count = 3), "115 6=A Mới");
    const char *const bad[] = {"contacts.111"};
    refuses("a", FOR(.sets = bad, .set_count = 1), "0:0+0 bad-set (for example: --set contacts.111=111)\n");
    struct probe probe;
    const char *const unused[] = {"tittle=x"};
    assert_non_null(make(&probe, "a", FOR(.sets = unused, .set_count = 1)));
    assert_string_equal(builder_text(&probe.findings), "warning 0:0+0 unused-set (did you mean “title”?)\n");
    probe_clear(&probe);
}

static void test_missing_facts(void **state)
{
    (void)state;
    refuses("Gọi điện **{{contacts.112}}** ngay", FOR(0),
            "1:12+16 unknown-fact (did you mean “contacts.111”?)\n");
    refuses("# Gọi {{profile.place}} {#a}", FOR(0), "1:7+17 unknown-fact\n");
    refuses("---\ntitle: Việt {{nothing.at-all}}\n---\na", FOR(0), "2:13+18 unknown-fact\n");
    refuses("a {{../contacts.111}}", FOR(0), "1:3+19 unknown-fact (did you mean “contacts.111”?)\n");
}

static void test_broken_data(void **state)
{
    (void)state;
    char path[256];
    snprintf(path, sizeof path, "%s/data/broken.yaml", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("a: [\n", file);
    fclose(file);
    keeps("{{words.plain}}", FOR(0), "chữ"); /* read only when needed */
    refuses("{{broken.a}}", FOR(0),
            "2:1+1 bad-yaml (look at the indentation, colons and quotes)\n1:1+12 unknown-fact\n");
    unlink(path);
}

static void test_doubts(void **state)
{
    (void)state;
    struct probe probe;
    assert_non_null(make(&probe,
                         "---\ndate: 2026-11-24\n---\nGọi {{contacts.111}} {{contacts.ban}} {{contacts.ban}}",
                         FOR(0)));
    assert_string_equal(builder_text(&probe.findings),
                        "warning 4:5+16 old-fact (check its source again: Cục Trẻ em)\n"
                        "warning 4:22+16 doubtful-fact (verify it with its source: —)\n");
    probe_clear(&probe);
    keeps("---\ndate: 2026-06-30\n---\n{{contacts.111}}", FOR(0), "111");
}

static void test_sources(void **state)
{
    (void)state;
    struct probe probe;
    const struct edition *edition =
        make(&probe, "{{contacts.111}} {{statistics.dh-36}} {{statistics.dh-36}} {{statistics.dh-1.unit2}}",
             FOR(0));
    assert_null(edition);
    probe_clear(&probe);
    edition = make(
        &probe,
        "{{contacts.111}} {{statistics.dh-36}} {{statistics.dh-36.unit}} {{statistics.dh-1}} {{words.shown}}",
        FOR(0));
    assert_string_equal(
        dump_node(&probe.arena, edition->document),
        "(document (paragraph (text \"111\") (text \" \") (text \"36%\" source \"UNICEF, 2022\") (text "
        "\" \") (text \"phần trăm\" source \"UNICEF, 2022\") (text \" \") (text \"1%\" source \"UNICEF, "
        "2022\") (text \" \") (text \"s\" source \"S\")))");
    assert_int_equal(edition->source_count, 3);
    assert_string_equal(edition->sources[0], "Cục Trẻ em, 2025");
    assert_string_equal(edition->sources[1], "UNICEF, 2022");
    assert_string_equal(edition->sources[2], "S");
    probe_clear(&probe);
}

static void test_matter(void **state)
{
    (void)state;
    struct probe probe;
    const char *const sets[] = {"subtitle=Phụ"};
    const struct edition *edition =
        make(&probe,
             "---\ntitle: Gọi {{contacts.111}} ở {{profile.place}}\nsubtitle: s\nprofile: truong-a\n---\na",
             FOR(.sets = sets, .set_count = 1, .piece = "slides", .audience = "giáo viên"));
    assert_string_equal(edition->title, "Gọi 111 ở Tây Ninh");
    assert_string_equal(edition->subtitle, "Phụ");
    assert_string_equal(edition->kicker, "");
    assert_string_equal(edition->issuer, "Trường A");
    assert_string_equal(edition->language, "vi");
    assert_string_equal(edition->date, "");
    assert_string_equal(edition->piece, "slides");
    assert_string_equal(edition->audience, "teachers");
    probe_clear(&probe);
    refuses("a", FOR(.profile = "truong-b"), "0:0+0 unknown-profile (did you mean “truong-a”?)\n");
}

static void becomes(const char *markdown, struct edition_options options, const char *tree)
{
    struct probe probe;
    const struct edition *edition = make(&probe, markdown, options);
    assert_non_null(edition);
    assert_string_equal(dump_node(&probe.arena, edition->document), tree);
    probe_clear(&probe);
}

/* The first call that an edition keeps holds the note, and numbers begin at 1 in each edition. */
static void test_footnotes_move(void **state)
{
    (void)state;
    const char *guide = "::: only {audience=parents}\na[^m]\n\nb[^n]\n:::\n\nc[^n] d[^n]\n\n"
                        "[^m]: e\n[^n]: {{words.plain}}\n";
    becomes(guide, FOR(.audience = "parents"),
            "(document (paragraph (text \"a\") (footnote_ref #note-1 (footnote #note-1 (paragraph (text "
            "\"e\"))))) (paragraph (text \"b\") (footnote_ref #note-2 (footnote #note-2 (paragraph (text "
            "\"chữ\"))))) (paragraph (text \"c\") (footnote_ref #note-2) (text \" d\") (footnote_ref "
            "#note-2)))");
    becomes(guide, FOR(.audience = "staff"),
            "(document (paragraph (text \"c\") (footnote_ref #note-1 (footnote #note-1 (paragraph (text "
            "\"chữ\")))) (text \" d\") (footnote_ref #note-1)))");
}

static void test_block_titles(void **state)
{
    (void)state;
    struct probe probe;
    const struct edition *edition = make(&probe, "::: do Gọi {{contacts.111}}\n:::\n", FOR(0));
    assert_string_equal(dump_node(&probe.arena, edition->document),
                        "(document (block do title \"Gọi 111\"))");
    probe_clear(&probe);
}

/* The guide that is compiled in comes out for everybody it names. */
static void test_builtin_guide(void **state)
{
    (void)state;
    struct probe probe;
    probe_init(&probe);
    struct library *library = library_open(&probe.arena, &probe.reporter, NULL);
    const struct source *source = library_source(library, "guides/tre-em-tren-mang.md");
    assert_non_null(source);
    assert_ptr_equal(source, library_source(library, "guides/tre-em-tren-mang.md"));
    struct guide *guide = guide_create(&probe.arena, &probe.reporter, library, source->name, NULL,
                                       source->text, source->length);
    assert_non_null(guide);
    for (size_t i = 0; i <= guide->front.audience_count; i++) {
        const char *audience = i < guide->front.audience_count ? guide->front.audiences[i] : NULL;
        assert_non_null(
            edition_create(&probe.arena, &probe.reporter, library, guide, &FOR(.audience = audience)));
    }
    assert_string_equal(builder_text(&probe.findings), "");
    probe_clear(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_audiences),
        cmocka_unit_test(test_other_audiences),
        cmocka_unit_test(test_only),
        cmocka_unit_test(test_only_joins_sections),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_sections),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_sets),
        cmocka_unit_test(test_facts_in_languages),
        cmocka_unit_test(test_include_first),
        cmocka_unit_test(test_missing_facts),
        cmocka_unit_test(test_broken_data),
        cmocka_unit_test(test_doubts),
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_matter),
        cmocka_unit_test(test_footnotes_move),
        cmocka_unit_test(test_block_titles),
        cmocka_unit_test(test_builtin_guide),
    };
    return cmocka_run_group_tests(tests, make_materials, remove_materials);
}
