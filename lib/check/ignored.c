/* check: {ignore: {id: reason}} in the front matter. Errors are never passed over, nor what gives no reason.
 */
#include "check/ignored.h"
#include <string.h>

/* Ids are written with '-' where rows have '_'. */
static bool same_id(const char *id, const char *row)
{
    for (; *id && (*id == *row || (*id == '-' && *row == '_')); id++)
        row++;
    return *id == *row;
}

/* FINDING_COUNT: none. */
static enum finding finding_called(const char *id)
{
    enum finding finding = 0;
    while (finding < FINDING_COUNT && !same_id(id, finding_id(finding)))
        finding++;
    return finding;
}

static const struct yaml_node *ignored(const struct guide *guide)
{
    const struct yaml_node *check = guide->front.yaml ? yaml_get(guide->front.yaml, "check") : NULL;
    return check ? yaml_get(check, "ignore") : NULL;
}

bool finding_ignored(const struct guide *guide, const char *id)
{
    const struct yaml_node *ignore = ignored(guide);
    const char *reason = ignore ? yaml_text(ignore, id) : NULL;
    if (!reason || !*reason)
        return false;
    enum finding finding = finding_called(id);
    return finding != FINDING_COUNT && finding_severity(finding) != LOA_ERROR;
}

static const char *nearest(struct checker *checker, const char *id)
{
    const char **ids = ARENA_ARRAY(checker->arena, const char *, FINDING_COUNT);
    for (size_t i = 0; i < FINDING_COUNT; i++) {
        char *name = arena_string(checker->arena, finding_id((enum finding)i));
        for (char *at = name; (at = strchr(at, '_'));)
            *at = '-';
        ids[i] = name;
    }
    return nearest_name(id, ids, FINDING_COUNT);
}

static void check_row(struct checker *checker, const struct yaml_node *row)
{
    enum finding finding = finding_called(row->key);
    if (finding == FINDING_COUNT)
        report(checker->reporter, FINDING_unknown_finding, row->key_place, row->key,
               nearest(checker, row->key));
    else if (finding_severity(finding) == LOA_ERROR)
        report(checker->reporter, FINDING_ignored_error, row->key_place, row->key);
    else if (row->type != YAML_SCALAR || !*row->text)
        report(checker->reporter, FINDING_ignore_no_reason, row->key_place, row->key);
}

void check_ignored(struct checker *checker)
{
    static const char *const keys[] = {"ignore"};
    const struct front_matter *front = &checker->guide->front;
    const struct yaml_node *check = front->yaml ? yaml_get(front->yaml, "check") : NULL,
                           *ignore = ignored(checker->guide);
    if (check && check->type == YAML_MAP)
        yaml_unknown_keys(check, keys, 1, checker->reporter);
    if (check && (check->type != YAML_MAP || (ignore && ignore->type != YAML_MAP)))
        report(checker->reporter, FINDING_not_a_map, ignore ? ignore->place : check->place,
               ignore ? "ignore" : "check");
    for (const struct yaml_node *row = ignore ? ignore->first : NULL; row && row->key; row = row->next)
        check_row(checker, row);
}
