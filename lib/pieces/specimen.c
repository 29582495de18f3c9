#include "pieces/specimen.h"
#include "layout/flow.h"
#include "layout/marker.h"
#include "layout/ruled.h"
#include "pieces/header.h"
#include "pieces/job.h"
#include "pieces/parts.h"
#include <string.h>

/* Points; two pixels each. */
#define PANEL   400.0f
#define INSET   26.0f /* of a panel's text */
#define BETWEEN 28.0f
#define COLUMNS 3
#define SCALE   2.0f
#define BODY    11.5f

/* A theme's panel, built and not drawn yet. */
struct panel {
    struct layout *layout;
    struct sheet sheet;
    struct palette titles, surface;
    struct edition edition; /* the job's, with the theme's title */
    struct header header;
    struct box *body;
    float height;
};

static struct sheet panel_sheet(const struct theme *theme)
{
    struct sheet sheet = job_sheet(theme, BODY * theme->size, theme->print_ratio);
    sheet.medium = MEDIUM_PAPER;
    sheet.tiles = 2;
    sheet.qr = 70;
    sheet.image_height = 100;
    sheet.steps_from_lists = true;
    sheet_hold_floor(&sheet);
    return sheet;
}

/* "Bình an – xanh dịu, nhấn cam ấm": the name, and what it is like. */
static void title_panel(struct panel *panel, const struct piece_job *job, const struct theme *theme)
{
    static const char dash[] = " – ";
    const char *title = strncmp(job->edition->language, "en", 2) == 0 ? theme->title_en : theme->title_vi;
    const char *like = strstr(title, dash);
    panel->edition = *job->edition;
    panel->edition.kicker = theme->name;
    panel->edition.title = like ? arena_copy(job->arena, title, (size_t)(like - title)) : title;
    panel->edition.subtitle = like ? like + strlen(dash) : "";
}

static struct box *topic_heading(struct layout *layout, const struct node *section, float width)
{
    const char *icon = icon_wanted(layout, section);
    float tile = layout->sheet->size[TEXT_H2] * 1.9f, indent = icon ? tile * 1.3f : 0;
    struct box *text = heading_box(layout, section->first, TEXT_H2, width - indent);
    if (!text || !icon)
        return ruled_create(layout, text, TEXT_H2);
    struct marker marker = {.shape = MARKER_ICON,
                            .label = icon,
                            .colour = layout->palette->heading,
                            .size = tile,
                            .indent = indent,
                            .middle = text->baseline - 0.35f * layout->sheet->size[TEXT_H2]};
    struct box *led = item_create(layout, &marker, text, width, section->place, MARK_GROUP);
    return ruled_create(layout, led, TEXT_H2);
}

static struct box *panel_body(struct layout *layout, float width)
{
    struct box_list list = {0};
    for (const struct node *node = layout->edition->document->first; node; node = node->next) {
        if (node->type != NODE_SECTION)
            continue;
        box_list_add(layout, &list, topic_heading(layout, node, width));
        box_list_add(layout, &list, flow_blocks(layout, node->first->next, NULL, width));
    }
    return stack_create(layout, &list, width);
}

static void panel_make(struct panel *panel, const struct piece_job *job, const struct theme *theme,
                       struct scene_builder *builder)
{
    struct piece_job own = *job;
    title_panel(panel, job, theme);
    own.theme = theme;
    own.edition = &panel->edition;
    panel->sheet = panel_sheet(theme);
    panel->titles = palette_of_titles(theme);
    panel->surface = palette_on_surface(theme);
    panel->layout = job_layout(&own, &panel->sheet, &panel->titles);
    panel->layout->builder = builder;
    panel->header = header_make(panel->layout, PANEL, INSET, INSET, panel->sheet.size[TEXT_LEAD] * 3);
    panel->layout->palette = &panel->surface;
    panel->body = panel_body(panel->layout, PANEL - 2 * INSET);
    panel->height = panel->header.height + (panel->body ? panel->body->height + 2 * INSET : 0);
}

static void panel_draw(struct panel *panel, float x, float y, float height)
{
    struct layout *layout = panel->layout;
    struct rect rect = {x, y, PANEL, height};
    artifact_begin(layout);
    scene_fill(layout->builder, path_rect(layout->builder, rect), panel->surface.ground);
    artifact_end(layout);
    layout->palette = &panel->titles;
    if (panel->header.box)
        header_draw(layout, &panel->header, x, y, 3);
    layout->palette = &panel->surface;
    if (panel->body)
        box_draw(layout, panel->body, x + INSET, y + panel->header.height + INSET);
}

static float row_height(const struct panel *panels, size_t count)
{
    float height = 0;
    for (size_t i = 0; i < count; i++)
        height = panels[i].height > height ? panels[i].height : height;
    return height;
}

const struct scene *specimen_arrange(const struct piece_job *job, const struct theme *const *themes,
                                     size_t count)
{
    const struct colour desk = {226, 229, 232, 255};
    struct panel *panels = ARENA_ARRAY(job->arena, struct panel, count + 1);
    struct scene_builder *builder = scene_builder_create(job->arena);
    float width = COLUMNS * PANEL + (COLUMNS + 1) * BETWEEN, y = BETWEEN;
    scene_begin_page(builder, width, y, SCALE, desk);
    for (size_t i = 0; i < count; i++)
        panel_make(&panels[i], job, themes[i], builder);
    for (size_t row = 0; row < count; row += COLUMNS) {
        size_t beside = count - row < COLUMNS ? count - row : COLUMNS;
        float height = row_height(panels + row, beside);
        for (size_t i = 0; i < beside; i++)
            panel_draw(&panels[row + i], BETWEEN + (float)i * (PANEL + BETWEEN), y, height);
        y += height + BETWEEN;
    }
    scene_page_height(builder, y);
    scene_page_title(builder, job->edition->title);
    scene_end_page(builder);
    struct layout *layout = count ? panels[0].layout : NULL;
    return layout ? job_finish(job, layout, "specimen") : NULL;
}
