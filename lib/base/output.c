#include "base/arena.h"
#include "base/file.h"
#include "base/number.h"
#include "base/reporter.h"
#include "base/sink.h"
#include "base/vector.h"
#include <errno.h>
#include <fcntl.h>
#include <loa/output.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct loa_output {
    const struct loa_output_ops *ops;
    void *self;
};

struct loa_output *loa_output_create(const struct loa_output_ops *ops, void *self)
{
    struct loa_output *output = calloc(1, sizeof *output);
    if (!output) {
        if (ops->destroy)
            ops->destroy(self);
        return NULL;
    }
    output->ops = ops;
    output->self = self;
    return output;
}

struct loa_sink *loa_output_open(struct loa_output *output, size_t index, size_t count, const char *extension,
                                 struct loa_error *error)
{
    return output->ops->open(output->self, index, count, extension, error);
}

enum loa_status loa_output_commit(struct loa_output *output, struct loa_error *error)
{
    if (!output->ops->commit || output->ops->commit(output->self, error))
        return LOA_OK;
    return error->status == LOA_OK ? LOA_IO_FAILED : error->status;
}

void loa_output_destroy(struct loa_output *output)
{
    if (!output)
        return;
    if (output->ops->destroy)
        output->ops->destroy(output->self);
    free(output);
}

/* ---- Files ---- */

enum target_kind { TARGET_STANDARD, TARGET_FILE, TARGET_FOLDER, TARGET_PATTERN };

struct part {
    const char *path; /* where it will be; NULL: written in place (a pipe, a device) */
    const char *shown;
    const char *temporary;
};

struct files {
    struct arena arena;
    struct loa_output_options options;
    enum target_kind kind;
    VECTOR(struct part) parts;
    VECTOR(const char *) folders; /* made by us, outermost first */
    bool committed;
};

static void say(struct loa_error *error, enum loa_ui ui, enum finding finding, const char *a, const char *b)
{
    error_from_finding(error, LOA_BAD_USE, finding, ui, (const char *const[4]){a, b, NULL, NULL});
}

/* One "%d", "%0Nd" or "%Nd" and any "%%"; nothing else behind a '%'. */
static bool pattern_is_good(const char *text)
{
    int numbers = 0;
    for (const char *at = strchr(text, '%'); at; at = strchr(at, '%')) {
        if (at[1] == '%') {
            at += 2;
            continue;
        }
        at++;
        size_t digits = strspn(at, "0123456789");
        if (digits > 2 || at[digits] != 'd')
            return false;
        at += digits + 1;
        numbers++;
    }
    return numbers == 1;
}

static const char *pattern_name(struct arena *arena, const char *pattern, size_t number)
{
    char *name = arena_alloc(arena, strlen(pattern) + 128);
    size_t used = 0;
    for (const char *at = pattern; *at; at++) {
        if (*at != '%') {
            name[used++] = *at;
        } else if (*++at == '%') {
            name[used++] = '%';
        } else {
            bool zero = *at == '0';
            int width = (int)strtol(at, NULL, 10);
            at += strspn(at, "0123456789");
            used += (size_t)snprintf(name + used, 110, zero ? "%0*zu" : "%*zu", width, number);
        }
    }
    return name;
}

static int digits_of(size_t count)
{
    int digits = 1;
    for (; count >= 10; count /= 10)
        digits++;
    return digits < 2 ? 2 : digits;
}

static const char *folder_name(struct files *files, size_t index, size_t count, const char *extension)
{
    const char *target = files->options.target, *stem = files->options.stem;
    const char *slash = target[strlen(target) - 1] == '/' ? "" : "/";
    if (count == 1 && !files->options.numbered)
        return arena_format(&files->arena, "%s%s%s.%s", target, slash, stem, extension);
    char number[32];
    snprintf(number, sizeof number, "%0*zu", digits_of(count), index + 1);
    return arena_format(&files->arena, "%s%s%s-%s.%s", target, slash, stem, number, extension);
}

/* Makes a folder and those above it that are missing. */
static bool make_folders(struct files *files, const char *path, struct loa_error *error)
{
    char *copy = arena_string(&files->arena, path);
    for (char *at = copy + 1;; at++) {
        if (*at && *at != '/')
            continue;
        char kept = *at;
        *at = '\0';
        if (mkdir(copy, 0777) == 0) {
            *VECTOR_ADD(&files->arena, &files->folders) = arena_string(&files->arena, copy);
        } else if (errno != EEXIST || !file_is_folder(copy)) {
            error_from_errno(error, copy, errno == EEXIST ? ENOTDIR : errno, files->options.ui);
            return false;
        }
        *at = kept;
        if (!kept || !at[1])
            return true;
    }
}

static bool is_special(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static struct loa_sink *open_path(struct files *files, const char *path, struct loa_error *error)
{
    bool special = is_special(path);
    if (file_is_folder(path)) {
        error_from_errno(error, path, EISDIR, files->options.ui);
        return NULL;
    }
    if (files->options.keep_existing && file_exists(path)) {
        say(error, files->options.ui, FINDING_exists, path, NULL);
        return NULL;
    }
    const char *written = special ? path : arena_format(&files->arena, "%s.part", path);
    int flags = special ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC;
    int file = open(written, flags, 0666);
    if (file < 0) {
        error_from_errno(error, path, errno, files->options.ui);
        return NULL;
    }
    *VECTOR_ADD(&files->arena, &files->parts) =
        (struct part){special ? NULL : path, path, special ? NULL : written};
    struct loa_sink *sink = sink_to_descriptor(file, true, path, files->options.ui);
    if (!sink)
        error_from_errno(error, path, ENOMEM, files->options.ui);
    return sink;
}

static struct loa_sink *files_open(void *self, size_t index, size_t count, const char *extension,
                                   struct loa_error *error)
{
    struct files *files = self;
    const char *target = files->options.target;
    if (count > 1 && (files->kind == TARGET_FILE || files->kind == TARGET_STANDARD)) {
        char pages[32];
        snprintf(pages, sizeof pages, "%zu", count);
        if (files->kind == TARGET_STANDARD)
            say(error, files->options.ui, FINDING_one_stream_only, pages, NULL);
        else
            say(error, files->options.ui, FINDING_one_file_only, target, pages);
        return NULL;
    }
    switch (files->kind) {
    case TARGET_STANDARD: {
        const char *name = files->options.ui == LOA_UI_EN ? "standard output" : "đầu ra chuẩn";
        struct loa_sink *sink = sink_to_descriptor(STDOUT_FILENO, false, name, files->options.ui);
        if (!sink)
            error_from_errno(error, name, ENOMEM, files->options.ui);
        return sink;
    }
    case TARGET_FILE:
        return open_path(files, target, error);
    case TARGET_FOLDER:
        if (!make_folders(files, target, error))
            return NULL;
        return open_path(files, folder_name(files, index, count, extension), error);
    case TARGET_PATTERN:
        break;
    }
    return open_path(files, pattern_name(&files->arena, target, index + 1), error);
}

/* The folder's own entry must reach the disk too; where that can't be done the file is still whole. */
static void sync_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *folder = slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : ".";
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file >= 0) {
        fsync(file);
        close(file);
    }
}

static bool files_commit(void *self, struct loa_error *error)
{
    struct files *files = self;
    for (size_t i = 0; i < files->parts.count; i++) {
        struct part *part = &files->parts.at[i];
        if (!part->temporary)
            continue;
        if (rename(part->temporary, part->path) != 0) {
            error_from_errno(error, part->path, errno, files->options.ui);
            return false;
        }
        part->temporary = NULL;
    }
    files->committed = true;
    if (files->parts.count && files->parts.at[0].path)
        sync_folder(&files->arena, files->parts.at[0].path);
    for (size_t i = 0; i < files->parts.count && files->options.written; i++)
        files->options.written(files->options.written_self, files->parts.at[i].shown);
    return true;
}

static void files_destroy(void *self)
{
    struct files *files = self;
    for (size_t i = 0; i < files->parts.count; i++)
        if (files->parts.at[i].temporary)
            unlink(files->parts.at[i].temporary);
    for (size_t i = files->folders.count; !files->committed && i-- > 0;)
        rmdir(files->folders.at[i]);
    arena_clear(&files->arena);
    free(files);
}

static enum target_kind kind_of(const char *target)
{
    size_t length = strlen(target);
    if (strcmp(target, "-") == 0)
        return TARGET_STANDARD;
    if (target[length - 1] == '/' || file_is_folder(target))
        return TARGET_FOLDER;
    return strchr(target, '%') ? TARGET_PATTERN : TARGET_FILE;
}

struct loa_output *loa_output_to(const struct loa_output_options *options, struct loa_error *error)
{
    static const struct loa_output_ops ops = {files_open, files_commit, files_destroy};
    if (!options->target || !*options->target) {
        say(error, options->ui, FINDING_bad_target, "", NULL);
        return NULL;
    }
    enum target_kind kind = kind_of(options->target);
    if (kind == TARGET_PATTERN && !pattern_is_good(options->target)) {
        say(error, options->ui, FINDING_bad_target, options->target, NULL);
        return NULL;
    }
    struct files *files = calloc(1, sizeof *files);
    if (!files) {
        error_from_errno(error, options->target, ENOMEM, options->ui);
        return NULL;
    }
    arena_init(&files->arena, 0);
    files->options = *options;
    files->options.target = arena_string(&files->arena, options->target);
    files->options.stem = arena_string(&files->arena, options->stem ? options->stem : "loa");
    files->kind = kind;
    return loa_output_create(&ops, files);
}
