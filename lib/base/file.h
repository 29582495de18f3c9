/* file.h - reading whole files, within limits, and staying inside a folder. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include <loa/report.h>
#include <loa/status.h>
#include <stdbool.h>

enum file_failure { FILE_OK, FILE_MISSING, FILE_DENIED, FILE_IS_FOLDER, FILE_TOO_LARGE, FILE_UNREADABLE };

/* Reads a file ("-": standard input) into the arena, NUL-terminated after `length` bytes. */
enum file_failure file_read(struct arena *arena, const char *path, size_t limit, char **bytes,
                            size_t *length);
/* What is wrong, after “can't read: ”. */
const char *file_failure_words(enum file_failure failure, enum loa_ui ui);
bool file_is_folder(const char *path);
bool file_exists(const char *path);
/* The real path of `relative` under `folder` (NULL folder: none), or NULL when it leads outside: absolute, by
 * "..", or by a symbolic link (also one that leads nowhere), or is longer than any path. A missing file
 * inside gives its would-be path. */
const char *file_inside(struct arena *arena, const char *folder, const char *relative);
/* Names in a folder that end in `suffix`, hidden ones left out, sorted by bytes. False when it can't be read.
 */
bool file_list(struct arena *arena, const char *folder, const char *suffix, const char ***names,
               size_t *count);

#endif
