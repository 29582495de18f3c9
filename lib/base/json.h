/* json.h - JSON (RFC 8259) to a sink, one member a line, or a small object or list on one.
 *
 * Names are written as they are; texts are escaped, and bytes that are no UTF-8 come out as U+FFFD. Numbers
 * have no locale. Inside a list the names are NULL. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <loa/sink.h>
#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise, then set the sink. */
struct json {
    struct loa_sink *sink;
    unsigned depth; /* of what is open */
    unsigned line;  /* of these, how many stand on one line; 0: members have lines of their own */
    bool begun;     /* the innermost has a member */
    bool short_next;
};

/* The object that is the whole text: it says what it holds ("loa-scene") and which version of its schema it
 * follows. Its end ends the last line. */
void json_begin_document(struct json *json, const char *format, unsigned version);
void json_end_document(struct json *json);
void json_begin_object(struct json *json, const char *name);
void json_end_object(struct json *json);
void json_begin_list(struct json *json, const char *name);
void json_end_list(struct json *json);
/* The next that is begun stands on one line, with all that is in it. */
void json_on_one_line(struct json *json);

void json_text(struct json *json, const char *name, const char *text); /* NULL gives null */
void json_text_of(struct json *json, const char *name, const char *text, size_t length);
void json_text_if(struct json *json, const char *name, const char *text); /* nothing for NULL and "" */
void json_number(struct json *json, const char *name, double value, int decimals); /* as number_write() */
void json_truth(struct json *json, const char *name, bool value);

#endif
