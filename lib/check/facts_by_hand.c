/* Numbers of helplines, numbers and dates of laws that the materials hold: written by hand they stay when the
 * fact changes. */
#include "check/phrases.h"
#include "text/unicode.h"
#include <string.h>

/* What a phrase is, and what it is about: the record that holds it; of a date, the date. */
enum { CONTACT_VALUE, CONTACT_NAME, LAW_NUMBER, LAW_LEAD, LAW_OLD, LAW_DATE };

static const char *path_of(const struct checker *checker, const char *file, const struct yaml_node *record,
                           const char *key)
{
    return arena_format(checker->arena, "%s.%s%s%s", file, record->key, key ? "." : "", key ? key : "");
}

static void by_hand(struct checker *checker, const struct passage *passage, size_t start, size_t length,
                    const char *path)
{
    report(checker->reporter, FINDING_number_by_hand, passage_place(checker, passage, start, start + length),
           passage_words(checker, passage, start, start + length), path);
}

static void differs(struct checker *checker, const struct passage *passage, size_t start, size_t length,
                    const char *fact, const char *path)
{
    report(checker->reporter, FINDING_fact_differs, passage_place(checker, passage, start, start + length),
           passage_words(checker, passage, start, start + length), fact, path);
}

static bool is_digits(const char *text)
{
    return strlen(text) >= 3 && text[strspn(text, "0123456789")] == '\0';
}

/* What stands before a number that is dialled; 111 may also count children. */
static bool is_dialled(const struct passage *passage, size_t at)
{
    static const char *const before[] = {"gọi ",  "gọi ngay ", "gọi số ",  "tổng đài ", "đường dây nóng ",
                                         "call ", "dial ",     "helpline "};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        size_t length = strlen(before[i]);
        if (at >= length && !memcmp(passage->lower + at - length, before[i], length) &&
            !letter_before(passage->lower, at - length))
            return true;
    }
    return false;
}

/* The number behind a name: “Tổng đài …: 112”. 0: none. */
static size_t number_behind(const char *text, const char **number)
{
    text += strspn(text, " :,(");
    if (!strncmp(text, "số ", strlen("số ")))
        text += strlen("số ");
    *number = text;
    return strspn(text, "0123456789");
}

static void check_contact_name(struct checker *checker, const struct passage *passage,
                               const struct yaml_node *contact, size_t end)
{
    const char *value = yaml_text(contact, "value"), *number;
    size_t length = number_behind(passage->lower + end, &number);
    if (length >= 3 && (length != strlen(value) || memcmp(number, value, length) != 0))
        differs(checker, passage, (size_t)(number - passage->lower), length, value,
                path_of(checker, "contacts", contact, NULL));
}

/* The name of a law with another number than its own. */
static void check_law_lead(struct checker *checker, const struct passage *passage,
                           const struct yaml_node *law, size_t end)
{
    const char *number = yaml_text(law, "number"), *text = passage->text + end;
    size_t space = strspn(text, " "), length = strcspn(text + space, " ,;.)");
    if (strncmp(text + space, number, strlen(number)) != 0 && memchr(text + space, '/', length))
        differs(checker, passage, end + space, length, number, path_of(checker, "laws", law, "number"));
}

static void check_old_law(struct checker *checker, const struct passage *passage, const struct yaml_node *law,
                          size_t start, size_t length)
{
    report(checker->reporter, FINDING_law_replaced, passage_place(checker, passage, start, start + length),
           passage_words(checker, passage, start, start + length), yaml_text(law, "value"),
           path_of(checker, "laws", law, NULL));
}

/* Of all dates, those that a sentence says a law is in force from: other things may happen on the same day.
 */
static bool is_about_force(const struct passage *passage, size_t at)
{
    static const char *const words[] = {"hiệu lực", "in force", "into force", "effect"};
    size_t start = at;
    while (start > 0 && strncmp(passage->text + start, ". ", 2) != 0)
        start--;
    const char *stop = strstr(passage->text + at, ". ");
    size_t end = stop ? (size_t)(stop - passage->text) : passage->length;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (passage_find(passage, words[i], start) < end)
            return true;
    return false;
}

static void found(struct checker *checker, const struct passage *passage, const struct phrase *phrase,
                  size_t at)
{
    const struct yaml_node *record = phrase->about;
    switch (phrase->kind) {
    case CONTACT_VALUE:
        if (is_dialled(passage, at))
            by_hand(checker, passage, at, phrase->length, path_of(checker, "contacts", record, NULL));
        break;
    case CONTACT_NAME:
        check_contact_name(checker, passage, record, at + phrase->length);
        break;
    case LAW_NUMBER:
        by_hand(checker, passage, at, phrase->length, path_of(checker, "laws", record, "number"));
        break;
    case LAW_LEAD:
        check_law_lead(checker, passage, record, at + phrase->length);
        break;
    case LAW_OLD:
        check_old_law(checker, passage, record, at, phrase->length);
        break;
    default:
        if (is_about_force(passage, at))
            by_hand(checker, passage, at, phrase->length, path_of(checker, "laws", record, "in_force"));
    }
}

static void add_contact(struct phrases *phrases, const struct yaml_node *contact)
{
    const char *name = yaml_text(contact, "name"), *value = yaml_text(contact, "value");
    if (!value || !is_digits(value))
        return;
    phrases_add(phrases, value, strlen(value), CONTACT_VALUE, contact);
    if (name)
        phrases_add(phrases, name, strlen(name), CONTACT_NAME, contact);
}

/* The names in “A và B”, one by one. */
static void add_replaced(struct phrases *phrases, const struct yaml_node *law)
{
    static const char between[] = " và ";
    const char *at = yaml_text(law, "replaces");
    while (at && *at) {
        const char *end = strstr(at, between);
        phrases_add(phrases, at, end ? (size_t)(end - at) : strlen(at), LAW_OLD, law);
        at = end ? end + strlen(between) : NULL;
    }
}

static void add_law(struct arena *arena, struct phrases *phrases, const struct yaml_node *law)
{
    const char *number = yaml_text(law, "number"), *name = yaml_text(law, "name"),
               *date = yaml_text(law, "in_force");
    if (number)
        phrases_add(phrases, number, strlen(number), LAW_NUMBER, law);
    if (number && name) {
        const char *lead = arena_format(arena, "%s số", name);
        phrases_add(phrases, lead, strlen(lead), LAW_LEAD, law);
    }
    if (date)
        phrases_add(phrases, date, strlen(date), LAW_DATE, law);
    add_replaced(phrases, law);
}

void check_facts_by_hand(struct checker *checker)
{
    if (!checker->library)
        return;
    const struct yaml_node *contacts = library_yaml(checker->library, "data/contacts.yaml");
    const struct yaml_node *laws = library_yaml(checker->library, "data/laws.yaml");
    struct phrases phrases;
    phrases_init(&phrases, checker->arena);
    for (const struct yaml_node *contact = contacts ? contacts->first : NULL; contact;
         contact = contact->next)
        add_contact(&phrases, contact);
    for (const struct yaml_node *law = laws ? laws->first : NULL; law; law = law->next)
        add_law(checker->arena, &phrases, law);
    phrases_find(&phrases, checker, found);
}
