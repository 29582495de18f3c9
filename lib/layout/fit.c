#include "layout/fit.h"
#include "layout/notes.h"
#include "layout/trial.h"

static const struct fit_step words_steps[] = {
    {1, 1, 1, 1}, {0.85f, 0.85f, 1, 1}, {0.7f, 0.7f, 1, 1}, {0.6f, 0.6f, 1, 1}};
const struct fit_ladder fit_words = {.steps = words_steps, .count = 4, .cut = 3};

/* The nominal sheet at a step; a picture leaves room for its caption and the space around it. */
static const struct sheet *step_sheet(struct layout *layout, const struct sheet *nominal,
                                      const struct fit_step *step, float room)
{
    struct sheet *sheet = ARENA_NEW(layout->arena, struct sheet);
    *sheet = sheet_scaled(nominal, step->text, step->space);
    float most = room - 4 * sheet->size[TEXT_SMALL];
    if (sheet->image_height > most)
        sheet->image_height = most;
    return sheet;
}

static void step_make(struct layout *layout, const struct fit_job *job, struct fit *fit)
{
    layout->sheet = step_sheet(layout, job->nominal, fit->step, job->room);
    fit->box = job->make(job->self, fit->step->columns);
    struct box *called = job->notes_width > 0 ? notes_called(layout, fit->box, job->notes_width) : NULL;
    fit->foot = notes_foot(layout, NULL, called, job->notes_width);
    float height = fit->box ? fit->box->height + notes_height(fit->foot) : 0;
    fit->fits = job->judge ? job->judge(job->self) : height <= job->room * fit->step->fill;
    bool usual = fit->step->text == 1 && fit->step->space == 1 && fit->step->columns == 1;
    if (usual && height > job->room)
        fit->excess = 1 - job->room / height;
}

/* Whether the least that a ladder has is good; it is thrown away. */
static bool least_fits(struct layout *layout, const struct fit_job *job)
{
    struct trial trial = trial_begin(layout);
    struct fit fit = {.step = &job->ladder->steps[job->ladder->count - 1]};
    step_make(layout, job, &fit);
    trial_drop(layout, trial);
    layout->sheet = job->nominal;
    return fit.fits;
}

struct fit fit_make(struct layout *layout, const struct fit_job *job)
{
    const struct fit_ladder *ladder = job->ladder;
    struct fit fit = {0};
    if (ladder->doubtful && !least_fits(layout, job))
        return fit;
    for (size_t i = 0; i < ladder->count; i++) {
        struct trial trial = trial_begin(layout);
        fit.step = &ladder->steps[i];
        step_make(layout, job, &fit);
        if (fit.fits || (i + 1 == ladder->count && i == ladder->cut))
            return fit;
        trial_drop(layout, trial);
    }
    layout->sheet = job->nominal;
    if (ladder->cut == ladder->count)
        return (struct fit){0};
    fit.step = &ladder->steps[ladder->cut];
    step_make(layout, job, &fit);
    return fit;
}

const char *fit_percent(struct arena *arena, float share)
{
    return arena_format(arena, "%.0f", (double)share * 100);
}

#define EVEN_PAGES 8 /* where more follow, nobody sees that one is fuller */
#define HALVINGS   5 /* of the range in which the least room for so many pages is looked for */

bool fit_cut(struct layout *layout, const struct box *content, float room, struct page_list *pages)
{
    if (!content)
        return true;
    bool notes = pages->notes_width > 0 && notes_called(layout, content, pages->notes_width);
    struct page_list greedy = {.notes_width = pages->notes_width};
    if (!pages_cut(layout, content, room, room, &greedy))
        return false;
    *pages = greedy;
    if (notes || greedy.boxes.count < 2 || greedy.boxes.count > EVEN_PAGES) /* notes are shown once */
        return true;
    float low = content->height / (float)greedy.boxes.count, high = room;
    for (int i = 0; i < HALVINGS && low < high; i++) {
        float middle = (low + high) / 2;
        struct page_list tried = {.notes_width = pages->notes_width};
        pages_cut(layout, content, middle, middle, &tried);
        bool good = tried.boxes.count == greedy.boxes.count && tried.forced <= greedy.forced;
        if (good)
            *pages = tried;
        *(good ? &high : &low) = middle;
    }
    pages->spilled = greedy.spilled;
    return true;
}

struct box *fit_columns(struct layout *layout, const struct box *content, float gutter)
{
    const struct box *best[2] = {NULL, NULL};
    float low = content->height / 2, high = content->height;
    for (int i = 0; i < HALVINGS; i++) {
        const struct box *head, *tail;
        float middle = (low + high) / 2;
        bool cut = box_split(layout, content, middle, false, &head, &tail);
        bool good = cut && tail->height <= middle;
        if (good) {
            best[0] = head;
            best[1] = tail;
        }
        *(good ? &high : &low) = middle;
    }
    struct box_list halves = {0};
    for (int i = 0; best[0] && i < 2; i++)
        box_list_add(layout, &halves,
                     indent_create(layout, (struct box *)(uintptr_t)best[i], 0, content->width));
    return best[0] ? row_create(layout, &halves, gutter, ROW_TOP) : NULL;
}
