/* edition.h - the making of an edition, shared by edition*.c. */
#ifndef GUIDE_EDITION_H
#define GUIDE_EDITION_H

#include "base/map.h"
#include "guide/audiences.h"
#include "guide/guide.h"

/* A fact as this edition uses it. */
struct used_fact {
    const char *value;       /* NULL: there is none */
    const char *source_line; /* NULL: it may stand alone */
    uint32_t missed;         /* without value: where that was reported last */
};

struct edition_maker {
    struct arena *arena;
    struct reporter *reporter;
    struct library *library;
    const struct guide *guide;
    const struct edition_options *options; /* while the edition is made */
    struct edition *edition;
    const struct audience *audience; /* NULL: everybody */
    const struct yaml_node *profile; /* NULL: none */
    struct map sets;                 /* key -> value of --set */
    struct map facts;                /* path -> struct used_fact */
    struct fact_paths sources;       /* source lines in order of first use */
    struct fact_paths known;         /* everything {{}} could say; made when a suggestion is needed */
    struct node **notes; /* by number in the guide - 1: the edition's footnote, once it was called */
    unsigned note_count; /* of them so far */
    bool failed;
};

#define edition_error(maker, ...) ((maker)->failed = true, report((maker)->reporter, __VA_ARGS__))

/* Whether a node's attributes let it into the edition. */
bool edition_shows(const struct edition_maker *maker, const struct node *node);
/* "vi" and "vi-VN" are the same language. */
bool language_matches(const char *a, const char *b);

/* The fact at a path; NULL after a reported error. The first use of each path is checked for age and
 * certainty. */
const struct used_fact *edition_fact(struct edition_maker *maker, const char *path, struct place place);
/* A text with its {{facts}} filled in; NULL gives "". */
const char *edition_fill(struct edition_maker *maker, const char *text, struct place place);
/* Reads --set into maker->sets; reports malformed and useless ones. */
void edition_read_sets(struct edition_maker *maker);
/* What --set, front matter or profile say for a key like "issuer"; NULL: nothing. */
const char *edition_matter(const struct edition_maker *maker, const char *key);

/* Puts the terms of a glossary block into the order of the edition's language. */
void edition_order(struct edition_maker *maker, struct node *glossary);

/* Copies what the edition shows of the guide's document. */
struct node *edition_copy(struct edition_maker *maker);

#endif
