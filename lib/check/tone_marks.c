/* hòa or hoà, thúy or thuý: both are right, a guide keeps to one. The mark of an open syllable with oa, oe or
 * uy stands on its first vowel (old) or its second (new). “quý” is written alike in both: its u belongs to
 * the q. */
#include "check/tone_marks.h"
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

static const char *const old_style[] = {"òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe",
                                        "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"};
static const char *const new_style[] = {"oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ",
                                        "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"};
enum { RIME_COUNT = sizeof old_style / sizeof *old_style };

struct style {
    size_t count;
    const struct passage *passage; /* of the first one */
    size_t start, end;
};

const char *tone_mark_moved(struct arena *arena, const char *word, size_t length)
{
    for (size_t i = 0; i < 2 * RIME_COUNT; i++) {
        const char *rime = i < RIME_COUNT ? old_style[i] : new_style[i - RIME_COUNT];
        const char *other = i < RIME_COUNT ? new_style[i] : old_style[i - RIME_COUNT];
        size_t rest = strlen(rime);
        if (length >= rest && !memcmp(word + length - rest, rime, rest))
            return arena_format(arena, "%.*s%s", (int)(length - rest), word, other);
    }
    return NULL;
}

static size_t word_start(const char *text, size_t at)
{
    while (letter_before(text, at))
        do
            at--;
        while (((unsigned char)text[at] & 0xc0) == 0x80);
    return at;
}

static void count_rime(struct style *style, const struct passage *passage, size_t start, size_t end)
{
    if (style->count++ == 0)
        *style = (struct style){1, passage, word_start(passage->lower, start), end};
}

/* The bytes of one of the rimes that stands at `at` as a syllable's end; 0: none does. */
static size_t rime_at(const char *const *rimes, const char *text, size_t at)
{
    for (size_t i = 0; i < RIME_COUNT; i++) {
        size_t length = strlen(rimes[i]);
        if (!strncmp(text + at, rimes[i], length) && !unicode_is_letter(text + at + length) &&
            !(at > 0 && text[at - 1] == 'q'))
            return length;
    }
    return 0;
}

/* Old rimes end in a plain vowel behind a marked one, new ones begin with a plain one before it. */
static void count_styles(const struct passage *passage, struct style *old, struct style *new)
{
    const char *text = passage->lower;
    for (size_t at = 0; at < passage->length; at++) {
        size_t plain = 1;
        while (((unsigned char)text[at + plain] & 0xc0) == 0x80)
            plain++;
        size_t length = 0;
        if (plain > 1 && strchr("aey", text[at + plain]) && (length = rime_at(old_style, text, at)))
            count_rime(old, passage, at, at + length);
        else if ((text[at] == 'o' || text[at] == 'u') && (unsigned char)text[at + 1] >= 0xc3 &&
                 (length = rime_at(new_style, text, at)))
            count_rime(new, passage, at, at + length);
        at += plain - 1;
    }
}

static const char *words(const struct checker *checker, const struct style *style)
{
    return passage_words(checker, style->passage, style->start, style->end);
}

void check_tone_marks(struct checker *checker)
{
    struct style old = {0}, new = {0};
    for (size_t i = 0; i < checker->passage_count; i++)
        if (checker->passages[i].vietnamese)
            count_styles(&checker->passages[i], &old, &new);
    if (old.count == 0 || new.count == 0)
        return;
    const struct style *rare = old.count < new.count ? &old : &new, *usual = rare == &old ? &new : &old;
    report(checker->reporter, FINDING_mixed_tone_marks,
           passage_place(checker, rare->passage, rare->start, rare->end), words(checker, rare),
           words(checker, usual));
}
