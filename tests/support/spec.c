#include "spec.h"
#include "base/builder.h"
#include <stdio.h>
#include <string.h>

static const char fence[] = "````````````````````````````````"; /* 32, and " example" where one begins */
static const char tab[] = "\xE2\x86\x92";                       /* an arrow stands for a tab */

static const char *read_all(struct arena *arena, FILE *file)
{
    struct builder text;
    builder_init(&text, arena);
    char bytes[4096];
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        builder_add(&text, bytes, got);
    return builder_text(&text);
}

static void add_line(struct builder *part, const char *line, size_t length)
{
    const size_t width = sizeof tab - 1;
    for (size_t at = 0; at < length;) {
        bool arrow = length - at >= width && memcmp(line + at, tab, width) == 0;
        builder_char(part, arrow ? '\t' : line[at]);
        at += arrow ? width : 1;
    }
    builder_char(part, '\n');
}

/* An example being read: nothing before its fence, then Markdown, a line with a dot, HTML. */
struct spec_reader {
    struct arena *arena;
    struct spec *spec;
    struct builder markdown, html;
    struct builder *open; /* NULL: between examples */
    unsigned line;
};

static void begin(struct spec_reader *reader)
{
    builder_init(&reader->markdown, reader->arena);
    builder_init(&reader->html, reader->arena);
    reader->open = &reader->markdown;
}

static void end(struct spec_reader *reader)
{
    struct spec_example *example = VECTOR_ADD(reader->arena, &reader->spec->examples);
    *example = (struct spec_example){(unsigned)reader->spec->examples.count, reader->line,
                                     builder_text(&reader->markdown), builder_text(&reader->html)};
    reader->open = NULL;
}

static void read_line(struct spec_reader *reader, const char *line, size_t length)
{
    bool fenced = length >= sizeof fence - 1 && memcmp(line, fence, sizeof fence - 1) == 0;
    reader->line++;
    if (fenced && !reader->open)
        begin(reader);
    else if (fenced)
        end(reader);
    else if (reader->open == &reader->markdown && length == 1 && *line == '.')
        reader->open = &reader->html;
    else if (reader->open)
        add_line(reader->open, line, length);
}

bool spec_read(struct arena *arena, const char *path, struct spec *spec)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    struct spec_reader reader = {.arena = arena, .spec = spec};
    const char *text = read_all(arena, file);
    fclose(file);
    while (*text) {
        size_t length = strcspn(text, "\n");
        read_line(&reader, text, length);
        text += length + (text[length] == '\n');
    }
    return true;
}
