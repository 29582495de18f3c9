#include "pieces/job.h"
#include "layout/account.h"
#include "text/unicode.h"
#include <math.h>
#include <string.h>

struct layout *job_layout(const struct piece_job *job, const struct sheet *sheet,
                          const struct palette *palette)
{
    struct layout *layout = ARENA_NEW(job->arena, struct layout);
    *layout = (struct layout){.arena = job->arena,
                              .reporter = job->reporter,
                              .library = job->library,
                              .fonts = job->fonts,
                              .edition = job->edition,
                              .theme = job->theme,
                              .sheet = sheet,
                              .palette = palette,
                              .errors = job->reporter->counts[LOA_ERROR],
                              .account = job->account,
                              .builder = scene_builder_create(job->arena)};
    if (layout->account)
        layout->account->builder = layout->builder;
    bool children = job->edition->audience && strncmp(job->edition->audience, "children", 8) == 0;
    layout->family = children ? job->theme->children : job->theme->body;
    map_init(&layout->pictures, job->arena);
    map_init(&layout->missing_icons, job->arena);
    return layout;
}

const struct scene *job_finish(const struct piece_job *job, struct layout *layout, const char *piece)
{
    const struct edition *edition = job->edition;
    struct scene_words words = {.piece = piece,
                                .title = edition->title,
                                .subject = edition->subtitle,
                                .author = edition->issuer,
                                .keywords = edition->keywords,
                                .language = edition->language,
                                .date = edition->date};
    const struct scene *scene = scene_finish(layout->builder, words);
    return job->reporter->counts[LOA_ERROR] > layout->errors ? NULL : scene;
}

size_t job_size(const struct piece_job *job, const char *const *names, size_t count)
{
    for (size_t i = 0; job->size && i < count; i++)
        if (unicode_same_name(names[i], job->size))
            return i;
    return 0;
}

struct sheet job_sheet(const struct theme *theme, float body, float ratio)
{
    struct sheet sheet = {
        .scale = 1, .gap = body * 0.75f, .pad = body * 1.2f, .radius = theme->radius, .gutter = body * 1.2f};
    const float sizes[TEXT_ROLE_COUNT] = {[TEXT_BODY] = body,
                                          [TEXT_LEAD] = body * 1.2f,
                                          [TEXT_SMALL] = body * 0.79f,
                                          [TEXT_TITLE] = body * powf(ratio, 5),
                                          [TEXT_H1] = body * powf(ratio, 3),
                                          [TEXT_H2] = body * powf(ratio, 2),
                                          [TEXT_H3] = body * 1.14f,
                                          [TEXT_KICKER] = body * 0.87f,
                                          [TEXT_FIGURE] = body * 4,
                                          [TEXT_HERO] = body * 6,
                                          [TEXT_NUMERAL] = body * 1.14f,
                                          [TEXT_CODE] = body * 0.87f};
    memcpy(sheet.size, sizes, sizeof sizes);
    for (int role = 0; role < TEXT_ROLE_COUNT; role++)
        sheet.leading[role] = theme->leading;
    sheet.leading[TEXT_TITLE] = sheet.leading[TEXT_H1] = sheet.leading[TEXT_H2] = 1.25f;
    sheet.leading[TEXT_H3] = 1.35f;
    sheet.leading[TEXT_FIGURE] = sheet.leading[TEXT_HERO] = 1.1f;
    sheet.leading[TEXT_NUMERAL] = 1.2f;
    return sheet;
}

const struct node *title_section(const struct edition *edition)
{
    const struct node *first = edition->document->first;
    if (!first || first->type != NODE_SECTION || first->level != 1 || !first->first)
        return NULL;
    const char *words = node_plain_text(edition->arena, first->first);
    return unicode_same_name(words, edition->title) ? first : NULL;
}
