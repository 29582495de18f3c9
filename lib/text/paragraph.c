#include "text/paragraph_inside.h"
#include <math.h>

/* Begins the work on spans in emptied scratch memory, whose exhaustion goes where that of `arena` goes. */
static struct content content_begin(struct font_set *set, struct arena *arena, const struct text_span *spans,
                                    size_t span_count)
{
    arena_rewind(&set->scratch, set->empty);
    set->scratch.guard = arena->guard;
    return (struct content){.set = set, .scratch = &set->scratch, .spans = spans, .span_count = span_count};
}

static void content_end(struct content *content)
{
    content->scratch->guard = NULL;
}

/* Lines can't be narrower than nothing, and endless ones have no right edge. */
static struct paragraph_options sane_options(const struct paragraph_options *options)
{
    struct paragraph_options sane = *options;
    if (!(sane.width > 0))
        sane.width = 0;
    if (!isfinite(sane.width))
        sane.align = ALIGN_START;
    if (!isfinite(sane.indent))
        sane.indent = 0;
    if (!(sane.leading > 0) || !isfinite(sane.leading))
        sane.leading = 1;
    return sane;
}

const struct paragraph *paragraph_break(struct font_set *set, struct arena *arena,
                                        const struct text_span *spans, size_t span_count,
                                        const struct paragraph_options *options)
{
    struct paragraph_options sane = sane_options(options);
    struct content content = content_begin(set, arena, spans, span_count);
    const struct paragraph *paragraph;
    if (content_read(&content, arena)) {
        struct extents extents = {0};
        content_chunk(&content, (double)sane.width, (double)sane.width - (double)sane.indent);
        extents_fit(&content, &sane, &extents);
        paragraph = lines_set(&content, &extents, &sane, arena);
    } else {
        paragraph = ARENA_NEW(arena, struct paragraph);
    }
    content_end(&content);
    return paragraph;
}

struct paragraph_widths paragraph_measure(struct font_set *set, struct arena *arena,
                                          const struct text_span *spans, size_t span_count)
{
    struct paragraph_widths widths = {0};
    struct content content = content_begin(set, arena, spans, span_count);
    if (content_read(&content, &set->scratch)) {
        content_chunk(&content, HUGE_VAL, HUGE_VAL);
        const struct chunk *chunks = content.chunks.at;
        size_t line = 0, tied = 0;
        for (size_t i = 0; i + 1 < content.chunks.count; i++) {
            if (chunks[i].must_break)
                line = i;
            if (chunks[i].must_break || chunks[i].cost <= 0)
                tied = i;
            widths.minimum = fmaxf(widths.minimum, (float)chunks_width(chunks, tied, i + 1));
            widths.natural = fmaxf(widths.natural, (float)chunks_width(chunks, line, i + 1));
        }
    }
    content_end(&content);
    return widths;
}
