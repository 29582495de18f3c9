/* reader.h - a guide on its way from the Markdown parser to our tree.
 *
 * guide_from_markdown.c walks what the parser made and calls these; only it knows the parser. Nodes are
 * appended to `current`; how deep that is is counted, so that nothing that recurses over a guide can go
 * deeper than LIMIT_NESTING. */
#ifndef GUIDE_READER_H
#define GUIDE_READER_H

#include "base/vector.h"
#include "guide/guide.h"
#include "guide/prepare.h"

struct reader {
    struct guide *guide;
    struct arena *arena;
    struct reporter *reporter;
    const struct source *source;
    struct prepared prepared;
    struct node *current;
    unsigned depth;
    size_t cursor;               /* source byte behind the text last placed: texts come in order */
    VECTOR(struct node *) notes; /* footnotes in the parser's order: detached NODE_FOOTNOTE */
    bool *literal_lines;         /* by line - 1: code, HTML, or where a footnote in `notes` begins */
    unsigned left_open;          /* blocks closed with their list or quote, whose ends may still come */
    unsigned closed_elsewhere;   /* blocks whose end came in a list or quote inside them */
    bool row_is_attributes;      /* the table row being read holds {attributes} of the table */
    bool failed;                 /* an error was reported */
    bool stopped;                /* and it makes no sense to go on */
};

#define reader_error(reader, ...) ((reader)->failed = true, report((reader)->reporter, __VA_ARGS__))

/* Appends a node and makes it current; stops the reader when that is too deep. */
struct node *reader_enter(struct reader *reader, enum node_type type, struct place place);
/* Ends the blocks left open in the current node, then makes its parent current. */
void reader_leave(struct reader *reader);

/* Where a text of the parser stands in the source, given where the parser believes it to be; *exact says
 * whether the bytes agree (entities and backslashes don't). Moves the cursor. */
struct place reader_locate(struct reader *reader, size_t expected, const char *text, size_t length,
                           bool *exact);
/* Appends text with its {{facts}}. `last`: nothing follows it in its parent, so a heading's braces may end
 * it. */
void reader_text(struct reader *reader, size_t expected, const char *text, bool last);
/* Appends text as it is: no braces, no facts. */
void reader_plain_text(struct reader *reader, enum node_type type, size_t expected, const char *text,
                       size_t length);
/* Takes braces for a node. */
void reader_attributes(struct reader *reader, struct node *node, const struct marker *braces);
/* Complains about malformed braces; their text stays. */
void reader_fault(struct reader *reader, const struct attribute_fault *fault);
/* Complains about the first malformed attributes on the line that byte `at` stands on, from there on. */
void reader_check_line(struct reader *reader, size_t at);
/* Complains about braces at a heading's end that are no attributes. */
void reader_check_heading(struct reader *reader, const struct node *heading);

void reader_fence(struct reader *reader, const struct marker *fence);
void reader_html_block(struct reader *reader, struct place place, const char *html);
void reader_html_inline(struct reader *reader, size_t expected, const char *html);
/* Makes an alert of a quote that begins with [!NOTE] and the like. */
void reader_alert(struct reader *reader, struct node *quote);
/* Makes a span of the words behind the last "[" in the current node, whose "]" stood right before the braces;
 * false, with nothing done, when no bracket opens one. */
bool reader_span(struct reader *reader, const struct marker *braces);
/* Makes a definition of a paragraph whose second line begins with ": ", and a paragraph of its own of a
 * quote's last line that begins with a dash. */
void reader_lines(struct reader *reader, struct node *paragraph);
/* Gives each footnote to its first reference; complains about those that nothing calls. */
void reader_footnotes(struct reader *reader);

/* Reads the prepared text with cmark-gfm. */
void reader_run(struct reader *reader);

#endif
