/* roles.h - who does what: tables, and lists whose items name who: “1. (Mẹ) gọi cô giáo”, “1. Gọi cô giáo
 * [mẹ]”, “1. **Mẹ** gọi cô giáo”. */
#ifndef GUIDE_ROLES_H
#define GUIDE_ROLES_H

#include "base/vector.h"
#include "guide/node.h"

struct role_step {
    const struct node *who;   /* its inlines name the role */
    const struct node *lead;  /* the inline behind which the step is told; NULL: in `first`, `cell` */
    const struct node *first; /* blocks that tell it; NULL: none */
    const struct node *cell;  /* of a table: what is done; NULL */
    const struct node *when, *when_name; /* a table's third cell and its column's name; NULL */
    unsigned number;                     /* in an ordered list; 0: their order means nothing */
    struct place place;
};
struct role_steps {
    VECTOR(struct role_step) at;
};

/* False when the item names nobody. What had to be cut is a copy in the arena. */
bool role_step_of_item(struct arena *arena, const struct node *item, struct role_step *step);
/* False when a row names nobody, or has no second or more than a third cell. */
bool role_steps_of_table(struct arena *arena, const struct node *table, struct role_steps *steps);
/* Of a lanes block: the table or list they are in; NULL: it has none that names somebody throughout. */
const struct node *role_steps_of_block(struct arena *arena, const struct node *block,
                                       struct role_steps *steps);
/* Whether two steps have one role; whether no step before has it. */
bool role_is_same(struct arena *arena, const struct role_step *a, const struct role_step *b);
bool role_is_new(struct arena *arena, const struct role_steps *steps, size_t index);

/* A table “Ai | Làm gì | Khi nào”, by what its columns are called, each row with a role of its own. */
bool is_role_table(struct arena *arena, const struct node *table);

#endif
