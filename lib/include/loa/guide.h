/* loa/guide.h - a guide: what the author wrote. See materials/README.md for how to write one. */
#ifndef LOA_GUIDE_H
#define LOA_GUIDE_H

#include <loa/session.h>

struct loa_guide; /* opaque; keeps its session, must be closed before it */

/* Opens a Markdown file, a folder with guide.md, or a built-in guide by name (a path that exists wins). NULL:
 * the built-in guide "tre-em-tren-mang". Errors were reported; then *guide is NULL. */
enum loa_status loa_guide_open(struct loa_session *session, const char *path_or_name,
                               struct loa_guide **guide);

/* Reads a guide from memory. `name` stands in messages ("<stdin>"); pictures are looked for under `folder`
 * (NULL: none may be used). The bytes are copied. */
enum loa_status loa_guide_read(struct loa_session *session, const char *name, const char *bytes,
                               size_t length, const char *folder, struct loa_guide **guide);
void loa_guide_close(struct loa_guide *guide); /* takes NULL */

const char *loa_guide_name(const struct loa_guide *guide);     /* as opened, for messages */
const char *loa_guide_title(const struct loa_guide *guide);    /* never NULL, may be "" */
const char *loa_guide_language(const struct loa_guide *guide); /* BCP 47 */

/* One heading. Pointers live as long as the guide. */
struct loa_section {
    const char *id;
    const char *title;
    int level; /* 1 to 6 */
    unsigned line;
};
size_t loa_guide_section_count(const struct loa_guide *guide);
bool loa_guide_section(const struct loa_guide *guide, size_t index, struct loa_section *section);

#endif
