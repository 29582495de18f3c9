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

/* What stood at a part's path before commit. */
enum before { BEFORE_UNKNOWN, BEFORE_NOTHING, BEFORE_KEPT };

struct part {
    const char *path;
    const char *temporary; /* what is written until commit; NULL: the path itself, a pipe or a device */
    const char *kept;      /* during commit, a second name of what stood at the path */
    enum before before;
};

struct files {
    struct arena arena;
    struct loa_output_options options;
    char *target, *stem;
    enum target_kind kind;
    VECTOR(struct part) parts;
    VECTOR(const char *) folders; /* made by us, outermost first */
    const char *extension;        /* of the parts; NULL: none was opened */
    bool committed;
};

static void say(struct loa_error *error, enum loa_ui ui, enum finding finding, const char *a, const char *b)
{
    error_from_finding(error, LOA_BAD_USE, finding, ui, (const char *const[4]){a, b, NULL, NULL});
}

/* One "%d", "%0Nd" or "%Nd" (N below 100) and any "%%"; nothing else behind a '%'. */
static bool pattern_is_good(const char *text)
{
    int numbers = 0;
    for (const char *at = strchr(text, '%'); at; at = strchr(at, '%')) {
        if (at[1] == '%') {
            at += 2;
            continue;
        }
        at++;
        at += strspn(at, "0");
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
    const char *target = files->target, *stem = files->stem;
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
        const char **folder = VECTOR_ADD(&files->arena, &files->folders);
        *folder = arena_string(&files->arena, copy);
        bool made = mkdir(copy, 0777) == 0;
        int code = errno;
        if (!made)
            files->folders.count--;
        if (!made && !file_is_folder(copy)) {
            error_from_errno(error, copy, code == EEXIST ? ENOTDIR : code, files->options.ui);
            return false;
        }
        *at = kept;
        if (!kept || !at[1])
            return true;
    }
}

/* Pipes and devices, and what other programs' descriptors lead to: nothing to rename over. */
static bool is_written_in_place(const char *path)
{
    static const char *const descriptors[] = {"/dev/fd/", "/dev/stderr", "/proc/"};
    struct stat status;
    if (stat(path, &status) != 0 || S_ISDIR(status.st_mode))
        return false;
    for (size_t i = 0; i < sizeof descriptors / sizeof *descriptors; i++)
        if (strncmp(path, descriptors[i], strlen(descriptors[i])) == 0)
            return true;
    return !S_ISREG(status.st_mode);
}

/* A link that leads nowhere is something too. */
static bool is_taken(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

/* Opens what is written for a path: the path itself, or a new file beside it. What an earlier run left there
 * is removed, so that nothing it may be linked to is written into. */
static int open_part(const char *path, const char *temporary)
{
    if (!temporary)
        return open(path, O_WRONLY | O_CLOEXEC);
    unlink(temporary);
    return open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

static struct loa_sink *open_path(struct files *files, const char *path, struct loa_error *error)
{
    if (file_is_folder(path)) {
        error_from_errno(error, path, EISDIR, files->options.ui);
        return NULL;
    }
    bool in_place = is_written_in_place(path);
    if (files->options.keep_existing && !in_place && is_taken(path)) {
        say(error, files->options.ui, FINDING_exists, path, NULL);
        return NULL;
    }
    struct part part = {.path = path};
    if (!in_place)
        part.temporary = arena_format(&files->arena, "%s.part", path);
    part.kept = arena_format(&files->arena, "%s.part.old", path);
    struct part *kept = VECTOR_ADD(&files->arena, &files->parts);
    int file = open_part(path, part.temporary);
    if (file < 0) {
        files->parts.count--;
        error_from_errno(error, path, errno, files->options.ui);
        return NULL;
    }
    *kept = part;
    struct loa_sink *sink = sink_to_descriptor(file, true, path, files->options.ui);
    if (!sink)
        error_from_errno(error, path, ENOMEM, files->options.ui);
    return sink;
}

static struct loa_sink *open_standard(const struct files *files, struct loa_error *error)
{
    const char *name = files->options.ui == LOA_UI_EN ? "standard output" : "đầu ra chuẩn";
    struct loa_sink *sink = sink_to_descriptor(STDOUT_FILENO, false, name, files->options.ui);
    if (!sink)
        error_from_errno(error, name, ENOMEM, files->options.ui);
    return sink;
}

static void refuse_many(const struct files *files, size_t count, struct loa_error *error)
{
    char pages[32];
    snprintf(pages, sizeof pages, "%zu", count);
    if (files->kind == TARGET_STANDARD)
        say(error, files->options.ui, FINDING_one_stream_only, pages, NULL);
    else
        say(error, files->options.ui, FINDING_one_file_only, files->target, pages);
}

/* A call of files_open(). */
struct opening {
    struct files *files;
    size_t index, count;
    const char *extension;
    struct loa_error *error;
    struct loa_sink *sink;
};

static enum loa_status open_file(void *data)
{
    struct opening *opening = data;
    struct files *files = opening->files;
    const char *path = files->target;
    files->extension = arena_string(&files->arena, opening->extension);
    if (files->kind == TARGET_FOLDER && !make_folders(files, files->target, opening->error))
        return LOA_IO_FAILED;
    if (files->kind == TARGET_FOLDER)
        path = folder_name(files, opening->index, opening->count, opening->extension);
    if (files->kind == TARGET_PATTERN)
        path = pattern_name(&files->arena, files->target, opening->index + 1);
    opening->sink = files->kind == TARGET_STANDARD ? open_standard(files, opening->error)
                                                   : open_path(files, path, opening->error);
    return LOA_OK;
}

static struct loa_sink *files_open(void *self, size_t index, size_t count, const char *extension,
                                   struct loa_error *error)
{
    struct files *files = self;
    if (count > 1 && (files->kind == TARGET_FILE || files->kind == TARGET_STANDARD)) {
        refuse_many(files, count, error);
        return NULL;
    }
    struct opening opening = {files, index, count, extension, error, NULL};
    if (arena_protect(&files->arena, open_file, &opening) == LOA_LIMIT)
        error_from_errno(error, files->target, ENOMEM, files->options.ui);
    return opening.sink;
}

/* ---- Pages of an earlier export ---- */

/* What the names of pages have before and behind their number. */
struct naming {
    const char *folder, *prefix, *suffix; /* the folder with its slash; "" is the current one */
};

/* A pattern's text with each %% made one %. */
static const char *literal(struct arena *arena, const char *text, size_t length)
{
    char *plain = arena_copy(arena, text, length);
    size_t used = 0;
    for (size_t i = 0; i < length; i++, used++) {
        plain[used] = text[i];
        i += text[i] == '%';
    }
    plain[used] = '\0';
    return plain;
}

/* False where the number is in a folder's name. */
static bool naming_of_pattern(struct arena *arena, const char *pattern, struct naming *naming)
{
    const char *number = pattern;
    while (*number != '%' || number[1] == '%')
        number += *number == '%' ? 2 : 1;
    const char *behind = strchr(number, 'd') + 1, *slash = strrchr(pattern, '/');
    const char *name = slash ? slash + 1 : pattern;
    if (name > number)
        return false;
    naming->folder = literal(arena, pattern, (size_t)(name - pattern));
    naming->prefix = literal(arena, name, (size_t)(number - name));
    naming->suffix = literal(arena, behind, strlen(behind));
    return true;
}

static bool naming_of(struct files *files, struct naming *naming)
{
    struct arena *arena = &files->arena;
    if (files->kind == TARGET_PATTERN)
        return naming_of_pattern(arena, files->target, naming);
    const char *slash = files->target[strlen(files->target) - 1] == '/' ? "" : "/";
    *naming = (struct naming){.folder = arena_format(arena, "%s%s", files->target, slash),
                              .prefix = arena_format(arena, "%s-", files->stem),
                              .suffix = arena_format(arena, ".%s", files->extension)};
    return true;
}

static bool is_page_name(const struct naming *naming, const char *name)
{
    size_t prefix = strlen(naming->prefix);
    if (strncmp(name, naming->prefix, prefix) != 0)
        return false;
    size_t digits = strspn(name + prefix, "0123456789");
    return digits > 0 && strcmp(name + prefix + digits, naming->suffix) == 0;
}

static bool is_ours(const struct files *files, const char *path)
{
    for (size_t i = 0; i < files->parts.count; i++)
        if (strcmp(files->parts.at[i].path, path) == 0)
            return true;
    return false;
}

static enum loa_status tell_others(void *data)
{
    struct files *files = data;
    struct arena *arena = &files->arena;
    struct naming naming;
    const char **names;
    size_t count;
    VECTOR(const char *) others = {0};
    if (!naming_of(files, &naming) ||
        !file_list(arena, *naming.folder ? naming.folder : ".", naming.suffix, &names, &count))
        return LOA_OK;
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_format(arena, "%s%s", naming.folder, names[i]);
        if (is_page_name(&naming, names[i]) && !is_ours(files, path))
            *VECTOR_ADD(arena, &others) = path;
    }
    if (others.count)
        files->options.others(files->options.written_self, others.at, others.count);
    return LOA_OK;
}

/* ---- Commit ---- */

/* The folder's own entry must reach the disk too; where that can't be done the file is still whole. */
static void sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    int file = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (file >= 0) {
        fsync(file);
        close(file);
    }
    free(folder);
}

/* Where the file system has no hard links, what was replaced can't be had again. */
static enum before keep_before(const struct part *part)
{
    unlink(part->kept);
    if (linkat(AT_FDCWD, part->path, AT_FDCWD, part->kept, 0) == 0)
        return BEFORE_KEPT;
    return errno == ENOENT ? BEFORE_NOTHING : BEFORE_UNKNOWN;
}

static void forget_before(struct part *part)
{
    if (part->before == BEFORE_KEPT)
        unlink(part->kept);
    part->before = BEFORE_UNKNOWN;
}

static void take_back(struct part *part)
{
    if (part->before == BEFORE_NOTHING)
        unlink(part->path);
    else if (part->before == BEFORE_KEPT)
        rename(part->kept, part->path);
}

static bool place_part(struct files *files, struct part *part, struct loa_error *error)
{
    if (files->parts.count > 1)
        part->before = keep_before(part);
    if (rename(part->temporary, part->path) == 0) {
        part->temporary = NULL;
        return true;
    }
    error_from_errno(error, part->path, errno, files->options.ui);
    forget_before(part);
    return false;
}

static bool files_commit(void *self, struct loa_error *error)
{
    struct files *files = self;
    struct part *parts = files->parts.at;
    for (size_t i = 0; i < files->parts.count; i++)
        if (parts[i].temporary && !place_part(files, &parts[i], error)) {
            while (i-- > 0)
                take_back(&parts[i]);
            return false;
        }
    for (size_t i = 0; i < files->parts.count; i++)
        forget_before(&parts[i]);
    files->committed = true;
    if (files->parts.count)
        sync_folder(files->parts.at[0].path);
    for (size_t i = 0; i < files->parts.count && files->options.written; i++)
        files->options.written(files->options.written_self, files->parts.at[i].path);
    bool series = files->kind == TARGET_FOLDER || files->kind == TARGET_PATTERN;
    if (series && files->extension && files->options.others)
        arena_protect(&files->arena, tell_others, files); /* without memory nothing is told */
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
    free(files->target);
    free(files->stem);
    free(files);
}

static enum target_kind kind_of(const char *target)
{
    static const char *const standard[] = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"};
    size_t length = strlen(target);
    for (size_t i = 0; i < sizeof standard / sizeof *standard; i++)
        if (strcmp(target, standard[i]) == 0)
            return TARGET_STANDARD;
    if (target[length - 1] == '/' || file_is_folder(target))
        return TARGET_FOLDER;
    return strchr(target, '%') ? TARGET_PATTERN : TARGET_FILE;
}

static struct files *files_create(const struct loa_output_options *options, enum target_kind kind)
{
    struct files *files = calloc(1, sizeof *files);
    if (!files)
        return NULL;
    arena_init(&files->arena, 0);
    files->options = *options;
    files->target = strdup(options->target);
    files->stem = strdup(options->stem ? options->stem : "loa");
    files->kind = kind;
    if (files->target && files->stem)
        return files;
    files_destroy(files);
    return NULL;
}

struct loa_output *loa_output_to(const struct loa_output_options *options, struct loa_error *error)
{
    static const struct loa_output_ops ops = {files_open, files_commit, files_destroy};
    const char *target = options->target ? options->target : "";
    enum target_kind kind = *target ? kind_of(target) : TARGET_FILE;
    if (!*target || (kind == TARGET_PATTERN && !pattern_is_good(target))) {
        say(error, options->ui, FINDING_bad_target, target, NULL);
        return NULL;
    }
    struct files *files = files_create(options, kind);
    struct loa_output *output = files ? loa_output_create(&ops, files) : NULL;
    if (!output)
        error_from_errno(error, target, ENOMEM, options->ui);
    return output;
}
