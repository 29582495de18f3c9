/* property.c - arranges guides as every piece and asks every rule about it.
 *
 *     property files FILE…             guides of the tree: every piece, size, theme and audience
 *     property made FIRST COUNT [TIMES]
 *                                      guides by guide_maker.h, TIMES as long: every piece and size
 *     property blocks THEME            every block of blocks.def and every shape of shapes.def (stretch.h)
 *     property examples FILE           a specification's (spec.h): every piece, size and theme; 77: no file
 *     property write SEED [TIMES]       prints a made guide, for `loa` to be tried on
 *     property write SHAPE              the same of a stretched block (steps-twelve-long)
 *
 * One line for each broken rule: the guide, how it was arranged, what is wrong. */
#include "property.h"
#include "api/session.h"
#include "formats/format.h"
#include "guide/blocks.h"
#include "guide_maker.h"
#include "layout/account.h"
#include "pieces/piece.h"
#include "spec.h"
#include "stretch.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct rule *const rules[] = {
#define PROPERTY_RULE(name) &rule_##name,
#include "rules.def"
#undef PROPERTY_RULE
};
enum { RULES = sizeof rules / sizeof *rules, SKIPPED = 77 };

/* A guide, where it is from, and what went wrong with it. */
struct trial {
    const char *name;   /* for messages */
    const char *path;   /* NULL: made */
    const char *source; /* NULL: from the path */
    bool made;
    const char *theme; /* the only one to be tried; NULL: those of its kind */
    bool shape;        /* a block's example, stretched: may be refused where that makes no sense */
    bool example;      /* of a specification: its pictures are nowhere, and suites/ knows which are refused */
    uint64_t seed;
    unsigned times; /* as long as made guides are */
    size_t showings, broken;
};

struct stage {
    struct loa_session *session;
    struct loa_guide *guide;
    struct arena arena; /* of the findings */
    struct builder findings;
};

/* ---- A guide opened ---- */

static const char pictures[] = LOA_TREE "/tests/fuzz/seeds/picture"; /* where small.png is */

static void keep_finding(void *self, const struct loa_finding *finding)
{
    struct stage *stage = self;
    if (finding->severity == LOA_ERROR)
        builder_format(&stage->findings, "%u:%u %s [%s] ", finding->line, finding->column, finding->message,
                       finding->id);
}

/* Gives every picture of a guide the same file. The guide is ours alone. */
static void lend_pictures(const struct loa_guide *guide)
{
    struct node_iterator iterator;
    node_iterate(&iterator, guide->guide->document);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.node->type == NODE_IMAGE)
            ((struct node *)(uintptr_t)iterator.node)->target = "small.png";
}

static bool stage_open(struct stage *stage, const struct trial *trial)
{
    memset(stage, 0, sizeof *stage);
    arena_init(&stage->arena, 0);
    builder_init(&stage->findings, &stage->arena);
    const struct loa_session_options options = {
        .ui = LOA_UI_EN, .report = keep_finding, .report_self = stage};
    if (loa_session_open(&options, &stage->session) != LOA_OK)
        return false;
    enum loa_status status = trial->source ? loa_guide_read(stage->session, trial->name, trial->source,
                                                            strlen(trial->source), pictures, &stage->guide)
                                           : loa_guide_open(stage->session, trial->path, &stage->guide);
    if (status == LOA_OK && trial->example)
        lend_pictures(stage->guide);
    return status == LOA_OK;
}

static void stage_close(struct stage *stage)
{
    loa_guide_close(stage->guide);
    loa_session_close(stage->session);
    arena_clear(&stage->arena);
}

/* ---- Arranged ---- */

struct setting {
    const struct piece *piece;
    const char *size, *theme, *audience;
    unsigned columns; /* of a handout; 0: as the guide says */
    bool again;       /* once more in another session, to compare */
};

struct arranging {
    struct stage *stage;
    const struct setting *choice;
    struct arena *arena;
    const struct edition *edition;
    const struct scene *scene;
    const char *trace;
    struct account account;
};

static const char *trace_of(struct arena *arena, const struct scene *scene)
{
    char *bytes = NULL;
    size_t length = 0;
    struct loa_error error = {0};
    struct loa_sink *sink = loa_sink_to_memory(&bytes, &length);
    const char *text = "";
    if (sink && format_trace.write(scene, 0, sink, LOA_UI_EN, &error) == LOA_OK &&
        loa_sink_finish(sink) == LOA_OK)
        text = arena_copy(arena, bytes, length);
    loa_sink_destroy(sink);
    free(bytes);
    return text;
}

/* The stage's guide, with as many columns as are to be tried. */
static const struct guide *chosen_guide(const struct arranging *arranging)
{
    const struct guide *guide = arranging->stage->guide->guide;
    if (!arranging->choice->columns)
        return guide;
    struct guide *changed = ARENA_NEW(arranging->arena, struct guide);
    *changed = *guide;
    changed->front.columns = arranging->choice->columns;
    return changed;
}

static enum loa_status arrange(void *data)
{
    struct arranging *arranging = data;
    const struct setting *choice = arranging->choice;
    struct loa_session *session = arranging->stage->session;
    struct arena *arena = arranging->arena;
    struct library *library = session_library(session);
    const char *path = arena_format(arena, "themes/%s.yaml", choice->theme);
    const struct edition_options options = {
        .audience = choice->audience, .piece = choice->piece->name, .format = choice->piece->format};
    arranging->edition =
        edition_create(arena, &session->reporter, library, chosen_guide(arranging), &options);
    if (!arranging->edition)
        return LOA_BAD_GUIDE;
    const struct piece_job job = {
        .arena = arena,
        .reporter = &session->reporter,
        .library = library,
        .fonts = session_fonts(session),
        .edition = arranging->edition,
        .theme = theme_read(arena, &session->reporter, library, library_source(library, path)),
        .size = choice->size,
        .account = &arranging->account};
    arranging->scene = choice->piece->arrange(&job);
    if (arranging->scene && choice->again)
        arranging->trace = trace_of(arena, arranging->scene);
    return arranging->scene ? LOA_OK : LOA_BAD_GUIDE;
}

/* ---- Judged ---- */

/* Nobody among the readers asked for: no fault of anyone's. */
static bool is_empty_edition(const struct stage *stage)
{
    return strstr(builder_text((struct builder *)(uintptr_t)&stage->findings), "[nothing-left]") != NULL;
}

static void tell(struct trial *trial, const struct setting *choice, const char *rule, const char *reports)
{
    trial->broken++;
    printf("%s %s %s%s %s %s: %s\n%s", trial->name, choice->piece->name, choice->size,
           choice->columns ? " columns" : "", choice->theme,
           choice->audience ? choice->audience : "everybody", rule, reports);
}

static void judge(struct trial *trial, const struct arranging *arranging, const char *again)
{
    struct builder reports;
    struct showing showing = {.arena = arranging->arena,
                              .piece = arranging->choice->piece->name,
                              .size = arranging->choice->size,
                              .edition = arranging->edition,
                              .scene = arranging->scene,
                              .account = &arranging->account,
                              .made = trial->made,
                              .trace = arranging->trace,
                              .again = again,
                              .reports = &reports};
    for (size_t i = 0; i < RULES; i++) {
        builder_init(&reports, arranging->arena);
        rules[i]->check(&showing);
        if (reports.length)
            tell(trial, arranging->choice, rules[i]->says, builder_text(&reports));
    }
    trial->showings++;
}

static const char *arranged_again(const struct trial *trial, const struct setting *choice,
                                  struct arena *arena)
{
    struct stage stage;
    struct arranging arranging = {.stage = &stage, .choice = choice, .arena = arena, .trace = ""};
    if (stage_open(&stage, trial))
        session_protect(stage.session, arena, arrange, &arranging);
    stage_close(&stage);
    return arranging.trace;
}

static void try_choice(struct trial *trial, struct stage *stage, const struct setting *choice)
{
    struct arena arena;
    arena_init(&arena, 0);
    struct arranging arranging = {.stage = stage, .choice = choice, .arena = &arena};
    builder_init(&stage->findings, &stage->arena);
    enum loa_status status = session_protect(stage->session, &arena, arrange, &arranging);
    if (status == LOA_OK)
        judge(trial, &arranging, choice->again ? arranged_again(trial, choice, &arena) : NULL);
    else if (!is_empty_edition(stage))
        tell(trial, choice, "it can be arranged",
             arena_format(&arena, "  %s\n", builder_text(&stage->findings)));
    arena_clear(&arena);
}

/* ---- Choices ---- */

static const char *const themes[] = {"binh-an",     "tuong-phan", "tuoi-sang",
                                     "trang-trong", "bao-chi",    "don-sac"};
enum { THEMES = sizeof themes / sizeof *themes };

/* Copies the first word of a list of sizes and moves on; false at the end. */
static bool next_size(const char **sizes, char size[16])
{
    size_t length = strcspn(*sizes, " ");
    if (length == 0 || length >= 16)
        return false;
    memcpy(size, *sizes, length);
    size[length] = '\0';
    *sizes += length + ((*sizes)[length] == ' ');
    return true;
}

static void try_all(struct trial *trial, struct stage *stage, const struct setting *common)
{
    for (size_t i = 0; pieces[i]; i++) {
        char size[16];
        const char *sizes = pieces[i]->sizes;
        while (next_size(&sizes, size)) {
            struct setting choice = *common;
            choice.piece = pieces[i];
            choice.size = size;
            choice.again = common->again && strncmp(pieces[i]->sizes, size, strlen(size)) == 0;
            try_choice(trial, stage, &choice);
            choice.columns = 2;
            choice.again = false;
            if (pieces[i] == &piece_handout && strcmp(size, "a5") != 0) /* which has one column always */
                try_choice(trial, stage, &choice);
        }
    }
}

static void try_file(struct trial *trial, struct stage *stage)
{
    const struct front_matter *front = &stage->guide->guide->front;
    for (size_t i = 0; i < THEMES; i++)
        for (size_t j = 0; j <= front->audience_count; j++) {
            const char *audience = j < front->audience_count ? front->audiences[j] : NULL;
            try_all(trial, stage,
                    &(struct setting){.theme = themes[i], .audience = audience, .again = !audience});
        }
}

static void try_made(struct trial *trial, struct stage *stage)
{
    static const char *const audiences[] = {NULL, NULL, "children", "parents"};
    const uint64_t seed = trial->seed;
    try_all(trial, stage,
            &(struct setting){.theme = themes[seed % THEMES],
                              .audience = audiences[seed / 2 % 4],
                              .again = seed % 10 == 0});
}

static void tell_refused(struct trial *trial, struct stage *stage)
{
    trial->broken++;
    printf("%s: it can be read\n  %s\n", trial->name, builder_text(&stage->findings));
}

static void run(struct trial *trial)
{
    struct stage stage;
    if (!stage_open(&stage, trial)) {
        if (!trial->example && !trial->shape)
            tell_refused(trial, &stage);
    } else if (trial->theme) {
        try_all(trial, &stage, &(struct setting){.theme = trial->theme});
    } else if (trial->made) {
        try_made(trial, &stage);
    } else {
        try_file(trial, &stage);
    }
    stage_close(&stage);
}

/* ---- The command ---- */

static void run_made(struct trial *trial, uint64_t seed)
{
    struct arena arena;
    arena_init(&arena, 0);
    trial->name = arena_format(&arena, "made-%u%s", (unsigned)seed, trial->times > 1 ? "-longer" : "");
    trial->source = guide_make(&arena, seed, trial->times);
    trial->made = true;
    trial->seed = seed;
    run(trial);
    arena_clear(&arena);
}

static void run_example(struct trial *trial, const struct spec_example *example)
{
    struct arena arena;
    arena_init(&arena, 0);
    trial->name = arena_format(&arena, "example-%u", example->number);
    trial->source = example->markdown;
    trial->example = true;
    run(trial);
    arena_clear(&arena);
}

static bool run_examples(struct trial *trial, const char *path)
{
    struct arena arena;
    arena_init(&arena, 0);
    struct spec spec = {0};
    bool there = spec_read(&arena, path, &spec);
    for (size_t i = 0; i < spec.examples.count; i++)
        run_example(trial, &spec.examples.at[i]);
    arena_clear(&arena);
    return there;
}

/* ---- Blocks ---- */

struct shape {
    const char *name, *markdown;
};
static const struct shape shapes[] = {
#define LOA_BLOCK(name, spelling, aliases, vi, en, example_vi, example_en) {spelling, example_vi},
#include "guide/blocks.def"
#undef LOA_BLOCK
#define SHAPE(name, markdown) {name, markdown},
#include "shapes.def"
#undef SHAPE
};

/* How many items, 0: as written; and how wordy. What is written in blocks.def is never refused. */
static const struct {
    unsigned items;
    enum stretch_words words;
    const char *name;
} stretches[] = {{0, WORDS_AS_THEY_ARE, "as-written"}, {0, WORDS_SHORT, "short"},
                 {0, WORDS_TRIPLED, "long"},           {1, WORDS_AS_THEY_ARE, "one"},
                 {1, WORDS_TRIPLED, "one-long"},       {12, WORDS_SHORT, "twelve-short"},
                 {12, WORDS_AS_THEY_ARE, "twelve"},    {12, WORDS_TRIPLED, "twelve-long"}};

static void run_shape(struct trial *trial, const struct shape *shape, size_t stretched)
{
    struct arena arena;
    arena_init(&arena, 0);
    trial->name = arena_format(&arena, "%s-%s", shape->name, stretches[stretched].name);
    trial->source = arena_format(
        &arena,
        "---\ntitle: Cùng con lên mạng\n---\n\n## Một mục\n\n**Câu chính.**\n\n%s\n\n## Mục sau\n\nChữ.\n",
        stretch(&arena, shape->markdown, stretches[stretched].items, stretches[stretched].words));
    trial->shape = stretched > 0;
    run(trial);
    arena_clear(&arena);
}

static void run_shapes(struct trial *trial, const char *theme)
{
    trial->theme = theme;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (size_t j = 0; j < sizeof stretches / sizeof *stretches; j++)
            run_shape(trial, &shapes[i], j);
}

static int write_shape(const char *name)
{
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (size_t j = 0; j < sizeof stretches / sizeof *stretches; j++)
            if (!strcmp(name, arena_format(&arena, "%s-%s", shapes[i].name, stretches[j].name)))
                fputs(stretch(&arena, shapes[i].markdown, stretches[j].items, stretches[j].words), stdout);
    arena_clear(&arena);
    return 0;
}

static int write_made(uint64_t seed, unsigned times)
{
    struct arena arena;
    arena_init(&arena, 0);
    fputs(guide_make(&arena, seed, times), stdout);
    arena_clear(&arena);
    return 0;
}

static uint64_t number(const char *text)
{
    return strtoull(text, NULL, 10);
}

int main(int argc, char **argv)
{
    struct trial trial = {0};
    if (argc > 2 && strcmp(argv[1], "write") == 0)
        return isdigit((unsigned char)*argv[2])
                   ? write_made(number(argv[2]), argc > 3 ? (unsigned)number(argv[3]) : 1)
                   : write_shape(argv[2]);
    if ((argc == 4 || argc == 5) && strcmp(argv[1], "made") == 0) {
        trial.times = argc == 5 ? (unsigned)number(argv[4]) : 1;
        for (uint64_t i = 0; i < number(argv[3]); i++)
            run_made(&trial, number(argv[2]) + i);
    } else if (argc == 3 && strcmp(argv[1], "blocks") == 0) {
        run_shapes(&trial, argv[2]);
    } else if (argc == 3 && strcmp(argv[1], "examples") == 0) {
        if (!run_examples(&trial, argv[2]))
            return SKIPPED;
    } else if (argc > 2 && strcmp(argv[1], "files") == 0) {
        for (int i = 2; i < argc; i++) {
            trial.name = trial.path = argv[i];
            run(&trial);
        }
    }
    printf("%zu pieces looked at, %zu rules broken\n", trial.showings, trial.broken);
    return trial.showings == 0 || trial.broken > 0;
}
