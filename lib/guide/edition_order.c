/* Terms of a glossary in the order of the edition's language, whatever order they were written in. */
#include "guide/edition.h"
#include "text/collate.h"
#include <string.h>

/* What an item is found by: its bold lead, or its words up to a colon. */
static const char *term_of(struct arena *arena, const struct node *item)
{
    const struct node *first = item->first ? item->first->first : NULL;
    if (first && first->type == NODE_STRONG)
        return node_plain_text(arena, first);
    const char *words = item->first ? node_plain_text(arena, item->first) : "";
    return arena_copy(arena, words, strcspn(words, ":"));
}

static void order_list(struct edition_maker *maker, struct node *list)
{
    size_t count = node_count(list);
    struct node **items = ARENA_ARRAY(maker->arena, struct node *, count + 1);
    const char **terms = ARENA_ARRAY(maker->arena, const char *, count + 1);
    size_t at = 0;
    for (struct node *item = list->first; item; item = item->next, at++) {
        items[at] = item;
        terms[at] = term_of(maker->arena, item);
    }
    const size_t *order = collate_order(maker->arena, terms, count, maker->edition->language);
    list->first = list->last = NULL;
    for (at = 0; at < count; at++) {
        items[order[at]]->next = items[order[at]]->previous = NULL;
        node_append(list, items[order[at]]);
    }
}

void edition_order(struct edition_maker *maker, struct node *glossary)
{
    struct node *node = glossary->first;
    while (node && node->type != NODE_LIST)
        node = node->next;
    if (node && !node->ordered)
        order_list(maker, node);
}
