/* YAML with places, also after Vietnamese text. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/yaml.h"
#include "findings.h"
#include <string.h>

static struct findings findings;

static int open_findings(void **state)
{
    (void)state;
    findings_open(&findings);
    return 0;
}

static int close_findings(void **state)
{
    (void)state;
    findings_close(&findings);
    return 0;
}

static const struct yaml_node *parse(const char *text)
{
    size_t length = strlen(text);
    const struct source *source = source_create(&findings.arena, "x.yaml", NULL, text, length);
    return yaml_parse(&findings.arena, &findings.reporter, source, 0, length);
}

/* "{a: 1, b: [x, "y"]}": scalars in quotes keep them. */
static void dump(struct builder *out, const struct yaml_node *node)
{
    if (node->key)
        builder_format(out, "%s: ", node->key);
    if (node->type == YAML_SCALAR)
        builder_format(out, node->quoted ? "\"%s\"" : "%s", node->text);
    else
        builder_char(out, node->type == YAML_MAP ? '{' : '[');
    size_t count = 0;
    for (const struct yaml_node *child = node->first; child; child = child->next) {
        builder_string(out, count++ ? ", " : "");
        dump(out, child);
    }
    assert_int_equal(count, node->count);
    if (node->type != YAML_SCALAR)
        builder_char(out, node->type == YAML_MAP ? '}' : ']');
}

static void becomes(const char *text, const char *expected)
{
    const struct yaml_node *root = parse(text);
    if (!root)
        fail_msg("%s: %s", text, findings_text(&findings));
    struct builder out;
    builder_init(&out, &findings.arena);
    dump(&out, root);
    assert_string_equal(builder_text(&out), expected);
    assert_int_equal(findings.calls, 0);
}

static void fails(const char *text, const char *expected)
{
    assert_null(parse(text));
    assert_string_equal(findings_text(&findings), expected);
    assert_int_equal(findings.calls, 1);
    findings_close(&findings);
    findings_open(&findings);
}

static void test_trees(void **state)
{
    (void)state;
    becomes("", "{}");
    becomes("# chú thích\n", "{}");
    becomes("---\n...\n", "{}");
    becomes("a: 1\nb: hai ba\n", "{a: 1, b: hai ba}");
    becomes("a: \"1\"\nb: '2'\nc: |\n  x\n  y\n", "{a: \"1\", b: \"2\", c: x\ny\n}");
    becomes("a:\n  b:\n    c: [1, {d: 2}]\n  e:\n", "{a: {b: {c: [1, {d: 2}]}, e: }}");
    becomes("- a\n- [b, c]\n-\n  - d\n", "[a, [b, c], [d]]");
    becomes("chỉ một dòng", "chỉ một dòng");
    becomes("\"\"", "\"\"");
    becomes("tiêu đề: Bảo vệ trẻ em\r\nnăm: 2026\r\n", "{tiêu đề: Bảo vệ trẻ em, năm: 2026}");
    becomes("a: b # c\n", "{a: b}");
    becomes("https: https://x.vn/y#z\n", "{https: https://x.vn/y#z}");
}

static void test_getters(void **state)
{
    (void)state;
    const struct yaml_node *root = parse("a: 1\nb: [2]\n");
    assert_string_equal(yaml_text(root, "a"), "1");
    assert_null(yaml_text(root, "b"));
    assert_null(yaml_text(root, "c"));
    assert_int_equal(yaml_get(root, "b")->count, 1);
    assert_null(yaml_get(yaml_get(root, "b"), "a"));
    assert_null(yaml_get(NULL, "a"));
    assert_null(yaml_text(NULL, "a"));
}

static void check_place(struct place place, unsigned line, unsigned column, unsigned width)
{
    struct location location = source_locate(place);
    assert_int_equal(location.line, line);
    assert_int_equal(location.column, column);
    assert_int_equal(location.width, width);
}

/* libyaml counts characters, sources bytes, readers clusters. */
static void test_places(void **state)
{
    (void)state;
    const struct yaml_node *root = parse("đề mục: Trẻ em  # ế\n"
                                         "số: [mười, \"hai mươi\"]\n"
                                         "e\u0302\u0301: 😀 x\r\n"
                                         "cuối:\n"
                                         "  sâu: giá trị\n");
    assert_non_null(root);
    const struct yaml_node *first = root->first, *list = first->next, *marks = list->next,
                           *last = marks->next;
    check_place(first->key_place, 1, 1, 6);
    check_place(first->place, 1, 9, 6);
    check_place(list->first->place, 2, 6, 4);
    check_place(list->first->next->place, 2, 12, 10);
    check_place(marks->key_place, 3, 1, 1);
    check_place(marks->place, 3, 4, 3);
    check_place(last->first->key_place, 5, 3, 3);
    check_place(last->first->place, 5, 8, 7);
}

static void test_part_of_a_source(void **state)
{
    (void)state;
    const char *text = "---\ntiêu đề: chào\nkhóa: [\n---\n# Đề mục\n";
    const struct source *source = source_create(&findings.arena, "bai.md", NULL, text, strlen(text));
    size_t end = (size_t)(strstr(text, "khóa") - text);
    const struct yaml_node *root = yaml_parse(&findings.arena, &findings.reporter, source, 4, end);
    assert_non_null(root);
    assert_int_equal(root->count, 1);
    check_place(root->first->place, 2, 10, 4);
    assert_null(yaml_parse(&findings.arena, &findings.reporter, source, 4, end + strlen("khóa: [\n")));
    assert_non_null(strstr(findings_text(&findings), "bad-yaml"));
    assert_non_null(yaml_parse(&findings.arena, &findings.reporter, source, 4, 4));
}

#define HINT " (look at the indentation, colons and quotes)\n"

static void test_errors(void **state)
{
    (void)state;
    fails("tiêu đề: Trẻ em: an toàn\n",
          "1:16+1 error bad-yaml: bad YAML: a “:” can't stand here unless the value is in quotes" HINT);
    fails("đề: 1\nmục\nhai: 2\n", "2:1+1 error bad-yaml: bad YAML: a “:” is missing after the key" HINT);
    fails("đề: \"chưa đóng\nhai: 2\n", "1:5+1 error bad-yaml: bad YAML: a quote is never closed" HINT);
    fails("ế: 1\n  mục: 2\n",
          "2:6+1 error bad-yaml: bad YAML: a “:” can't stand here unless the value is in quotes" HINT);
    fails("a:\n    b: 1\n  c: 2\n",
          "3:3+1 error bad-yaml: bad YAML: the indentation does not match the lines above, or a quote is too "
          "much" HINT);
    fails("ế: \"đ\" x\n",
          "1:8+1 error bad-yaml: bad YAML: the indentation does not match the lines above, or a quote is too "
          "much" HINT);
    fails("ế: [đ, b\n", "1:4+1 error bad-yaml: bad YAML: the list in brackets lacks a “,” or “]”" HINT);
    fails("ế: @đ\n", "1:4+1 error bad-yaml: bad YAML: a value can't begin with this character unless it is "
                     "in quotes" HINT);
    fails("a:\n\t- b\n", "2:1+1 error bad-yaml: bad YAML: a value can't begin with this character unless it "
                         "is in quotes" HINT);
    fails("đ: \"\\q\"\n",
          "1:5+1 error bad-yaml: bad YAML: in double quotes “\\” begins a special character; use "
          "single quotes to write “\\”" HINT);
    fails("ế: \x01\n", "1:4+1 error bad-yaml: bad YAML: there is an invisible control character" HINT);
    fails("? [a]\n: b\n", "1:3+1 error bad-yaml: bad YAML: a key must be a word" HINT);
    fails("a: 1\n---\nb: 2\n",
          "2:1+3 error bad-yaml: bad YAML: a file holds one YAML document, this “---” begins a second" HINT);
}

/* Every sentence of yaml_problems.def is in both languages. */
static void test_language(void **state)
{
    (void)state;
    findings.reporter.ui = LOA_UI_VI;
    assert_null(parse("đề: \"chưa đóng\n"));
    assert_string_equal(
        findings_text(&findings),
        "1:5+1 error bad-yaml: YAML sai: dấu nháy mở ra mà chưa đóng (xem lại thụt lề, dấu hai "
        "chấm và dấu nháy)\n");
}

/* What could make a small file a huge tree. */
static void test_references(void **state)
{
    (void)state;
    static const char *const texts[] = {"a: &x 1\n",     "a: *x\n",        "a: !int 1\n",
                                        "a: &x [1]\n",   "a: &x {b: 1}\n", "a: !!map {b: 1}\n",
                                        "a: ! {b: 1}\n", "&x a: 1\n",      "- *x\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (parse(texts[i]))
            fail_msg("%s", texts[i]);
        assert_int_equal(findings.calls, 1);
        close_findings(NULL);
        open_findings(NULL);
    }
    fails("ế: &đ 1\n",
          "1:5+1 error bad-yaml: bad YAML: a value can't begin with “&” or “*” unless it is in quotes" HINT);
    fails("ế: &x 1\n", "1:4+4 error bad-yaml: bad YAML: YAML's “&”, “*” and “!” can't be used here; put text "
                       "in quotes" HINT);
    becomes("a: \"&x *y !z\"\nb: R&D\n", "{a: \"&x *y !z\", b: R&D}");
}

static void test_directives(void **state)
{
    (void)state;
    becomes("%YAML 1.1\n---\na: 1\n", "{a: 1}");
    becomes("a: \"%TAG\n  %TAG\"\nb: x %TAG !x! y\n", "{a: \"%TAG %TAG\", b: x %TAG !x! y}");
    const char *message = "2:1+4 error bad-yaml: bad YAML: YAML's “%TAG” can't be used here" HINT;
    fails("# ế\n%TAG !x! y\n---\na: 1\n", message);
    struct builder text;
    builder_init(&text, &findings.arena);
    builder_char(&text, '\n');
    for (int i = 0; i < 300000; i++)
        builder_format(&text, "%%TAG !a%d! b\n", i);
    fails(builder_text(&text), message);
}

static void test_duplicates(void **state)
{
    (void)state;
    fails("ế: 1\nb: 2\nế: 3\n", "3:1+1 error duplicate-key: the key “ế” stands twice (remove one of them)\n");
    fails("a:\n  b: 1\n  b: 1\n",
          "3:3+1 error duplicate-key: the key “b” stands twice (remove one of them)\n");
    becomes("a: {b: 1}\nb: {b: 1}\n", "{a: {b: 1}, b: {b: 1}}");
}

static void test_unknown_keys(void **state)
{
    (void)state;
    static const char *const known[] = {"title", "tiêu-đề", "date"};
    const struct yaml_node *root = parse("titel: 1\ntieu-de: 2\ndate: 3\nhoàn toàn khác: 4\n");
    assert_int_equal(yaml_unknown_keys(root, known, 3, &findings.reporter), 3);
    assert_string_equal(findings_text(&findings),
                        "1:1+5 error unknown-key: there is no key “titel” (did you mean “title”?)\n"
                        "2:1+7 error unknown-key: there is no key “tieu-de” (did you mean “tiêu-đề”?)\n"
                        "4:1+14 error unknown-key: there is no key “hoàn toàn khác”\n");
    assert_int_equal(yaml_unknown_keys(parse("date: 3\n"), known, 3, &findings.reporter), 0);
}

static void test_nesting(void **state)
{
    (void)state;
    char text[4000] = "", closing[2000] = "";
    for (int i = 0; i < LIMIT_NESTING; i++) {
        strcat(text, "[");
        strcat(closing, "]");
    }
    struct builder all;
    builder_init(&all, &findings.arena);
    builder_format(&all, "%sx%s", text, closing);
    assert_non_null(parse(builder_text(&all)));
    builder_init(&all, &findings.arena);
    builder_format(&all, "[%sx%s]", text, closing);
    assert_null(parse(builder_text(&all)));
    assert_non_null(strstr(findings_text(&findings), "1:66+1 error too-deep"));

    char *brackets = arena_alloc(&findings.arena, 1000001); /* libyaml's own limit, or ours: no crash */
    memset(brackets, '[', 1000000);
    assert_null(parse(brackets));
}

static void test_many_keys(void **state)
{
    (void)state;
    struct builder text;
    builder_init(&text, &findings.arena);
    for (int i = 0; i < 100000; i++)
        builder_format(&text, "k%d: %d\n", i, i);
    const struct yaml_node *root = parse(builder_text(&text));
    assert_non_null(root);
    assert_int_equal(root->count, 100000);
}

struct small {
    struct arena arena;
    const char *text;
};

static enum loa_status parse_small(void *data)
{
    struct small *small = data;
    struct reporter reporter = {0};
    size_t length = strlen(small->text);
    const struct source *source = source_create(&small->arena, "x", NULL, small->text, length);
    yaml_parse(&small->arena, &reporter, source, 0, length);
    return LOA_OK;
}

/* The arena ends in the middle of a tree: what libyaml holds is given back (leak checking sees the rest). */
static void test_exhausted(void **state)
{
    (void)state;
    struct builder text;
    builder_init(&text, &findings.arena);
    for (int i = 0; i < 5000; i++)
        builder_format(&text, "- {k: [%d, \"chữ\"]}\n", i);
    struct small small = {.text = builder_text(&text)};
    arena_init(&small.arena, 1 << 20);
    assert_int_equal(arena_protect(&small.arena, parse_small, &small), LOA_LIMIT);
    arena_clear(&small.arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_findings, close_findings)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_trees),      TEST(test_getters),      TEST(test_places),     TEST(test_part_of_a_source),
        TEST(test_errors),     TEST(test_language),     TEST(test_references), TEST(test_directives),
        TEST(test_duplicates), TEST(test_unknown_keys), TEST(test_nesting),    TEST(test_many_keys),
        TEST(test_exhausted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
