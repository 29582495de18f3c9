/* box.h - a laid-out thing of known size: it can be drawn at a place, or cut to fill a page.
 *
 * Boxes live in the layout's arena and don't change once handed on (rows even out their cards first), so a
 * cut makes two new boxes over the same content. */
#ifndef LAYOUT_BOX_H
#define LAYOUT_BOX_H

#include "base/vector.h"
#include "layout/account.h"
#include "layout/layout.h"

struct box;

struct box_ops {
    void (*draw)(struct layout *layout, const struct box *box, float x, float y);
    /* Cuts the box so that the head is at most `room` tall and both parts hold something. `force`: the page
     * is empty, so rules of taste (two lines at least on each side) give way. False: it can't be cut there.
     * NULL: never. */
    bool (*split)(struct layout *layout, const struct box *box, float room, bool force,
                  const struct box **head, const struct box **tail);
    /* The same box before a row made it taller. NULL: it never is. */
    const struct box *(*relax)(struct layout *layout, const struct box *box);
};

struct box {
    const struct box_ops *ops;
    const struct mark *mark;         /* begun before and ended after it is drawn; NULL: none */
    const struct palette *palette;   /* it is drawn with; NULL: the one in force */
    const struct decision *decision; /* whose box it is, for the account (account.h); NULL: a part */
    float width, height;
    float before, after; /* space wanted to the neighbours; of two, the larger holds */
    float baseline;      /* of its first line, from its top; 0: it has none */
    bool keep_next;      /* stays on the page of what follows: headings, lead-ins */
    bool from_right;     /* its first line begins at the right (Arabic, Hebrew): markers stand there */
    bool opens;          /* begins with a heading: what stands above it doesn't go on */
    bool turned;         /* begins on a page turned on its side */
    bool turns;          /* goes on on a page of the other kind than it begins on */
    bool stretches;      /* a card: a row makes all of its cards equally tall */
};

void box_draw(struct layout *layout, const struct box *box, float x, float y);
/* The same for the eye only, as an artifact: what was drawn on an earlier page already. */
void box_draw_again(struct layout *layout, const struct box *box, float x, float y);
/* Draws into a scene of one page that nobody sees, to learn what the box shows. It lies in the layout's
 * arena; callers rewind that. */
const struct page *box_rehearse(struct layout *layout, const struct box *box);
bool box_split(struct layout *layout, const struct box *box, float room, bool force, const struct box **head,
               const struct box **tail);
/* The same, forced, of what stands in for a taller box: it is cut even where it has room as a whole. */
bool box_split_short(struct layout *layout, const struct box *box, float room, const struct box **head,
                     const struct box **tail);

/* A card as tall as its content, whatever row it stood in; other boxes are what they are. */
const struct box *box_relax(struct layout *layout, const struct box *box);

struct box_list {
    VECTOR(struct box *) boxes;
};
void box_list_add(struct layout *layout, struct box_list *list, struct box *box); /* NULL is skipped */

/* Boxes one below the other; NULL when there are none. */
struct box *stack_create(struct layout *layout, const struct box_list *list, float width);
/* The same, cut only where at least two boxes stand on each side: the items of a list. */
struct box *stack_of_items(struct layout *layout, const struct box_list *list, float width);
/* The same as one item of a list. */
struct box *stack_as_item(struct layout *layout, const struct box_list *list, float width,
                          struct place place);
/* Two boxes one below the other; NULL ones are skipped. */
struct box *stack_of(struct layout *layout, float width, struct box *first, struct box *second);
/* Boxes that may be parts of others already; NULL ones are skipped. */
struct box *stack_of_parts(struct layout *layout, float width, const struct box *const *parts, size_t count);
/* The gap between two boxes of a stack. */
float box_gap(const struct box *upper, const struct box *lower);

/* Boxes side by side, cards made equally tall. Each box keeps its width; `gutter` between. */
enum row_align { ROW_TOP, ROW_MIDDLE, ROW_FROM_RIGHT /* at the top, the first box at the right */ };
struct box *row_create(struct layout *layout, const struct box_list *list, float gutter,
                       enum row_align align);
/* Boxes in rows of `columns`, all cards of a row equally tall. */
struct box *grid_create(struct layout *layout, const struct box_list *list, unsigned columns, float gutter,
                        float row_gap);

/* A ground under a box, with padding. A colour of alpha 0 is not drawn. */
struct card_style {
    struct colour fill, border, bar; /* the bar is at the left edge */
    float pad_x, pad_y, radius;
    bool dashed; /* the border: told apart in black and white too */
    bool middle; /* a card made taller keeps its content in its middle, not at its top */
};
struct box *card_create(struct layout *layout, struct box *child, float width,
                        const struct card_style *style);
/* The same with `foot` (may be NULL) at its lower edge, however tall a row makes it. */
struct box *card_with_foot(struct layout *layout, struct box *child, struct box *foot, float width,
                           const struct card_style *style);
float card_inner(float width, const struct card_style *style); /* the width left for the child */

/* A box moved to the right in a wider one. */
struct box *indent_create(struct layout *layout, struct box *child, float indent, float width);
/* A box that moves to the next page rather than being cut, unless it is taller than a page or would leave
 * more than `most` of the page empty. */
struct box *keep_create(struct layout *layout, struct box *child, float most);
/* A box on pages of its own that are turned on their sides. */
struct box *turned_create(struct layout *layout, const struct box *child);
/* A box that repeats what stands elsewhere: for the eye only. */
struct box *again_create(struct layout *layout, const struct box *child);
struct box *space_create(struct layout *layout, float width, float height);
struct box *rule_create(struct layout *layout, float width); /* a hairline */

struct mark *mark_create(struct layout *layout, enum mark_type type, struct place place);
/* Decoration: what is drawn until artifact_end() is not content. */
void artifact_begin(struct layout *layout);
void artifact_end(struct layout *layout);

#endif
