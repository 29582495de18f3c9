/* How many elements painting an SVG comes to, when each reference ("#id" in an href, "url(#id)") counts as
 * all that it leads to: a few lines of patterns within patterns can mean billions. An estimate: style sheets
 * are not looked into. */
#include "base/map.h"
#include "base/vector.h"
#include "scene/drawing.h"
#include <string.h>

struct slice {
    const char *at;
    size_t length;
};

/* What an element with an id holds, up to the elements in it that have ids of their own. */
struct scope {
    double weight; /* elements; while it is weighed, of the references so far too */
    struct reference *references;
    enum { UNSEEN, OPEN, WEIGHED } state;
    struct scope *above; /* from which it was reached */
};
struct reference {
    struct reference *next;
    struct scope *scope; /* NULL: that of `id`, if there is one */
    struct slice id;
    double times;
};

/* An element that is not closed yet. */
struct open_element {
    struct scope *scope;
    size_t before; /* elements before it */
    size_t waiting;
};
struct survey {
    struct arena *arena;
    struct map scopes; /* by id */
    size_t elements;
    VECTOR(struct open_element) open;
    VECTOR(struct reference *) waiting; /* those that the elements within inherit: their times aren't known */
};

static bool slice_is(struct slice slice, const char *word)
{
    return slice.length == strlen(word) && memcmp(slice.at, word, slice.length) == 0;
}

static bool slice_has(struct slice slice, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= slice.length; i++)
        if (memcmp(slice.at + i, word, length) == 0)
            return true;
    return false;
}

static bool ends_name(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '/' || c == '>' || c == '=';
}

static struct slice name_at(const char *at, const char *end)
{
    const char *start = at;
    while (at < end && !ends_name(*at))
        at++;
    return (struct slice){start, (size_t)(at - start)};
}

/* The next attribute of a tag, from *at on. */
static bool attribute_next(const char **at, const char *end, struct slice *name, struct slice *value)
{
    const char *equals = memchr(*at, '=', (size_t)(end - *at));
    if (!equals || end - equals < 2 || (equals[1] != '"' && equals[1] != '\''))
        return false;
    const char *start = equals, *open = equals + 2, *close = memchr(open, equals[1], (size_t)(end - open));
    while (start > *at && !ends_name(start[-1]))
        start--;
    *name = (struct slice){start, (size_t)(equals - start)};
    *value = (struct slice){open, (size_t)((close ? close : end) - open)};
    *at = close ? close + 1 : end;
    return true;
}

/* The end of a tag: a '>' that stands in no value. */
static const char *tag_end(const char *at, const char *end)
{
    char quote = '\0';
    for (; at < end && (quote || *at != '>'); at++) {
        if (quote ? *at == quote : *at == '"' || *at == '\'')
            quote = quote ? '\0' : *at;
    }
    return at;
}

static struct reference *refer(struct survey *survey, struct scope *from, struct slice id)
{
    struct reference *reference = ARENA_NEW(survey->arena, struct reference);
    *reference = (struct reference){.next = from->references, .id = id, .times = 1};
    from->references = reference;
    return reference;
}

/* Paint is inherited by all that an element holds; masks, clips and filters are not. */
static bool is_inherited(struct slice name, struct slice value)
{
    struct slice says = slice_is(name, "style") ? value : name;
    return slice_has(says, "fill") || slice_has(says, "stroke") || slice_has(says, "marker");
}

static void refer_by_urls(struct survey *survey, struct scope *from, struct slice name, struct slice value)
{
    static const char url[] = "url(#";
    size_t size = sizeof url - 1;
    for (size_t i = 0; i + size < value.length; i++) {
        if (memcmp(value.at + i, url, size) != 0)
            continue;
        const char *id = value.at + i + size, *close = memchr(id, ')', value.length - i - size);
        if (!close)
            return;
        struct reference *reference = refer(survey, from, (struct slice){id, (size_t)(close - id)});
        if (is_inherited(name, value))
            *VECTOR_ADD(survey->arena, &survey->waiting) = reference;
    }
}

static struct scope *scope_open(struct survey *survey, struct scope *around, struct slice id)
{
    struct scope *scope = ARENA_NEW(survey->arena, struct scope);
    *map_slot(&survey->scopes, id.at, id.length) = scope;
    refer(survey, around, (struct slice){0})->scope = scope;
    return scope;
}

/* Whether it is painted by itself. */
static bool is_painted(struct slice name)
{
    return !slice_is(name, "stop") && !slice_is(name, "linearGradient") && !slice_is(name, "radialGradient");
}

static struct scope *innermost(const struct survey *survey)
{
    return survey->open.at[survey->open.count - 1].scope;
}

static void element_open(struct survey *survey, const char *at, const char *end)
{
    const struct slice element = name_at(at, end);
    struct slice name, value;
    struct scope *scope = innermost(survey);
    size_t waiting = survey->waiting.count;
    for (const char *next = at; attribute_next(&next, end, &name, &value);)
        if (slice_is(name, "id"))
            scope = scope_open(survey, scope, value);
    for (const char *next = at; attribute_next(&next, end, &name, &value);) {
        if (slice_has(name, "href") && value.length > 1 && *value.at == '#' && !slice_is(element, "a"))
            refer(survey, scope, (struct slice){value.at + 1, value.length - 1});
        refer_by_urls(survey, scope, name, value);
    }
    *VECTOR_ADD(survey->arena, &survey->open) = (struct open_element){scope, survey->elements, waiting};
    if (is_painted(element)) {
        scope->weight++;
        survey->elements++;
    }
}

static void element_close(struct survey *survey)
{
    if (survey->open.count < 2)
        return;
    const struct open_element *closed = &survey->open.at[--survey->open.count];
    size_t held = survey->elements - closed->before;
    for (; survey->waiting.count > closed->waiting; survey->waiting.count--)
        survey->waiting.at[survey->waiting.count - 1]->times = (double)held;
}

/* Behind a comment or a section of plain text; NULL when there is none. */
static const char *skip_text(const char *at, const char *end)
{
    static const char *const pairs[][2] = {{"!--", "-->"}, {"![CDATA[", "]]>"}};
    for (size_t i = 0; i < 2; i++) {
        size_t length = strlen(pairs[i][0]);
        if ((size_t)(end - at) < length || memcmp(at, pairs[i][0], length) != 0)
            continue;
        while (end - at >= 3 && memcmp(at, pairs[i][1], 3) != 0)
            at++;
        return end - at >= 3 ? at + 3 : end;
    }
    return NULL;
}

static void survey_tags(struct survey *survey, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    for (const char *at = bytes; (at = memchr(at, '<', (size_t)(end - at)));) {
        const char *tag = at + 1, *behind = skip_text(tag, end);
        at = behind ? behind : tag_end(tag, end);
        if (behind || tag == end || *tag == '!' || *tag == '?')
            continue;
        if (*tag != '/')
            element_open(survey, tag, at);
        if (*tag == '/' || at[-1] == '/')
            element_close(survey);
    }
}

/* Takes one reference of a scope, or closes a scope that has none left; gives the scope to go on with. */
static struct scope *weigh_next(const struct survey *survey, struct scope *scope)
{
    struct reference *reference = scope->references;
    if (!reference) {
        scope->state = WEIGHED;
        return scope->above;
    }
    struct scope *to = reference->scope;
    if (!to)
        to = map_find(&survey->scopes, reference->id.at, reference->id.length);
    if (to && to->state == UNSEEN) {
        to->state = OPEN;
        to->above = scope;
        return to;
    }
    if (to && to->state == WEIGHED)
        scope->weight += reference->times * to->weight;
    scope->references = reference->next;
    return scope;
}

/* The elements of a scope and of all it refers to. References that come back to where they began, which
 * librsvg refuses, weigh nothing. */
static double weigh(const struct survey *survey, struct scope *root)
{
    root->state = OPEN;
    for (struct scope *scope = root; scope;)
        scope = weigh_next(survey, scope);
    return root->weight;
}

double drawing_weight(struct arena *arena, const char *bytes, size_t length)
{
    struct arena_mark mark = arena_mark(arena);
    struct survey survey = {.arena = arena};
    struct scope root = {0};
    map_init(&survey.scopes, arena);
    *VECTOR_ADD(arena, &survey.open) = (struct open_element){.scope = &root};
    survey_tags(&survey, bytes, length);
    double weight = weigh(&survey, &root);
    arena_rewind(arena, mark);
    return weight;
}
