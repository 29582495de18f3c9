/* limits.h - the limits of loa, each with its reason. Passing one is a clear error, never a crash. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#define LIMIT_SOURCE_BYTES (64u << 20)  /* a guide or data file: 100 times the longest handbook seen */
#define LIMIT_IMAGE_BYTES  (64u << 20)  /* a picture file */
#define LIMIT_IMAGE_PIXELS (100u << 20) /* decoded: 400 MB as RGBA */
#define LIMIT_SVG_BYTES    (16u << 20)  /* a drawing: librsvg takes seconds for more */
#define LIMIT_SVG_ELEMENTS 500000       /* painted, by references too: librsvg takes 10 s for so many */
#define LIMIT_IMAGE_SCANS  200   /* of one progressive JPEG: each is a pass over all of it; usual are 10 */
#define LIMIT_NESTING      64    /* blocks in blocks; layout and editions recurse */
#define LIMIT_PAGES        20000 /* of one piece */
#define LIMIT_PAGE_PIXELS  (200u << 20) /* of one raster page: 800 MB */
#define LIMIT_ARENA_BYTES  (4ull << 30) /* of one document */
#define LIMIT_FINDINGS     200          /* reported of one run, and as many errors; more are counted */
#define LIMIT_JOBS         64
#define LIMIT_THEME_LAYERS 8      /* a theme that extends another, and so on */
#define LIMIT_INCLUDES     200    /* guides included in one, in all: each may include more */
#define LIMIT_COLUMNS      1000   /* of a table: the parser takes the square of a row's cells */
#define LIMIT_TABLE_CELLS  500000 /* of all tables: short rows are filled up to the head's length */

/* A limit as text, for messages. */
#define LIMIT_TEXT(limit)    LIMIT_TEXT_OF(limit)
#define LIMIT_TEXT_OF(limit) #limit

#endif
