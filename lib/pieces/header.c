#include "pieces/header.h"
#include "pieces/motif.h"
#include "pieces/parts.h"

/* In a frame the motif is a crest above the words. */
static bool has_motif(const struct layout *layout)
{
    return layout->theme->motif != MOTIF_none && layout->theme->header != HEADER_FRAME;
}

struct header header_make(struct layout *layout, float width, float margin, float pad, float least)
{
    struct masthead masthead = {.width = width - 2 * margin, .promise = width - 2 * margin};
    if (has_motif(layout))
        masthead.promise *= 0.6f;
    struct header header = {.width = width, .margin = margin, .pad = pad};
    header.box = masthead_box(layout, &masthead);
    if (!header.box)
        return header;
    float foot = masthead.foot;
    if (has_motif(layout) && foot < least)
        foot = least;
    header.height = header.box->height + 2 * pad + foot - masthead.foot;
    header.foot = pad + foot;
    return header;
}

void header_draw(struct layout *layout, const struct header *header, float x, float y, float unit)
{
    struct rect rect = {x, y, header->width, header->height};
    artifact_begin(layout);
    scene_fill(layout->builder, path_rect(layout->builder, rect), layout->palette->ground);
    artifact_end(layout);
    titles_trim(layout, rect, unit);
    if (has_motif(layout))
        motif_draw(layout, (struct rect){x + rect.width * 0.6f, y + rect.height - header->foot,
                                         rect.width * 0.4f, header->foot});
    box_draw(layout, header->box, x + header->margin, y + header->pad);
}
