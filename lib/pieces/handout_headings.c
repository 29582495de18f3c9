#include "pieces/handout_headings.h"
#include "layout/flow.h"
#include "layout/marker.h"
#include "layout/ruled.h"

struct box *part_heading(struct layout *layout, const struct node *heading, float width)
{
    struct box *text = heading_box(layout, heading, TEXT_H1, width);
    if (!text)
        return NULL;
    text->before = layout->sheet->gap * 4;
    text->after = layout->sheet->gap * 1.2f;
    return ruled_create(layout, text, TEXT_H1);
}

struct box *topic_heading(struct layout *layout, const struct node *section, float hang, float width)
{
    const struct node *heading = section->first;
    struct box *text = heading_box(layout, heading, TEXT_H2, width - hang);
    const char *icon = icon_wanted(layout, section);
    if (!text)
        return NULL;
    struct box *box;
    if (icon) {
        struct marker marker = {.shape = MARKER_ICON,
                                .label = icon,
                                .colour = layout->palette->heading,
                                .size = hang * 0.72f,
                                .indent = hang,
                                .middle = text->baseline - 0.35f * layout->sheet->size[TEXT_H2]};
        box = item_create(layout, &marker, text, width, heading->place, MARK_GROUP);
    } else {
        box = indent_create(layout, text, hang, width);
    }
    box->keep_next = true;
    box->before = layout->sheet->gap * 3.4f;
    box->after = layout->sheet->gap * 0.9f;
    return ruled_create(layout, box, TEXT_H2);
}

struct box *minor_heading(struct layout *layout, const struct node *heading, float hang, float width)
{
    struct box *text = heading_box(layout, heading, TEXT_H3, width - hang);
    if (!text)
        return NULL;
    struct box *box = indent_create(layout, text, hang, width);
    box->before = layout->sheet->gap * 2;
    box->after = layout->sheet->gap * 0.6f;
    return box;
}
