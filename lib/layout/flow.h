/* flow.h - block nodes to boxes: what each kind of block looks like, whatever the piece.
 *
 * The table in flow.c says which function makes which node; the functions are in the file named after what
 * they make. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/text.h"

/* No room for markers, padding and cards: blocks nested as deep as that stand plainly below each other. */
bool is_narrow(const struct layout *layout, float width);
/* "Dấu hiệu thường gặp:" before a list or another block belongs to it, a caption to the table behind it. */
bool leads_in(struct arena *arena, const struct node *paragraph);

/* The siblings from `first` up to (not with) `end`, which may be NULL; do and don't that follow each other
 * become a pair. With their source lines. */
struct box *flow_blocks(struct layout *layout, const struct node *first, const struct node *end, float width);
/* Adds the box of `node`, and of the next one when the two are a pair and that is not `end`; returns the next
 * node to do. */
const struct node *flow_add(struct layout *layout, struct box_list *list, const struct node *node,
                            const struct node *end, float width);

/* The same, but a picture of class "left" or "right" takes the paragraph or list behind it to its side,
 * unless that is `end`. */
const struct node *flow_next(struct layout *layout, struct box_list *list, const struct node *node,
                             const struct node *end, float width);

/* beside.c: the picture that a node is, of class "left" or "right", NULL: none; whether that, or a side note
 * on paper, has room for the next block at its side; and the two of them */
const struct node *picture_at_side(const struct node *node);
bool stands_beside(struct layout *layout, const struct node *node, const struct node *end, float width);
struct box *beside_box(struct layout *layout, const struct node *node, float width);

/* list.c */
struct box *list_box(struct layout *layout, const struct node *list, float width);
bool list_has_figures(const struct node *list); /* each item begins with a bold figure: “**36%** trẻ em …” */

/* steps.c: the items of a list as numbered steps on one axis */
struct box *steps_box(struct layout *layout, const struct node *list, float width);

/* definitions.c: terms and what they mean */
struct box *definitions_box(struct layout *layout, const struct node *list, float width);

/* checklist.c: a block's list on a framed card, each item with a box to tick; and one item of it */
struct box *checklist_box(struct layout *layout, const struct node *block, float width);
struct box *tick_item_box(struct layout *layout, const struct node *item, float width);

/* columns.c: side by side, where there is room for it */
struct box *columns_box(struct layout *layout, const struct node *block, float width);

/* aside.c: a side note as a card */
struct box *aside_box(struct layout *layout, const struct node *block, float width);

/* quotation.c: a quote block; its last paragraph says whose words they are when it begins with a dash */
struct box *quotation_box(struct layout *layout, const struct node *block, float width);

/* compare.c: two sides as cards, from a table, headings or a list */
struct box *compare_box(struct layout *layout, const struct node *block, float width);

/* named.c: an item's bold lead, and beneath it what follows; NULL when it holds no words */
struct box *led_box(struct layout *layout, const struct node *item, float width);
/* myths.c: what many believe beside what is true */
struct box *myths_box(struct layout *layout, const struct node *block, float width);

/* headline.c: one sentence very large, and what to do about it */
struct box *headline_box(struct layout *layout, const struct node *block, float width);

/* questions.c: a card a question, with its answer; a list whose items ask and answer, unasked */
struct box *questions_box(struct layout *layout, const struct node *block, float width);
bool is_question_list(struct arena *arena, const struct node *list);
struct box *question_list_box(struct layout *layout, const struct node *list, float width);

/* before_after.c: how it was and how it is */
struct box *before_after_box(struct layout *layout, const struct node *block, float width);

/* glossary.c: terms in order, in columns */
struct box *glossary_box(struct layout *layout, const struct node *block, float width);

/* signs.c: what to look out for, and what to do about it */
struct box *signs_box(struct layout *layout, const struct node *block, float width);

/* timeline.c: a list's items on an axis, each led by its date */
struct box *timeline_box(struct layout *layout, const struct node *block, float width);

/* decisions.c: a flow block */
struct box *decisions_box(struct layout *layout, const struct node *block, float width);

/* tree.c: a list of questions, the lists in it are answers; hierarchy.c: a list of what holds the lists in it
 */
struct box *tree_box(struct layout *layout, const struct node *block, float width);
struct box *list_tree_box(struct layout *layout, const struct node *list, float width); /* of a plain list */
struct box *hierarchy_box(struct layout *layout, const struct node *block, float width);

/* pyramid.c: a list's items as layers, the last the widest */
struct box *pyramid_box(struct layout *layout, const struct node *block, float width);

/* funnel.c: a list's items as slices as wide as the figures they begin with */
struct box *funnel_box(struct layout *layout, const struct node *block, float width);

/* cycle.c: steps that begin anew after the last; the same from a plain list */
struct box *cycle_box(struct layout *layout, const struct node *block, float width);
struct box *list_cycle_box(struct layout *layout, const struct node *list, float width);

/* ages.c: what holds at which age, from headings or a list; the same from a plain list */
struct box *ages_box(struct layout *layout, const struct node *block, float width);
struct box *list_ages_box(struct layout *layout, const struct node *list, float width);

/* lanes.c: who does what, from a list whose items name who, or a table; the same from a plain table, NULL
 * when a row names nobody */
struct box *lanes_box(struct layout *layout, const struct node *block, float width);
struct box *table_lanes_box(struct layout *layout, const struct node *table, float width);

/* quadrant.c: four fields; the same from a plain table, where it has room */
struct box *quadrant_box(struct layout *layout, const struct node *block, float width);
bool quadrant_has_room(const struct layout *layout, float width);
struct box *table_quadrant_box(struct layout *layout, const struct node *table, float width);

/* form.c: lines to fill in */
struct box *form_box(struct layout *layout, const struct node *block, float width);

/* qr.c: the address is the block's title or its first link */
struct box *qr_box(struct layout *layout, const struct node *block, float width);
/* One that the guide didn't ask for, with what is there (may be NULL) and its address. */
struct box *qr_address_box(struct layout *layout, const char *address, const char *name, float width);

/* Whether a block shows its title itself, in its own way. */
bool block_shows_title(const struct node *block);

/* caption.c: the table right before or behind a paragraph that is its caption, NULL: it is none; whether it
 * is that table's (may be NULL); its box; and a table's first and last box kept with it */
const struct node *captioned_table(struct arena *arena, const struct node *paragraph);
bool is_caption_of(struct arena *arena, const struct node *paragraph, const struct node *table);
struct box *caption_box(struct layout *layout, const struct node *paragraph, float width);
void caption_join(struct layout *layout, const struct node *table, struct box *first, struct box *last);

/* table.c */
struct box *table_box(struct layout *layout, const struct node *table, float width);

/* chart.c: a block of numbers as a chart; a table that is one, asked for or not, NULL: it is none */
struct box *chart_box(struct layout *layout, const struct node *block, float width);
struct box *chart_table_box(struct layout *layout, const struct node *table, float width);

/* callout.c */
struct box *alert_box(struct layout *layout, const struct node *alert, float width);
struct box *quote_box(struct layout *layout, const struct node *quote, float width);
struct box *code_box(struct layout *layout, const struct node *code, float width);

/* judge.c: do and don't cards; either may be NULL, then the other takes the width */
struct box *judge_box(struct layout *layout, const struct node *good, const struct node *bad, float width);
/* A short table of two named columns as two cards; with names such as “Nên” and “Không nên” they are judged.
 */
bool is_comparison(const struct node *table);
struct box *comparison_box(struct layout *layout, const struct node *table, float width);

/* cards.c: items as tiles; stats begin with a bold figure */
struct box *cards_box(struct layout *layout, const struct node *block, float width);
struct box *stats_box(struct layout *layout, const struct node *block, float width);
/* The same from a plain list. */
struct box *list_cards_box(struct layout *layout, const struct node *list, float width);
struct box *list_stats_box(struct layout *layout, const struct node *list, float width);
/* A table of three named columns and two to six rows, each row a card. */
bool is_card_table(const struct node *table);
struct box *table_cards_box(struct layout *layout, const struct node *table, float width);
struct box *list_points_box(struct layout *layout, const struct node *list, float width);

/* contacts.c: whom to call; the first item's number is the hero */
struct box *contacts_box(struct layout *layout, const struct node *block, float width);
bool contacts_lead(const struct node *block); /* it is a contacts block that has one */
/* That number and what is said of it, of such a block: to be shown once more. */
struct box *contacts_hero(struct layout *layout, const struct node *block, float width);

/* The paragraph that is all a list holds: below an item it is said of that item, and no list to its reader.
 * NULL: it holds more, or is none. */
const struct node *list_paragraph(const struct node *list);

/* The list of a section that holds a heading and one list of at most five items, and nothing else (or, with
 * `prose`, plain paragraphs too): short enough to stand beside another. NULL otherwise. */
const struct node *short_list(const struct node *section, bool prose);

/* picture.c */
bool has_pictures(const struct node *paragraph);
bool is_pictures(const struct node *paragraph); /* and nothing else */
/* A picture over its caption; one that can't be shown is reported, and its words are all. */
struct box *picture_box(struct layout *layout, const struct node *image, float width);
/* The same as wide as its column. */
struct box *picture_column_box(struct layout *layout, const struct node *image, float width);
/* The same in the middle of its column, at most that share of the tallest picture. */
struct box *picture_middle_box(struct layout *layout, const struct node *image, float width, float share);
/* How wide the author wants a picture in a column of that width; 0: nothing is said. */
float picture_wanted(const struct node *image, float width);
/* The pictures beneath a node, one below the other, whose alt texts stand in the node's own words. NULL:
 * there are none. */
struct box *pictures_box(struct layout *layout, const struct node *node, float width);

/* The first list beneath a block; NULL when it has none. What stands before it is an introduction, after it a
 * remark. */
const struct node *block_list(const struct node *block);
/* A block made of what stands before its list, a box for the list, and what stands after it. */
struct box *around_list(struct layout *layout, const struct node *block, struct box *list, float width);

#endif
