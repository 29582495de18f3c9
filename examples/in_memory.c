/* in_memory.c - reads a guide from memory and keeps the pictures in memory, as a server would: nothing
 * touches the disk. Two things are made of one's own here: an output that holds one sink for each file, and
 * the sinks.
 */
#include <loa/loa.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char text[] = "# Ba điều cần nhớ\n\n"
                           "## Dừng lại\n\nKhông trả lời tin nhắn lạ.\n\n"
                           "## Lưu bằng chứng\n\nChụp màn hình, ghi lại thời gian.\n\n"
                           "## Kể\n\nKể với người lớn em tin.\n";

enum { FILES = 16 };

/* The files of one export. */
struct shelf {
    struct file {
        char *bytes;
        size_t length;
    } files[FILES];
    size_t count;
    bool committed;
};

static bool append(void *self, const void *bytes, size_t length, struct loa_error *error)
{
    struct file *file = self;
    char *grown = realloc(file->bytes, file->length + length);
    if (!grown) {
        *error = (struct loa_error){.status = LOA_LIMIT, .message = "out of memory"};
        return false;
    }
    memcpy(grown + file->length, bytes, length);
    file->bytes = grown;
    file->length += length;
    return true;
}

static struct loa_sink *open_file(void *self, size_t index, size_t count, const char *extension,
                                  struct loa_error *error)
{
    static const struct loa_sink_ops ops = {.write = append};
    struct shelf *shelf = self;
    (void)extension;
    if (count > FILES) {
        *error = (struct loa_error){.status = LOA_LIMIT, .message = "too many files for this example"};
        return NULL;
    }
    shelf->count = count;
    return loa_sink_create(&ops, &shelf->files[index]);
}

static bool commit(void *self, struct loa_error *error)
{
    struct shelf *shelf = self;
    (void)error;
    shelf->committed = true;
    return true;
}

static enum loa_status make_slides(struct loa_session *session, struct shelf *shelf)
{
    static const struct loa_output_ops ops = {.open = open_file, .commit = commit};
    struct loa_guide *guide;
    enum loa_status status = loa_guide_read(session, "three-things", text, strlen(text), NULL, &guide);
    if (status != LOA_OK)
        return status;
    struct loa_output *output = loa_output_create(&ops, shelf);
    status = loa_export(guide, &(struct loa_export_options){.piece = "slides", .format = "png"}, output);
    loa_output_destroy(output);
    loa_guide_close(guide);
    return status;
}

static bool is_png(const struct file *file)
{
    return file->length > 8 && memcmp(file->bytes, "\x89PNG\r\n\x1a\n", 8) == 0;
}

int main(void)
{
    struct loa_session *session;
    struct shelf shelf = {0};
    enum loa_status status = loa_session_open(&(struct loa_session_options){0}, &session);
    if (status == LOA_OK)
        status = make_slides(session, &shelf);
    for (size_t i = 0; i < shelf.count; i++) {
        printf("slide %zu: %s, %zu bytes\n", i + 1, is_png(&shelf.files[i]) ? "a PNG" : "something else",
               shelf.files[i].length);
        free(shelf.files[i].bytes);
    }
    loa_session_close(session);
    return status == LOA_OK && !shelf.committed ? LOA_LIMIT : (int)status;
}
