/* node.h - the content tree of a guide and of an edition: one node type, tagged.
 *
 * A guide's tree is what the author wrote. An edition's tree has the same shape with facts filled in, parts
 * for others removed, and no NODE_FACT left. Both are read-only once made. */
#ifndef GUIDE_NODE_H
#define GUIDE_NODE_H

#include "base/source.h"
#include <stdbool.h>

enum node_type {
    /* Blocks */
    NODE_DOCUMENT,
    NODE_SECTION, /* first child: NODE_HEADING; then blocks and sections of deeper level. In the document and
                     in `only` and `include` blocks; headings in other containers make none */
    NODE_HEADING, /* level, inlines */
    NODE_PARAGRAPH,
    NODE_LIST, /* ordered, start, tight; children NODE_ITEM. definitions: an item is a paragraph, the term,
                  and one paragraph for each definition */
    NODE_ITEM, /* task, checked */
    NODE_QUOTE,
    NODE_ALERT,      /* alert kind; blocks */
    NODE_CODE_BLOCK, /* text, info */
    NODE_TABLE,      /* columns, aligns; children NODE_ROW, the first with header = true */
    NODE_ROW,
    NODE_CELL,
    NODE_RULE,     /* --- : a new slide, a pause in print */
    NODE_BLOCK,    /* ::: name */
    NODE_FOOTNOTE, /* what the first reference says: its only child; start: its number. Blocks */
    /* Inlines */
    NODE_TEXT,
    NODE_SOFT_BREAK, /* a space */
    NODE_HARD_BREAK,
    NODE_CODE,
    NODE_EMPHASIS,
    NODE_STRONG,
    NODE_STRIKE,
    NODE_SPAN,         /* [words]{language=en}: attributes */
    NODE_LINK,         /* target */
    NODE_IMAGE,        /* target; children: alt text */
    NODE_FACT,         /* text: path; guides only */
    NODE_FOOTNOTE_REF, /* note, and its number and id: start, id; the first one of a note holds it */
    NODE_TYPE_COUNT
};

/* ::: blocks. The table of names, aliases and attributes is blocks.def. */
enum block_kind {
#define LOA_BLOCK(name, ...) BLOCK_##name,
#include "guide/blocks.def"
#undef LOA_BLOCK
    BLOCK_COUNT
};

enum alert_kind { ALERT_NOTE, ALERT_TIP, ALERT_IMPORTANT, ALERT_WARNING, ALERT_CAUTION, ALERT_COUNT };

enum cell_align { CELL_DEFAULT, CELL_LEFT, CELL_CENTRE, CELL_RIGHT };

struct attribute {
    const char *key, *value;
    struct place place;
    struct attribute *next;
};

/* {#id .class key=value} */
struct attributes {
    const char *id; /* NULL: none */
    const char *const *classes;
    size_t class_count;
    const struct attribute *first;
    struct place place;
};

struct node {
    enum node_type type;
    struct place place;
    struct node *parent, *first, *last, *next, *previous;
    const struct attributes *attributes; /* NULL: none */
    const char *text;                    /* text, code, code block, fact path: NFC, NUL-terminated */
    const char *target;                  /* link, image */
    const char *title;                   /* of links and images; of blocks: words after the name */
    const char *info;                    /* code block */
    const char *id;                      /* section: from {#id}, else from its words; unique */
    const char *icon; /* edition: of a section (icons.h): NULL when it has none, "" when it wants none */
    const char *source_line; /* edition: text from a fact brings "Nguồn: …" along, else NULL */
    const char *language;    /* set where it differs from the parent's */
    enum block_kind block;
    enum alert_kind alert;
    const enum cell_align *aligns;
    unsigned columns;
    unsigned level;    /* heading, section */
    unsigned start;    /* ordered list; footnotes: from 1 in order of first call */
    struct node *note; /* NODE_FOOTNOTE_REF: its NODE_FOOTNOTE */
    bool ordered, tight, definitions, task, checked, header;
};

/* Walking without recursion: enter and leave each node (leave also for those without children). */
enum node_event { NODE_DONE, NODE_ENTER, NODE_LEAVE };
struct node_iterator {
    const struct node *root, *node;
    enum node_event event;
};
void node_iterate(struct node_iterator *iterator, const struct node *root);
enum node_event node_next(struct node_iterator *iterator); /* iterator->node is the node entered or left */

struct node *node_create(struct arena *arena, enum node_type type, struct place place);
void node_append(struct node *parent, struct node *child);
void node_remove(struct node *node); /* from its parent */
bool node_is_block(enum node_type type);
bool block_is(const struct node *node, enum block_kind kind); /* false of NULL */
size_t node_count(const struct node *node);                   /* its children */
unsigned node_depth(const struct node *node);                 /* how many nodes it stands in */
unsigned node_height(const struct node *node);                /* nodes in one another beneath and with it */
const char *node_type_name(enum node_type type);              /* "paragraph" */
/* All text beneath (of a heading without its footnotes), soft breaks as spaces, facts as {{path}}; in the
 * arena. */
const char *node_plain_text(struct arena *arena, const struct node *node);
/* Whether a reader would see anything of it: words, a picture, a block that may bring its own. */
bool node_shows(const struct node *node);
bool node_has_class(const struct node *node, const char *name);
const char *node_attribute(const struct node *node, const char *key); /* NULL: absent */
struct place node_attribute_place(const struct node *node, const char *key);

#endif
