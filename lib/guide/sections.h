/* sections.h - headings make sections. */
#ifndef GUIDE_SECTIONS_H
#define GUIDE_SECTIONS_H

#include "base/reporter.h"
#include "guide/node.h"

/* Whether a node is a block that is only said around others, `only` or `include`: what is in it stands as if
 * it were written without. */
bool block_is_scope(const struct node *node);
/* Moves the children of `scope` (a document, or a block that block_is_scope()) into nested sections by their
 * headings, and so in the scopes among them; headings in other containers make none. A section takes over its
 * heading's attributes, language and id. */
void sections_nest(struct arena *arena, struct node *scope);
/* Gives every section its id: the explicit one, else its words as a slug, with -2, -3 where that is taken (as
 * an explicit one in an included guide may be). False after reporting explicit ids that stand twice
 * (FINDING_duplicate_id). */
bool sections_name(struct arena *arena, struct reporter *reporter, struct node *document);

#endif
