/* navigation.h - links, their destinations, and the outline (ISO 32000-1, 12.3 and 12.5). */
#ifndef FORMATS_PDF_NAVIGATION_H
#define FORMATS_PDF_NAVIGATION_H

#include "base/vector.h"
#include "formats/pdf/document.h"
#include "scene/scene.h"

/* Something that can be gone to: a mark with an id or a title. */
struct destination {
    const char *title; /* NULL: not in the outline */
    unsigned level;
    size_t page;
    float top;          /* points from the page's top */
    struct place place; /* of the heading, in the guide */
};

/* The clickable rectangle of one line of a link. */
struct annotation {
    unsigned object;
    size_t page;
    struct rect where; /* y down */
    const char *target;
    struct builder text;
};

struct navigation {
    struct document *document;
    struct map ids; /* id -> struct destination * */
    VECTOR(struct destination *) destinations;
    VECTOR(const struct mark *) links;     /* open ones */
    VECTOR(struct destination *) unplaced; /* of open marks, no item seen yet */
    VECTOR(struct annotation) annotations; /* by page */
    const char *target;                    /* of the last action to a URI; NULL: none yet */
    unsigned action;                       /* its object: the lines of a link share it */
};

/* Page objects and sizes, by index. */
struct page_place {
    unsigned object;
    float width, height;
};

void navigation_init(struct navigation *navigation, struct document *document);
void navigation_begin(struct navigation *navigation, const struct mark *mark, size_t page);
void navigation_end(struct navigation *navigation, const struct mark *mark);
/* An item that readers see, in page coordinates; `text` may be NULL. */
void navigation_item(struct navigation *navigation, size_t page, struct rect where, const char *text,
                     size_t length);
/* Writes the annotations; those whose "#id" is nowhere get object 0. */
void navigation_add_links(struct navigation *navigation, const struct page_place *pages);
/* The outline's object; 0 when nothing has a title. Page titles stand in when no mark has one. */
unsigned navigation_add_outline(struct navigation *navigation, const struct scene *scene,
                                const struct page_place *pages);

#endif
