/* infographic_bands.c - bands: their alternating grounds, how they are closed and drawn, and the line that
 * leads the eye from icon to icon. */
#include "layout/pages.h"
#include "pieces/infographic.h"
#include "pieces/motif.h"

#define USUAL_H1  32.0f /* the sizes that the lengths of infographic.h go with */
#define USUAL_GAP 13.0f

float poster_length(const struct poster *poster, float length)
{
    return length * poster->layout->sheet->size[TEXT_H1] / USUAL_H1;
}

float band_pad(const struct poster *poster)
{
    return BAND_PAD * poster->layout->sheet->gap / USUAL_GAP;
}

float band_height(const struct poster *poster, const struct band *band)
{
    return band->box->height + 2 * band_pad(poster);
}

#define TALLEST_PICTURE 32000.0f /* pixels: cairo's pictures end at 32,767 */

float tallest_picture(const struct poster *poster)
{
    return TALLEST_PICTURE / poster->canvas->scale;
}

/* ---- Making ---- */

const struct palette *band_next_ground(const struct poster *poster)
{
    size_t count = poster->bands.count;
    const struct palette *above = count ? poster->bands.at[count - 1].palette : &poster->titles;
    bool light =
        above == &poster->surface || (above == &poster->titles && poster->job->theme->titles == TITLES_LIGHT);
    return light ? &poster->tint : &poster->surface;
}

const struct palette *band_strong_ground(const struct poster *poster)
{
    return poster->job->theme->titles == TITLES_LIGHT ? band_next_ground(poster) : &poster->titles;
}

void band_open(struct poster *poster)
{
    poster->layout->palette = band_next_ground(poster);
    poster->station = 0;
}

void band_add(struct poster *poster, const struct box *box)
{
    struct layout *layout = poster->layout;
    float room = tallest_picture(poster) / 2 - 2 * band_pad(poster);
    struct page_list parts = {0};
    if (!pages_cut(layout, box, room, room, &parts) || !pages_hold(layout, &parts))
        return;
    for (size_t i = 0; i < parts.boxes.count; i++) {
        struct band band = {layout->palette, parts.boxes.at[i], i ? 0 : poster->station, 0};
        *VECTOR_ADD(layout->arena, &poster->bands) = band;
    }
}

void band_close(struct poster *poster, const struct box_list *list)
{
    band_add(poster, stack_create(poster->layout, list, poster->width));
    poster->station = 0;
}

/* ---- Drawing ---- */

/* Between a band and the one above it of the same ground. */
static void divide(struct poster *poster, struct rect rect)
{
    struct layout *layout = poster->layout;
    float margin = poster->canvas->margin;
    artifact_begin(layout);
    scene_stroke(layout->builder,
                 path_line(layout->builder, rect.x + margin, rect.y, rect.x + rect.width - margin, rect.y),
                 (struct stroke){.colour = layout->palette->line, .width = 1});
    artifact_end(layout);
}

/* Of a band's content, where it is placed. */
static float content_top(const struct placed *placed)
{
    return placed->rect.y + (placed->rect.height - placed->band->box->height) / 2;
}

void band_draw(struct poster *poster, const struct placed *placed)
{
    struct layout *layout = poster->layout;
    const struct band *band = placed->band;
    struct rect rect = placed->rect;
    float margin = poster->canvas->margin, pad = band_pad(poster);
    layout->palette = band->palette;
    artifact_begin(layout);
    scene_fill(layout->builder, path_rect(layout->builder, rect), band->palette->ground);
    artifact_end(layout);
    if (placed->divided)
        divide(poster, rect);
    if (band->motif > 0)
        motif_draw(layout, (struct rect){rect.x + rect.width / 2, rect.y + pad / 2, (rect.width - margin) / 2,
                                         band->motif});
    box_draw(layout, band->box, rect.x + margin, content_top(placed));
}

/* ---- The line from icon to icon ---- */

#define PATH_WIDTH 2.0f

static void stroke_path(struct poster *poster, struct path path)
{
    struct layout *layout = poster->layout;
    struct stroke stroke = {.colour = layout->palette->line, .width = PATH_WIDTH, .round = true};
    scene_stroke(layout->builder, path, stroke);
}

/* From the margin's middle in a curve to the icon's tile at the right of it; `turn` is 1 where the line comes
 * from above, -1 where it goes on below. */
static void bend_draw(struct poster *poster, float x, float y, float radius, float turn)
{
    static const struct path_step bend[] = {{PATH_MOVE, {0, 0}}, {PATH_CURVE, {0, 0.55f, 0.45f, 1, 1, 1}}};
    struct rect rect = {x, y - radius * turn, radius, radius * turn};
    stroke_path(poster, path_stretched(poster->layout->builder, bend, 2, rect));
}

static void straight_draw(struct poster *poster, float x, float from, float to)
{
    if (to > from)
        stroke_path(poster, path_line(poster->layout->builder, x, from, x, to));
}

/* Where the line leaves its last icon; nothing is drawn behind that. */
static size_t last_station(const struct placed *placed, size_t count)
{
    while (count > 0 && placed[count - 1].band->station <= 0)
        count--;
    return count;
}

void path_draw(struct poster *poster, const struct placed *placed, size_t count)
{
    struct layout *layout = poster->layout;
    float radius = poster->canvas->margin / 2 - PATH_WIDTH;
    size_t end = last_station(placed, count);
    if (end == 0)
        return;
    artifact_begin(layout);
    for (size_t i = 0; i < end; i++) {
        const struct band *band = placed[i].band;
        float x = placed[i].rect.x + poster->canvas->margin / 2, y = placed[i].rect.y;
        float station = content_top(&placed[i]) + band->station;
        layout->palette = band->palette;
        if (band->station > 0) {
            straight_draw(poster, x, y, station - radius);
            bend_draw(poster, x, station, radius, 1);
            y = station + radius;
        }
        if (band->station > 0 && i + 1 < end)
            bend_draw(poster, x, station, radius, -1);
        if (i + 1 < end)
            straight_draw(poster, x, y, placed[i].rect.y + placed[i].rect.height);
    }
    artifact_end(layout);
}
