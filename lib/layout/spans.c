#include "layout/spans.h"
#include "layout/notes.h"
#include <string.h>

/* What surrounds an inline: its style, and the link and language it stands in. */
struct span_context {
    struct layout *layout;
    struct span_list *list;
    const struct text_style *style;
    const char *link, *language;
};

static void add(const struct span_context *context, const char *text, struct place place)
{
    if (!text || !*text)
        return;
    *VECTOR_ADD(context->layout->arena, &context->list->spans) =
        (struct text_span){.text = text,
                           .length = strlen(text),
                           .style = context->style,
                           .language = context->language,
                           .tag = context->link,
                           .place = place};
}

static struct text_style *restyled(const struct span_context *context)
{
    struct text_style *style = ARENA_NEW(context->layout->arena, struct text_style);
    *style = *context->style;
    return style;
}

static void add_inlines(struct span_context context, const struct node *first);

static void add_styled(struct span_context context, const struct node *node)
{
    struct text_style *style = restyled(&context);
    switch (node->type) {
    case NODE_STRONG:
        style->bold = true;
        break;
    case NODE_EMPHASIS:
        style->italic = true;
        break;
    case NODE_STRIKE:
        style->strike = true;
        break;
    default:
        style->underline = *node->target != '\0';
        context.link = *node->target ? node->target : NULL;
        break;
    }
    context.style = style;
    add_inlines(context, node->first);
}

static void add_code(struct span_context context, const struct node *node)
{
    struct text_style *style = restyled(&context);
    style->family = context.layout->theme->mono;
    float size = style->size * 0.92f; /* mono faces look larger than the text around them */
    if (size >= sheet_floor(context.layout->sheet))
        style->size = size;
    context.style = style;
    add(&context, node->text, node->place);
}

/* A footnote is called by its number, or stands in brackets where there is no foot to put it. */
static void add_footnote(struct span_context context, const struct node *node)
{
    struct layout *layout = context.layout;
    const char *number = layout->notes ? notes_call(layout, node, &context.link) : NULL;
    if (number) {
        add(&context, number, node->place);
        return;
    }
    if (!node->first)
        return; /* said where it was called first */
    struct text_style *style = restyled(&context);
    style->size = layout->sheet->size[TEXT_SMALL];
    style->bold = false;
    context.style = style;
    add(&context, " [", node->place);
    add_inlines(context, node->note->first);
    add(&context, "]", node->place);
}

/* The title of a picture, behind its alt text. */
static void add_title(struct span_context context, const struct node *node)
{
    if (!node->title || !*node->title)
        return;
    add(&context, node->first ? " (" : "(", node->place);
    add(&context, node->title, node->place);
    add(&context, ")", node->place);
}

/* A block of a footnote; the address of a QR code stands below it, as elsewhere. */
static void add_block(struct span_context context, const struct node *node)
{
    bool below = block_is(node, BLOCK_qr);
    add(&context, below ? NULL : node->title, node->place);
    add_inlines(context, node->first);
    add(&context, below ? node->title : NULL, node->place);
}

static void add_inline(struct span_context context, const struct node *node)
{
    if (node->language)
        context.language = node->language;
    if (node_is_block(node->type) && node->previous)
        add(&context, " ", node->place); /* a block of a footnote, after another */
    switch (node->type) {
    case NODE_TEXT:
        add(&context, node->text, node->place);
        break;
    case NODE_SOFT_BREAK:
        add(&context, " ", node->place);
        break;
    case NODE_HARD_BREAK:
        add(&context, "\n", node->place);
        break;
    case NODE_CODE:
    case NODE_CODE_BLOCK:
        add_code(context, node);
        break;
    case NODE_STRONG:
    case NODE_EMPHASIS:
    case NODE_STRIKE:
    case NODE_LINK:
        add_styled(context, node);
        break;
    case NODE_FOOTNOTE_REF:
        add_footnote(context, node);
        break;
    case NODE_IMAGE: /* amid text it is told by its alt text */
        add_inlines(context, node->first);
        add_title(context, node);
        break;
    case NODE_BLOCK:
        add_block(context, node);
        break;
    default:
        add_inlines(context, node->first);
        break;
    }
}

static void add_inlines(struct span_context context, const struct node *first)
{
    for (const struct node *node = first; node; node = node->next)
        add_inline(context, node);
}

/* The language of the nearest part around a node that says one. */
static const char *language_around(const struct layout *layout, const struct node *node)
{
    for (node = node ? node->parent : NULL; node; node = node->parent)
        if (node->language)
            return node->language;
    return layout->edition->language;
}

void spans_of_range(struct layout *layout, struct span_list *list, const struct node *first,
                    const struct node *end, const struct text_style *style)
{
    struct span_context context = {layout, list, style, NULL, language_around(layout, first)};
    for (const struct node *node = first; node && node != end; node = node->next)
        add_inline(context, node);
}

void spans_of_inlines(struct layout *layout, struct span_list *list, const struct node *first,
                      const struct text_style *style)
{
    spans_of_range(layout, list, first, NULL, style);
}

void spans_add(struct layout *layout, struct span_list *list, const char *text,
               const struct text_style *style, struct place place)
{
    struct span_context context = {layout, list, style, NULL, layout->edition->language};
    add(&context, text, place);
}
