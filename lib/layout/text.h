/* text.h - inline content and plain strings as boxes of lines. */
#ifndef LAYOUT_TEXT_H
#define LAYOUT_TEXT_H

#include "layout/box.h"

struct text_look {
    enum text_role role;
    struct colour colour; /* alpha 0: the palette's ink */
    bool bold, italic, underlined;
    bool balanced; /* a headline */
    bool tabular;  /* figures of one width */
    bool prose;    /* set flush on both sides where the theme asks for it and lines are long enough */
    enum text_align align;
    float scale;   /* of the role's size; 0: 1 */
    bool unmarked; /* the caller's mark says what it is; otherwise it is a paragraph */
};

/* The inlines under a node. NULL when they hold no text. */
struct box *text_of_node(struct layout *layout, const struct node *node, float width,
                         const struct text_look *look);
/* The inlines from `first` up to (not with) `end`, which may be NULL: a part of a paragraph. */
struct box *text_of_range(struct layout *layout, const struct node *first, const struct node *end,
                          float width, const struct text_look *look);
/* A headline: of sizes down to four fifths of its own, the largest that needs fewest lines. */
struct box *text_headline(struct layout *layout, const char *text, float width, const struct text_look *look);
/* What follows a bold lead in its paragraph, without the dash or colon that may join them. */
struct box *text_of_rest(struct layout *layout, const struct node *lead, float width,
                         const struct text_look *look);
/* On one line if that can be done by shrinking it to half its size: for figures. */
struct box *text_fitted(struct layout *layout, const struct node *node, float width,
                        const struct text_look *look);
/* A footnote, led by its number. */
struct box *text_of_note(struct layout *layout, const struct node *note, const char *number, float width,
                         const struct text_look *look);
/* A string of the program's or of the front matter. NULL when it is empty or NULL. */
struct box *text_of_string(struct layout *layout, const char *text, float width,
                           const struct text_look *look);

/* A string that leads somewhere: an address, or "#id" of a heading; NULL leads nowhere. */
struct box *text_of_link(struct layout *layout, const char *text, const char *target, struct place place,
                         float width, const struct text_look *look);
/* How wide a string is on one line. */
float string_width(struct layout *layout, const char *text, const struct text_look *look);

/* Where the last line of a text box ends, from its top left; the box is one of those above. */
struct text_end {
    float x, baseline;
};
struct text_end text_end(const struct box *text);

/* A heading: marked, balanced, kept with what follows. `role` gives its size. */
struct box *heading_box(struct layout *layout, const struct node *heading, enum text_role role, float width);
/* The message of a section: a bold paragraph (node_is_lead), set larger and plain, kept with what follows. */
struct box *message_box(struct layout *layout, const struct node *lead, float width);
/* The source lines of facts, each once, in order of first use. */
struct source_lines {
    VECTOR(const char *) lines;
};
/* Adds those of the facts shown beneath a node: not what speaker notes say. */
void source_lines_add(struct layout *layout, struct source_lines *sources, const struct node *node);
/* "Nguồn: A; B", led by `word`; NULL when there are none. */
struct box *source_lines_box(struct layout *layout, const struct source_lines *sources, enum word word,
                             float width);
/* The same for the facts used beneath one node. */
struct box *sources_box(struct layout *layout, const struct node *node, float width);

/* Minimum and natural width of a node's inlines: for tables. */
struct paragraph_widths text_widths(struct layout *layout, const struct node *node,
                                    const struct text_look *look);

/* A paragraph that is all bold, with or without its full stop outside: the message of its section. */
bool node_is_lead(const struct node *paragraph);
/* The bold inline that begins a paragraph, or NULL. */
const struct node *node_bold_lead(const struct node *paragraph);

#endif
