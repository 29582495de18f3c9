/* myths.c - what many believe beside what is true: the fact is set larger, each has its sign and its words.
 */
#include "layout/myths.h"
#include "layout/flow.h"
#include "layout/named.h"
#include "layout/verdict.h"
#include "text/unicode.h"
#include <string.h>

/* ---- What is a myth, what is a fact ---- */

static bool is_among(struct arena *arena, const struct node *words, const char *const *names, size_t count)
{
    const char *text = node_plain_text(arena, words);
    size_t length = strlen(text);
    while (length && strchr(" :.,", text[length - 1]))
        length--;
    text = arena_copy(arena, text, length);
    for (size_t i = 0; i < count; i++)
        if (unicode_same_name(text, names[i]))
            return true;
    return false;
}

static bool names_myth(struct arena *arena, const struct node *words)
{
    static const char *const names[] = {
        "nhiều người nghĩ", "nhiều người tưởng", "người ta nghĩ", "tin đồn", "lời đồn", "hiểu lầm",
        "lầm tưởng",        "tưởng là",          "myth",          "myths",   "rumour",  "rumor",
        "many think",       "many people think", "people think"};
    return is_among(arena, words, names, sizeof names / sizeof *names);
}

static bool names_fact(struct arena *arena, const struct node *words)
{
    static const char *const names[] = {"sự thật", "thật ra", "thực ra",   "thực tế",  "thật là", "fact",
                                        "facts",   "truth",   "the truth", "the fact", "in fact", "in truth"};
    return is_among(arena, words, names, sizeof names / sizeof *names);
}

/* “**Nhiều người nghĩ** … **Sự thật** …”: the bold words that begin the fact. NULL: the paragraph holds none.
 */
static const struct node *fact_within(struct arena *arena, const struct node *paragraph)
{
    if (!paragraph || paragraph->type != NODE_PARAGRAPH || !paragraph->first)
        return NULL;
    for (const struct node *node = paragraph->first->next; node; node = node->next)
        if (node->type == NODE_STRONG && names_fact(arena, node))
            return node;
    return NULL;
}

bool is_myth_list(struct arena *arena, const struct node *list)
{
    for (const struct node *item = list->first; item; item = item->next) {
        const struct node *lead =
            item->first && item->first->type == NODE_PARAGRAPH ? item->first->first : NULL;
        if (!lead || lead->type != NODE_STRONG || !names_myth(arena, lead) ||
            !fact_within(arena, item->first))
            return false;
    }
    return list->first != NULL;
}

bool is_myth_table(struct arena *arena, const struct node *table)
{
    const struct node *head = table->first, *left = head && head->header ? head->first : NULL;
    return table->columns == 2 && left && left->next && head->next && names_myth(arena, left) &&
           names_fact(arena, left->next);
}

/* ---- A pair ---- */

/* One half of a pair: inlines, then blocks. */
struct half {
    const struct verdict *verdict;
    enum text_role role;
    const struct node *name;         /* whose inlines name it, over the text; NULL: `words` do */
    const char *words;               /* NULL: the text names itself */
    const struct node *from, *until; /* inlines of the text, up to (not with) `until` */
    const struct node *pictures;     /* beneath this node stand below the text; NULL: none */
    const struct node *first;        /* blocks after them, to the end of their siblings; NULL: none */
    struct place place;
    bool said; /* the name was said before: it is for the eye only */
};

/* Adds a block; paragraphs have the half's size. */
static const struct node *add_block(struct layout *layout, const struct half *half, struct box_list *parts,
                                    const struct node *node, float width)
{
    struct text_look look = {.role = half->role};
    const struct node *only = list_paragraph(node), *paragraph = only ? only : node;
    if (paragraph->type != NODE_PARAGRAPH || is_pictures(paragraph))
        return flow_next(layout, parts, node, NULL, width);
    box_list_add(layout, parts, text_of_node(layout, paragraph, width, &look));
    box_list_add(layout, parts, pictures_box(layout, paragraph, width));
    return node->next;
}

static struct box *half_body(struct layout *layout, const struct half *half, float width)
{
    struct text_look look = {.role = half->role};
    struct box_list parts = {0};
    box_list_add(layout, &parts,
                 half->from ? text_of_range(layout, half->from, half->until, width, &look) : NULL);
    box_list_add(layout, &parts, half->pictures ? pictures_box(layout, half->pictures, width) : NULL);
    layout->depth++;
    for (const struct node *node = half->first; node;)
        node = add_block(layout, half, &parts, node, width);
    layout->depth--;
    return stack_create(layout, &parts, width);
}

static struct box *half_card(struct layout *layout, const struct half *half, float width)
{
    struct verdict_look look = verdict_open(layout, half->verdict, width);
    struct box *head = NULL, *body;
    if (half->name || half->words) {
        head = verdict_head(layout, &look, half->name, half->words, half->place);
        if (head && half->said)
            head = again_create(layout, head);
        body = half_body(layout, half, look.inner);
    } else {
        struct box *text = half_body(layout, half, look.inner - look.marker.indent);
        body = item_create(layout, &look.marker, text, look.inner, half->place, MARK_GROUP);
    }
    return verdict_close(layout, &look, head, body, width, half->place);
}

#define LEAST_BESIDE 28 /* sizes of body text: room for two halves side by side */
#define MYTH_SHARE   0.4f

static struct box *pair_box(struct layout *layout, const struct half halves[2], struct place place,
                            float width)
{
    float gutter = layout->sheet->gutter, least = layout->sheet->size[TEXT_BODY] * LEAST_BESIDE;
    bool beside = width >= least;
    float left = beside ? (width - gutter) * MYTH_SHARE : width;
    struct box *myth = half_card(layout, &halves[0], left);
    struct box *fact = half_card(layout, &halves[1], beside ? width - gutter - left : width);
    struct box_list cards = {0};
    box_list_add(layout, &cards, myth);
    box_list_add(layout, &cards, fact);
    myth->keep_next = !beside;
    myth->after = fact->before = layout->sheet->gap * 0.5f;
    struct box *pair =
        beside ? row_create(layout, &cards, gutter, ROW_TOP) : stack_create(layout, &cards, width);
    pair->mark = mark_create(layout, MARK_ITEM, place);
    pair->before = pair->after = layout->sheet->gap * 1.4f;
    return pair;
}

static void halves_begin(struct layout *layout, struct half halves[2], struct place place)
{
    halves[0] = (struct half){.verdict = &verdict_bad, .role = TEXT_BODY, .place = place};
    halves[1] = (struct half){.verdict = &verdict_good, .role = TEXT_LEAD, .place = place};
    halves[0].words = layout_word(layout, WORD_myth);
    halves[1].words = layout_word(layout, WORD_fact);
}

/* An item's own words are the myth; the fact begins in them, or is what stands below. */
static struct box *item_pair(struct layout *layout, const struct node *item, float width)
{
    struct half halves[2];
    const struct node *first = item->first, *fact = fact_within(layout->arena, first);
    halves_begin(layout, halves, item->place);
    if (!first || first->type != NODE_PARAGRAPH) {
        halves[1].first = first;
    } else {
        const struct node *lead = node_bold_lead(first);
        halves[0].from = first->first;
        halves[0].until = fact;
        halves[fact ? 1 : 0].pictures = first;
        halves[1].from = fact;
        halves[1].first = first->next;
        if (lead && names_myth(layout->arena, lead))
            halves[0].words = NULL;
        if (fact)
            halves[1].words = NULL;
    }
    return pair_box(layout, halves, item->place, width);
}

/* The heads of the columns name the halves. */
static struct box *row_pair(struct layout *layout, const struct node *row, float width)
{
    struct half halves[2];
    const struct node *cell = row->first, *name = row->parent->first->first;
    halves_begin(layout, halves, row->place);
    for (int i = 0; i < 2; i++, cell = cell ? cell->next : NULL, name = name->next) {
        halves[i].name = name;
        halves[i].said = row->previous != row->parent->first;
        halves[i].from = cell ? cell->first : NULL;
        halves[i].pictures = cell;
    }
    return pair_box(layout, halves, row->place, width);
}

static struct box *pairs_box(struct layout *layout, const struct node *whole, const struct node *first,
                             struct box *(*make)(struct layout *layout, const struct node *node, float width),
                             float width)
{
    struct box_list pairs = {0};
    for (const struct node *node = first; node; node = node->next)
        box_list_add(layout, &pairs, make(layout, node, width));
    struct box *box = stack_create(layout, &pairs, width);
    if (box)
        box->mark = mark_create(layout, MARK_LIST, whole->place);
    return box;
}

struct box *myth_list_box(struct layout *layout, const struct node *list, float width)
{
    return pairs_box(layout, list, list->first, item_pair, width);
}

struct box *myth_table_box(struct layout *layout, const struct node *table, float width)
{
    return pairs_box(layout, table, table->first->next, row_pair, width);
}

struct box *myths_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block), *table = myths_table(block);
    if (!table)
        return around_list(layout, block, list ? myth_list_box(layout, list, width) : NULL, width);
    return around_box(layout, block, table, myth_table_box(layout, table, width), table->next, width);
}

const struct node *myths_table(const struct node *block)
{
    for (const struct node *node = block->first; node && node->type != NODE_LIST; node = node->next)
        if (node->type == NODE_TABLE)
            return node->columns == 2 && node->first->header && node_count(node->first) == 2 &&
                           node->first->next
                       ? node
                       : NULL;
    return NULL;
}
