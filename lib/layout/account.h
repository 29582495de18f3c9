/* account.h - what layout tells of its work: which block of the guide took which form, why, and where it came
 * to stand.
 *
 * Makers of boxes say what they chose (account_choose); the box of a page's own block bears its decision
 * (account_tell); drawing such a box writes a line of the account. A cut box's parts write a line each. */
#ifndef LAYOUT_ACCOUNT_H
#define LAYOUT_ACCOUNT_H

#include "base/vector.h"
#include "layout/layout.h"

enum choice {
    CHOICE_none,
#define LOA_CHOICE(name, ...) CHOICE_##name,
#include "layout/choices.def"
#undef LOA_CHOICE
    CHOICE_COUNT
};
struct choice_row {
    const char *name;    /* "table_cards" */
    const char *form[2]; /* by enum loa_ui; NULL: the block's name */
    const char *why[2];
};
extern const struct choice_row choice_rows[CHOICE_COUNT]; /* the first is empty */

/* Why a box is as it is. In the arena; the parts of a cut box share it. */
struct decision {
    enum choice choice;
    enum block_kind block; /* of CHOICE_block */
    struct place place;    /* may be nowhere */
    float scale;           /* of type, to the piece's usual size: the step that fitting took */
};

#define NO_PAGE_TOLD ((size_t)-1)

struct account_line {
    const struct decision *decision;
    size_t page; /* from 0; NO_PAGE_TOLD: on none */
    bool drawn;  /* rect and items mean something */
    struct rect rect;
    size_t first, end; /* its items on the page */
};

struct account {
    const struct scene_builder *builder; /* of the piece; what is drawn into others is thrown away */
    VECTOR(struct account_line) lines;   /* in the layout's arena, in order of drawing */
};

struct box;

/* What the block that is being made becomes; the first word holds, so what it contains says nothing. */
void account_choose(struct layout *layout, enum choice choice);
/* The box (may be NULL) is that of a page's own block from `first` to `last`. */
void account_tell(struct layout *layout, struct box *box, const struct node *first, const struct node *last,
                  enum choice choice);
/* Whether drawing a box now writes a line. */
bool account_listens(const struct layout *layout, const struct box *box);
/* A line for a box that was drawn; the page's items from `first` on are its. */
void account_draw(struct layout *layout, const struct box *box, float x, float y, size_t first);
/* A line for a block that was not drawn. */
void account_aside(struct layout *layout, const struct node *node, enum choice choice, size_t page);
/* Lines for the speaker notes beneath a node, in a piece that nobody speaks over. */
void account_unsaid(struct layout *layout, const struct node *node);

#endif
