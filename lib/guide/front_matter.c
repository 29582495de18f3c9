/* The YAML between the first line, "---", and the next "---" or "...". */
#include "base/builder.h"
#include "base/vector.h"
#include "guide/attributes.h"
#include "guide/audiences.h"
#include "guide/guide.h"
#include "text/unicode.h"
#include <stddef.h>
#include <string.h>

const struct key_row front_rows[] = {
#define LOA_FRONT_KEY(key, type, vi, en, example) {#key, vi, en, example},
#include "guide/front_matter.def"
#undef LOA_FRONT_KEY
};
enum { KEY_COUNT = sizeof front_rows / sizeof *front_rows };
const size_t front_row_count = KEY_COUNT;

struct front_reader {
    struct guide *guide;
    struct reporter *reporter;
    bool good;
};

#define front_error(front, ...) ((front)->good = false, report((front)->reporter, __VA_ARGS__))

/* The line's bytes without what may end it. */
static bool line_is(const struct source *source, size_t line, const char *mark)
{
    size_t start = source->line_starts[line], length = strlen(mark);
    if (source->length - start < length || memcmp(source->text + start, mark, length))
        return false;
    const char *rest = source->text + start + length;
    rest += strspn(rest, " \t\r");
    return *rest == '\n' || *rest == '\0';
}

static size_t line_end_of(const struct source *source, size_t line)
{
    return line + 1 < source->line_count ? source->line_starts[line + 1] : source->length;
}

/* The line that ends the front matter, 0 when none does. */
static size_t closing_line(const struct source *source)
{
    for (size_t line = 1; line < source->line_count; line++)
        if (line_is(source, line, "---") || line_is(source, line, "..."))
            return line;
    return 0;
}

static const char *composed(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    text = unicode_compose(arena, text, &length);
    return arena_copy(arena, text, length);
}

static const char *scalar(struct front_reader *front, const char *key)
{
    const struct yaml_node *node = yaml_get(front->guide->front.yaml, key);
    if (!node)
        return NULL;
    if (node->type != YAML_SCALAR) {
        front_error(front, FINDING_not_a_text, node->place, key);
        return NULL;
    }
    return *node->text ? composed(front->guide->arena, node->text) : NULL;
}

/* The keys whose values are one line of text, and where struct front_matter has them. */
static const struct {
    const char *key;
    size_t offset;
} texts[] = {
#define FRONT_TEXT(key)     {#key, offsetof(struct front_matter, key)},
#define FRONT_DATE(key)     FRONT_TEXT(key)
#define FRONT_LANGUAGE(key) FRONT_TEXT(key)
#define FRONT_NAME(key)     FRONT_TEXT(key)
#define FRONT_WORDS(key)
#define FRONT_DEPTH(key)
#define FRONT_COUNT(key)
#define FRONT_SWITCH(key)
#define FRONT_MAP(key)
#define LOA_FRONT_KEY(key, type, vi, en, example) FRONT_##type(key)
#include "guide/front_matter.def"
#undef LOA_FRONT_KEY
};

static void read_texts(struct front_reader *front)
{
    struct front_matter *matter = &front->guide->front;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *(const char **)((char *)matter + texts[i].offset) = scalar(front, texts[i].key);
    if (matter->title)
        matter->title_place = yaml_get(matter->yaml, "title")->place;
}

static bool digits(const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text[i] < '0' || text[i] > '9')
            return false;
    return true;
}

bool date_is_iso(const char *date)
{
    if (strlen(date) != 10 || date[4] != '-' || date[7] != '-' || !digits(date, 4) || !digits(date + 5, 2) ||
        !digits(date + 8, 2))
        return false;
    int month = (date[5] - '0') * 10 + date[6] - '0', day = (date[8] - '0') * 10 + date[9] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static void check_date(struct front_reader *front)
{
    const struct front_matter *matter = &front->guide->front;
    if (matter->date && !date_is_iso(matter->date))
        report(front->reporter, FINDING_bad_date, yaml_get(matter->yaml, "date")->place, matter->date);
}

/* BCP 47 as far as it matters: a primary subtag of two or three letters, subtags of up to eight. */
static bool is_language(const char *tag)
{
    size_t primary = strspn(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (primary < 2 || primary > 3)
        return false;
    for (const char *at = tag + primary; *at;) {
        size_t length = strspn(at + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        if (*at != '-' || length < 1 || length > 8)
            return false;
        at += length + 1;
    }
    return true;
}

static void check_language(struct front_reader *front)
{
    struct front_matter *matter = &front->guide->front;
    if (matter->language && !is_language(matter->language))
        front_error(front, FINDING_bad_language, yaml_get(matter->yaml, "language")->place, matter->language);
}

/* An item of `audience:`, which may be a list or words with commas. */
struct audience_list {
    VECTOR(const char *) names;
};

static void add_audience(struct front_reader *front, struct audience_list *list, struct place place,
                         const char *name, size_t length)
{
    const struct audience *audience = audience_named(name, length);
    if (audience) {
        *VECTOR_ADD(front->guide->arena, &list->names) = audience->name;
        return;
    }
    const char *word = arena_copy(front->guide->arena, name, length);
    front_error(front, FINDING_unknown_audience, place_find(place, word), word, audience_nearest(word));
}

static void add_audiences(struct front_reader *front, struct audience_list *list,
                          const struct yaml_node *scalar_node)
{
    if (scalar_node->type != YAML_SCALAR) {
        front_error(front, FINDING_not_a_text, scalar_node->place, "audience");
        return;
    }
    for (const char *at = scalar_node->text; *at;) {
        size_t length = strcspn(at, ","), trimmed = length;
        while (trimmed > 0 && at[trimmed - 1] == ' ')
            trimmed--;
        if (trimmed > 0)
            add_audience(front, list, scalar_node->place, at, trimmed);
        at += length;
        at += strspn(at, ", ");
    }
}

static void read_audiences(struct front_reader *front)
{
    struct front_matter *matter = &front->guide->front;
    const struct yaml_node *node = yaml_get(matter->yaml, "audience");
    struct audience_list list = {{NULL, 0, 0}};
    if (!node)
        return;
    if (node->type == YAML_LIST)
        for (const struct yaml_node *item = node->first; item; item = item->next)
            add_audiences(front, &list, item);
    else
        add_audiences(front, &list, node);
    matter->audiences = list.names.at;
    matter->audience_count = list.names.count;
}

static void add_keyword(struct front_reader *front, struct builder *words, const struct yaml_node *item)
{
    if (item->type != YAML_SCALAR) {
        front_error(front, FINDING_not_a_text, item->place, "keywords");
        return;
    }
    if (*item->text)
        builder_format(words, words->length ? ", %s" : "%s", composed(front->guide->arena, item->text));
}

static void read_keywords(struct front_reader *front)
{
    const struct yaml_node *node = yaml_get(front->guide->front.yaml, "keywords");
    struct builder words;
    builder_init(&words, front->guide->arena);
    if (node && node->type == YAML_LIST)
        for (const struct yaml_node *item = node->first; item; item = item->next)
            add_keyword(front, &words, item);
    else if (node)
        add_keyword(front, &words, node);
    if (words.length)
        front->guide->front.keywords = builder_text(&words);
}

/* A key whose value is one of a few words, each of which is a number. */
struct number_word {
    const char *word;
    unsigned number;
};

static unsigned read_number(struct front_reader *front, const char *key, const struct number_word *words,
                            size_t count, const char *choices)
{
    const struct yaml_node *node = yaml_get(front->guide->front.yaml, key);
    const char *text = node && node->type == YAML_SCALAR ? node->text : NULL;
    for (size_t i = 0; text && i < count; i++)
        if (strcmp(text, words[i].word) == 0)
            return words[i].number;
    if (node)
        front_error(front, FINDING_bad_choice, node->place, text ? text : key, choices);
    return 0;
}

static void read_numbers(struct front_reader *front)
{
    static const struct number_word depths[] = {{"true", 2}, {"false", 0}, {"1", 1}, {"2", 2}, {"3", 3}},
                                    columns[] = {{"1", 1}, {"2", 2}},
                                    agendas[] = {{"true", AGENDA_ALWAYS}, {"false", AGENDA_NEVER}};
    struct front_matter *matter = &front->guide->front;
    matter->contents =
        read_number(front, "toc", depths, sizeof depths / sizeof *depths, "true, false, 1, 2, 3");
    matter->columns = read_number(front, "columns", columns, sizeof columns / sizeof *columns, "1, 2");
    matter->agenda =
        (enum agenda)read_number(front, "agenda", agendas, sizeof agendas / sizeof *agendas, "true, false");
}

static void check_facts(struct front_reader *front)
{
    const struct yaml_node *facts = yaml_get(front->guide->front.yaml, "facts");
    if (facts && facts->type != YAML_MAP)
        front_error(front, FINDING_not_a_map, facts->place, "facts");
}

static void check_profile(struct front_reader *front, struct library *library)
{
    const struct front_matter *matter = &front->guide->front;
    if (!library || !matter->profile || library_profile(library, front->guide->arena, matter->profile))
        return;
    const char *const *names;
    size_t count;
    library_names(library, front->guide->arena, "data/profiles", ".yaml", &names, &count);
    front_error(front, FINDING_unknown_profile, yaml_get(matter->yaml, "profile")->place, matter->profile,
                nearest_name(matter->profile, names, count));
}

static bool read_map(struct front_reader *front, size_t closing)
{
    struct guide *guide = front->guide;
    const struct source *source = guide->source;
    const struct yaml_node *yaml = yaml_parse(guide->arena, front->reporter, source, source->line_starts[1],
                                              source->line_starts[closing]);
    if (!yaml)
        return false;
    if (yaml->type != YAML_MAP) {
        report(front->reporter, FINDING_bad_front_matter, yaml->place);
        return false;
    }
    guide->front.yaml = yaml;
    return true;
}

bool guide_read_front_matter(struct guide *guide, struct reporter *reporter, struct library *library)
{
    const struct source *source = guide->source;
    guide->front.language = "vi";
    if (!line_is(source, 0, "---"))
        return true;
    size_t closing = closing_line(source);
    if (closing == 0) {
        report(reporter, FINDING_unclosed_front_matter, ((struct place){source, 0, 3}));
        return false;
    }
    guide->body = line_end_of(source, closing);
    struct front_reader front = {guide, reporter, true};
    if (!read_map(&front, closing))
        return false;
    const char *keys[KEY_COUNT];
    for (size_t i = 0; i < KEY_COUNT; i++)
        keys[i] = front_rows[i].key;
    if (yaml_unknown_keys(guide->front.yaml, keys, KEY_COUNT, reporter))
        front.good = false;
    read_texts(&front);
    check_date(&front);
    check_language(&front);
    if (!guide->front.language)
        guide->front.language = "vi";
    read_audiences(&front);
    read_keywords(&front);
    read_numbers(&front);
    check_facts(&front);
    check_profile(&front, library);
    return front.good;
}
