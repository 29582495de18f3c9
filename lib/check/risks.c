/* Topics of risk, by their stable ids: each says what to do and whom to turn to, or it only frightens. */
#include "check/checker.h"
#include <string.h>

static const char *const risks[] = {
    "content.harmful", "content.fake",     "content.challenge", "contact.grooming", "contact.sextortion",
    "contact.kidnap",  "conduct.bullying", "conduct.sexting",   "conduct.deepfake", "contract.scam",
    "contract.gaming", "cross.privacy",    "cross.overuse"};

static bool is_risk(const struct node *node)
{
    for (size_t i = 0; node->type == NODE_SECTION && node->id && i < sizeof risks / sizeof *risks; i++)
        if (!strcmp(node->id, risks[i]))
            return true;
    return false;
}

static bool is_action(const struct node *node)
{
    static const enum block_kind kinds[] = {BLOCK_steps, BLOCK_do,    BLOCK_checklist, BLOCK_flow,
                                            BLOCK_tree,  BLOCK_lanes, BLOCK_cycle};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (block_is(node, kinds[i]))
            return true;
    return node->type == NODE_LIST && node->ordered;
}

static bool is_helper(const struct node *node)
{
    return block_is(node, BLOCK_contacts) ||
           (node->type == NODE_FACT && !strncmp(node->text, "contacts.", strlen("contacts.")));
}

void check_risks(struct checker *checker, const struct node *node)
{
    bool action = false, helper = false;
    struct node_iterator iterator;
    if (!is_risk(node))
        return;
    node_iterate(&iterator, node);
    while (node_next(&iterator) != NODE_DONE) {
        action |= is_action(iterator.node);
        helper |= is_helper(iterator.node);
    }
    if (!action)
        report(checker->reporter, FINDING_risk_no_action, node->first->place);
    if (!helper)
        report(checker->reporter, FINDING_risk_no_helper, node->first->place);
}
