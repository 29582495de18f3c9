/* explain.c - a layout's account of its work in the words of loa/explain.h. */
#include "api/arrange.h"
#include "base/limits.h"
#include "guide/blocks.h"
#include "layout/account.h"
#include <loa/explain.h>
#include <string.h>

struct explaining {
    struct arrangement arrangement;
    struct account account;
    loa_block_fn *each;
    void *self;
};

/* The smallest and the largest text of a page's items. */
static void tell_sizes(struct loa_block *block, const struct page *page, const struct account_line *line,
                       float scale)
{
    for (size_t i = line->first; i < line->end; i++) {
        if (page->items[i].type != ITEM_TEXT)
            continue;
        float size = page->items[i].as.text.run->style->size * scale;
        block->smallest = block->smallest > 0 && block->smallest < size ? block->smallest : size;
        block->largest = block->largest > size ? block->largest : size;
    }
}

static void tell_lines(struct loa_block *block, struct place place)
{
    if (!place.source)
        return;
    struct place last = {place.source, place.end > place.start ? place.end - 1 : place.start, place.end};
    block->file = place.source->name;
    block->line = source_locate(place).line;
    block->last_line = source_locate(last).line;
}

static void tell_form(struct explaining *explaining, struct loa_block *block, const struct decision *decision)
{
    struct arena *arena = explaining->arrangement.arena;
    const struct choice_row *row = &choice_rows[decision->choice];
    enum loa_ui ui = explaining->arrangement.session->reporter.ui;
    block->form_words = row->form[ui];
    block->why = row->why[ui];
    char *name = arena_string(arena, row->name);
    if (decision->choice == CHOICE_block) {
        const struct block_row *kind = &block_rows[decision->block];
        name = arena_string(arena, kind->spelling);
        block->form_words = kind->spelling;
        block->why = arena_format(arena, row->why[ui], kind->spelling);
    }
    for (char *at = name; (at = strchr(at, '_'));)
        *at = '-';
    block->form = name;
}

static void tell_box(const struct scene *scene, struct loa_block *block, const struct account_line *line)
{
    const struct page *page = &scene->pages[line->page];
    float box = scene->printed ? 25.4f / 72 : page->scale;
    block->shown = true;
    block->x = line->rect.x * box;
    block->y = line->rect.y * box;
    block->width = line->rect.width * box;
    block->height = line->rect.height * box;
    block->unit = scene->printed ? "mm" : "px";
    tell_sizes(block, page, line, scene->printed ? 1 : page->scale);
    block->text_unit = scene->printed ? "pt" : "px";
    block->scale = line->decision->scale;
}

/* Which of the boxes drawn for its decision a line is. */
static void tell_part(const struct account *account, struct loa_block *block, size_t index)
{
    for (size_t i = 0; i < account->lines.count; i++)
        if (account->lines.at[i].decision == account->lines.at[index].decision) {
            block->parts++;
            block->part += i <= index;
        }
}

static void tell(struct explaining *explaining, size_t index)
{
    const struct account_line *line = &explaining->account.lines.at[index];
    struct loa_block block = {.page = line->page == NO_PAGE_TOLD ? 0 : line->page + 1};
    tell_lines(&block, line->decision->place);
    tell_form(explaining, &block, line->decision);
    if (line->drawn)
        tell_box(explaining->arrangement.scene, &block, line);
    tell_part(&explaining->account, &block, index);
    explaining->each(explaining->self, &block);
}

static void tell_page(struct explaining *explaining, size_t page)
{
    for (size_t i = 0; i < explaining->account.lines.count; i++)
        if (explaining->account.lines.at[i].page == page)
            tell(explaining, i);
}

static enum loa_status explain(void *data)
{
    struct explaining *explaining = data;
    struct arrangement *arrangement = &explaining->arrangement;
    const struct loa_export_options *options = arrangement->options;
    const struct piece *piece = arrange_find_piece(arrangement, options->piece ? options->piece : "");
    if (!piece)
        return LOA_BAD_USE;
    arrangement->account = &explaining->account;
    enum loa_status status = arrange_check_names(arrangement, piece);
    if (status == LOA_OK)
        status = arrange_read_theme(arrangement);
    if (status == LOA_OK)
        status = arrange_piece(arrangement, piece, NULL, options->audience);
    if (status != LOA_OK)
        return status;
    for (size_t page = 0; page < arrangement->scene->page_count; page++)
        tell_page(explaining, page);
    tell_page(explaining, NO_PAGE_TOLD);
    return LOA_OK;
}

enum loa_status loa_explain(struct loa_guide *guide, const struct loa_export_options *options,
                            loa_block_fn *each, void *self)
{
    struct arena arena;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    session_tell_anew(guide->session);
    struct explaining explaining = {
        .arrangement = {.session = guide->session, .guide = guide, .options = options, .arena = &arena},
        .each = each,
        .self = self};
    enum loa_status status = session_protect(guide->session, &arena, explain, &explaining);
    arena_clear(&arena);
    return status;
}
