/* Writes the table of lib/text/compound.h: compounds OUTPUT.c WORDS.txt */
#include "text/compound.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS 16384u

static uint32_t slots[SLOTS];
static size_t used;

/* Two ways to set a tone on an open "oa", "oe", "uy": the list has the first. */
static const char *const tones[][2] = {{"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"},
                                       {"òe", "oè"}, {"óe", "oé"}, {"ỏe", "oẻ"}, {"õe", "oẽ"}, {"ọe", "oẹ"},
                                       {"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"}};

static void fail(const char *path)
{
    fprintf(stderr, "compounds: %s: cannot be used\n", path);
    exit(1);
}

/* UTF-8 that is known to be well formed. */
static uint32_t next_letter(const char **text)
{
    const unsigned char *bytes = (const unsigned char *)*text;
    int more = bytes[0] < 0x80 ? 0 : bytes[0] < 0xE0 ? 1 : 2;
    uint32_t letter = more == 0 ? bytes[0] : bytes[0] & (0x3Fu >> more);
    for (int i = 1; i <= more; i++)
        letter = letter << 6 | (bytes[i] & 0x3Fu);
    *text += more + 1;
    return letter;
}

static uint32_t hash_of(const char *syllable)
{
    uint32_t hash = 0;
    while (*syllable)
        hash = syllable_hash(hash, next_letter(&syllable));
    return hash;
}

/* The ways to write a syllable; there are one or two. */
static size_t spellings(const char *syllable, uint32_t hashes[2])
{
    size_t length = strlen(syllable);
    hashes[0] = hash_of(syllable);
    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++) {
        size_t tail = strlen(tones[i][0]);
        char other[32];
        if (length < tail || length >= sizeof other - 2 || strcmp(syllable + length - tail, tones[i][0]) != 0)
            continue;
        memcpy(other, syllable, length - tail);
        strcpy(other + length - tail, tones[i][1]);
        hashes[1] = hash_of(other);
        return 2;
    }
    return 1;
}

static void add(uint32_t hash)
{
    uint32_t at = hash & (SLOTS - 1);
    while (slots[at] != 0 && slots[at] != hash)
        at = (at + 1) & (SLOTS - 1);
    used += slots[at] == 0;
    slots[at] = hash;
}

static void add_pair(const char *first, const char *second)
{
    uint32_t firsts[2], seconds[2];
    size_t rows = spellings(first, firsts), columns = spellings(second, seconds);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            add(compound_hash(firsts[i], seconds[j]));
}

static void read_words(const char *path)
{
    FILE *file = fopen(path, "rb");
    char line[256];
    if (!file)
        fail(path);
    while (fgets(line, sizeof line, file)) {
        char *before = NULL;
        if (*line == '#')
            continue;
        for (char *word = strtok(line, " \n"); word; word = strtok(NULL, " \n")) {
            if (before)
                add_pair(before, word);
            before = word;
        }
    }
    fclose(file);
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    read_words(arguments[2]);
    FILE *file = used < SLOTS / 2 ? fopen(arguments[1], "wb") : NULL;
    if (!file)
        fail(arguments[1]);
    fprintf(file,
            "#include \"text/compound.h\"\n\nconst uint32_t compound_slot_count = %u;\nconst uint32_t "
            "compound_slots[] = {",
            SLOTS);
    for (size_t i = 0; i < SLOTS; i++)
        fprintf(file, "%s%u,", i % 12 ? " " : "\n    ", slots[i]);
    fprintf(file, "\n};\n");
    return fclose(file) ? 1 : 0;
}
