/* property.h - what must hold of every piece of every guide: a showing is one of them, a rule looks at it. */
#ifndef PROPERTY_PROPERTY_H
#define PROPERTY_PROPERTY_H

#include "base/builder.h"
#include "guide/guide.h"
#include "scene/scene.h"

struct account;

/* A guide arranged as a piece. */
struct showing {
    struct arena *arena;
    const char *guide; /* its name or seed, for messages */
    const char *piece, *size, *theme, *audience;
    const struct edition *edition;
    const struct scene *scene;
    const struct account *account; /* layout/account.h */
    bool made;                     /* by guide_maker.h: each word occurs once */
    const char *trace, *again; /* the scene as text, and what another session made of it; NULL: not tried */
    struct builder *reports;   /* what rules complain about goes here */
};

/* One complaint, as printf (base/builder.h says which conversions). */
#define complain(showing, ...)                                                                               \
    (builder_format((showing)->reports, "  " __VA_ARGS__), builder_char((showing)->reports, '\n'))

typedef void rule_fn(const struct showing *showing);
struct rule {
    const char *name, *says;
    rule_fn *check;
};

#define PROPERTY_RULE(name) extern const struct rule rule_##name;
#include "rules.def"
#undef PROPERTY_RULE

#endif
