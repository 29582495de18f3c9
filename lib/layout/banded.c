#include "layout/banded.h"

struct banded_box {
    struct box box;
    const struct box *head, *body;
    struct banded style;
    bool rest; /* of a cut card: the name is shown again, for the eye */
};

#define SEAM 2.0f /* points between band and body */

struct banded banded_open(struct layout *layout, struct colour band, float width, float beside)
{
    struct banded banded = {.band = band,
                            .fill = layout->palette->tint,
                            .width = width,
                            .beside = beside,
                            .pad_x = layout->sheet->pad * 0.85f,
                            .pad_y = layout->sheet->pad * 0.6f};
    banded.ground = ground_enter(layout, band);
    banded.band_palette = banded.ground.palette;
    return banded;
}

float banded_head_width(const struct banded *banded)
{
    return (banded->beside > 0 ? banded->beside : banded->width) - 2 * banded->pad_x;
}

float banded_body_width(const struct banded *banded)
{
    float seam = banded->beside > 0 ? banded->beside + SEAM : 0;
    return banded->width - seam - 2 * banded->pad_x;
}

void banded_head(struct layout *layout, struct banded *banded, struct box *head)
{
    ground_leave(layout, &banded->ground);
    if (!head)
        head = space_create(layout, banded_head_width(banded), layout->sheet->size[TEXT_BODY]);
    head->palette = banded->band_palette;
    banded->head = head;
    banded->ground = ground_enter(layout, banded->fill);
}

static float band_height(const struct banded_box *card)
{
    return card->style.beside <= 0 ? card->head->height + 2 * card->style.pad_y + SEAM : 0;
}

static float least_height(const struct banded_box *card)
{
    float body = card->body->height + 2 * card->style.pad_y + band_height(card);
    float head = card->style.beside > 0 ? card->head->height + 2 * card->style.pad_y : 0;
    return body > head ? body : head;
}

static void draw_grounds(struct layout *layout, const struct banded_box *card, struct rect band,
                         struct rect body)
{
    float radius = layout->sheet->radius * 0.6f;
    artifact_begin(layout);
    scene_fill(layout->builder, path_rounded(layout->builder, band, radius), card->style.band);
    scene_fill(layout->builder, path_rounded(layout->builder, body, radius), card->style.fill);
    artifact_end(layout);
}

static void banded_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct banded_box *card = (const struct banded_box *)box;
    const struct banded *style = &card->style;
    float above = band_height(card), left = style->beside > 0 ? style->beside + SEAM : 0;
    struct rect body = {x + left, y + above, box->width - left, box->height - above};
    struct rect band = {x, y, box->width, above - SEAM};
    if (left > 0)
        band = (struct rect){x, y, style->beside, box->height};
    draw_grounds(layout, card, band, body);
    (card->rest ? box_draw_again : box_draw)(layout, card->head, x + style->pad_x, y + style->pad_y);
    box_draw(layout, card->body, body.x + style->pad_x, body.y + style->pad_y);
}

static struct banded_box *banded_make(struct layout *layout, const struct banded_box *like,
                                      const struct box *body);

static const struct box *banded_relax(struct layout *layout, const struct box *box)
{
    const struct banded_box *card = (const struct banded_box *)box;
    return &banded_make(layout, card, card->body)->box;
}

static bool banded_split(struct layout *layout, const struct box *box, float room, bool force,
                         const struct box **head, const struct box **tail)
{
    const struct banded_box *card = (const struct banded_box *)box;
    const struct box *parts[2];
    float inside = room - band_height(card) - 2 * card->style.pad_y;
    if (!box_split(layout, card->body, inside, force, &parts[0], &parts[1]))
        return false;
    struct banded_box *above = banded_make(layout, card, parts[0]);
    if (above->box.height > room)
        return false;
    struct banded_box rest = *card;
    rest.rest = true;
    *head = &above->box;
    *tail = &banded_make(layout, &rest, parts[1])->box;
    return true;
}

static struct banded_box *banded_make(struct layout *layout, const struct banded_box *like,
                                      const struct box *body)
{
    static const struct box_ops ops = {.draw = banded_draw, .split = banded_split, .relax = banded_relax};
    struct banded_box *card = ARENA_NEW(layout->arena, struct banded_box);
    *card = *like;
    card->body = body;
    card->box.ops = &ops;
    card->box.height = least_height(card);
    card->box.stretches = true;
    card->box.baseline = like->head->baseline > 0 ? card->style.pad_y + like->head->baseline : 0;
    return card;
}

struct box *banded_close(struct layout *layout, const struct banded *banded, struct box *body)
{
    const struct palette *palette = banded->ground.palette;
    ground_leave(layout, &banded->ground);
    if (!body)
        body = space_create(layout, banded_body_width(banded), layout->sheet->size[TEXT_BODY]);
    body->palette = palette;
    struct banded_box like = {.box.width = banded->width, .head = banded->head, .style = *banded};
    return &banded_make(layout, &like, body)->box;
}
