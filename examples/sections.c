/* sections.c - lists a guide's sections, as a table of contents would: sections [GUIDE] */
#include <loa/loa.h>
#include <stdio.h>

static void say(void *self, const struct loa_finding *finding)
{
    (void)self;
    fprintf(stderr, "%s: %s\n", finding->id, finding->message);
}

static void list_sections(const struct loa_guide *guide)
{
    printf("%s (%s)\n", loa_guide_title(guide), loa_guide_language(guide));
    struct loa_section section;
    for (size_t i = 0; loa_guide_section(guide, i, &section); i++)
        printf("%*s%s  #%s, line %u\n", 2 * section.level, "", section.title, section.id, section.line);
}

int main(int count, char **arguments)
{
    struct loa_session *session;
    struct loa_guide *guide = NULL;
    enum loa_status status =
        loa_session_open(&(struct loa_session_options){.ui = LOA_UI_EN, .report = say}, &session);
    if (status == LOA_OK)
        status = loa_guide_open(session, count > 1 ? arguments[1] : NULL, &guide);
    if (status == LOA_OK)
        list_sections(guide);
    loa_guide_close(guide);
    loa_session_close(session);
    return (int)status;
}
