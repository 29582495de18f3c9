/* fonts.h - a fixture for tests of text: an arena, the fonts, and what these tell. */
#ifndef SUPPORT_FONTS_H
#define SUPPORT_FONTS_H

#include "text/font.h"
#include <string.h>

struct fixture {
    struct arena arena;
    struct reporter reporter;
    struct font_set *set;
    char told[2000]; /* the messages, a line each */
};

static inline void fixture_hear(void *self, const struct loa_finding *finding)
{
    struct fixture *fixture = self;
    size_t used = strlen(fixture->told), length = strlen(finding->message);
    if (used + length + 2 > sizeof fixture->told)
        return;
    memcpy(fixture->told + used, finding->message, length);
    memcpy(fixture->told + used + length, "\n", 2);
}

static inline int fixture_open(void **state)
{
    static struct fixture fixture;
    memset(&fixture, 0, sizeof fixture);
    arena_init(&fixture.arena, 0);
    fixture.reporter = (struct reporter){.call = fixture_hear, .self = &fixture, .ui = LOA_UI_EN};
    fixture.set = font_set_create(&fixture.arena, &fixture.reporter);
    *state = &fixture;
    return 0;
}

static inline int fixture_close(void **state)
{
    struct fixture *fixture = *state;
    arena_clear(&fixture->arena);
    return 0;
}

#define FIXED(test) cmocka_unit_test_setup_teardown(test, fixture_open, fixture_close)

#endif
