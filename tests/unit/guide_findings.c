/* What is wrong with a guide, and where exactly: line:column+width in grapheme clusters. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "guide_probe.h"

static void finds_in(const char *bytes, size_t length, const char *findings, bool refused)
{
    struct probe probe;
    probe_read_bytes(&probe, bytes, length);
    assert_string_equal(builder_text(&probe.findings), findings);
    assert_int_equal(refused, probe.guide == NULL);
    probe_clear(&probe);
}

static void refuses(const char *markdown, const char *findings)
{
    finds_in(markdown, strlen(markdown), findings, true);
}

static void warns(const char *markdown, const char *findings)
{
    finds_in(markdown, strlen(markdown), findings, false);
}

static void test_bytes(void **state)
{
    (void)state;
    finds_in("Việt\nNữ\0 a", 12, "2:3+1 nul-byte\n", true);
    refuses("Việt\n\nNữ \xFF a \xFE\n", "3:4+1 bad-utf8 (save the file again as UTF-8)\n");
    refuses("# Một \xE1\xBA", "1:7+1 bad-utf8 (save the file again as UTF-8)\n");
    const char *empty = "1:1+1 empty-guide (begin with a line “# Title”)\n";
    refuses("", empty);
    refuses(" \n\r\n\t", empty);
    refuses("\xEF\xBB\xBF", empty);
    refuses("<!-- chỉ có chú thích -->", empty);
    refuses("***\n\n#\n\n- \n\n| |\n|-|\n\n```\n\n```\n[](u)\n\n` `\n\n&nbsp;\n", empty);
    refuses("---\ntitle: a\n---\n\n", "4:1+1 empty-guide (begin with a line “# Title”)\n");
}

static void test_front_matter(void **state)
{
    (void)state;
    refuses("---\ntitle: a\n\n# b\n", "1:1+3 unclosed-front-matter (add a line “---” after its last line)\n");
    refuses("---\ntitel: Bảo vệ\n---\na\n", "2:1+5 unknown-key (did you mean “title”?)\n");
    refuses("---\nlanguage: Tiếng Việt\n---\na\n",
            "2:11+10 bad-language (Vietnamese is vi, English en, Khmer km)\n");
    refuses("---\naudience: [phụ huynh, giáo vien, thay-boi]\n---\na\n", "2:34+8 unknown-audience\n");
    refuses("---\naudience: parent\n---\na\n", "2:11+6 unknown-audience (did you mean “parents”?)\n");
    refuses("---\ntitle: [a]\n---\na\n", "2:8+1 not-a-text\n");
    refuses("---\nfacts: 1\n---\na\n", "2:8+1 not-a-map\n");
    refuses("---\n- a\n---\na\n",
            "2:1+1 bad-front-matter (for example: title: Keeping children safe online)\n");
    warns("---\ndate: 24/11/2026\n---\na\n", "warning 2:7+10 bad-date (for example: 2026-11-24)\n");
    warns("---\ndate: 2026-13-24\n---\na\n", "warning 2:7+10 bad-date (for example: 2026-11-24)\n");
}

static void test_broken_yaml_is_one_error(void **state)
{
    (void)state;
    struct probe probe;
    probe_read(&probe, "---\ntitle: \"a\nb: c\n---\n# d\n");
    assert_null(probe.guide);
    assert_non_null(strstr(builder_text(&probe.findings), "bad-yaml"));
    assert_int_equal(probe.reporter.counts[LOA_ERROR], 1);
    probe_clear(&probe);
}

#define NO_END  "unclosed-block (add a line “:::” after its last line)\n"
#define IN_TEXT "fence-in-text (put “:::” on a line of its own, indented like the text around it)\n"
#define STRAY   "stray-close (remove it, or open a block with “::: name”)\n"
#define CROSSES "block-crosses (put both “:::” lines inside or both outside, indented alike)\n"

static void test_fences(void **state)
{
    (void)state;
    refuses("Đầu\n\n::: steps Bước\na\n", "3:1+14 " NO_END);
    refuses("> ::: steps\n> a\n\nb\n", "1:3+9 " CROSSES);
    refuses(":::: cards\n::: do\na\n:::\n", "1:1+10 " NO_END);
    refuses("Đầu\n:::\n", "2:1+3 " STRAY);
    refuses("::: do\n:::\n  :::\n", "3:3+3 " STRAY);
    refuses("Việt\n\n::: stesp Nhớ\na\n:::\n", "3:5+5 unknown-block (did you mean “steps”?)\n");
    refuses("::: {.khong-co-dau #x}\n:::\n", "1:7+12 unknown-block\n");
    refuses("::: {#x}\n:::\n", "1:5+4 unnamed-block (for example: ::: {.steps})\n");
    refuses("a\n      ::: do\n", "2:7+6 " IN_TEXT);
    refuses("- ::: do\n  a\n", "1:3+3 " IN_TEXT);
}

static void test_fences_across_containers(void **state)
{
    (void)state;
    refuses("- a\n  ::: do\n  b\n:::\n", "2:3+6 " CROSSES);
    refuses("::: do\n- a\n  :::\n", "3:3+3 " CROSSES);
    refuses("> ::: do\n> a\n:::\n", "1:3+6 " CROSSES);
}

#define UNCLOSED "attributes-unclosed (add “}” on the same line)\n"
#define NO_NAME  "attribute-without-name (without space: #id, .class)\n"
#define NO_VALUE(key)                                                                                        \
    "attribute-without-value (write " key "=value, or ." key                                                 \
    " for a class; a value with spaces stands in quotes)\n"
#define TWICE "attribute-twice (remove one of them)\n"

static void test_attributes(void **state)
{
    (void)state;
    refuses("# Tiếng Việt {#a .}\n", "1:18+1 " NO_NAME);
    refuses("# Tiếng Việt {a=\"b}\n",
            "1:17+1 attribute-quote (add \" at the value's end; \\\" is the sign itself)\n");
    refuses("# Tiếng Việt {icon=}\n", "1:15+5 " NO_VALUE("icon"));
    refuses("::: steps {.a b}\n:::\n", "1:15+1 " NO_VALUE("b"));
    refuses("::: {.steps} {.b\n:::\n", "1:14+3 words-after-attributes (put these words before “{”)\n");
    refuses("::: steps {.b\n:::\n", "1:11+1 " UNCLOSED);
    refuses("::: steps {title=\"a\".b}\n:::\n", "1:21+1 attribute-joined\n");
    refuses(
        "::: steps {.a {.b}}\n:::\n",
        "1:15+1 attribute-character (write {#id .class key=value}; a value that holds this sign stands in "
        "quotes)\n");
    refuses("::: steps {icon=a icon=b}\n:::\n", "1:19+6 " TWICE);
    refuses("# Một {#a #b}\n", "1:11+2 " TWICE);
    refuses("Ảnh ![đó](a.png){width=50% nữa\n", "1:17+1 " UNCLOSED);
    warns("Ảnh ![đó](a.png){width 50%} nữa\n",
          "warning 1:17+11 odd-braces (attributes are written {#id .class key=value})\n");
    warns("Ảnh ![đó](a.png)\\{width 50%} {x} {{title}}\n", "");
    refuses("Nói [sorry]{language=en x} nhé\n", "1:25+1 " NO_VALUE("x"));
    refuses("```js {.x y}\na\n```\n", "1:11+1 " NO_VALUE("y"));
    refuses("- a\n- b\n\n{.x y}\n", "4:5+1 " NO_VALUE("y"));
    refuses("# Việt {audiense=parents}\n", "1:9+8 unknown-attribute (did you mean “audience”?)\n");
    refuses("::: steps {titel=2}\n:::\n", "1:12+5 unknown-attribute (did you mean “title”?)\n");
    refuses("Ảnh ![đó](a.png){widht=50%}\n", "1:18+5 unknown-attribute (did you mean “width”?)\n");
    refuses("# Việt {audience=\"parents teecher\"}\n",
            "1:27+7 unknown-audience (did you mean “teachers”?)\n");
    refuses("# Một {#a}\n\nb\n\n## Hai {#a}\n\n::: do {#a}\n:::\n",
            "5:9+2 duplicate-id (choose another)\n7:9+2 duplicate-id (choose another)\n");
    warns("# Tiếng {việt}\n", "warning 1:9+6 odd-braces (attributes are written {#id .class key=value})\n");
}

static void test_facts(void **state)
{
    (void)state;
    refuses("Gọi điện {{contacts.111\n",
            "1:10+2 unclosed-fact (add “}}”, or write `…` around braces to show them)\n");
    refuses("Gọi điện {{ }} và {{a b}}\n", "1:10+5 bad-fact (for example: {{contacts.111}})\n"
                                           "1:19+7 bad-fact (for example: {{contacts.111}})\n");
    refuses("Gọi &amp; \\* điện {{}}\n", "1:19+4 bad-fact (for example: {{contacts.111}})\n");
    refuses("> dòng\n> hai *nữa*\nlười {{}}\n", "3:6+4 bad-fact (for example: {{contacts.111}})\n");
    refuses("|Cột|\n|-|\n|x \\| {{}}|\n", "3:7+4 bad-fact (for example: {{contacts.111}})\n");
}

static void test_alerts(void **state)
{
    (void)state;
    warns("Đầu\n\n> [!WARNNG]\n> a\n", "warning 3:3+9 unknown-alert (did you mean “WARNING”?)\n");
    warns("> [!NOTE] cùng dòng\n", "warning 1:3+7 alert-not-alone (begin a new line after “]”)\n");
}

#define HTML "raw-html (write it in Markdown)\n"

static void test_html(void **state)
{
    (void)state;
    warns("Chữ <u>gạch</u> dưới\n", "warning 1:5+3 " HTML);
    warns("<div>\nx\n</div>\n", "warning 1:1+5 " HTML);
    warns("a\n\n<!-- x --> chữ\n", "warning 3:1+14 " HTML);
    refuses("Đầu\n\n<!-- quên đóng\n\n# Mất\n", "3:1+4 unclosed-comment (add “-->”)\n");
}

static void test_links(void **state)
{
    (void)state;
    warns("Đọc [thêm]()\n",
          "warning 1:5+8 no-target (write the address between the parentheses: [words](https://…))\n");
}

static void test_footnotes(void **state)
{
    (void)state;
    warns("Chữ việt[^1] có\n", "warning 1:9+4 no-footnote (add a line “[^1]: the note”)\n");
    warns("Chữ[^a]\n\n[^a]: một\n\n> [^b]: hai\n\n[^a]: ba\n",
          "warning 5:3+4 unused-footnote (call “[^b]” in a sentence, or remove this line)\n"
          "warning 7:1+4 unused-footnote (call “[^a]” in a sentence, or remove this line)\n");
    warns("```\n[^a]: một\n```\n\n    [^b]: x\n\n<!--\n[^c]: x\n-->\n", "");
}

static void test_strict(void **state)
{
    (void)state;
    struct probe probe;
    probe_init(&probe);
    probe.reporter.strict = true;
    const char text[] = "a <u>b</u>";
    guide_create(&probe.arena, &probe.reporter, NULL, "g", NULL, text, sizeof text - 1);
    assert_string_equal(builder_text(&probe.findings), "1:3+3 " HTML);
    probe_clear(&probe);
}

static void test_values(void **state)
{
    (void)state;
    static const char *const names[] = {"slides", "handout"};
    struct probe probe;
    probe_read(&probe, "# Việt {piece=\"handout slide\"}\n\n::: only {piece=slides}\na\n:::\n");
    assert_false(guide_check_attribute(probe.guide, &probe.reporter, "piece", names, 2));
    assert_string_equal(builder_text(&probe.findings), "1:24+5 unknown-value (did you mean “slides”?)\n");
    probe_clear(&probe);
}

/* The places of a guide's texts, all on one line. */
static void test_places(void **state)
{
    (void)state;
    struct probe probe;
    probe_read(&probe, "Đoạn *một* &amp; `mã` [chữ](a \"chữ\") chữ\n  dòng **hai**\n");
    const char *const words[] = {"Đoạn ", "một", NULL, "mã", NULL, "chữ", " chữ", "dòng ", "hai"};
    size_t count = 0;
    struct node_iterator iterator;
    node_iterate(&iterator, probe.guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *node = iterator.node;
        if (iterator.event != NODE_ENTER || !node->text)
            continue;
        if (words[count]) {
            struct place place = node->place;
            assert_int_equal(place.end - place.start, strlen(words[count]));
            assert_memory_equal(place.source->text + place.start, words[count], place.end - place.start);
        }
        count++;
    }
    assert_int_equal(count, sizeof words / sizeof *words);
    probe_clear(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_front_matter),
        cmocka_unit_test(test_broken_yaml_is_one_error),
        cmocka_unit_test(test_fences),
        cmocka_unit_test(test_fences_across_containers),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_alerts),
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_footnotes),
        cmocka_unit_test(test_strict),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
