/* checker.h - what a guide says and how, looked at before any piece is made: one idea a file, each a row of
 * checks.def.
 *
 * Checks read the guide as its author wrote it and only report; none goes on the network or asks for the
 * time. */
#ifndef CHECK_CHECKER_H
#define CHECK_CHECKER_H

#include "guide/guide.h"

/* The words of one paragraph, heading or cell in a row. Facts and code are U+FFFC, so that their digits are
 * nobody's; pictures and footnotes are left out, line ends within it are spaces. */
struct passage {
    const struct node *node;
    const char *text, *lower; /* as long as each other, NUL-terminated */
    size_t length;
    const struct passage_part *first_part;
    bool vietnamese; /* as a whole; parts of it may be said to be in another language */
};

struct checker {
    struct arena *arena;
    struct reporter *reporter;
    struct library *library; /* may be NULL */
    const struct guide *guide;
    const struct passage *passages; /* in order of the guide */
    size_t passage_count;
};

/* Which checks: those of every export, or all. */
enum check_depth { CHECK_ALWAYS, CHECK_ASKED };

/* Runs the checks of checks.def. The arena is scratch; `library` may be NULL. */
void checks_run(struct arena *arena, struct reporter *reporter, struct library *library,
                const struct guide *guide, enum check_depth depth);

#define LOA_CHECK_GUIDE(name, when) void check_##name(struct checker *checker);
#define LOA_CHECK_NODE(name, when)  void check_##name(struct checker *checker, const struct node *node);
#define LOA_CHECK_PASSAGE(name, when)                                                                        \
    void check_##name(struct checker *checker, const struct passage *passage);
#include "check/checks.def"
#undef LOA_CHECK_GUIDE
#undef LOA_CHECK_NODE
#undef LOA_CHECK_PASSAGE

/* Reads all passages of the guide into checker->passages. */
void passages_read(struct checker *checker);
/* Where bytes of a passage stand in the source: exactly where the source has them as they are. */
struct place passage_place(const struct checker *checker, const struct passage *passage, size_t start,
                           size_t end);
/* The text that holds a byte of it. */
const struct node *passage_node(const struct passage *passage, size_t at);
/* Where a phrase in lower case stands as whole words at or behind `from`; SIZE_MAX: nowhere. */
size_t passage_find(const struct passage *passage, const char *phrase, size_t from);
/* A copy of some of its bytes, in the arena. */
const char *passage_words(const struct checker *checker, const struct passage *passage, size_t start,
                          size_t end);

/* The sentence that begins at *start: where it ends, behind its stop; *start moves on to the next one. False:
 * none. */
bool passage_sentence(const struct passage *passage, size_t *start, size_t *begin, size_t *end);
/* How many syllables so many sentences should have at most for those who read what stands here; 0: `count` is
 * no more than that. */
size_t syllables_exceeded(const struct checker *checker, const struct node *node, size_t sentences,
                          size_t count);

/* The nearest block of this kind around a node; NULL: none. */
const struct node *block_around(const struct node *node, enum block_kind kind);
/* Whether what stands here is in a language: the nearest that is said, else the guide's. */
bool written_in(const struct checker *checker, const struct node *node, const char *language);
/* Whether a letter or a digit ends right before `at`. */
bool letter_before(const char *text, size_t at);

#endif
