/* Numbers of helplines and laws that the materials hold: written by hand they stay when the fact changes. */
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

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

static void check_contact(struct checker *checker, const struct passage *passage,
                          const struct yaml_node *contact)
{
    const char *value = yaml_text(contact, "value");
    if (!value || !is_digits(value))
        return;
    for (size_t at = 0; (at = passage_find(passage, value, at)) != SIZE_MAX; at += strlen(value))
        if (is_dialled(passage, at))
            report(checker->reporter, FINDING_number_by_hand,
                   passage_place(checker, passage, at, at + strlen(value)), value,
                   arena_format(checker->arena, "contacts.%s", contact->key));
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

static void check_name(struct checker *checker, const struct passage *passage,
                       const struct yaml_node *contact)
{
    const char *name = yaml_text(contact, "name"), *value = yaml_text(contact, "value"), *number;
    if (!name || !value || !is_digits(value))
        return;
    for (const char *at = passage->text; (at = strstr(at, name)); at++) {
        size_t length = number_behind(at + strlen(name), &number), start = (size_t)(number - passage->text);
        if (length >= 3 && (length != strlen(value) || memcmp(number, value, length) != 0))
            report(checker->reporter, FINDING_fact_differs,
                   passage_place(checker, passage, start, start + length),
                   passage_words(checker, passage, start, start + length), value,
                   arena_format(checker->arena, "contacts.%s", contact->key));
    }
}

/* “147/2024/NĐ-CP”, and the same name with another number. */
static void check_law(struct checker *checker, const struct passage *passage, const struct yaml_node *law)
{
    const char *number = yaml_text(law, "number"), *name = yaml_text(law, "name");
    const char *path = arena_format(checker->arena, "laws.%s", law->key);
    if (!number)
        return;
    const char *at = strstr(passage->text, number);
    if (at) {
        size_t start = (size_t)(at - passage->text);
        report(checker->reporter, FINDING_number_by_hand,
               passage_place(checker, passage, start, start + strlen(number)), number,
               arena_format(checker->arena, "%s.number", path));
    }
    const char *lead = name ? arena_format(checker->arena, "%s số ", name) : NULL;
    at = lead ? strstr(passage->text, lead) : NULL;
    if (!at || !strncmp(at + strlen(lead), number, strlen(number)))
        return;
    size_t start = (size_t)(at - passage->text) + strlen(lead);
    size_t length = strcspn(passage->text + start, " ,;.)");
    if (strchr(passage_words(checker, passage, start, start + length), '/'))
        report(checker->reporter, FINDING_fact_differs,
               passage_place(checker, passage, start, start + length),
               passage_words(checker, passage, start, start + length), number,
               arena_format(checker->arena, "%s.number", path));
}

/* The names in “A và B”, one by one. */
static void check_replaced(struct checker *checker, const struct passage *passage,
                           const struct yaml_node *law)
{
    static const char between[] = " và ";
    const char *at = yaml_text(law, "replaces"), *value = yaml_text(law, "value");
    while (at && *at) {
        const char *end = strstr(at, between);
        size_t length = end ? (size_t)(end - at) : strlen(at);
        const char *old = unicode_lower(checker->arena, at, length);
        size_t found = passage_find(passage, old, 0);
        if (found != SIZE_MAX)
            report(checker->reporter, FINDING_law_replaced,
                   passage_place(checker, passage, found, found + strlen(old)),
                   arena_copy(checker->arena, at, length), value,
                   arena_format(checker->arena, "laws.%s", law->key));
        at = end ? end + strlen(between) : NULL;
    }
}

void check_facts_by_hand(struct checker *checker, const struct passage *passage)
{
    const struct yaml_node *contacts =
        checker->library ? library_yaml(checker->library, "data/contacts.yaml") : NULL;
    const struct yaml_node *laws = checker->library ? library_yaml(checker->library, "data/laws.yaml") : NULL;
    for (const struct yaml_node *contact = contacts ? contacts->first : NULL; contact;
         contact = contact->next) {
        check_contact(checker, passage, contact);
        check_name(checker, passage, contact);
    }
    for (const struct yaml_node *law = laws ? laws->first : NULL; law; law = law->next) {
        check_law(checker, passage, law);
        check_replaced(checker, passage, law);
    }
}
