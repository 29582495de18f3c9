/* yaml.h - YAML with places, from libyaml's events: a small tree of maps, lists and scalars.
 *
 * Anchors, aliases and tags are errors (FINDING_bad_yaml): nobody needs them here and they make bombs.
 * Duplicate keys are errors. Everything lives in the arena. */
#ifndef BASE_YAML_H
#define BASE_YAML_H

#include "base/reporter.h"

enum yaml_type { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
    enum yaml_type type;
    struct place place;
    const char *text; /* scalars: NUL-terminated */
    bool quoted;      /* scalars: written in quotes, so "12" is text */
    const char *key;  /* under a map: its key */
    struct place key_place;
    struct yaml_node *first, *next; /* children of lists and maps in order; siblings */
    size_t count;                   /* of children */
};

/* Parses the part of a source from byte `start` to `end` (for front matter); NULL after a reported error. An
 * empty text gives an empty map. */
const struct yaml_node *yaml_parse(struct arena *arena, struct reporter *reporter,
                                   const struct source *source, size_t start, size_t end);
const struct yaml_node *yaml_get(const struct yaml_node *map,
                                 const char *key);                   /* NULL: absent, or not a map */
const char *yaml_text(const struct yaml_node *map, const char *key); /* NULL: absent, or not a scalar */
/* Reports every key of `map` that is not in `known` (FINDING_unknown_key, with a suggestion); how many. */
size_t yaml_unknown_keys(const struct yaml_node *map, const char *const *known, size_t known_count,
                         struct reporter *reporter);

#endif
