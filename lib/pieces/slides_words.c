/* slides_words.c - slides of a few words on a ground of their own: title, parts, topics, headlines, the end.
 */
#include "layout/flow.h"
#include "layout/marker.h"
#include "pieces/parts.h"
#include "pieces/slides_deck.h"

static struct box *imprint_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    (void)plan;
    return imprint_box(deck->layout, width);
}

static struct box *title_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct masthead masthead = {.width = width, .promise = width};
    (void)plan;
    return masthead_box(deck->layout, &masthead);
}

/* With an imprint that is too long for the foot. */
static struct box *opening_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct box *imprint = imprint_words(deck, plan, width);
    imprint->before = deck->layout->sheet->gap * 1.6f;
    return stack_of(deck->layout, width, title_words(deck, plan, width), imprint);
}

#define FOOT_SHARE 0.25f /* of a slide: the most that the imprint may take at its foot */

/* None when there is nothing to say on it. */
bool title_slide(struct deck *deck)
{
    struct layout *layout = deck->layout;
    const struct screen *screen = deck->screen;
    float width = title_width(deck, true), bottom = screen->height - screen->under - 70;
    float left = deck->job->theme->header == HEADER_FRAME ? (screen->width - width) / 2 : screen->margin;
    layout->palette = &deck->titles;
    float most = screen->height * FOOT_SHARE;
    struct box *imprint = words_fit(deck, NULL, imprint_words, width, most);
    bool footed = !imprint || imprint->height <= most;
    if (!footed)
        imprint = NULL;
    float foot = screen->under + screen->margin + (imprint ? imprint->height : 0);
    if (bottom > screen->height - foot)
        bottom = screen->height - foot;
    float room = bottom - screen_top(screen);
    struct box *title = words_fit(deck, NULL, footed ? title_words : opening_words, width, room);
    if (!title && !imprint)
        return true;
    title_ground(deck, true, true);
    if (!words_draw(deck, title, left, screen->over, bottom, room))
        return false;
    if (imprint)
        box_draw(layout, imprint, left, screen_bottom(screen) - imprint->height);
    scene_page_title(layout->builder, deck->job->edition->title);
    scene_end_page(layout->builder);
    return true;
}

static struct box *divider_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    const struct palette *palette = layout->palette;
    const char *number = arena_format(layout->arena, "%s %u", layout_word(layout, WORD_part), plan->part);
    struct text_look kicker = {.role = TEXT_KICKER, .colour = palette->accent, .bold = true};
    struct text_look message = {.role = TEXT_LEAD};
    struct box_list list = {0};
    box_list_add(layout, &list, icon_box(deck, section_icon(layout, plan->section), 76));
    box_list_add(layout, &list, text_of_string(layout, number, width, &kicker));
    box_list_add(layout, &list, heading_box(layout, plan->section->first, TEXT_H1, width));
    box_list_add(layout, &list, message_with_sources(deck, plan, width, &message));
    return stack_create(layout, &list, width);
}

static struct box *opener_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct text_look message = {.role = TEXT_LEAD, .scale = 26 / 22.0f};
    struct box_list list = {0};
    struct box *above = kicker_box(deck, plan, width);
    if (above)
        above->keep_next = true;
    box_list_add(layout, &list, above);
    if (plan->section)
        box_list_add(layout, &list, heading_box(layout, plan->section->first, TEXT_H1, width));
    struct box *text = message_with_sources(deck, plan, width, &message);
    if (text)
        text->before = 20;
    box_list_add(layout, &list, text);
    return stack_create(layout, &list, width);
}

static struct box *iconed_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct box *icon = icon_box(deck, section_icon(layout, plan->section), 76);
    return stack_of(layout, width, icon, opener_words(deck, plan, width));
}

/* On the ground of titles. */
static bool words_slide(struct deck *deck, const struct slide_plan *plan, words_fn *make)
{
    float top = screen_top(deck->screen), bottom = screen_bottom(deck->screen);
    title_ground(deck, false, true);
    struct box *words = words_fit(deck, plan, make, title_width(deck, false), bottom - top);
    return words_draw(deck, words, deck->screen->margin, top, bottom, bottom - top);
}

bool divider_slide(struct deck *deck, const struct slide_plan *plan)
{
    return words_slide(deck, plan, divider_words);
}

/* A topic's message alone on a tint: a large icon, the heading, one sentence. After several of those on the
 * ground of titles. */
bool opener_slide(struct deck *deck, const struct slide_plan *plan)
{
    struct layout *layout = deck->layout;
    enum choice frame = frame_of_opener(deck);
    frame_take(deck, frame);
    if (frame == CHOICE_frame_dark)
        return words_slide(deck, plan, iconed_words);
    ground_draw(deck, &deck->tint);
    const char *icon = section_icon(layout, plan->section);
    bool above = screen_is_upright(deck->screen); /* the icon */
    float tile = icon && !above ? 150 : 0, left = deck->screen->margin + (tile > 0 ? tile + 40 : 0);
    float width = deck->screen->width - deck->screen->margin - left;
    float top = screen_top(deck->screen), bottom = screen_foot(deck->screen);
    struct box *words = words_fit(deck, plan, above ? iconed_words : opener_words, width, bottom - top);
    if (tile > 0) {
        float y = top + (bottom - top - tile) * 0.45f;
        artifact_begin(layout);
        icon_tile_draw(layout, icon, deck->screen->margin, y, tile, layout->palette->heading);
        artifact_end(layout);
    }
    return words_draw(deck, words, left, top, bottom, bottom - top);
}

static struct box *statement_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct box_list list = {0};
    if (plan->section && !plan->repeated)
        box_list_add(layout, &list, heading_box(layout, plan->section->first, TEXT_H3, width));
    layout->titled = plan->titled;
    layout->bleeds = true;
    flow_add(layout, &list, plan->cells[0].blocks.at[0], NULL, width);
    layout->bleeds = false;
    return stack_create(layout, &list, width);
}

/* A headline over all of the slide; the heading it stands under is small above. */
bool statement_slide(struct deck *deck, const struct slide_plan *plan)
{
    return words_slide(deck, plan, statement_words);
}

/* ---- The last slide: whom to call ---- */

static struct box *closing_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct text_look message = {.role = TEXT_LEAD};
    struct box_list list = {0};
    box_list_add(layout, &list, slide_title(deck, plan, false, width));
    box_list_add(layout, &list, message_with_sources(deck, plan, width, &message));
    layout->titled = plan->titled;
    layout->bleeds = true;
    flow_add(layout, &list, plan->cells[0].blocks.at[0], NULL, width);
    layout->bleeds = false;
    return stack_create(layout, &list, width);
}

bool closing_slide(struct deck *deck, const struct slide_plan *plan)
{
    float top = screen_top(deck->screen), bottom = screen_bottom(deck->screen);
    bool alone = node_count(block_list(plan->cells[0].blocks.at[0])) == 1;
    title_ground(deck, false, alone);
    struct box *words =
        words_fit(deck, plan, closing_words, alone ? title_width(deck, false) : deck->width, bottom - top);
    return words_draw(deck, words, deck->screen->margin, top, bottom, bottom - top);
}

/* The first of the guide's contacts once more, else the helpline of the materials; NULL when they know none.
 */
static struct box *helpline_words(struct deck *deck, const struct node *contacts, float width)
{
    struct layout *layout = deck->layout;
    if (!contacts)
        return helpline_box(layout, width, 1.8f);
    struct text_look ask = {.role = TEXT_LEAD, .colour = layout->palette->accent, .bold = true};
    return stack_of(layout, width, text_of_string(layout, layout_word(layout, WORD_contacts), width, &ask),
                    contacts_hero(layout, contacts, width));
}

void helpline_slide(struct deck *deck, const struct node *contacts)
{
    struct layout *layout = deck->layout;
    layout->palette = &deck->titles;
    layout->sheet = deck->nominal;
    float width = title_width(deck, false), room = deck->screen->height - 2 * deck->screen->margin;
    struct box *helpline = helpline_words(deck, contacts, width);
    if (helpline && helpline->height > room) /* no number, but a text; it was said before */
        helpline = helpline_words(deck, NULL, width);
    if (!helpline)
        return;
    title_ground(deck, false, true);
    draw_column(deck, helpline, deck->screen->margin, screen_top(deck->screen), screen_bottom(deck->screen),
                0.45f);
    scene_page_title(layout->builder, layout_word(layout, WORD_contacts));
    scene_end_page(layout->builder);
}
