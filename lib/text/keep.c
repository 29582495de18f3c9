#include "text/keep.h"
#include <string.h>

enum kind { LABEL, UNIT, SCALE, TITLE, PAPER };

struct row {
    enum kind kind;
    const char *words;
};

#define KEEP(kind, words) {kind, words},
static const struct row rows[] = {
#include "text/keep.def"
};
#undef KEEP

/* So many words before one are looked at. */
#define WINDOW 6

struct window {
    struct token at[WINDOW]; /* the nearest first; length 0: none */
    bool labelled;           /* the nearest is a number that is tied to the word before it */
};

/* The length of a word with the marks behind it. */
static size_t full_length(const struct token *token)
{
    return (size_t)(token->text + token->length - token->bare);
}

static bool is_listed(const struct token *token, size_t length, enum kind kind)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].kind == kind && word_is(token->bare, length, rows[i].words))
            return true;
    return false;
}

/* Whether the window, from `first` on, ends in words that spaces divide ("thông tư"); how many they are. */
static size_t ends_in(const struct window *window, size_t first, const char *words)
{
    size_t end = strlen(words), count = 0;
    while (first + count < WINDOW) {
        size_t start = end;
        while (start > 0 && words[start - 1] != ' ')
            start--;
        const struct token *token = &window->at[first + count];
        char word[16] = {0};
        if (token->length == 0 || end - start >= sizeof word)
            return 0;
        memcpy(word, words + start, end - start);
        if (!word_is(token->bare, full_length(token), word))
            return 0;
        count++;
        if (start == 0)
            return count;
        end = start - 1;
    }
    return 0;
}

/* How many words before a number name a kind of paper: "Nghị định". */
static size_t paper_words(const struct window *window, size_t first)
{
    size_t most = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count = rows[i].kind == PAPER ? ends_in(window, first, rows[i].words) : 0;
        most = count > most ? count : most;
    }
    return most;
}

/* “Nghị định số 147/2024/NĐ-CP”, "Nghị định 147": the name of the paper stays with its number. */
static void keep_paper(const struct window *window, const struct token *number, uint8_t *breaks)
{
    const struct token *before = window->at;
    bool after_number = word_is(before->bare, before->bare_length, "số");
    size_t first = after_number ? 1 : 0, count = paper_words(window, first);
    if (count > 0)
        keep(breaks, after_number ? before->start : number->start, BREAK_KEPT);
    for (size_t i = 0; i + 1 < count; i++)
        keep(breaks, window->at[first + i].start, BREAK_KEPT);
}

/* "Điều 16", "Chương IV", "điểm a", but not "gọi y tá". */
static bool is_labelled(const struct token *before, const struct token *token)
{
    bool letter = token_is_letter(token) && token->bare_length == 1 && *token->bare != 'y';
    return (letter || token_is_number(token) || token_is_roman(token)) &&
           is_listed(before, full_length(before), LABEL);
}

/* "13 tuổi", "1,55 triệu USD". */
static bool is_measured(const struct window *window, const struct token *token)
{
    const struct token *before = window->at;
    bool counted = token_is_count(before) && !window->labelled;
    bool scaled =
        before[1].length > 0 && token_is_count(&before[1]) && is_listed(before, full_length(before), SCALE);
    return (counted || scaled) &&
           (is_listed(token, token->bare_length, UNIT) || is_listed(token, token->bare_length, SCALE));
}

/* "TS. Nguyễn", "N. V. A.", "Trần B." */
static bool is_name(const struct token *before, const struct token *token)
{
    bool stop = before->text[before->length - 1] == '.';
    if (!token_is_capital(token))
        return false;
    return (stop && (token_is_initial(before) || is_listed(before, before->bare_length, TITLE))) ||
           (token_is_initial(token) && token_is_capital(before));
}

/* "8 – 11" */
static bool is_range(const struct window *window, const struct token *token)
{
    const struct token *before = window->at;
    return before[1].length > 0 && token_is_dash(before) && token_is_number(&before[1]) &&
           token_is_number(token);
}

/* "ngày 24 tháng 11" */
static bool is_date(const struct window *window, const struct token *token)
{
    const struct token *before = window->at;
    return window->labelled && before[1].length > 0 && word_is(token->text, token->length, "tháng") &&
           word_is(before[1].bare, before[1].bare_length, "ngày");
}

/* What becomes of a break before a word. */
static enum line_break keep_between(const struct window *window, const struct token *token, bool labelled)
{
    const struct token *before = window->at;
    if (token_hangs_on(token))
        return BREAK_NO;
    if (labelled || is_range(window, token) || is_measured(window, token) || is_name(before, token))
        return BREAK_TIED;
    return is_date(window, token) ? BREAK_KEPT : BREAK_MAY;
}

static void window_add(struct window *window, const struct token *token, bool labelled)
{
    memmove(window->at + 1, window->at, sizeof window->at - sizeof *window->at);
    window->at[0] = *token;
    window->labelled = labelled;
}

static void amend_word(struct window *window, const struct token *token, uint8_t *breaks)
{
    keep_inside(token, breaks);
    bool number = token_is_number(token), labelled = false;
    if (window->at[0].length > 0) {
        labelled = is_labelled(window->at, token);
        if (number)
            keep_paper(window, token, breaks);
        keep(breaks, token->start, keep_between(window, token, labelled));
    }
    window_add(window, token, labelled && number);
}

void line_breaks_amend(const char *text, size_t length, uint8_t *breaks)
{
    struct window window = {0};
    struct phone phone = {0};
    for (size_t at = 0; at < length;) {
        if (text[at] == '\n') {
            phone_end(&phone, breaks);
            window = (struct window){0};
        }
        if (text[at] == ' ' || text[at] == '\n') {
            at++;
            continue;
        }
        struct token token = token_at(text, length, at);
        amend_word(&window, &token, breaks);
        phone_add(&phone, &token, breaks);
        at += token.length;
    }
    phone_end(&phone, breaks);
}
