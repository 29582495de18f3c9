#include "guide_maker.h"
#include "base/builder.h"
#include <string.h>

/* How long the texts of a guide are; its blocks are fewer where they are longer. */
enum size_class { SHORT, ORDINARY, LONG, ENDLESS, MIXED, SIZE_COUNT };
static const struct {
    unsigned least, most; /* words of a text */
    unsigned blocks;
} sizes[SIZE_COUNT] = {{1, 3, 12}, {3, 12, 14}, {9, 36, 7}, {90, 360, 3}, {2, 12, 8}};

#define ENORMOUS 300 /* words: thirty times an ordinary text */
#define DEEPEST  4   /* blocks in blocks */

struct maker {
    struct arena *arena;
    struct builder out;
    uint64_t state;
    unsigned words; /* made so far */
    unsigned notes; /* footnotes called so far */
    enum size_class size;
    const char *prefix; /* of every line: "> ", "  " */
    unsigned depth;
};

/* ---- Chance: splitmix64 ---- */

static uint64_t next(struct maker *maker)
{
    uint64_t z = maker->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static unsigned below(struct maker *maker, unsigned count)
{
    return (unsigned)(next(maker) % count);
}

static bool chance(struct maker *maker, unsigned percent)
{
    return below(maker, 100) < percent;
}

/* ---- Words ---- */

static void add(struct maker *maker, const char *text)
{
    builder_string(&maker->out, text);
}

/* A number in syllables: those that may begin a word never occur inside one. */
static void latin_word(struct maker *maker, unsigned number)
{
    static const char *const begins[] = {"b", "c", "d", "đ", "g", "h", "l", "m", "n", "x"};
    static const char *const goes_on[] = {"w", "z", "j", "tw", "tz", "tj"};
    static const char *const vowels[] = {"a", "ặ", "ế", "i", "ơ", "ộ", "ữ", "y", "ẫ", "ẩn"};
    builder_format(&maker->out, "%s%s", begins[number % 10], vowels[number / 10 % 10]);
    for (number /= 100;; number /= 60) {
        builder_format(&maker->out, "%s%s", goes_on[number % 6], vowels[number / 6 % 10]);
        if (number < 60)
            return;
    }
}

/* The same in a script whose letters from `base` on all stand alone. */
static void other_word(struct maker *maker, unsigned number, unsigned base)
{
    builder_codepoint(&maker->out, base + number % 8);
    for (number /= 8;; number /= 16) {
        builder_codepoint(&maker->out, base + 8 + number % 16);
        if (number < 16)
            return;
    }
}

static void any_word(struct maker *maker)
{
    static const unsigned scripts[] = {0x4e00 /* Chinese */,
                                       0x1780 /* Khmer */,
                                       0x1f600 /* faces */,
                                       0x3b1 /* Greek */,
                                       0x430 /* Cyrillic */,
                                       0xe01 /* Thai */,
                                       0x621 /* Arabic */,
                                       0x5d0 /* Hebrew */,
                                       0x1d400 /* of mathematics */,
                                       0x10a0 /* Georgian */,
                                       0xf0000 /* of no font */};
    unsigned number = maker->words++;
    if (chance(maker, 4))
        other_word(maker, number, scripts[below(maker, sizeof scripts / sizeof *scripts)]);
    else
        latin_word(maker, number);
}

/* An address, a slip of the keyboard: words in a row with nothing where a line could break, or signs that
 * nobody sees. */
static void long_word(struct maker *maker)
{
    static const char *const joints[] = {"", "", "", "\u200d", "\u200c", "\u2060", "/", "-", "\u0323\u0301"};
    unsigned count = chance(maker, 20) ? 30 + below(maker, 100) : 8;
    const char *joint = joints[below(maker, sizeof joints / sizeof *joints)];
    for (unsigned i = 0; i < count; i++) {
        add(maker, joint);
        latin_word(maker, maker->words++);
    }
}

static void word(struct maker *maker)
{
    any_word(maker);
    if (chance(maker, 1))
        long_word(maker);
}

static unsigned text_length(struct maker *maker)
{
    if (maker->size == MIXED && chance(maker, 8))
        return ENORMOUS / 2 + below(maker, ENORMOUS);
    return sizes[maker->size].least + below(maker, sizes[maker->size].most - sizes[maker->size].least + 1);
}

static void plain_words(struct maker *maker, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        add(maker, i ? " " : "");
        word(maker);
    }
}

/* ---- Inlines ---- */

/* One word or a few between two signs. */
static void between(struct maker *maker, const char *open, const char *close)
{
    add(maker, open);
    plain_words(maker, 1 + below(maker, 3));
    add(maker, close);
}

/* With a title or not, at some place. */
static void picture(struct maker *maker)
{
    static const char *const braces[] = {"", "{.left}", "{.right width=2cm}", "{.center}",
                                         "{.full alt=\"x\"}"};
    bool titled = chance(maker, 30);
    between(maker, "![", titled ? "](small.png \"" : "](small.png)");
    if (titled) {
        plain_words(maker, 1 + below(maker, 4));
        add(maker, "\")");
    }
    add(maker, braces[below(maker, sizeof braces / sizeof *braces)]);
}

/* A word that changes its look halfway. */
static void split_word(struct maker *maker)
{
    latin_word(maker, maker->words++);
    add(maker, "**");
    latin_word(maker, maker->words++);
    add(maker, "**");
}

static void inline_piece(struct maker *maker, bool rich)
{
    switch (rich ? below(maker, 64) : 64) {
    case 0:
    case 1:
    case 2:
        between(maker, "**", "**");
        break;
    case 3:
        between(maker, "*", "*");
        break;
    case 4:
        between(maker, "***", "***");
        break;
    case 5:
        between(maker, "`", "`");
        break;
    case 6:
        between(maker, "~~", "~~");
        break;
    case 7:
        between(maker, "[", "](https://example.org/a_b?c=1)");
        break;
    case 8:
        between(maker, "[**", "** ](#nowhere)");
        break;
    case 9:
        split_word(maker);
        break;
    case 10:
        picture(maker);
        break;
    case 11:
        add(maker, "{{contacts.111}}");
        break;
    case 12:
        between(maker, "“", ":”");
        break;
    case 13:
        between(maker, "[", "]()");
        break;
    case 14:
        between(maker, "<u>", "</u>");
        break;
    case 15:
        add(maker, chance(maker, 50) ? "<br>" : "<!-- zzz -->&nbsp;&amp;");
        word(maker);
        break;
    case 16:
        add(maker, "<https://example.org/");
        word(maker);
        add(maker, ">");
        break;
    default:
        word(maker);
    }
}

static void inlines(struct maker *maker, unsigned count, bool rich)
{
    for (unsigned i = 0; i < count; i++) {
        add(maker, i ? " " : "");
        inline_piece(maker, rich);
        if (chance(maker, 12))
            add(maker, ",");
    }
}

/* ---- Lines ---- */

static void begin_line(struct maker *maker)
{
    add(maker, maker->prefix);
}

static void end_line(struct maker *maker)
{
    builder_char(&maker->out, '\n');
}

static void blank_line(struct maker *maker)
{
    begin_line(maker);
    end_line(maker);
}

static void line(struct maker *maker, const char *text)
{
    begin_line(maker);
    add(maker, text);
    end_line(maker);
}

static const char *deeper(struct maker *maker, const char *more)
{
    const char *before = maker->prefix;
    maker->prefix = arena_format(maker->arena, "%s%s", before, more);
    return before;
}

/* ---- Blocks ---- */

static void blocks(struct maker *maker, unsigned count);

static void paragraph_words(struct maker *maker)
{
    unsigned kind = below(maker, 10);
    if (kind == 0) { /* the message of a section */
        add(maker, "**");
        plain_words(maker, text_length(maker));
        add(maker, chance(maker, 50) ? ".**" : "**");
        return;
    }
    if (kind == 1) { /* a lead, joined in one of several ways */
        static const char *const joints[] = {" ", ": ", " – ", " - ", ". "};
        between(maker, "**", "**");
        add(maker, joints[below(maker, 5)]);
    }
    inlines(maker, text_length(maker), true);
    add(maker, chance(maker, 70) ? "." : ":");
}

static void paragraph(struct maker *maker)
{
    begin_line(maker);
    paragraph_words(maker);
    if (chance(maker, 8)) {
        add(maker, chance(maker, 50) ? "\\" : "");
        end_line(maker);
        begin_line(maker);
        inlines(maker, text_length(maker), true);
    }
    if (chance(maker, 4))
        builder_format(&maker->out, "[^%u]", ++maker->notes);
    end_line(maker);
    blank_line(maker);
}

static void heading_text(struct maker *maker)
{
    if (chance(maker, 2))
        return;
    inlines(maker, maker->size == MIXED ? text_length(maker) : 1 + below(maker, 8), chance(maker, 30));
}

static void heading(struct maker *maker)
{
    static const char *const icons[] = {"shield", "handshake", "no-such-icon"};
    begin_line(maker);
    for (unsigned level = 1 + below(maker, chance(maker, 80) ? 3 : 6); level; level--)
        add(maker, "#");
    add(maker, " ");
    heading_text(maker);
    if (chance(maker, 25))
        builder_format(&maker->out, " {icon=%s}", icons[below(maker, 3)]);
    else if (chance(maker, 10))
        add(maker, " {audience=parents}");
    end_line(maker);
    blank_line(maker);
}

/* Leads of an item: bold words, a bold figure, nothing. Figures begin with no 1, so that none can be read out
 * of 111 and what stands behind it. */
enum lead { LEAD_NONE, LEAD_BOLD, LEAD_FIGURE, LEAD_ODD, LEAD_COUNT };

static void item_words(struct maker *maker, enum lead lead)
{
    if (lead == LEAD_ODD)
        lead = (enum lead)below(maker, LEAD_ODD);
    if (lead == LEAD_BOLD) {
        between(maker, "**", chance(maker, 50) ? ".** " : "**: ");
    } else if (lead == LEAD_FIGURE) {
        builder_format(&maker->out, "**%u%%** ",
                       chance(maker, 80) ? 20 + below(maker, 80) : 200 + below(maker, 800));
    }
    if (lead != LEAD_BOLD || chance(maker, 80))
        inlines(maker, text_length(maker), true);
}

static unsigned item_count(struct maker *maker)
{
    static const unsigned counts[] = {1, 1, 2, 3, 3, 4, 5, 7, 12};
    return counts[below(maker, maker->depth ? 7 : 9)];
}

static void list(struct maker *maker, bool ordered, enum lead lead)
{
    bool task = !ordered && chance(maker, 15), loose = chance(maker, 25);
    unsigned count = item_count(maker), start = chance(maker, 80) ? 1 : below(maker, 120);
    for (unsigned i = 0; i < count; i++) {
        begin_line(maker);
        if (ordered)
            builder_format(&maker->out, "%u. ", start + i);
        else
            builder_format(&maker->out, "- %s", task ? (chance(maker, 50) ? "[x] " : "[ ] ") : "");
        item_words(maker, lead);
        end_line(maker);
        if (loose)
            blank_line(maker);
        if (maker->depth < DEEPEST && chance(maker, 6)) {
            const char *before = deeper(maker, "     ");
            blank_line(maker);
            blocks(maker, 1);
            maker->prefix = before;
        }
    }
    blank_line(maker);
}

static void any_list(struct maker *maker)
{
    list(maker, chance(maker, 40), (enum lead)below(maker, LEAD_COUNT));
}

static void quote(struct maker *maker)
{
    static const char *const alerts[] = {"[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"};
    const char *before = deeper(maker, "> ");
    if (chance(maker, 60))
        line(maker, alerts[below(maker, 5)]);
    blocks(maker, 1 + below(maker, 2));
    maker->prefix = before;
    blank_line(maker);
}

static void code(struct maker *maker)
{
    line(maker, "```sh");
    for (unsigned i = below(maker, 5); i; i--) {
        begin_line(maker);
        add(maker, chance(maker, 30) ? "    " : "");
        plain_words(maker, 1 + below(maker, chance(maker, 90) ? 8 : 80));
        end_line(maker);
    }
    line(maker, "```");
    blank_line(maker);
}

static unsigned cell_length(struct maker *maker)
{
    if (chance(maker, 1)) /* a row taller than a page */
        return ENORMOUS + below(maker, ENORMOUS);
    return maker->size == MIXED ? text_length(maker) : 1 + below(maker, 7);
}

static void table_row(struct maker *maker, unsigned columns)
{
    begin_line(maker);
    for (unsigned i = 0; i < columns; i++) {
        add(maker, "| ");
        if (chance(maker, 85))
            inlines(maker, cell_length(maker), chance(maker, 20));
        add(maker, " ");
    }
    add(maker, "|");
    end_line(maker);
}

static void table(struct maker *maker)
{
    static const char *const rules[] = {"|---", "|:--", "|:-:", "|--:"};
    unsigned columns = 1 + below(maker, chance(maker, 85) ? 4 : chance(maker, 80) ? 9 : 40);
    unsigned rows = below(maker, 7);
    table_row(maker, columns);
    begin_line(maker);
    for (unsigned i = 0; i < columns; i++)
        add(maker, rules[below(maker, 4)]);
    add(maker, "|");
    end_line(maker);
    for (unsigned i = 0; i < rows; i++)
        table_row(maker, columns);
    blank_line(maker);
}

/* What is to be filled in, who said it, what it means. */
static void blanks(struct maker *maker)
{
    begin_line(maker);
    plain_words(maker, 1 + below(maker, 4));
    add(maker, chance(maker, 50) ? ": ____ " : " ");
    plain_words(maker, 1 + below(maker, 4));
    add(maker, ":\n");
    begin_line(maker);
    add(maker, chance(maker, 50) ? "— " : ": ");
    plain_words(maker, 1 + below(maker, 6));
    end_line(maker);
    blank_line(maker);
}

/* What a block is meant to hold, or something else. */
static void block_content(struct maker *maker)
{
    switch (below(maker, 9)) {
    case 8:
        blanks(maker);
        break;
    case 0:
        break;
    case 1:
        blocks(maker, 1 + below(maker, 3));
        break;
    case 2:
        paragraph(maker);
        any_list(maker);
        paragraph(maker);
        break;
    case 3:
        any_list(maker);
        any_list(maker);
        break;
    default:
        list(maker, chance(maker, 50), chance(maker, 50) ? LEAD_FIGURE : LEAD_BOLD);
    }
}

static void fence(struct maker *maker, const char *name)
{
    static const char *const attributes[] = {" {audience=children}", " {audience=\"parents, teachers\"}",
                                             " {piece=slides}", " {piece=\"handout, infographic\"}",
                                             " {.wide}"};
    const char *colons = &"::::::::"[maker->depth < 5 ? maker->depth : 5];
    begin_line(maker);
    builder_format(&maker->out, "%s %s", colons, name);
    if (chance(maker, 25)) {
        add(maker, " ");
        plain_words(maker, 1 + below(maker, 6));
    }
    if (chance(maker, 15))
        add(maker, attributes[below(maker, 5)]);
    end_line(maker);
    block_content(maker);
    line(maker, colons);
    blank_line(maker);
}

static void block(struct maker *maker)
{
    static const char *const names[] = {
        "do",       "dont",      "steps",        "stats",    "cards",
        "contacts", "notes",     "slide",        "only",     "các-bước",
        "columns",  "column",    "quote",        "form",     "flow",
        "compare",  "timeline",  "checklist",    "myths",    "signs",
        "headline", "questions", "before-after", "glossary", "qr https://example.org/a?b=c",
        "trích dẫn"};
    unsigned kind = below(maker, sizeof names / sizeof *names);
    maker->depth++;
    bool chart = !strcmp(names[kind], "stats") && maker->words % 2; /* both take lists of figures */
    fence(maker, chart ? "chart" : names[kind]);
    if (kind == 0 && chance(maker, 80))
        fence(maker, "dont");
    maker->depth--;
}

static void one_block(struct maker *maker)
{
    unsigned kind = below(maker, 100);
    if (kind < 35 || maker->depth > DEEPEST)
        paragraph(maker);
    else if (kind < 47)
        heading(maker);
    else if (kind < 62)
        any_list(maker);
    else if (kind < 68)
        quote(maker);
    else if (kind < 72)
        code(maker);
    else if (kind < 79)
        table(maker);
    else if (kind < 81)
        line(maker, "---"), blank_line(maker);
    else
        block(maker);
}

static void blocks(struct maker *maker, unsigned count)
{
    maker->depth++;
    for (unsigned i = 0; i < count; i++)
        one_block(maker);
    maker->depth--;
}

/* ---- A guide ---- */

static void front_line(struct maker *maker, const char *key)
{
    builder_format(&maker->out, "%s: ", key);
    plain_words(maker, maker->size == MIXED && chance(maker, 10) ? 60 : 1 + below(maker, 9));
    end_line(maker);
}

static void front_matter(struct maker *maker)
{
    line(maker, "---");
    line(maker, "audience: [parents, teachers, children]");
    if (chance(maker, 70))
        front_line(maker, "title");
    if (chance(maker, 50))
        front_line(maker, "subtitle");
    if (chance(maker, 30))
        front_line(maker, "kicker");
    if (chance(maker, 30))
        front_line(maker, "issuer");
    if (chance(maker, 50))
        line(maker, "date: 2026-11-24");
    if (chance(maker, 20))
        line(maker, "language: en");
    line(maker, "---");
}

static void footnotes(struct maker *maker)
{
    for (unsigned i = 1; i <= maker->notes; i++) {
        builder_format(&maker->out, "[^%u]: ", i);
        inlines(maker, text_length(maker), true);
        end_line(maker);
        blank_line(maker);
        if (chance(maker, 25)) {
            const char *before = deeper(maker, "    ");
            blocks(maker, 1 + below(maker, 2));
            maker->prefix = before;
        }
    }
}

const char *guide_make(struct arena *arena, uint64_t seed, unsigned times)
{
    static const enum size_class classes[] = {SHORT,    SHORT, ORDINARY, ORDINARY,
                                              ORDINARY, LONG,  ENDLESS,  MIXED};
    struct maker maker = {.arena = arena, .state = seed * 0x632be59bd9b4e019u, .prefix = ""};
    builder_init(&maker.out, arena);
    maker.size = classes[below(&maker, sizeof classes / sizeof *classes)];
    front_matter(&maker);
    paragraph(&maker); /* so that no guide is empty */
    for (unsigned i = (1 + below(&maker, sizes[maker.size].blocks)) * times; i; i--)
        one_block(&maker);
    footnotes(&maker);
    return builder_text(&maker.out);
}
