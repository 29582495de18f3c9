/* The motifs: shapes on a field of MOTIF_WIDTH by MOTIF_HEIGHT, the farthest first. */
#include "pieces/motif.h"

/* A low sun over calm water. */
static const struct motif_part waves[] = {
    {SHAPE_DISC, TONE_ACCENT, {98, 14, 30, 30}},
    {SHAPE_SWELL, TONE_FAINT, {0, 40, 160, 80}},
    {SHAPE_SWELL, TONE_SOFT, {26, 62, 134, 58}},
    {SHAPE_SWELL, TONE_MIDDLE, {62, 86, 98, 34}},
};

static const struct motif_part blobs[] = {
    {SHAPE_BLOB, TONE_FAINT, {6, 58, 74, 62}},    {SHAPE_BLOB, TONE_SOFT, {56, 6, 98, 92}},
    {SHAPE_BLOB, TONE_MIDDLE, {112, 66, 48, 50}}, {SHAPE_DISC, TONE_ACCENT, {44, 34, 18, 18}},
    {SHAPE_DISC, TONE_MIDDLE, {28, 26, 8, 8}},
};

/* Two who talk. */
static const struct motif_part bubbles[] = {
    {SHAPE_BLOB, TONE_FAINT, {4, 2, 154, 116}},  {SHAPE_BUBBLE, TONE_MIDDLE, {16, 14, 78, 58}},
    {SHAPE_DISC, TONE_GROUND, {33, 32, 10, 10}}, {SHAPE_DISC, TONE_GROUND, {50, 32, 10, 10}},
    {SHAPE_DISC, TONE_GROUND, {67, 32, 10, 10}}, {SHAPE_BUBBLE, TONE_ACCENT, {150, 54, -74, 56}},
    {SHAPE_PILL, TONE_GROUND, {92, 67, 42, 6}},  {SHAPE_PILL, TONE_GROUND, {92, 81, 28, 6}},
};

static const struct motif_part shield[] = {
    {SHAPE_DISC, TONE_FAINT, {40, 2, 116, 116}},
    {SHAPE_SHIELD, TONE_SOFT, {58, 14, 80, 96}},
    {SHAPE_SHIELD, TONE_ACCENT, {70, 27, 56, 69}},
    {SHAPE_TICK, TONE_GROUND, {84, 50, 28, 20}},
};

static const struct motif_part devices[] = {
    {SHAPE_BLOB, TONE_FAINT, {2, 4, 152, 112}},  {SHAPE_BOX, TONE_MIDDLE, {14, 38, 96, 64}},
    {SHAPE_BOX, TONE_GROUND, {20, 44, 84, 50}},  {SHAPE_PILL, TONE_MIDDLE, {4, 104, 116, 8}},
    {SHAPE_BUBBLE, TONE_SOFT, {30, 52, 46, 32}}, {SHAPE_BOX, TONE_ACCENT, {106, 24, 46, 88}},
    {SHAPE_BOX, TONE_GROUND, {111, 32, 36, 66}}, {SHAPE_DISC, TONE_ACCENT, {122, 50, 14, 14}},
    {SHAPE_PILL, TONE_SOFT, {117, 72, 24, 5}},   {SHAPE_PILL, TONE_SOFT, {117, 81, 16, 5}},
};

/* A child between two who look after it. */
static const struct motif_part figures[] = {
    {SHAPE_DISC, TONE_FAINT, {34, 2, 118, 118}}, {SHAPE_DISC, TONE_MIDDLE, {56, 22, 26, 26}},
    {SHAPE_BUST, TONE_MIDDLE, {44, 52, 50, 68}}, {SHAPE_DISC, TONE_SOFT, {116, 16, 28, 28}},
    {SHAPE_BUST, TONE_SOFT, {104, 48, 54, 72}},  {SHAPE_DISC, TONE_ACCENT, {88, 58, 22, 22}},
    {SHAPE_BUST, TONE_ACCENT, {78, 84, 42, 36}},
};

static const struct motif_part loudspeaker[] = {
    {SHAPE_DISC, TONE_FAINT, {42, 2, 116, 116}}, {SHAPE_BOX, TONE_MIDDLE, {112, 66, 16, 38}},
    {SHAPE_HORN, TONE_ACCENT, {70, 26, 76, 62}}, {SHAPE_ARC, TONE_MIDDLE, {44, 42, 20, 30}},
    {SHAPE_ARC, TONE_SOFT, {18, 30, 34, 54}},
};

/* A public building. */
static const struct motif_part hall[] = {
    {SHAPE_GABLE, TONE_MIDDLE, {28, 14, 104, 30}}, {SHAPE_BOX, TONE_SOFT, {38, 50, 12, 46}},
    {SHAPE_BOX, TONE_SOFT, {62, 50, 12, 46}},      {SHAPE_BOX, TONE_SOFT, {86, 50, 12, 46}},
    {SHAPE_BOX, TONE_SOFT, {110, 50, 12, 46}},     {SHAPE_BOX, TONE_MIDDLE, {30, 98, 100, 8}},
    {SHAPE_BOX, TONE_MIDDLE, {22, 109, 116, 8}},   {SHAPE_DISC, TONE_ACCENT, {74, 24, 12, 12}},
};

/* A printed page. */
static const struct motif_part columns[] = {
    {SHAPE_BOX, TONE_FAINT, {44, 2, 112, 112}}, {SHAPE_BOX, TONE_MIDDLE, {56, 16, 88, 12}},
    {SHAPE_BOX, TONE_ACCENT, {56, 36, 40, 34}}, {SHAPE_PILL, TONE_SOFT, {104, 36, 40, 5}},
    {SHAPE_PILL, TONE_SOFT, {104, 47, 40, 5}},  {SHAPE_PILL, TONE_SOFT, {104, 58, 40, 5}},
    {SHAPE_PILL, TONE_SOFT, {104, 69, 30, 5}},  {SHAPE_PILL, TONE_SOFT, {56, 80, 40, 5}},
    {SHAPE_PILL, TONE_SOFT, {56, 91, 40, 5}},   {SHAPE_PILL, TONE_SOFT, {56, 102, 28, 5}},
    {SHAPE_PILL, TONE_SOFT, {104, 80, 40, 5}},  {SHAPE_PILL, TONE_SOFT, {104, 91, 40, 5}},
    {SHAPE_PILL, TONE_SOFT, {104, 102, 34, 5}},
};

static const struct motif_part dots[] = {{SHAPE_DOTS, TONE_MIDDLE, {0, 0, 160, 120}}};

const struct motif motifs[MOTIF_COUNT] = {
#define LOA_MOTIF(name) [MOTIF_##name] = {name, sizeof name / sizeof *name},
#include "theme/motifs.def"
#undef LOA_MOTIF
};
