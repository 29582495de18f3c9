/* scenes.h - hand-built scenes for tests: an arena, fonts, a builder, text by the real paragraph engine. */
#ifndef SUPPORT_SCENES_H
#define SUPPORT_SCENES_H

#include "formats/format.h"
#include "scene/builder.h"
#include <stdlib.h>
#include <string.h>

struct stage {
    struct arena arena;
    struct reporter reporter;
    struct font_set *fonts;
    struct scene_builder *builder;
};

static const struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255}, teal = {11, 110, 102, 255};

static inline int stage_open(void **state)
{
    struct stage *stage = calloc(1, sizeof *stage);
    arena_init(&stage->arena, 0);
    stage->fonts = font_set_create(&stage->arena, &stage->reporter);
    stage->builder = scene_builder_create(&stage->arena);
    *state = stage;
    return 0;
}

static inline int stage_close(void **state)
{
    struct stage *stage = *state;
    arena_clear(&stage->arena);
    free(stage);
    return 0;
}

static inline const struct paragraph *stage_paragraph(struct stage *stage, const char *text,
                                                      struct text_style style, float width, const void *tag)
{
    struct text_style *kept = ARENA_NEW(&stage->arena, struct text_style);
    *kept = style;
    kept->family = style.family ? style.family : "Noto Sans";
    kept->colour = style.colour.alpha ? style.colour : black;
    struct text_span span = {
        .text = text, .length = strlen(text), .style = kept, .language = "vi", .tag = tag};
    struct paragraph_options options = {.width = width, .leading = 1.4f};
    return paragraph_break(stage->fonts, &stage->arena, &span, 1, &options);
}

/* The lines of a paragraph whose top left is (x, y). */
static inline void put_paragraph(struct scene_builder *builder, const struct paragraph *paragraph, float x,
                                 float y)
{
    for (size_t i = 0; i < paragraph->line_count; i++)
        scene_put_line(builder, &paragraph->lines[i], x, y);
}

/* One paragraph in a paragraph mark, its top left at (x, y). */
static inline void stage_put(struct stage *stage, const char *text, float size, float x, float y)
{
    const struct paragraph *paragraph =
        stage_paragraph(stage, text, (struct text_style){.size = size}, 1000, NULL);
    scene_begin_mark(stage->builder, (struct mark){.type = MARK_PARAGRAPH});
    put_paragraph(stage->builder, paragraph, x, y);
    scene_end_mark(stage->builder);
}

static inline const struct scene *stage_finish(struct stage *stage)
{
    return scene_finish(stage->builder,
                        (struct scene_words){.piece = "slides", .title = "Thử “nghiệm”", .language = "vi"});
}

static inline struct rect rect_of(float x, float y, float width, float height)
{
    return (struct rect){x, y, width, height};
}

/* What a format writes; *bytes is the caller's to free. */
static inline enum loa_status stage_write(const struct format *format, const struct scene *scene,
                                          size_t index, char **bytes, size_t *length, struct loa_error *error)
{
    struct loa_sink *sink = loa_sink_to_memory(bytes, length);
    *error = (struct loa_error){0};
    enum loa_status status = format->write(scene, index, sink, LOA_UI_EN, error);
    if (status == LOA_OK)
        status = loa_sink_finish(sink);
    loa_sink_destroy(sink);
    return status;
}

#endif
