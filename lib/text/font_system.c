#include "text/font_set.h"
#include <fontconfig/fontconfig.h>

static FcConfig *configuration(struct font_set *set)
{
    if (set->system == NULL && !set->no_system) {
        set->system = FcInitLoadConfigAndFonts();
        set->no_system = set->system == NULL;
    }
    return set->system;
}

void font_system_close(struct font_set *set)
{
    if (set->system != NULL)
        FcConfigDestroy(set->system);
    set->system = NULL;
}

/* Owns nothing of fontconfig's afterwards. */
static const struct font *open_match(struct font_set *set, FcPattern *match)
{
    FcChar8 *file = NULL;
    int index = 0;
    if (FcPatternGetString(match, FC_FILE, 0, &file) != FcResultMatch)
        return NULL;
    FcPatternGetInteger(match, FC_INDEX, 0, &index);
    return font_open(set, (const char *)file, (unsigned)index & 0xFFFF); /* named instances are above */
}

static FcPattern *pattern_create(const char *family, bool bold, bool italic)
{
    FcPattern *pattern = FcPatternCreate();
    if (pattern == NULL)
        return NULL;
    if (family != NULL)
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddInteger(pattern, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    return pattern;
}

/* Consumes the pattern. */
static FcPattern *match_pattern(FcConfig *config, FcPattern *pattern)
{
    FcResult result;
    FcConfigSubstitute(config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcPattern *match = FcFontMatch(config, pattern, &result);
    FcPatternDestroy(pattern);
    return match;
}

/* fontconfig always has an answer; only one of that very name will do. */
static bool is_named(FcPattern *match, const char *family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(match, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (unicode_same_name((const char *)name, family))
            return true;
    return false;
}

const struct font *font_system_family(struct font_set *set, const char *family, bool bold, bool italic)
{
    FcConfig *config = configuration(set);
    FcPattern *pattern = config == NULL ? NULL : pattern_create(family, bold, italic);
    FcPattern *match = pattern == NULL ? NULL : match_pattern(config, pattern);
    if (match == NULL)
        return NULL;
    const struct font *font = is_named(match, family) ? open_match(set, match) : NULL;
    FcPatternDestroy(match);
    return font;
}

const struct font *font_system_covering(struct font_set *set, uint32_t codepoint, bool bold, bool italic)
{
    FcConfig *config = configuration(set);
    FcPattern *pattern = config == NULL ? NULL : pattern_create(NULL, bold, italic);
    FcCharSet *wanted = pattern == NULL ? NULL : FcCharSetCreate();
    if (wanted == NULL) {
        if (pattern != NULL)
            FcPatternDestroy(pattern);
        return NULL;
    }
    FcCharSetAddChar(wanted, codepoint);
    FcPatternAddCharSet(pattern, FC_CHARSET, wanted);
    FcCharSetDestroy(wanted);
    FcPattern *match = match_pattern(config, pattern);
    if (match == NULL)
        return NULL;
    const struct font *font = open_match(set, match);
    FcPatternDestroy(match);
    return font != NULL && font_has(font, codepoint) ? font : NULL;
}
