/* Links: what they say of where they lead, and whether it is there. Addresses on the network are not asked.
 */
#include "base/file.h"
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

static const char *const vague[] = {"tại đây",     "ở đây",     "đây",       "bấm vào đây", "nhấn vào đây",
                                    "xem tại đây", "bấm vào",   "xem thêm",  "link",        "here",
                                    "click here",  "read more", "this link", "more",        "liên kết này"};

static bool is_vague(const char *words)
{
    for (size_t i = 0; i < sizeof vague / sizeof *vague; i++)
        if (!strcmp(words, vague[i]))
            return true;
    return false;
}

static bool has_scheme(const char *target)
{
    size_t length = strspn(target, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    return length > 0 && target[length] == ':';
}

static bool has_id(const struct guide *guide, const char *id)
{
    struct node_iterator iterator;
    node_iterate(&iterator, guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *node = iterator.node;
        if ((node->id && !strcmp(node->id, id)) ||
            (node->attributes && node->attributes->id && !strcmp(node->attributes->id, id)))
            return true;
    }
    return false;
}

static bool file_is_there(const struct checker *checker, const struct node *link)
{
    const struct source *source = link->place.source;
    const char *path = arena_copy(checker->arena, link->target, strcspn(link->target, "#?"));
    const char *inside = file_inside(checker->arena, source ? source->folder : NULL, path);
    return inside && file_exists(inside);
}

void check_links(struct checker *checker, const struct node *node)
{
    if (node->type != NODE_LINK || !node->target || !*node->target)
        return;
    const char *words = node_plain_text(checker->arena, node);
    if (is_vague(unicode_lower(checker->arena, words, strlen(words))))
        report(checker->reporter, FINDING_vague_link, node->place, words);
    if (*node->target == '#') {
        if (!has_id(checker->guide, node->target + 1))
            report(checker->reporter, FINDING_no_anchor, node->place, node->target + 1);
    } else if (!has_scheme(node->target) && *node->target != '/' && node->place.source &&
               node->place.source->folder && !strchr(node->target, '{') && !strchr(node->target, '@') &&
               !file_is_there(checker, node)) {
        report(checker->reporter, FINDING_no_linked_file, node->place, node->target);
    }
}
