/* Which icons sections get, by themselves and when asked for; the tables of the materials name icons there
 * are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guide/icons.h"
#include "guide_probe.h"
#include "text/font.h"
#include "text/icon.h"
#include <stdio.h>

/* The icons of an edition's sections in order, a space between; "-" for none, "none" when that is wanted. */
static void becomes(const char *markdown, const char *expected)
{
    struct probe probe;
    probe_init(&probe);
    probe.library = library_open(&probe.arena, &probe.reporter, NULL);
    probe.guide = guide_create(&probe.arena, &probe.reporter, probe.library, "guide.md", NULL, markdown,
                               strlen(markdown));
    assert_non_null(probe.guide);
    const struct edition *edition = edition_create(&probe.arena, &probe.reporter, probe.library, probe.guide,
                                                   &(struct edition_options){.piece = "handout"});
    assert_non_null(edition);
    struct builder icons;
    builder_init(&icons, &probe.arena);
    struct node_iterator iterator;
    node_iterate(&iterator, edition->document);
    while (node_next(&iterator) != NODE_DONE) {
        const char *icon = iterator.node->icon ? iterator.node->icon : "-";
        if (iterator.event == NODE_ENTER && iterator.node->type == NODE_SECTION)
            builder_format(&icons, icons.length ? " %s" : "%s", *icon ? icon : "none");
    }
    assert_string_equal(builder_text(&icons), expected);
    assert_string_equal(builder_text(&probe.findings), "");
    probe_clear(&probe);
}

static void takes_what_is_asked_for(void **state)
{
    (void)state;
    becomes("## Mật khẩu {icon=star}\n\nx\n", "star");
    becomes("## Mật khẩu {icon=none}\n\nx\n", "none");
}

static void chooses_by_words(void **state)
{
    (void)state;
    becomes("## Mật khẩu mạnh\n\nx\n", "password");
    becomes("## ĐẶT MẬT KHẨU\n\nx\n", "password");
    becomes("## Strong passwords\n\nx\n", "password");
    becomes("## Trẻ em bị bắt nạt\n\nx\n", "sms_failed"); /* the special before the general */
    becomes("## Mất khẩu vị\n\nx\n", "-");                /* marks make other words */
    becomes("## Quy tắc_mật-khẩu\n\nx\n", "rule");        /* words, whatever stands between */
    becomes("## Chữ khác\n\nx\n", "-");
}

static void never_chooses_twice(void **state)
{
    (void)state;
    becomes("## Mật khẩu một\n\nx\n\n## Mật khẩu hai\n\nx\n", "password key");
    becomes("## Mật khẩu {icon=key}\n\nx\n\n## Mật khẩu hai\n\nx\n", "key password");
    becomes("## Cờ bạc\n\nx\n\n## Cờ bạc nữa\n\nx\n", "casino -");
}

static void chooses_for_most_or_none(void **state)
{
    (void)state;
    becomes("## Mật khẩu\n\nx\n\n## Một\n\nx\n\n## Hai\n\nx\n", "- - -");
    becomes("## Mật khẩu\n\nx\n\n## Một {icon=none}\n\nx\n\n## Hai\n\nx\n", "password none -");
    becomes("## Mật khẩu\n\nx\n\n## Lừa đảo\n\nx\n\n## Hai\n\nx\n", "password phishing -");
}

static void chooses_for_parts_and_topics(void **state)
{
    (void)state;
    becomes("# An toàn\n\nx\n\n# Lừa đảo\n\nx\n\n## Cha mẹ\n\nx\n\n### Mật khẩu\n\nx\n",
            "- phishing family_restroom -");
}

/* Every name in the tables is one of the font. */
static void names_icons(void **state)
{
    (void)state;
    struct probe probe;
    probe_init(&probe);
    struct library *library = library_open(&probe.arena, &probe.reporter, NULL);
    struct font_set *fonts = font_set_create(&probe.arena, &probe.reporter);
    const struct yaml_node *common = library_yaml(library, "icons/common.yaml");
    const struct yaml_node *headings = library_yaml(library, "icons/headings.yaml");
    assert_true(common->count >= 250);
    for (const struct yaml_node *icon = common->first; icon; icon = icon->next)
        if (!icon_find(fonts, icon->key) || !yaml_text(icon, "vi") || !yaml_text(icon, "en"))
            fail_msg("%s is no icon, or not told in both languages", icon->key);
    for (const struct yaml_node *row = headings->first; row; row = row->next) {
        char names[200];
        snprintf(names, sizeof names, "%s", row->text);
        for (char *name = strtok(names, ", "); name; name = strtok(NULL, ", "))
            if (!yaml_get(common, name))
                fail_msg("%s: %s is not among the icons", row->key, name);
    }
    assert_string_equal(builder_text(&probe.findings), "");
    probe_clear(&probe);
}

static void means_icons(void **state)
{
    (void)state;
    struct probe probe;
    probe_init(&probe);
    struct library *library = library_open(&probe.arena, &probe.reporter, NULL);
    assert_string_equal(icon_meant(&probe.arena, library, "shieldd"), "shield");
    assert_string_equal(icon_meant(&probe.arena, library, "khoá"), "lock");
    assert_string_equal(icon_meant(&probe.arena, library, "lua-dao"), "phishing");
    assert_null(icon_meant(&probe.arena, library, "qqqqqqq"));
    probe_clear(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_is_asked_for),
        cmocka_unit_test(chooses_by_words),
        cmocka_unit_test(never_chooses_twice),
        cmocka_unit_test(chooses_for_most_or_none),
        cmocka_unit_test(chooses_for_parts_and_topics),
        cmocka_unit_test(names_icons),
        cmocka_unit_test(means_icons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
