/* loa/output.h - the files of one export: all of them appear, whole, or none does.
 *
 * Each file is written as NAME.part beside its place and synced; commit renames all of them, and takes back
 * those it renamed when one can't be. A target is
 *   FILE            one file; more than one page is an error that says to use a folder or a pattern
 *   FOLDER/         (or an existing folder) STEM-01.EXT …, STEM.EXT for a single file; made if absent
 *   a-%02d.png      a pattern with one %d (flags 0 and a width allowed)
 *   -               standard output, one file only */
#ifndef LOA_OUTPUT_H
#define LOA_OUTPUT_H

#include <loa/report.h>
#include <loa/sink.h>

struct loa_output; /* opaque */

/* Where an export sends its files. Implement it to keep files in memory; loa_output_to() makes the usual one.
 */
struct loa_output_ops {
    /* A sink for file `index` of `count` (from 0), freed by the caller. NULL on failure, `error` filled. */
    struct loa_sink *(*open)(void *self, size_t index, size_t count, const char *extension,
                             struct loa_error *error);
    /* Everything was written and finished: make it visible. NULL: nothing to do. */
    bool (*commit)(void *self, struct loa_error *error);
    /* Releases self; what was not committed is removed. NULL: nothing to do. */
    void (*destroy)(void *self);
};

struct loa_output_options {
    const char *target; /* as above */
    const char *stem;   /* the file's name in a folder, without ending: "handout", "slide" */
    bool numbered;      /* in a folder, number the files even when there is one */
    bool keep_existing; /* an existing file is an error instead of being replaced */
    enum loa_ui ui;     /* the language of its errors */
    /* Called at commit for each path that now exists, in order. May be NULL. */
    void (*written)(void *self, const char *path);
    /* Called at commit with the files that are named like this export's pages but are not of it, in order:
     * pages of a longer export before. They are left alone. May be NULL. */
    void (*others)(void *self, const char *const *paths, size_t count);
    void *written_self; /* of both */
};

struct loa_output *loa_output_to(const struct loa_output_options *options, struct loa_error *error);
struct loa_output *loa_output_create(const struct loa_output_ops *ops, void *self);
struct loa_sink *loa_output_open(struct loa_output *output, size_t index, size_t count, const char *extension,
                                 struct loa_error *error);
enum loa_status loa_output_commit(struct loa_output *output, struct loa_error *error);
void loa_output_destroy(struct loa_output *output); /* takes NULL */

#endif
