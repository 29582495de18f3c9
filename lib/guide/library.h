/* library.h - the materials: guides, data, profiles, themes; compiled in, or a folder. */
#ifndef GUIDE_LIBRARY_H
#define GUIDE_LIBRARY_H

#include "base/reporter.h"
#include "base/yaml.h"
#include "guide/attributes.h"

struct library; /* lives in its arena */

/* `folder` NULL: the built-in materials. */
struct library *library_open(struct arena *arena, struct reporter *reporter, const char *folder);

/* A file by its path in materials/ ("themes/binh-an.yaml"), with its lines indexed; NULL when there is none
 * (nothing is reported). The same path gives the same source. */
const struct source *library_source(struct library *library, const char *path);
/* Raw bytes, for pictures; NULL when there is none. */
const char *library_bytes(struct library *library, const char *path, size_t *length);
/* Names in a folder that end in `suffix`, without it, sorted: ("themes", ".yaml") gives "binh-an" … They live
 * in the arena. */
void library_names(struct library *library, struct arena *arena, const char *folder, const char *suffix,
                   const char *const **names, size_t *count);

/* The map of a YAML file in the materials, read once; NULL when there is none or it is broken (reported). */
const struct yaml_node *library_yaml(struct library *library, const char *path);
/* The map of data/profiles/NAME.yaml; NULL as above. The arena is scratch. */
const struct yaml_node *library_profile(struct library *library, struct arena *arena, const char *name);

/* A fact, from data/NAME.yaml: path "contacts.111" is data/contacts.yaml, key "111". Each record bears value,
 * source, url, as_of, certainty (sure, likely, doubtful, unverified), scope, review_by; a plain scalar is a
 * value alone, a list of scalars its values with commas. "contacts.111.name" is the record's further key
 * `name`, with the record's source and so on. */
struct fact {
    const char *value;
    const char *source, *url, *as_of, *certainty, *scope, *review_by; /* NULL: not said */
    bool cited; /* a figure that never stands without its source: of data/statistics.yaml, or a record with
                   `population` or `show_source: true` */
    const struct yaml_node *record; /* the map that holds all of these; NULL: a value alone */
    const char *key;                /* of `value` in the record */
    struct place place;
};
/* Its texts live in the arena or in the library. */
bool library_fact(struct library *library, struct arena *arena, const char *path, struct fact *fact);
/* The fact at a path inside a map (of a profile, of front matter); keys may hold dots themselves. */
bool fact_find(struct arena *arena, const struct yaml_node *map, const char *path, struct fact *fact);
/* The fact as a language has it: "en" takes what the record's `value-en`, `source-en`, `name-en` … say, where
 * it has them. */
void fact_speak(struct arena *arena, struct fact *fact, const char *language);
/* A text of a map in a language: that of KEY-LANGUAGE, else of KEY; NULL when there is neither. */
const char *fact_text(struct arena *arena, const struct yaml_node *map, const char *key,
                      const char *language);
/* All fact paths, for lists and suggestions: records and plain scalars, not their further keys. */
void library_fact_paths(struct library *library, const char *const **paths, size_t *count);
extern const struct key_row fact_rows[]; /* the keys of a record, of fact_keys.def */
extern const size_t fact_row_count;
/* The paths inside a map, each with `prefix` in front, added to a growing list. */
struct fact_paths {
    const char **at;
    size_t count, room;
};
void fact_list(struct arena *arena, const struct yaml_node *map, const char *prefix,
               struct fact_paths *paths);

#endif
