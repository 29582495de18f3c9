#include "text/compound.h"
#include "text/unicode.h"
#include <unicode/uchar.h>

/* Letters, and digits too: "COVID-19" is no syllable, but no mark either. */
static bool is_letter(uint32_t character)
{
    if (character < 0x80)
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    return u_isalpha((UChar32)character);
}

struct syllable syllable_read(const char *word, size_t length)
{
    struct syllable syllable = {0};
    for (size_t at = 0; at < length;) {
        uint32_t character = utf8_next(word, length, &at);
        bool letter = is_letter(character);
        if (letter && syllable.closed) /* marks within it */
            return (struct syllable){.opened = true, .closed = true};
        if (letter)
            syllable.hash = syllable_hash(syllable.hash, (uint32_t)u_tolower((UChar32)character));
        else if (syllable.hash == 0)
            syllable.opened = true;
        else
            syllable.closed = true;
    }
    return syllable;
}

bool compound_holds(struct syllable first, struct syllable second)
{
    if (first.hash == 0 || first.closed || second.hash == 0 || second.opened)
        return false;
    uint32_t hash = compound_hash(first.hash, second.hash), mask = compound_slot_count - 1;
    uint32_t at = hash & mask;
    while (compound_slots[at] != 0 && compound_slots[at] != hash)
        at = (at + 1) & mask;
    return compound_slots[at] == hash;
}
