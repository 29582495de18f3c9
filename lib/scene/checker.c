#include "scene/checker.h"
#include "base/builder.h"
#include "scene/text_boxes.h"
#include <math.h>

/* How far something may stick out, points: rounding, not layout. */
#define SLACK 0.5f
/* What of a line counts when two are compared: from the top of capitals to a little under the baseline, in
 * em. Normal leading keeps these apart. */
#define BODY_ABOVE 0.7f
#define BODY_BELOW 0.2f
/* Runs that only touch don't overlap, em. */
#define BODY_MARGIN 0.05f

/* What a push or a mark opened. */
struct level {
    bool is_push;
    const struct mark *mark; /* when it is none */
    struct matrix matrix;    /* from here to the page */
    struct bounds clip;      /* on the page */
    bool decorative;         /* inside decoration */
};

struct check {
    const struct scene *scene;
    size_t page;
    struct arena arena; /* of one page */
    VECTOR(struct level) levels;
    struct text_boxes boxes;
    scene_fault_fn *fault;
    void *self;
    size_t count;
};

/* ---- Faults ---- */

static void fault(struct check *check, const char *what)
{
    check->count++;
    if (check->fault)
        check->fault(check->self, check->page, what);
}

/* The first characters of a run. */
static void add_words(struct builder *builder, const struct run *run)
{
    size_t length = run->length < 40 ? run->length : 40;
    while (length < run->length && length > 0 && ((unsigned char)run->text[length] & 0xc0) == 0x80)
        length--;
    builder_string(builder, "text “");
    builder_add(builder, run->text, length);
    builder_string(builder, length < run->length ? "…”" : "”");
}

static void fault_in_text(struct check *check, const struct run *run, const char *what)
{
    struct builder builder;
    builder_init(&builder, &check->arena);
    add_words(&builder, run);
    builder_string(&builder, what);
    fault(check, builder_text(&builder));
}

static void fault_outside(struct check *check, const struct run *run, const char *what, float by,
                          const char *side)
{
    struct builder builder;
    builder_init(&builder, &check->arena);
    if (run)
        add_words(&builder, run);
    else
        builder_string(&builder, "an image");
    builder_string(&builder, what);
    builder_number(&builder, (double)by, 1);
    builder_string(&builder, " pt at the ");
    builder_string(&builder, side);
    fault(check, builder_text(&builder));
}

/* Tells by how much bounds stick out of an area. */
static void check_inside(struct check *check, const struct bounds *bounds, const struct bounds *area,
                         const struct run *run, const char *what)
{
    const struct {
        const char *name;
        float by;
    } sides[4] = {{"left", area->left - bounds->left},
                  {"top", area->top - bounds->top},
                  {"right", bounds->right - area->right},
                  {"bottom", bounds->bottom - area->bottom}};
    for (size_t i = 0; i < 4; i++)
        if (sides[i].by > SLACK)
            fault_outside(check, run, what, sides[i].by, sides[i].name);
}

/* ---- Levels ---- */

static struct level *top_level(struct check *check)
{
    return &check->levels.at[check->levels.count - 1]; /* the page's own is always there */
}

static struct level *open_level(struct check *check)
{
    struct level level = *top_level(check);
    struct level *added = VECTOR_ADD(&check->arena, &check->levels);
    *added = level;
    return added;
}

static struct bounds page_bounds(const struct check *check)
{
    const struct page *page = &check->scene->pages[check->page];
    return (struct bounds){0, 0, page->width, page->height};
}

static struct bounds common(struct bounds a, struct bounds b)
{
    return (struct bounds){fmaxf(a.left, b.left), fmaxf(a.top, b.top), fminf(a.right, b.right),
                           fminf(a.bottom, b.bottom)};
}

static struct bounds path_bounds(const struct path *path, const struct matrix *matrix)
{
    struct bounds bounds = bounds_of(NULL, 0);
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        size_t points = step->verb == PATH_CLOSE ? 0 : step->verb == PATH_CURVE ? 3 : 1;
        for (size_t k = 0; k < points; k++) {
            float at[2];
            matrix_apply(matrix, step->at[2 * k], step->at[2 * k + 1], at);
            bounds = (struct bounds){fminf(bounds.left, at[0]), fminf(bounds.top, at[1]),
                                     fmaxf(bounds.right, at[0]), fmaxf(bounds.bottom, at[1])};
        }
    }
    return bounds;
}

static void check_push(struct check *check, const struct matrix *matrix, const struct path *clip)
{
    struct level *level = open_level(check);
    level->is_push = true;
    if (clip->count) {
        struct bounds bounds = path_bounds(clip, &level->matrix);
        level->clip =
            (struct bounds){fmaxf(level->clip.left, bounds.left), fmaxf(level->clip.top, bounds.top),
                            fminf(level->clip.right, bounds.right), fminf(level->clip.bottom, bounds.bottom)};
    }
    level->matrix = matrix_product(matrix, &level->matrix);
}

static void check_pop(struct check *check)
{
    struct level *level = top_level(check);
    if (level->is_push)
        check->levels.count--;
    else
        fault(check,
              level->mark ? "a pop inside a mark that was begun after its push" : "a pop without a push");
}

/* ---- Marks ---- */

#define BIT(type) (1u << (type))
#define BLOCKS                                                                                               \
    (BIT(MARK_HEADING) | BIT(MARK_PARAGRAPH) | BIT(MARK_LIST) | BIT(MARK_TABLE) | BIT(MARK_QUOTE) |          \
     BIT(MARK_CODE) | BIT(MARK_GROUP) | BIT(MARK_NOTE) | BIT(MARK_CAPTION))
#define INLINES (BIT(MARK_LINK) | BIT(MARK_FIGURE) | BIT(MARK_ARTIFACT))

/* What each mark may hold directly, and whether text may stand right in it. */
static const struct {
    const char *name;
    unsigned holds;
    bool text;
} rules[MARK_TYPE_COUNT] = {
    [MARK_HEADING] = {"heading", INLINES, true},
    [MARK_PARAGRAPH] = {"paragraph", INLINES, true},
    [MARK_LIST] = {"list", BIT(MARK_ITEM) | BIT(MARK_ARTIFACT), false},
    [MARK_ITEM] = {"item", BLOCKS | INLINES | BIT(MARK_LABEL), true},
    [MARK_LABEL] = {"label", INLINES, true},
    [MARK_TABLE] = {"table", BIT(MARK_ROW) | BIT(MARK_ARTIFACT), false},
    [MARK_CAPTION] = {"caption", INLINES, true},
    [MARK_ROW] = {"row", BIT(MARK_CELL) | BIT(MARK_ARTIFACT), false},
    [MARK_CELL] = {"cell", BLOCKS | INLINES, true},
    [MARK_FIGURE] = {"figure", BLOCKS | INLINES, true},
    [MARK_QUOTE] = {"quote", BLOCKS | INLINES, true},
    [MARK_CODE] = {"code", INLINES, true},
    [MARK_LINK] = {"link", BIT(MARK_FIGURE) | BIT(MARK_ARTIFACT), true},
    [MARK_GROUP] = {"group", BLOCKS | INLINES, true},
    [MARK_NOTE] = {"note", INLINES, true},
    [MARK_ARTIFACT] = {"artifact", 0, true},
};

/* The innermost open mark, NULL on the bare page. */
static const struct mark *open_mark(const struct check *check)
{
    return check->levels.at[check->levels.count - 1].mark;
}

static void fault_in_mark(struct check *check, const char *first, const char *second, const char *third)
{
    struct builder builder;
    builder_init(&builder, &check->arena);
    builder_string(&builder, first);
    builder_string(&builder, second);
    builder_string(&builder, third);
    fault(check, builder_text(&builder));
}

static void check_words(struct check *check, const struct mark *mark)
{
    if (mark->type == MARK_HEADING && (mark->level < 1 || mark->level > 6))
        fault(check, "a heading's level is not 1 to 6");
    if (mark->type == MARK_FIGURE && !mark->alt)
        fault(check, "a figure has no alternative text");
    if (mark->type == MARK_LINK && !(mark->target && *mark->target))
        fault(check, "a link leads nowhere");
}

static void check_begin(struct check *check, const struct mark *mark)
{
    const struct mark *parent = open_mark(check);
    unsigned allowed = parent ? rules[parent->type].holds : BLOCKS | INLINES;
    if (!(allowed & BIT(mark->type)))
        fault_in_mark(check, rules[mark->type].name, " mark directly in ",
                      parent ? rules[parent->type].name : "the page");
    check_words(check, mark);
    struct level *level = open_level(check);
    level->is_push = false;
    level->mark = mark;
    level->decorative = level->decorative || (mark->type == MARK_ARTIFACT && mark->decorative);
}

static void check_end(struct check *check, const struct mark *mark)
{
    struct level *level = top_level(check);
    if (!mark || check->levels.count == 1)
        fault(check, "an end without a begin");
    else if (level->is_push)
        fault(check, "a mark ends inside a push that was opened in it");
    else
        check->levels.count--;
}

/* ---- Items ---- */

static bool is_blank(const struct run *run)
{
    for (size_t i = 0; i < run->length; i++)
        if (run->text[i] != ' ' && run->text[i] != '\n')
            return false;
    return true;
}

static bool has_area(const struct text_box *box)
{
    const struct bounds *bounds = &box->bounds;
    return isfinite(bounds->left) && isfinite(bounds->top) && isfinite(bounds->right) &&
           isfinite(bounds->bottom) && bounds->right > bounds->left && bounds->bottom > bounds->top;
}

static void check_place(struct check *check, const struct run *run, float x, float y)
{
    const struct level *level = top_level(check);
    const struct font *font = run->font;
    float size = run->style->size;
    struct text_box ink =
        text_box_of(run, x, y, font->marks_top * size, -font->marks_bottom * size, 0, &level->matrix);
    struct text_box body =
        text_box_of(run, x, y, BODY_ABOVE * size, BODY_BELOW * size, BODY_MARGIN * size, &level->matrix);
    if (!(size > 0) || !(run->width > 0) || !has_area(&ink)) {
        fault_in_text(check, run, " has no size");
        return;
    }
    struct bounds page = page_bounds(check);
    check_inside(check, &ink.bounds, &page, run, " sticks out of the page by ");
    check_inside(check, &body.bounds, &level->clip, run, " is cut off by ");
    if (!level->decorative)
        *VECTOR_ADD(&check->arena, &check->boxes.list) = body;
}

static void check_text(struct check *check, const struct run *run, float x, float y)
{
    const struct mark *mark = open_mark(check);
    if (is_blank(run))
        return;
    if (!mark)
        fault_in_text(check, run, " is in no mark");
    else if (!rules[mark->type].text)
        fault_in_mark(check, "text stands directly in a ", rules[mark->type].name, "");
    check_place(check, run, x, y);
}

static void check_image(struct check *check, const struct rect *where)
{
    const struct level *level = top_level(check);
    const float corners[4][2] = {{where->x, where->y},
                                 {where->x + where->width, where->y},
                                 {where->x, where->y + where->height},
                                 {where->x + where->width, where->y + where->height}};
    float moved[4][2];
    for (size_t i = 0; i < 4; i++)
        matrix_apply(&level->matrix, corners[i][0], corners[i][1], moved[i]);
    struct bounds bounds = common(bounds_of((const float(*)[2])moved, 4), level->clip);
    struct bounds page = page_bounds(check);
    if (!(where->width > 0) || !(where->height > 0))
        fault(check, "an image has no size");
    else if (!level->decorative)
        check_inside(check, &bounds, &page, NULL, " sticks out of the page by ");
}

/* Decoration may bleed over the edge; what is wholly outside is a mistake. */
static void check_path(struct check *check, const struct path *path)
{
    struct bounds bounds = path_bounds(path, &top_level(check)->matrix), page = page_bounds(check);
    bounds =
        (struct bounds){bounds.left - SLACK, bounds.top - SLACK, bounds.right + SLACK, bounds.bottom + SLACK};
    if (!bounds_meet(&bounds, &page))
        fault(check, "a shape is outside of the page");
}

static void check_item(struct check *check, const struct item *item)
{
    switch (item->type) {
    case ITEM_TEXT:
        check_text(check, item->as.text.run, item->as.text.x, item->as.text.y);
        break;
    case ITEM_FILL:
        check_path(check, &item->as.fill.path);
        break;
    case ITEM_STROKE:
        check_path(check, &item->as.stroke.path);
        break;
    case ITEM_IMAGE:
        check_image(check, &item->as.image.where);
        break;
    case ITEM_PUSH:
        check_push(check, &item->as.push.matrix, &item->as.push.clip);
        break;
    case ITEM_POP:
        check_pop(check);
        break;
    case ITEM_BEGIN:
        check_begin(check, item->as.mark);
        break;
    case ITEM_END:
        check_end(check, item->as.mark);
        break;
    }
}

static void tell_overlap(void *self, const struct text_box *a, const struct text_box *b)
{
    struct check *check = self;
    struct builder builder;
    builder_init(&builder, &check->arena);
    add_words(&builder, a->run);
    builder_string(&builder, " overlaps ");
    add_words(&builder, b->run);
    fault(check, builder_text(&builder));
}

/* ---- Pages ---- */

static enum loa_status check_page(void *data)
{
    struct check *check = data;
    const struct page *page = &check->scene->pages[check->page];
    *VECTOR_ADD(&check->arena, &check->levels) =
        (struct level){.matrix = {1, 0, 0, 1, 0, 0}, .clip = {-HUGE_VALF, -HUGE_VALF, HUGE_VALF, HUGE_VALF}};
    if (!(page->width > 0) || !(page->height > 0) || !(page->scale > 0))
        fault(check, "the page has no size");
    for (size_t i = 0; i < page->count; i++)
        check_item(check, &page->items[i]);
    for (size_t i = check->levels.count; i > 1; i--) {
        const struct level *level = &check->levels.at[i - 1];
        const char *name = level->is_push || !level->mark ? "push" : rules[level->mark->type].name;
        fault_in_mark(check, "still open at the end of the page: ", name, "");
    }
    text_boxes_overlaps(&check->boxes, tell_overlap, check);
    return LOA_OK;
}

size_t scene_check(const struct scene *scene, scene_fault_fn *fault_fn, void *self)
{
    size_t count = 0;
    for (size_t page = 0; page < scene->page_count; page++) {
        struct check check = {.scene = scene, .page = page, .fault = fault_fn, .self = self};
        arena_init(&check.arena, 0);
        if (arena_protect(&check.arena, check_page, &check) != LOA_OK)
            fault(&check, "no memory to check the page");
        arena_clear(&check.arena);
        count += check.count;
    }
    return count;
}
