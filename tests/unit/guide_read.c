/* What each construct of a guide becomes. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "guide_probe.h"

static void becomes(const char *markdown, const char *tree)
{
    struct probe probe;
    probe_read(&probe, markdown);
    const char *dump = probe_dump(&probe);
    if (builder_text(&probe.findings)[0])
        fail_msg("%s: %s", markdown, builder_text(&probe.findings));
    assert_string_equal(dump, tree);
    probe_clear(&probe);
}

static void test_paragraphs(void **state)
{
    (void)state;
    becomes("Xin chào\nmọi *người* **và** ~~bỏ~~ `mã`.\n",
            "(paragraph (text \"Xin chào\") (soft_break) (text \"mọi \") (emphasis (text \"người\")) (text "
            "\" \") "
            "(strong (text \"và\")) (text \" \") (strike (text \"bỏ\")) (text \" \") (code \"mã\") (text "
            "\".\"))");
    becomes("a  \nb<br>c<BR/>d",
            "(paragraph (text \"a\") (hard_break) (text \"b\") (hard_break) (text \"c\") "
            "(hard_break) (text \"d\"))");
    becomes("a\r\nb\r\n", "(paragraph (text \"a\") (soft_break) (text \"b\"))");
    becomes("\xEF\xBB\xBFmột", "(paragraph (text \"một\"))");
    becomes("a\n\n---\n\nb", "(paragraph (text \"a\")) (rule) (paragraph (text \"b\"))");
    becomes("a &amp; b \\* c &lt;", "(paragraph (text \"a & b * c <\"))");
    becomes("\"thẳng\" -- ...", "(paragraph (text \"\"thẳng\" -- ...\"))");
}

static void test_text_is_composed(void **state)
{
    (void)state;
    becomes("e\xCC\x82\xCC\x81 `e\xCC\x81`", "(paragraph (text \"ế \") (code \"é\"))");
    becomes("# Tie\xCC\x82\xCC\x81ng", "(section 1 #tieng (heading 1 (text \"Tiếng\")))");
}

static void test_lists(void **state)
{
    (void)state;
    becomes("3. a\n4. b\n", "(list from 3 (item (paragraph (text \"a\"))) (item (paragraph (text \"b\"))))");
    becomes("- a\n\n- b\n", "(list loose (item (paragraph (text \"a\"))) (item (paragraph (text \"b\"))))");
    becomes("- [ ] làm\n- [x] xong\n",
            "(list (item [ ] (paragraph (text \"làm\"))) (item [x] (paragraph (text "
            "\"xong\"))))");
}

static void test_spans(void **state)
{
    (void)state;
    becomes("Nói [sorry]{language=en} và [**bạn** [x] {{a}}]{audience=children .b}.",
            "(paragraph (text \"Nói \") (span lang:en language=en (text \"sorry\")) (text \" và \") (span .b "
            "audience=children (strong (text \"bạn\")) (text \" [x] \") (fact \"a\")) (text \".\"))");
    becomes("## Về [*spam*]{language=en}\n", "(section 2 #ve-spam (heading 2 (text \"Về \") (span lang:en "
                                             "language=en (emphasis (text \"spam\")))))");
    becomes("## a]{#b}\n", "(section 2 #b (heading 2 (text \"a\") (text \"]\")))");
    becomes("a \\[b]{.x} c", "(paragraph (text \"a [b\") (text \"]{.x} c\"))");
    becomes("[a]{x y} [b] {.x} `[`c]{.x}",
            "(paragraph (text \"[a]{x y} [b] {.x} \") (code \"[\") (text \"c\") (text \"]{.x}\"))");
    becomes("*a [b* c]{.x}", "(paragraph (emphasis (text \"a [b\")) (text \" c\") (text \"]{.x}\"))");
}

static void test_definitions(void **state)
{
    (void)state;
    becomes("OTP\n: mã *một* lần\n  dòng hai\n: số\n\n**Mồi**\n:   x {{a}}\n",
            "(list definitions (item (paragraph (text \"OTP\")) (paragraph (text \"mã \") (emphasis (text "
            "\"một\")) (text \" lần\") (soft_break) (text \"dòng hai\")) (paragraph (text \"số\"))) (item "
            "(paragraph (strong (text \"Mồi\"))) (paragraph (text \"x \") (fact \"a\"))))");
    becomes("hai\ndòng\n: x",
            "(paragraph (text \"hai\") (soft_break) (text \"dòng\") (soft_break) (text \": x\"))");
    becomes(": x\n:y", "(paragraph (text \": x\") (soft_break) (text \":y\"))");
    becomes("a\n\\: x", "(paragraph (text \"a\") (soft_break) (text \": x\"))");
}

static void test_links_and_pictures(void **state)
{
    (void)state;
    becomes("[chữ](https://a.vn \"tên\")",
            "(paragraph (link to \"https://a.vn\" title \"tên\" (text \"chữ\")))");
    becomes("xem www.a.vn nhé",
            "(paragraph (text \"xem \") (link to \"http://www.a.vn\" (text \"www.a.vn\")) "
            "(text \" nhé\"))");
    becomes("![ảnh](x.png){width=50% .full} sau",
            "(paragraph (image to \"x.png\" .full width=50% (text \"ảnh\")) (text \" sau\"))");
    becomes("[a][r]{.x}\n\n[r]: b.html", "(paragraph (link to \"b.html\" .x (text \"a\")))");
    becomes("::: steps\n[a][r]\n:::\n\n[r]: b.html",
            "(block steps (paragraph (link to \"b.html\" (text \"a\"))))");
}

static void test_tables(void **state)
{
    (void)state;
    becomes("| A | B |\n|:--|--:|\n| x \\| y | `c` |\n", "(table (row header (cell (text \"A\")) (cell (text "
                                                         "\"B\"))) (row (cell (text \"x | y\")) (cell (code "
                                                         "\"c\"))))");
    const char *charted =
        "(table .chart title=bar (row header (cell (text \"A\")) (cell (text \"B\"))) (row (cell "
        "(text \"x\")) (cell (text \"1\"))))";
    becomes("| A | B |\n|---|---|\n| x | 1 |\n{.chart title=bar}\n", charted);
    becomes("| A | B |\n|---|---|\n| x | 1 |\n\n{.chart title=bar}\n", charted);
}

static void test_footnotes(void **state)
{
    (void)state;
    becomes("a[^n] b[^n]\n\n[^n]: chú *ý*\n",
            "(paragraph (text \"a\") (footnote_ref #note-1 (footnote #note-1 (paragraph (text "
            "\"chú \") (emphasis (text \"ý\"))))) (text "
            "\" b\") (footnote_ref #note-1))");
    becomes("a[^x]\n\n[^x]: một[^y]\n[^y]: hai[^x]\n",
            "(paragraph (text \"a\") (footnote_ref #note-1 (footnote #note-1 (paragraph (text \"một\") "
            "(footnote_ref #note-2 (footnote #note-2 (paragraph "
            "(text \"hai\") (footnote_ref #note-1))))))))");
}

static void test_code(void **state)
{
    (void)state;
    becomes("```chart x\na: 1\n\nb: {.c}\n```\n", "(code_block \"a: 1\\n\\nb: {.c}\" info \"chart x\")");
    becomes("```js {.lines title=\"x}\"}\na\n```\n", "(code_block \"a\" info \"js\" .lines title=x})");
    becomes("~~~{.python audience=parents}\na\n~~~\n",
            "(code_block \"a\" info \"python\" .python audience=parents)");
    becomes("```js {x, y}\na\n```\n", "(code_block \"a\" info \"js {x, y}\")");
    becomes("```\n::: steps\n:::\n<?php <!DOCTYPE x>\n{{fact}} ![](a){width=1}\n```\n",
            "(code_block \"::: steps\\n:::\\n<?php <!DOCTYPE x>\\n{{fact}} ![](a){width=1}\")");
    becomes("    ::: steps\n", "(code_block \"::: steps\")");
    becomes("`a{.b}` `{{c}}` `<?x?>`",
            "(paragraph (code \"a{.b}\") (text \" \") (code \"{{c}}\") (text \" \") "
            "(code \"<?x?>\"))");
}

static void test_facts(void **state)
{
    (void)state;
    becomes("gọi {{contacts.111}} ngay",
            "(paragraph (text \"gọi \") (fact \"contacts.111\") (text \" ngay\"))");
    becomes("**{{ a.b_c_d }}**", "(paragraph (strong (fact \"a.b_c_d\")))");
    becomes("# Số {{x}} {#s}\n", "(section 1 #s (heading 1 (text \"Số \") (fact \"x\")))");
    becomes("|{{a}}|\n|-|\n|b{{c}}|\n",
            "(table (row header (cell (fact \"a\"))) (row (cell (text \"b\") (fact \"c\"))))");
    becomes("![{{a}}](b.png)", "(paragraph (image to \"b.png\" (fact \"a\")))");
}

static void test_sections(void **state)
{
    (void)state;
    becomes("mở\n\n# Một\n\na\n\n### Ba\n\nb\n\n## Hai\n\n# Một\n",
            "(paragraph (text \"mở\")) (section 1 #mot (heading 1 (text \"Một\")) (paragraph (text \"a\")) "
            "(section "
            "3 #ba (heading 3 (text \"Ba\")) (paragraph (text \"b\"))) (section 2 #hai (heading 2 (text "
            "\"Hai\")))) (section 1 #mot-2 (heading 1 (text \"Một\")))");
    becomes(
        "# a\n# a\n# a-2\n# a\n# ???\n",
        "(section 1 #a (heading 1 (text \"a\"))) (section 1 #a-2 (heading 1 (text \"a\"))) (section 1 #a-2-2 "
        "(heading 1 (text \"a-2\"))) (section 1 #a-3 (heading 1 (text \"a\"))) (section 1 #muc (heading 1 "
        "(text "
        "\"???\")))");
    becomes("# a\n# b {#a}\n",
            "(section 1 #a-2 (heading 1 (text \"a\"))) (section 1 #a (heading 1 (text \"b\")))");
    becomes("> # trích\n", "(quote (heading 1 (text \"trích\")))");
    becomes("::: cards\n### Thẻ\n:::\n", "(block cards (heading 3 (text \"Thẻ\")))");
    becomes("# A\n::: {.only piece=slides}\n## B\nb\n:::\n",
            "(section 1 #a (heading 1 (text \"A\")) (block only piece=slides (section 2 #b (heading 2 (text "
            "\"B\")) "
            "(paragraph (text \"b\")))))");
}

static void test_heading_attributes(void **state)
{
    (void)state;
    becomes("## Bắt nạt {#conduct.bullying .big icon=hand-stop title=\"hai từ\"}\n",
            "(section 2 #conduct.bullying .big icon=hand-stop title=hai từ (heading 2 (text \"Bắt nạt\")))");
    becomes("## **đậm**{.x}\n", "(section 2 #dam .x (heading 2 (strong (text \"đậm\"))))");
    becomes("a\nb {.x}\n===\n", "(section 1 #a-b .x (heading 1 (text \"a\") (soft_break) (text \"b\")))");
    becomes("# {#only-id}\na\n", "(section 1 #only-id (heading 1) (paragraph (text \"a\")))");
    becomes("# a {language=en}\n", "(section 1 #a lang:en language=en (heading 1 lang:en (text \"a\")))");
    becomes("không phải tiêu đề {.x}", "(paragraph (text \"không phải tiêu đề {.x}\"))");
    becomes("## a {title=\"nói \\\"dạ\\\" \\\\ \\{x\\}\" icon='it\\'s'}\n",
            "(section 2 #a title=nói \"dạ\" \\ {x} icon=it's (heading 2 (text \"a\")))");
    becomes("## a { .x  title=b?c=d }\n", "(section 2 #a .x title=b?c=d (heading 2 (text \"a\")))");
    becomes("Tập {x, y} và {#} và {.} ở giữa\n", "(paragraph (text \"Tập {x, y} và {#} và {.} ở giữa\"))");
    becomes("## a \\\\{.x}", "(section 2 #a .x (heading 2 (text \"a \\\")))");
    becomes("## a \\{.x}", "(section 2 #a-x (heading 2 (text \"a {.x}\")))");
    becomes("## ![a](b){.left}\n", "(section 2 #a (heading 2 (image to \"b\" .left (text \"a\"))))");
    becomes("> ## a {.x}\n", "(quote (heading 2 .x (text \"a\")))");
}

static void test_blocks(void **state)
{
    (void)state;
    const char *steps = "(block steps (paragraph (text \"a\")))";
    becomes("::: steps\na\n:::", steps);
    becomes(":::steps\na\n:::", steps);
    becomes("::: {.steps}\na\n:::\n", steps);
    becomes("::: Các Bước :::\na\n::::\n", steps);
    becomes("::: cac-buoc\na\n:::\n", steps);
    becomes("::: bước\na\n:::\n", steps);
    becomes("::: không nên làm gì {#k .wide icon=lock}\n:::\n",
            "(block dont #k title \"làm gì\" .wide icon=lock)");
    becomes("::: {.steps .wide #s title=\"Ba bước\"}\n:::\n",
            "(block steps #s title \"Ba bước\" .wide title=Ba bước)");
    becomes("a\n::: do\n- b\n:::\nc",
            "(paragraph (text \"a\")) (block do (list (item (paragraph (text \"b\"))))) "
            "(paragraph (text \"c\"))");
    becomes("::: cards\n```\n:::\n```\n:::\n", "(block cards (code_block \":::\"))");
    becomes("| a |\n|---|\n::: do\nb\n:::\n",
            "(table (row header (cell (text \"a\")))) (block do (paragraph (text \"b\")))");
}

static void test_nested_blocks(void **state)
{
    (void)state;
    const char *tree =
        "(block cards (block do (paragraph (text \"a\"))) (block dont (paragraph (text \"b\"))))";
    becomes(":::: cards\n::: do\na\n:::\n::: dont\nb\n:::\n::::\n", tree);
    becomes("::: cards\n::: do\na\n:::\n::: dont\nb\n:::\n:::\n", tree);
    becomes("> ::: do\n> a\n> :::\n", "(quote (block do (paragraph (text \"a\"))))");
    becomes("- x\n\n  ::: do\n  a\n  :::\n- y\n", "(list loose (item (paragraph (text \"x\")) (block do "
                                                  "(paragraph (text \"a\")))) (item (paragraph (text "
                                                  "\"y\"))))");
}

static void test_alerts(void **state)
{
    (void)state;
    becomes(
        "> [!WARNING]\n> Không *chuyển*.\n>\n> - a\n",
        "(alert warning (paragraph (text \"Không \") (emphasis (text \"chuyển\")) (text \".\")) (list (item "
        "(paragraph (text \"a\")))))");
    becomes("> [!tip]\n>\n> a\n", "(alert tip (paragraph (text \"a\")))");
    becomes("> [!NOTE]\n\na", "(alert note) (paragraph (text \"a\"))");
    becomes("[!NOTE]\na", "(paragraph (text \"[!NOTE]\") (soft_break) (text \"a\"))");
}

static void test_comments(void **state)
{
    (void)state;
    becomes("a\n\n<!-- bỏ -->\n\nb", "(paragraph (text \"a\")) (paragraph (text \"b\"))");
    becomes("a <!-- bỏ --> b", "(paragraph (text \"a \") (text \" b\"))");
    becomes("a\n\n<!--\n::: steps\n![x](y){width=1}\n:::\n-->\n", "(paragraph (text \"a\"))");
    becomes("a\n\n<!-- ![x](y){width=1} <?x -->\nb", "(paragraph (text \"a\")) (paragraph (text \"b\"))");
}

static void test_marks_cannot_be_forged(void **state)
{
    (void)state;
    becomes("::: do\n:::\n<?\xEF\xB7\x90"
            "0?>",
            "(block do) (paragraph (text \"<?\xEF\xBF\xBD"
            "0?>\"))");
    becomes("# a {.x}\n\n{\xEF\xB7\x91"
            "0}",
            "(section 1 #a .x (heading 1 (text \"a\")) (paragraph (text \"{\xEF\xBF\xBD"
            "0}\")))");
}

static void test_front_matter(void **state)
{
    (void)state;
    struct probe probe;
    probe_read(&probe,
               "---\ntitle: Bảo ve\xCC\xA3\xCC\x82\nsubtitle: \"a: b\"\nlanguage: en\ndate: 2026-11-24\n"
               "audience: [parents, trẻ em]\ntheme: binh-an\nfacts:\n  x: 1\n---\n# Mục\n");
    assert_string_equal(builder_text(&probe.findings), "");
    assert_non_null(probe.guide);
    const struct front_matter *front = &probe.guide->front;
    assert_string_equal(front->title, "Bảo vệ");
    assert_string_equal(front->subtitle, "a: b");
    assert_string_equal(front->language, "en");
    assert_string_equal(front->date, "2026-11-24");
    assert_int_equal(front->audience_count, 2);
    assert_string_equal(front->audiences[0], "parents");
    assert_string_equal(front->audiences[1], "children");
    assert_null(front->issuer);
    assert_string_equal(probe_dump(&probe), "(section 1 #muc (heading 1 (text \"Mục\")))");
    probe_clear(&probe);
}

static void test_title_falls_back(void **state)
{
    (void)state;
    struct probe probe;
    probe_read(&probe, "---\naudience: cha mẹ, giáo viên\n...\n## Hai\n\n# Một *hai* {{x}}\n");
    assert_string_equal(probe.guide->front.title, "Một hai {{x}}");
    assert_string_equal(probe.guide->front.language, "vi");
    assert_string_equal(probe.guide->front.audiences[0], "parents");
    assert_string_equal(probe.guide->front.audiences[1], "teachers");
    probe_clear(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_text_is_composed),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_definitions),
        cmocka_unit_test(test_links_and_pictures),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_footnotes),
        cmocka_unit_test(test_code),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_sections),
        cmocka_unit_test(test_heading_attributes),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_nested_blocks),
        cmocka_unit_test(test_alerts),
        cmocka_unit_test(test_comments),
        cmocka_unit_test(test_marks_cannot_be_forged),
        cmocka_unit_test(test_front_matter),
        cmocka_unit_test(test_title_falls_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
