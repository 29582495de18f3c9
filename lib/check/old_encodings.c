/* Text of the fonts before Unicode, read as Latin-1: TCVN 5712 (.VnTime) “B¶o vÖ”, VNI “Baûo veä”. Both set
 * marks by characters that no Vietnamese word has; a guide that was pasted from such a file is full of them.
 */
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

/* What TCVN 5712 has for letters with marks, that are no letters elsewhere; and the letters VNI sets behind
 * vowels. */
static const char tcvn_marks[] = "¶·¸¹¨©ª«¬®¦§µ¾¼½»×÷¡¢£¥¤";
static const char vni_marks[] = "ûøïäåüëÛØÏÄÅÜË";
static const char vowels[] = "aeouyöôAEOUYÖÔ";

enum { ENOUGH = 3 }; /* words: fewer may be foreign names */

/* Whether a set has a character as a whole. */
static bool has(const char *set, const char *character, size_t length)
{
    for (const char *at = set; *at; at++)
        if (((unsigned char)*at & 0xc0) != 0x80 && !strncmp(at, character, length) &&
            ((unsigned char)at[length] & 0xc0) != 0x80)
            return true;
    return false;
}

/* Such a word: a mark right beside a letter. */
static bool is_old(const char *word, size_t length)
{
    bool vowel = false, letter = false, mark = false;
    for (size_t at = 0; at < length;) {
        size_t start = at;
        uint32_t codepoint = utf8_next(word, length, &at);
        bool tcvn = has(tcvn_marks, word + start, at - start);
        if ((tcvn && letter) || (vowel && has(vni_marks, word + start, at - start)))
            return true;
        bool ascii = (codepoint | 0x20) >= 'a' && (codepoint | 0x20) <= 'z';
        if (mark && ascii)
            return true;
        letter = ascii;
        mark = tcvn;
        vowel = has(vowels, word + start, at - start);
    }
    return false;
}

/* Whether a passage has a byte that such characters begin with, before any is looked at. */
static bool may_be_old(const char *text)
{
    for (const char *at = text; (at = strpbrk(at, "\xc2\xc3")); at++)
        if (*at == '\xc2' || has(tcvn_marks, at, 2) || has(vni_marks, at, 2))
            return true;
    return false;
}

void check_old_encodings(struct checker *checker, const struct passage *passage)
{
    size_t count = 0, first = 0, end = 0;
    if (!may_be_old(passage->text))
        return;
    for (size_t at = 0; at < passage->length;) {
        size_t length = strcspn(passage->text + at, " ");
        if (is_old(passage->text + at, length) && count++ == 0) {
            first = at;
            end = at + length;
        }
        at += length + (passage->text[at + length] == ' ');
    }
    if (count >= ENOUGH)
        report(checker->reporter, FINDING_old_encoding, passage_place(checker, passage, first, end),
               passage_words(checker, passage, first, end));
}
