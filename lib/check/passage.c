/* Passages: the words of paragraphs, and where they stand. */
#include "base/builder.h"
#include "base/vector.h"
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

/* A text of the passage. */
struct passage_part {
    const struct node *node;
    size_t start;
    const struct passage_part *next;
};

struct passage_list {
    VECTOR(struct passage) all;
};

/* What stands for something that isn't the author's own words. */
static const char object[] = "\xef\xbf\xbc";

static const char *words_of(const struct node *node)
{
    switch (node->type) {
    case NODE_TEXT:
        return node->text;
    case NODE_SOFT_BREAK:
    case NODE_HARD_BREAK:
        return " ";
    case NODE_CODE:
    case NODE_FACT:
        return object;
    default:
        return "";
    }
}

static bool is_apart(const struct node *node)
{
    return node->type == NODE_IMAGE || node->type == NODE_FOOTNOTE_REF;
}

static void read_passage(struct arena *arena, struct passage *passage, const struct node *node)
{
    struct builder text;
    const struct passage_part **link = &passage->first_part;
    const struct node *apart = NULL;
    struct node_iterator iterator;
    builder_init(&text, arena);
    node_iterate(&iterator, node);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *at = iterator.node;
        if (apart && at == apart && iterator.event == NODE_LEAVE)
            apart = NULL;
        else if (!apart && is_apart(at))
            apart = at;
        if (apart || iterator.event != NODE_ENTER)
            continue;
        struct passage_part *part = ARENA_NEW(arena, struct passage_part);
        *part = (struct passage_part){.node = at, .start = text.length};
        *link = part;
        link = &part->next;
        builder_string(&text, words_of(at));
    }
    passage->node = node;
    passage->text = builder_text(&text);
    passage->length = text.length;
    passage->lower = unicode_lower(arena, passage->text, passage->length);
    if (strlen(passage->lower) != passage->length)
        passage->lower = passage->text; /* letters whose lower case is longer are in no phrase looked for */
}

void passages_read(struct checker *checker)
{
    struct passage_list list = {{NULL, 0, 0}};
    struct node_iterator iterator;
    node_iterate(&iterator, checker->guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *node = iterator.node;
        if (iterator.event != NODE_ENTER || !node_is_block(node->type) || !node->first ||
            node_is_block(node->first->type))
            continue;
        struct passage *passage = VECTOR_ADD(checker->arena, &list.all);
        read_passage(checker->arena, passage, node);
        passage->vietnamese = written_in(checker, node, "vi");
    }
    checker->passages = list.all.at;
    checker->passage_count = list.all.count;
}

/* The part that holds a byte. */
static const struct passage_part *part_at(const struct passage *passage, size_t at)
{
    const struct passage_part *found = passage->first_part;
    for (const struct passage_part *part = found; part && part->start <= at; part = part->next)
        if (words_of(part->node)[0])
            found = part;
    return found;
}

static bool stands_as_it_is(struct place place, const char *text)
{
    size_t length = strlen(text);
    return place.source && place.end - place.start == length &&
           !memcmp(place.source->text + place.start, text, length);
}

const struct node *passage_node(const struct passage *passage, size_t at)
{
    const struct passage_part *part = part_at(passage, at);
    return part ? part->node : passage->node;
}

const char *passage_words(const struct checker *checker, const struct passage *passage, size_t start,
                          size_t end)
{
    return arena_copy(checker->arena, passage->text + start, end - start);
}

struct place passage_place(const struct checker *checker, const struct passage *passage, size_t start,
                           size_t end)
{
    const struct passage_part *part = part_at(passage, start);
    if (!part || !part->node->text)
        return part ? part->node->place : passage->node->place;
    struct place place = part->node->place;
    size_t part_end = part->start + strlen(part->node->text);
    if (part_end > end)
        part_end = end;
    if (!stands_as_it_is(place, part->node->text))
        return place_find(place, passage_words(checker, passage, start, part_end));
    return (struct place){place.source, place.start + (uint32_t)(start - part->start),
                          place.start + (uint32_t)(part_end - part->start)};
}

bool letter_before(const char *text, size_t at)
{
    while (at > 0 && ((unsigned char)text[at - 1] & 0xc0) == 0x80)
        at--;
    return at > 0 && unicode_is_letter(text + at - 1);
}

size_t passage_find(const struct passage *passage, const char *phrase, size_t from)
{
    size_t length = strlen(phrase);
    for (const char *at = passage->lower + from; (at = strstr(at, phrase)); at++) {
        size_t start = (size_t)(at - passage->lower);
        if (!letter_before(passage->lower, start) && !unicode_is_letter(at + length))
            return start;
    }
    return SIZE_MAX;
}

const struct node *block_around(const struct node *node, enum block_kind kind)
{
    while (node && !block_is(node, kind))
        node = node->parent;
    return node;
}

bool written_in(const struct checker *checker, const struct node *node, const char *language)
{
    const char *said = checker->guide->front.language;
    for (; node; node = node->parent) {
        const char *own = node->language ? node->language : node_attribute(node, "language");
        if (own) {
            said = own;
            break;
        }
    }
    size_t length = strlen(language);
    return strncmp(said, language, length) == 0 && (said[length] == '\0' || said[length] == '-');
}
