/* infographic_ends.c - how an infographic begins and ends: the title; then whom to call, where to read on,
 * sources, issuer and date. */
#include "layout/flow.h"
#include "layout/notes.h"
#include "pieces/infographic.h"
#include "pieces/motif.h"
#include "pieces/parts.h"

#define HEADER_FOOT 70.0f /* least room for a motif, with the padding below, at the usual size */

struct header_making {
    struct poster *poster;
    struct header header;
};

static struct box *title_make(void *self, unsigned columns)
{
    struct header_making *making = self;
    struct poster *poster = making->poster;
    (void)columns;
    making->header = header_make(poster->layout, poster->canvas->width, poster->canvas->margin,
                                 poster_length(poster, HEADER_PAD), poster_length(poster, HEADER_FOOT));
    return making->header.box;
}

struct header header_fit(struct poster *poster, float room)
{
    struct layout *layout = poster->layout;
    const struct sheet *usual = layout->sheet;
    struct header_making making = {.poster = poster};
    const struct fit_job job = {
        .nominal = usual, .ladder = &fit_words, .room = room, .make = title_make, .self = &making};
    layout->palette = &poster->titles;
    struct fit fit = fit_make(layout, &job);
    layout->sheet = usual;
    masthead_tell(layout, &fit);
    return making.header;
}

/* Where the helpline's own page is, as a code to be read from a screen or paper. */
static struct box *helpline_page(struct poster *poster, float width)
{
    const struct edition *edition = poster->job->edition;
    const char *address = edition_value(edition, "contacts.111-trang-web.url");
    const char *name = edition_value(edition, "contacts.111-trang-web.name");
    if (!address)
        return NULL;
    struct box *box = qr_address_box(poster->layout, address, name, width);
    account_tell(poster->layout, box, NULL, NULL, CHOICE_helpline);
    return box;
}

#define WIDE   30 /* sizes of body text: the number and the code stand side by side */
#define MOTIFS 22 /* a motif has room beside the number */

static bool is_wide(const struct poster *poster, float sizes)
{
    return poster->width > sizes * poster->layout->sheet->size[TEXT_BODY];
}

void contacts_band(struct poster *poster)
{
    struct layout *layout = poster->layout;
    bool both = !poster->contacts && !poster->qr, beside = both && is_wide(poster, WIDE);
    float gutter = layout->sheet->gutter * 2, each = beside ? (poster->width - gutter) / 2 : poster->width;
    struct box_list list = {0};
    layout->palette = band_strong_ground(poster);
    struct box *helpline = poster->contacts ? NULL : helpline_box(layout, each, 1);
    box_list_add(layout, &list, helpline);
    if (!poster->qr)
        box_list_add(layout, &list, helpline_page(poster, each));
    size_t before = poster->bands.count;
    if (beside && list.boxes.count == 2)
        band_add(poster, row_create(layout, &list, gutter, ROW_MIDDLE));
    else
        band_close(poster, &list);
    bool room = helpline && !beside && helpline_room(layout, poster->width, 1) > MOTIF_WIDTH;
    if (room && is_wide(poster, MOTIFS) && poster->bands.count == before + 1)
        poster->bands.at[before].motif = helpline->height * 0.75f;
}

void end_band(struct poster *poster)
{
    struct layout *layout = poster->layout;
    struct box_list list = {0};
    band_open(poster);
    for (size_t i = 0; i < poster->bands.count; i++) {
        box_list_add(layout, &list, notes_called(layout, poster->bands.at[i].box, poster->width));
        notes_shown(layout);
    }
    box_list_add(layout, &list, source_lines_box(layout, &poster->sources, WORD_sources, poster->width));
    box_list_add(layout, &list, imprint_box(layout, poster->width));
    band_close(poster, &list);
}
