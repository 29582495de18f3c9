/* piece.h - a piece: how an edition is arranged on pages. One row of pieces.def, one file. */
#ifndef PIECES_PIECE_H
#define PIECES_PIECE_H

#include "guide/guide.h"
#include "scene/scene.h"
#include "theme/theme.h"

struct account;

struct piece_job {
    struct arena *arena; /* for the scene */
    struct reporter *reporter;
    struct library *library;
    struct font_set *fonts;
    const struct edition *edition;
    const struct theme *theme;
    const char *size;        /* NULL: the piece's first */
    struct account *account; /* is told what became of each block (layout/account.h); NULL: nobody asks */
};

struct piece {
    const char *name; /* "handout" */
    const char *summary_vi, *summary_en;
    const char *stem;   /* of files in a folder: "slide" */
    const char *format; /* default */
    const char *sizes;  /* names, space-separated, the default first */
    bool numbered;      /* files are numbered even when there is one */
    /* NULL after a reported error. */
    const struct scene *(*arrange)(const struct piece_job *job);
};

#define LOA_PIECE(name) extern const struct piece piece_##name;
#include "pieces/pieces.def"
#undef LOA_PIECE

extern const struct piece *const pieces[]; /* NULL at the end */
const struct piece *piece_named(const char *name);

#endif
