#include "scene/builder.h"
#include <assert.h>
#include <math.h>

/* A page under construction: what scene_finish() turns into a struct page. */
struct draft {
    struct page page;
    VECTOR(struct item) items;
};

struct scene_builder {
    struct arena *arena;
    VECTOR(struct draft) drafts;
    VECTOR(const struct mark *) marks; /* open ones, innermost last */
    size_t open;                       /* index of the open page, or NO_PAGE */
    unsigned font_count, image_count;
    bool printed;
};

#define NO_PAGE ((size_t)-1)

struct scene_builder *scene_builder_create(struct arena *arena)
{
    struct scene_builder *builder = ARENA_NEW(arena, struct scene_builder);
    builder->arena = arena;
    builder->open = NO_PAGE;
    return builder;
}

struct arena *scene_builder_arena(const struct scene_builder *builder)
{
    return builder->arena;
}

static struct draft *open_draft(struct scene_builder *builder)
{
    assert(builder->open != NO_PAGE);
    return &builder->drafts.at[builder->open];
}

static struct item *add_item(struct scene_builder *builder, enum item_type type)
{
    struct item *item = VECTOR_ADD(builder->arena, &open_draft(builder)->items);
    item->type = type;
    return item;
}

/* ---- Pages ---- */

/* Room for about as many items as the page before has: growing copies, and the arena keeps both. */
static void reserve_items(struct scene_builder *builder, size_t before)
{
    struct draft *draft = open_draft(builder);
    draft->items.room = before + before / 4;
    draft->items.at = ARENA_ARRAY(builder->arena, struct item, draft->items.room);
}

void scene_begin_page(struct scene_builder *builder, float width, float height, float scale,
                      struct colour ground)
{
    assert(builder->open == NO_PAGE);
    struct draft *draft = VECTOR_ADD(builder->arena, &builder->drafts);
    draft->page = (struct page){.width = width, .height = height, .scale = scale, .ground = ground};
    builder->open = builder->drafts.count - 1;
    if (builder->open > 0)
        reserve_items(builder, builder->drafts.at[builder->open - 1].items.count);
}

void scene_page_title(struct scene_builder *builder, const char *title)
{
    open_draft(builder)->page.title = title;
}

void scene_page_notes(struct scene_builder *builder, const char *notes)
{
    open_draft(builder)->page.notes = notes;
}

void scene_page_height(struct scene_builder *builder, float height)
{
    open_draft(builder)->page.height = height;
}

void scene_printed(struct scene_builder *builder)
{
    builder->printed = true;
}

void scene_end_page(struct scene_builder *builder)
{
    builder->open = NO_PAGE;
    builder->marks.count = 0; /* those left open are the checker's to report */
}

void scene_reopen_page(struct scene_builder *builder, size_t index)
{
    assert(builder->open == NO_PAGE && index < builder->drafts.count);
    builder->open = index;
}

size_t scene_page_count(const struct scene_builder *builder)
{
    return builder->drafts.count;
}

size_t scene_item_count(const struct scene_builder *builder)
{
    return builder->drafts.at[builder->open].items.count;
}

const struct item *scene_item_at(const struct scene_builder *builder, size_t index)
{
    return &builder->drafts.at[builder->open].items.at[index];
}

/* ---- Items ---- */

void scene_fill(struct scene_builder *builder, struct path path, struct colour colour)
{
    scene_fill_paint(builder, path, (struct paint){.colour = colour});
}

void scene_fill_paint(struct scene_builder *builder, struct path path, struct paint paint)
{
    if (path.count == 0)
        return;
    struct item *item = add_item(builder, ITEM_FILL);
    item->as.fill.path = path;
    item->as.fill.paint = paint;
}

void scene_stroke(struct scene_builder *builder, struct path path, struct stroke stroke)
{
    if (path.count == 0)
        return;
    struct item *item = add_item(builder, ITEM_STROKE);
    item->as.stroke.path = path;
    item->as.stroke.stroke = stroke;
}

void scene_put_image(struct scene_builder *builder, const struct image *image, struct rect where)
{
    struct item *item = add_item(builder, ITEM_IMAGE);
    item->as.image.image = image;
    item->as.image.where = where;
    if (image->number >= builder->image_count)
        builder->image_count = image->number + 1;
}

void scene_push(struct scene_builder *builder, struct matrix matrix, struct path clip)
{
    struct item *item = add_item(builder, ITEM_PUSH);
    item->as.push.matrix = matrix;
    item->as.push.clip = clip;
}

void scene_pop(struct scene_builder *builder)
{
    add_item(builder, ITEM_POP);
}

void scene_begin_mark(struct scene_builder *builder, struct mark mark)
{
    struct mark *copy = ARENA_NEW(builder->arena, struct mark);
    *copy = mark;
    add_item(builder, ITEM_BEGIN)->as.mark = copy;
    *VECTOR_ADD(builder->arena, &builder->marks) = copy;
}

void scene_end_mark(struct scene_builder *builder)
{
    const struct mark *mark = builder->marks.count ? builder->marks.at[--builder->marks.count] : NULL;
    add_item(builder, ITEM_END)->as.mark = mark;
}

/* ---- Text ---- */

/* A rule along a run, its middle `below` em under the baseline. */
static void put_rule(struct scene_builder *builder, const struct run *run, float x, float y, float thickness,
                     float below)
{
    float size = run->style->size;
    y += below * size;
    scene_stroke(builder, path_line(builder, x, y, x + run->width, y),
                 (struct stroke){.colour = run->style->colour, .width = thickness * size});
}

static void put_rules(struct scene_builder *builder, const struct run *run, float x, float y)
{
    const struct font *font = run->font;
    float thickness = font->underline_thickness > 0 ? font->underline_thickness : 0.05f;
    /* Not through the dots of ạ, ẹ, ợ: most fonts' own position would hide them. */
    float below = fmaxf(-font->underline_position, thickness - font->marks_bottom);
    if (run->style->underline)
        put_rule(builder, run, x, y, thickness, below);
    if (run->style->strike)
        put_rule(builder, run, x, y, thickness, -font->x_height / 2);
}

static void put_run(struct scene_builder *builder, const struct run *run, float x, float y)
{
    y -= run->style->rise;
    struct item *item = add_item(builder, ITEM_TEXT);
    item->as.text.run = run;
    item->as.text.x = x;
    item->as.text.y = y;
    if (run->font->number >= builder->font_count)
        builder->font_count = run->font->number + 1;
    put_rules(builder, run, x, y);
}

static bool in_artifact(const struct scene_builder *builder)
{
    for (size_t i = 0; i < builder->marks.count; i++)
        if (builder->marks.at[i]->type == MARK_ARTIFACT)
            return true;
    return false;
}

void scene_put_line(struct scene_builder *builder, const struct line *line, float x, float y)
{
    bool links = !in_artifact(builder);
    const void *tag = NULL;
    for (size_t i = 0; i < line->run_count; i++) {
        const struct run *run = &line->runs[i];
        const void *target = links ? run->tag : NULL;
        if (tag && target != tag)
            scene_end_mark(builder);
        if (target && target != tag)
            scene_begin_mark(builder,
                             (struct mark){.type = MARK_LINK, .target = target, .place = run->place});
        tag = target;
        put_run(builder, run, x + run->x, y + line->baseline);
    }
    if (tag)
        scene_end_mark(builder);
}

/* ---- The end ---- */

static const char *word(struct arena *arena, const char *text)
{
    return arena_string(arena, text ? text : "");
}

const struct scene *scene_finish(struct scene_builder *builder, struct scene_words words)
{
    struct arena *arena = builder->arena;
    struct scene *scene = ARENA_NEW(arena, struct scene);
    struct page *pages = ARENA_ARRAY(arena, struct page, builder->drafts.count);
    for (size_t i = 0; i < builder->drafts.count; i++) {
        pages[i] = builder->drafts.at[i].page;
        pages[i].items = builder->drafts.at[i].items.at;
        pages[i].count = builder->drafts.at[i].items.count;
    }
    *scene = (struct scene){.arena = arena,
                            .piece = word(arena, words.piece),
                            .title = word(arena, words.title),
                            .subject = word(arena, words.subject),
                            .author = word(arena, words.author),
                            .keywords = word(arena, words.keywords),
                            .language = word(arena, words.language),
                            .date = word(arena, words.date),
                            .printed = builder->printed,
                            .pages = pages,
                            .page_count = builder->drafts.count,
                            .font_count = builder->font_count,
                            .image_count = builder->image_count};
    return scene;
}
