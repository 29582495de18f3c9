/* callout.c - alerts, quotes and code: text on a ground of its own. */
#include "base/builder.h"
#include "layout/flow.h"
#include "layout/marker.h"
#include <string.h>

struct alert_row {
    enum word word;
    const char *icon;
    enum theme_role role;
};

static const struct alert_row alert_rows[ALERT_COUNT] = {
    [ALERT_NOTE] = {WORD_note, "info", ROLE_PRIMARY},
    [ALERT_TIP] = {WORD_tip, "lightbulb", ROLE_POSITIVE},
    [ALERT_IMPORTANT] = {WORD_important, "priority_high", ROLE_PRIMARY},
    [ALERT_WARNING] = {WORD_warning, "warning", ROLE_WARNING},
    [ALERT_CAUTION] = {WORD_caution, "report", ROLE_NEGATIVE},
};

struct label {
    struct box box;
    const struct box *text;
    const char *icon;
    struct colour colour;
    float size;
};

static void label_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct label *label = (const struct label *)box;
    artifact_begin(layout);
    icon_draw(layout, label->icon, x, y + (box->height - label->size) / 2, label->size, label->colour);
    artifact_end(layout);
    box_draw(layout, label->text, x + label->size * 1.35f, y);
}

/* An icon and a word in bold, kept with what they lead. */
static struct box *icon_label(struct layout *layout, const char *icon, const char *word, struct colour colour,
                              float width)
{
    static const struct box_ops ops = {.draw = label_draw};
    struct label *label = ARENA_NEW(layout->arena, struct label);
    struct text_look look = {.role = TEXT_BODY, .colour = colour, .bold = true};
    label->icon = icon;
    label->colour = colour;
    label->size = layout->sheet->size[TEXT_BODY] * 1.45f;
    label->text = text_of_string(layout, word, width - label->size * 1.35f, &look);
    label->box = (struct box){.ops = &ops,
                              .width = width,
                              .height = label->text->height,
                              .baseline = label->text->baseline,
                              .before = layout->sheet->gap,
                              .after = layout->sheet->gap * 0.35f,
                              .keep_next = true};
    return &label->box;
}

struct box *alert_box(struct layout *layout, const struct node *alert, float width)
{
    const struct alert_row *row = &alert_rows[alert->alert];
    const struct palette *outer = layout->palette;
    struct colour role = layout->theme->roles[row->role];
    struct colour ground = colour_mix(layout->theme->roles[ROLE_SURFACE], role, 0.08f);
    const struct palette *palette = layout_palette(layout, palette_on(layout->theme, ground, outer->ground));
    struct card_style style = {.fill = ground,
                               .bar = colour_readable(role, ground, 3),
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad * 0.75f,
                               .radius = layout->sheet->radius * 0.5f};
    layout->palette = palette;
    float inner = card_inner(width, &style);
    struct colour ink = colour_readable(role, ground, 4.5f);
    struct box *head = icon_label(layout, row->icon, layout_word(layout, row->word), ink, inner);
    struct box *body = flow_blocks(layout, alert->first, NULL, inner);
    struct box *card = card_create(layout, stack_of(layout, inner, head, body), width, &style);
    layout->palette = outer;
    card->palette = palette;
    card->mark = mark_create(layout, MARK_GROUP, alert->place);
    return card;
}

struct box *quote_box(struct layout *layout, const struct node *quote, float width)
{
    struct card_style style = {.bar = layout->palette->accent, .pad_x = layout->sheet->pad};
    struct box *body = flow_blocks(layout, quote->first, NULL, card_inner(width, &style));
    if (!body)
        return NULL;
    struct box *card = card_create(layout, body, width, &style);
    card->stretches = false;
    card->mark = mark_create(layout, MARK_QUOTE, quote->place);
    return card;
}

/* Spaces that begin a line or follow another are kept as no-break spaces, tabs as four of them. */
static const char *code_text(struct layout *layout, const char *text)
{
    struct builder words;
    builder_init(&words, layout->arena);
    size_t length = strlen(text);
    while (length && text[length - 1] == '\n')
        length--;
    for (size_t i = 0; i < length; i++) {
        bool opens = i == 0 || text[i - 1] == '\n' || text[i - 1] == ' ' || text[i - 1] == '\t';
        if (text[i] == '\t')
            builder_string(&words, "\u00a0\u00a0\u00a0\u00a0");
        else if (text[i] == ' ' && opens)
            builder_string(&words, "\u00a0");
        else
            builder_char(&words, text[i]);
    }
    return builder_text(&words);
}

struct box *code_box(struct layout *layout, const struct node *code, float width)
{
    float pad = layout->sheet->pad, most = width / 8;
    struct card_style style = {.fill = layout->palette->tint,
                               .pad_x = pad < most ? pad : most,
                               .pad_y = layout->sheet->pad * 0.75f,
                               .radius = layout->sheet->radius * 0.5f};
    struct text_look look = {.role = TEXT_CODE,
                             .colour = colour_readable(layout->theme->roles[ROLE_INK], style.fill, 7),
                             .unmarked = true};
    if (!node_shows(code))
        return NULL;
    struct box *text = text_of_string(layout, code_text(layout, code->text ? code->text : ""),
                                      card_inner(width, &style), &look);
    if (!text)
        return NULL;
    struct box *card = card_create(layout, text, width, &style);
    card->mark = mark_create(layout, MARK_CODE, code->place);
    return card;
}
