#include "guide/roles.h"
#include "text/unicode.h"
#include <string.h>

/* A paragraph of one text. */
static const struct node *text_paragraph(struct arena *arena, const struct node *text, const char *words,
                                         size_t length)
{
    struct node *paragraph = node_create(arena, NODE_PARAGRAPH, text->place);
    struct node *copy = node_create(arena, NODE_TEXT, text->place);
    copy->text = arena_copy(arena, words, length);
    node_append(paragraph, copy);
    return paragraph;
}

/* The paragraph with one of its texts shortened to a part; what follows it follows the copy. */
static const struct node *paragraph_without(struct arena *arena, const struct node *paragraph,
                                            const struct node *text, const char *words, size_t length)
{
    struct node *copy = node_create(arena, NODE_PARAGRAPH, paragraph->place);
    for (const struct node *inlined = paragraph->first; inlined; inlined = inlined->next) {
        struct node *part = node_create(arena, inlined->type, inlined->place);
        *part = *inlined;
        part->parent = part->next = part->previous = NULL;
        if (inlined == text)
            part->text = arena_copy(arena, words, length);
        node_append(copy, part);
    }
    copy->parent = paragraph->parent;
    copy->next = paragraph->next;
    return copy;
}

static bool role_at_start(struct arena *arena, const struct node *paragraph, struct role_step *step)
{
    const struct node *text = paragraph->first;
    if (text->type != NODE_TEXT || !strchr("([", *text->text) || !*text->text)
        return false;
    const char *end = strchr(text->text, *text->text == '(' ? ')' : ']');
    if (!end || end == text->text + 1)
        return false;
    step->who = text_paragraph(arena, text, text->text + 1, (size_t)(end - text->text - 1));
    const char *rest = end + 1 + strspn(end + 1, " :");
    if (!*rest && !text->next)
        return false;
    step->first = paragraph_without(arena, paragraph, text, rest, strlen(rest));
    return true;
}

static bool role_at_end(struct arena *arena, const struct node *paragraph, struct role_step *step)
{
    const struct node *text = paragraph->last;
    size_t length = text->type == NODE_TEXT ? strlen(text->text) : 0;
    while (length && strchr(". ", text->text[length - 1]))
        length--;
    if (!length || !strchr(")]", text->text[length - 1]))
        return false;
    char opens = text->text[length - 1] == ')' ? '(' : '[';
    size_t begin = length - 1;
    while (begin && text->text[begin] != opens)
        begin--;
    if (text->text[begin] != opens || begin + 2 >= length)
        return false;
    step->who = text_paragraph(arena, text, text->text + begin + 1, length - begin - 2);
    while (begin && text->text[begin - 1] == ' ')
        begin--;
    if (!begin && !text->previous)
        return false;
    step->first = paragraph_without(arena, paragraph, text, text->text, begin);
    return true;
}

bool role_step_of_item(struct arena *arena, const struct node *item, struct role_step *step)
{
    const struct node *words = item->first, *list = item->parent;
    *step = (struct role_step){.place = item->place};
    for (const struct node *node = list->first; list->ordered && node != item; node = node->next)
        step->number++;
    step->number += list->ordered ? list->start : 0;
    if (!words || words->type != NODE_PARAGRAPH || !words->first)
        return false;
    if (role_at_start(arena, words, step) || role_at_end(arena, words, step))
        return true;
    if (words->first->type != NODE_STRONG || (!words->first->next && !words->next))
        return false;
    step->who = step->lead = words->first;
    step->first = words->next;
    return true;
}

static bool role_steps_of_list(struct arena *arena, const struct node *list, struct role_steps *steps)
{
    for (const struct node *item = list->first; item; item = item->next)
        if (!role_step_of_item(arena, item, VECTOR_ADD(arena, &steps->at)))
            return false;
    return steps->at.count > 0;
}

bool role_steps_of_table(struct arena *arena, const struct node *table, struct role_steps *steps)
{
    const struct node *names = table->first;
    if (!names || !names->header || table->columns > 3)
        return false;
    for (const struct node *row = names->next; row; row = row->next) {
        const struct node *who = row->first, *what = who ? who->next : NULL, *when = what ? what->next : NULL;
        if (!what || !who->first)
            return false;
        *VECTOR_ADD(arena, &steps->at) = (struct role_step){.who = who,
                                                            .cell = what,
                                                            .when = when,
                                                            .when_name = when ? names->last : NULL,
                                                            .place = row->place};
    }
    return steps->at.count > 0;
}

const struct node *role_steps_of_block(struct arena *arena, const struct node *block,
                                       struct role_steps *steps)
{
    const struct node *node = block->first;
    while (node && node->type != NODE_TABLE && node->type != NODE_LIST)
        node = node->next;
    if (!node)
        return NULL;
    bool named = node->type == NODE_TABLE ? role_steps_of_table(arena, node, steps)
                                          : role_steps_of_list(arena, node, steps);
    return named ? node : NULL;
}

bool role_is_same(struct arena *arena, const struct role_step *a, const struct role_step *b)
{
    return strcmp(node_plain_text(arena, a->who), node_plain_text(arena, b->who)) == 0;
}

bool role_is_new(struct arena *arena, const struct role_steps *steps, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (role_is_same(arena, &steps->at.at[i], &steps->at.at[index]))
            return false;
    return true;
}

static bool is_called(struct arena *arena, const struct node *cell, const char *const *names, size_t count)
{
    const char *text = cell ? node_plain_text(arena, cell) : "";
    for (size_t i = 0; i < count; i++)
        if (unicode_same_name(text, names[i]))
            return true;
    return false;
}

bool is_role_table(struct arena *arena, const struct node *table)
{
    static const char *const who[] = {"ai", "ai làm", "người làm", "who"};
    static const char *const what[] = {"làm gì", "việc", "việc làm", "việc cần làm", "what", "does what"};
    static const char *const when[] = {"khi nào", "bao giờ", "lúc nào", "when"};
    const struct node *first = table->first ? table->first->first : NULL;
    const struct node *second = first ? first->next : NULL, *third = second ? second->next : NULL;
    struct role_steps steps = {0};
    if (!is_called(arena, first, who, sizeof who / sizeof *who) ||
        !is_called(arena, second, what, sizeof what / sizeof *what) ||
        (third && !is_called(arena, third, when, sizeof when / sizeof *when)) ||
        !role_steps_of_table(arena, table, &steps))
        return false;
    for (size_t i = 0; i < steps.at.count; i++)
        if (!role_is_new(arena, &steps, i))
            return false;
    return true;
}
