#include "scene/scene.h"

const char *mark_type_name(enum mark_type type)
{
    static const char *const names[MARK_TYPE_COUNT] = {
        [MARK_HEADING] = "heading",  [MARK_PARAGRAPH] = "paragraph", [MARK_LIST] = "list",
        [MARK_ITEM] = "item",        [MARK_LABEL] = "label",         [MARK_TABLE] = "table",
        [MARK_ROW] = "row",          [MARK_CELL] = "cell",           [MARK_FIGURE] = "figure",
        [MARK_QUOTE] = "quote",      [MARK_CODE] = "code",           [MARK_LINK] = "link",
        [MARK_CAPTION] = "caption",  [MARK_GROUP] = "group",         [MARK_NOTE] = "note",
        [MARK_ARTIFACT] = "artifact"};
    return names[type];
}
