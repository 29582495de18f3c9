#include "formats/pdf/navigation.h"
#include "formats/pdf/strings.h"
#include "text/unicode.h"
#include <math.h>
#include <string.h>

/* Room left above a heading that is gone to, points. */
#define AIR 6

/* Characters of an entry of the outline: viewers show one line. */
#define LONGEST_ENTRY 200

void navigation_init(struct navigation *navigation, struct document *document)
{
    navigation->document = document;
    map_init(&navigation->ids, document->arena);
}

/* Whether a heading goes on that was begun on an earlier page. */
static bool goes_on(const struct navigation *navigation, const struct mark *mark)
{
    size_t count = navigation->destinations.count;
    const struct destination *last = count ? navigation->destinations.at[count - 1] : NULL;
    return last && last->place.source && last->place.source == mark->place.source &&
           last->place.start == mark->place.start && last->place.end == mark->place.end;
}

void navigation_begin(struct navigation *navigation, const struct mark *mark, size_t page)
{
    struct arena *arena = navigation->document->arena;
    if (mark->type == MARK_LINK && mark->target && *mark->target)
        *VECTOR_ADD(arena, &navigation->links) = mark;
    bool has_id = mark->id && *mark->id, heading = mark->type == MARK_HEADING && mark->title && *mark->title;
    if ((!has_id && !heading) || (heading && goes_on(navigation, mark)))
        return;
    struct destination *destination = ARENA_NEW(arena, struct destination);
    destination->title = heading ? mark->title : NULL;
    destination->level = mark->level;
    destination->page = page;
    destination->place = mark->place;
    *VECTOR_ADD(arena, &navigation->destinations) = destination;
    *VECTOR_ADD(arena, &navigation->unplaced) = destination;
    if (has_id && !map_get(&navigation->ids, mark->id))
        map_set(&navigation->ids, mark->id, destination);
}

void navigation_end(struct navigation *navigation, const struct mark *mark)
{
    if (navigation->links.count && navigation->links.at[navigation->links.count - 1] == mark)
        navigation->links.count--;
}

/* Whether a box goes on with the annotation's line. */
static bool continues(const struct annotation *annotation, size_t page, struct rect where, const char *target)
{
    if (annotation->page != page || strcmp(annotation->target, target) != 0)
        return false;
    const struct rect *had = &annotation->where;
    float height = fminf(had->height, where.height);
    float overlap = fminf(had->y + had->height, where.y + where.height) - fmaxf(had->y, where.y);
    float gap = fmaxf(where.x - (had->x + had->width), had->x - (where.x + where.width));
    return overlap > height / 2 && gap < height;
}

static struct rect bounds(struct rect a, struct rect b)
{
    float left = fminf(a.x, b.x), top = fminf(a.y, b.y);
    float right = fmaxf(a.x + a.width, b.x + b.width), bottom = fmaxf(a.y + a.height, b.y + b.height);
    return (struct rect){left, top, right - left, bottom - top};
}

static void add_box(struct navigation *navigation, size_t page, struct rect where, const char *text,
                    size_t length)
{
    const char *target = navigation->links.at[navigation->links.count - 1]->target;
    struct annotation *last =
        navigation->annotations.count ? &navigation->annotations.at[navigation->annotations.count - 1] : NULL;
    if (last && continues(last, page, where, target)) {
        last->where = bounds(last->where, where);
        builder_add(&last->text, text, length);
        return;
    }
    struct annotation *annotation = VECTOR_ADD(navigation->document->arena, &navigation->annotations);
    annotation->page = page;
    annotation->where = where;
    annotation->target = target;
    builder_init(&annotation->text, navigation->document->arena);
    builder_add(&annotation->text, text, length);
}

void navigation_item(struct navigation *navigation, size_t page, struct rect where, const char *text,
                     size_t length)
{
    for (size_t i = 0; i < navigation->unplaced.count; i++)
        if (navigation->unplaced.at[i]->page == page)
            navigation->unplaced.at[i]->top = fmaxf(where.y - AIR, 0);
    navigation->unplaced.count = 0;
    if (navigation->links.count)
        add_box(navigation, page, where, text ? text : "", text ? length : 0);
}

static void put_destination(struct builder *out, const struct destination *destination,
                            const struct page_place *pages)
{
    const struct page_place *page = &pages[destination->page];
    builder_format(out, "/Dest[%u 0 R/XYZ 0 ", page->object);
    builder_number(out, page->height - destination->top, 0);
    builder_string(out, " null]");
}

static void put_rectangle(struct builder *out, struct rect where, float height)
{
    builder_string(out, "/Rect[");
    builder_number(out, where.x, 2);
    builder_char(out, ' ');
    builder_number(out, height - (where.y + where.height), 2);
    builder_char(out, ' ');
    builder_number(out, where.x + where.width, 2);
    builder_char(out, ' ');
    builder_number(out, height - where.y, 2);
    builder_char(out, ']');
}

static unsigned uri_action(struct navigation *navigation, const char *target)
{
    if (navigation->target && strcmp(navigation->target, target) == 0)
        return navigation->action;
    struct builder out;
    builder_init(&out, navigation->document->arena);
    builder_string(&out, "/S/URI/URI");
    put_uri(&out, target);
    navigation->target = target;
    return navigation->action = document_add(navigation->document, &out);
}

static void add_link(struct navigation *navigation, struct annotation *link, const struct page_place *pages)
{
    const struct destination *inside =
        *link->target == '#' ? map_get(&navigation->ids, link->target + 1) : NULL;
    if (*link->target == '#' && !inside)
        return;
    struct builder out;
    builder_init(&out, navigation->document->arena);
    builder_string(&out, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
    put_rectangle(&out, link->where, pages[link->page].height);
    builder_string(&out, "/Contents");
    if (link->text.length)
        put_text(&out, link->text.at, link->text.length);
    else
        put_text(&out, link->target, strlen(link->target));
    if (inside)
        put_destination(&out, inside, pages);
    else
        builder_format(&out, "/A %u 0 R", uri_action(navigation, link->target));
    link->object = document_add(navigation->document, &out);
}

void navigation_add_links(struct navigation *navigation, const struct page_place *pages)
{
    for (size_t i = 0; i < navigation->annotations.count; i++)
        add_link(navigation, &navigation->annotations.at[i], pages);
}

/* An entry of the outline; the root is one without destination. Indices, 0 is the root and "none". */
struct entry {
    const struct destination *destination;
    unsigned object;
    size_t parent, first, last, previous, next;
    int visible; /* entries seen when it is open: its children, and theirs when open */
};

struct outline {
    VECTOR(struct entry) entries;
};

/* An entry under the nearest earlier one of a lower level: a jump from level 1 to 3 makes a child. */
static void add_entry(struct navigation *navigation, struct outline *outline,
                      const struct destination *destination)
{
    size_t parent = outline->entries.count - 1;
    while (parent && outline->entries.at[parent].destination->level >= destination->level)
        parent = outline->entries.at[parent].parent;
    size_t index = outline->entries.count;
    struct entry *entry = VECTOR_ADD(navigation->document->arena, &outline->entries);
    entry->destination = destination;
    entry->object = document_reserve(navigation->document);
    entry->parent = parent;
    struct entry *above = &outline->entries.at[parent];
    entry->previous = above->last;
    if (above->last)
        outline->entries.at[above->last].next = index;
    else
        above->first = index;
    above->last = index;
    above->visible++;
}

static unsigned entry_object(const struct outline *outline, size_t index)
{
    return outline->entries.at[index].object;
}

static void put_entry(struct builder *out, const struct outline *outline, const struct entry *entry,
                      const struct page_place *pages)
{
    const struct destination *destination = entry->destination;
    size_t length = strlen(destination->title), shown = 0;
    for (size_t count = 0; count < LONGEST_ENTRY && shown < length; count++)
        utf8_next(destination->title, length, &shown);
    builder_string(out, "/Title");
    put_text(out, destination->title, shown);
    put_destination(out, destination, pages);
    builder_format(out, "/Parent %u 0 R", entry_object(outline, entry->parent));
    if (entry->previous)
        builder_format(out, "/Prev %u 0 R", entry_object(outline, entry->previous));
    if (entry->next)
        builder_format(out, "/Next %u 0 R", entry_object(outline, entry->next));
}

/* The outline opens with its first two levels shown. */
static unsigned add_entries(struct navigation *navigation, struct outline *outline,
                            const struct page_place *pages)
{
    struct entry *root = &outline->entries.at[0];
    for (size_t i = 1; i < outline->entries.count; i++) {
        const struct entry *entry = &outline->entries.at[i];
        if (entry->parent == 0)
            root->visible += entry->visible;
    }
    for (size_t i = 0; i < outline->entries.count; i++) {
        const struct entry *entry = &outline->entries.at[i];
        struct builder out;
        builder_init(&out, navigation->document->arena);
        if (i == 0)
            builder_string(&out, "/Type/Outlines");
        else
            put_entry(&out, outline, entry, pages);
        if (entry->first)
            builder_format(&out, "/First %u 0 R/Last %u 0 R/Count %d", entry_object(outline, entry->first),
                           entry_object(outline, entry->last),
                           i == 0 || entry->parent == 0 ? entry->visible : -entry->visible);
        document_set(navigation->document, entry->object, &out);
    }
    return root->object;
}

static void add_page_titles(struct navigation *navigation, const struct scene *scene, struct outline *outline)
{
    for (size_t i = 0; i < scene->page_count; i++) {
        const char *title = scene->pages[i].title;
        if (!title || !*title)
            continue;
        struct destination *destination = ARENA_NEW(navigation->document->arena, struct destination);
        *destination = (struct destination){.title = title, .level = 1, .page = i};
        add_entry(navigation, outline, destination);
    }
}

unsigned navigation_add_outline(struct navigation *navigation, const struct scene *scene,
                                const struct page_place *pages)
{
    struct outline outline = {0};
    struct entry *root = VECTOR_ADD(navigation->document->arena, &outline.entries);
    root->object = document_reserve(navigation->document);
    for (size_t i = 0; i < navigation->destinations.count; i++)
        if (navigation->destinations.at[i]->title)
            add_entry(navigation, &outline, navigation->destinations.at[i]);
    if (outline.entries.count == 1)
        add_page_titles(navigation, scene, &outline);
    if (outline.entries.count == 1 || document_failed(navigation->document))
        return 0;
    return add_entries(navigation, &outline, pages);
}
