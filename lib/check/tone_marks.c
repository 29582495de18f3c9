/* hòa or hoà, thúy or thuý: both are right, a guide keeps to one. The mark of an open syllable with oa, oe or
 * uy stands on its first vowel (old) or its second (new). “quý” is written alike in both: its u belongs to
 * the q. */
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

static size_t word_start(const char *text, size_t at)
{
    while (letter_before(text, at))
        do
            at--;
        while (((unsigned char)text[at] & 0xc0) == 0x80);
    return at;
}

static void count_rime(struct style *style, const struct passage *passage, const char *rime)
{
    const char *text = passage->lower;
    for (const char *at = text; (at = strstr(at, rime)); at++) {
        size_t start = (size_t)(at - text), end = start + strlen(rime);
        if (unicode_is_letter(text + end) || (start > 0 && text[start - 1] == 'q'))
            continue;
        if (style->count++ == 0)
            *style = (struct style){1, passage, word_start(text, start), end};
    }
}

static struct style count_style(const struct checker *checker, const char *const *rimes)
{
    struct style style = {0};
    for (size_t i = 0; i < checker->passage_count; i++)
        for (size_t rime = 0; rime < RIME_COUNT; rime++)
            if (written_in(checker, checker->passages[i].node, "vi"))
                count_rime(&style, &checker->passages[i], rimes[rime]);
    return style;
}

static const char *words(const struct checker *checker, const struct style *style)
{
    return passage_words(checker, style->passage, style->start, style->end);
}

void check_tone_marks(struct checker *checker)
{
    struct style old = count_style(checker, old_style), new = count_style(checker, new_style);
    if (old.count == 0 || new.count == 0)
        return;
    const struct style *rare = old.count < new.count ? &old : &new, *usual = rare == &old ? &new : &old;
    report(checker->reporter, FINDING_mixed_tone_marks,
           passage_place(checker, rare->passage, rare->start, rare->end), words(checker, rare),
           words(checker, usual));
}
