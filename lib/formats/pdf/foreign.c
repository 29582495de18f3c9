#include "formats/pdf/foreign.h"
#include "base/vector.h"
#include <stdlib.h>
#include <string.h>

struct foreign {
    struct document *document;
    const char *bytes, *end;
    size_t count;       /* of objects, 0 being none */
    const char **where; /* each begins, behind "N 0 obj" */
    unsigned *copies;   /* ids in our document, 0: not needed yet */
    VECTOR(unsigned) wanted;
    bool refused;
};

/* ---- Tokens (ISO 32000-1, 7.2): names, numbers, keywords, "<<", ">>" and brackets ---- */

struct token {
    const char *at;
    size_t length; /* 0 at the end */
};

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
    return c == '/' || c == '<' || c == '>' || c == '[' || c == ']' || c == '(' || c == ')' || c == '%';
}

static const char *skip_space(const char *at, const char *end)
{
    while (at < end && (is_space(*at) || *at == '%'))
        if (*at++ == '%')
            while (at < end && *at != '\n' && *at != '\r')
                at++;
    return at;
}

static struct token next_token(const char **at, const char *end)
{
    struct token token = {skip_space(*at, end), 0};
    const char *here = token.at;
    if (here < end)
        here += end - here > 1 && (*here == '<' || *here == '>') && here[0] == here[1] ? 2 : 1;
    if (here > token.at && (*token.at == '/' || !is_delimiter(*token.at)))
        while (here < end && !is_space(*here) && !is_delimiter(*here))
            here++;
    token.length = (size_t)(here - token.at);
    *at = here;
    return token;
}

static bool token_is(struct token token, const char *text)
{
    return token.length == strlen(text) && memcmp(token.at, text, token.length) == 0;
}

/* A whole number; false for other tokens. */
static bool token_number(struct token token, size_t *number)
{
    *number = 0;
    for (size_t i = 0; i < token.length; i++) {
        if (token.at[i] < '0' || token.at[i] > '9' || *number > SIZE_MAX / 10 - 9)
            return false;
        *number = *number * 10 + (size_t)(token.at[i] - '0');
    }
    return token.length > 0;
}

/* When "number 0 R" begins with a token that was just read: the number, and goes behind; else 0. */
static size_t take_reference(const struct foreign *foreign, struct token first, const char **at)
{
    const char *ahead = *at;
    size_t number, generation;
    if (!token_number(first, &number) || !token_number(next_token(&ahead, foreign->end), &generation) ||
        !token_is(next_token(&ahead, foreign->end), "R") || number >= foreign->count)
        return 0;
    *at = ahead;
    return number;
}

/* ---- The table of objects ---- */

static const char *last_of(const struct foreign *foreign, const char *words)
{
    size_t length = strlen(words);
    for (const char *at = foreign->end - length; at >= foreign->bytes; at--)
        if (memcmp(at, words, length) == 0)
            return at + length;
    return NULL;
}

/* Finds where object `number` begins, from its row of the table. */
static const char *object_at(const struct foreign *foreign, size_t offset, size_t number)
{
    if (offset >= (size_t)(foreign->end - foreign->bytes))
        return NULL;
    const char *at = foreign->bytes + offset;
    size_t found, generation;
    if (!token_number(next_token(&at, foreign->end), &found) || found != number ||
        !token_number(next_token(&at, foreign->end), &generation) ||
        !token_is(next_token(&at, foreign->end), "obj"))
        return NULL;
    return at;
}

static bool read_table(struct foreign *foreign)
{
    const char *at = foreign->end - foreign->bytes > 9 ? last_of(foreign, "startxref") : NULL;
    size_t offset, first, row[2];
    if (!at || !token_number(next_token(&at, foreign->end), &offset) ||
        offset >= (size_t)(foreign->end - foreign->bytes))
        return false;
    at = foreign->bytes + offset;
    if (!token_is(next_token(&at, foreign->end), "xref") ||
        !token_number(next_token(&at, foreign->end), &first) || first != 0 ||
        !token_number(next_token(&at, foreign->end), &foreign->count) ||
        foreign->count > (size_t)(foreign->end - at) / 20)
        return false;
    foreign->where = ARENA_ARRAY(foreign->document->arena, const char *, foreign->count + 1);
    foreign->copies = ARENA_ARRAY(foreign->document->arena, unsigned, foreign->count + 1);
    for (size_t i = 0; i < foreign->count; i++) {
        for (size_t k = 0; k < 2; k++)
            if (!token_number(next_token(&at, foreign->end), &row[k]))
                return false;
        if (token_is(next_token(&at, foreign->end), "n"))
            foreign->where[i] = object_at(foreign, row[0], i);
    }
    return true;
}

/* The object that a dictionary's entry refers to (an array's first); 0: none. Entries inside of it count. */
static size_t entry(const struct foreign *foreign, const char *at, const char *name)
{
    for (struct token token; at && (token = next_token(&at, foreign->end)).length > 0;) {
        if (token_is(token, "endobj") || token_is(token, "stream") || token_is(token, "startxref"))
            return 0;
        if (!token_is(token, name))
            continue;
        token = next_token(&at, foreign->end);
        if (token_is(token, "["))
            token = next_token(&at, foreign->end);
        return take_reference(foreign, token, &at);
    }
    return 0;
}

/* ---- Copies ---- */

/* An object's own bytes, as they go into our document. */
struct copy {
    struct builder body; /* of the dictionary */
    const char *stream;  /* NULL: none */
    size_t length;
};

/* Our id of an object, which is copied later when it wasn't yet. */
static unsigned copy_id(struct foreign *foreign, size_t number)
{
    unsigned *id = &foreign->copies[number];
    if (!*id) {
        *id = document_reserve(foreign->document);
        *VECTOR_ADD(foreign->document->arena, &foreign->wanted) = (unsigned)number;
    }
    return *id;
}

static void put_token(struct builder *body, struct token token)
{
    if (body->length > 0 && !is_delimiter(body->at[body->length - 1]) && !is_delimiter(*token.at))
        builder_char(body, ' ');
    builder_add(body, token.at, token.length);
}

/* A stream's length may be an object of its own. */
static size_t read_length(struct foreign *foreign, const char **at)
{
    struct token token = next_token(at, foreign->end);
    size_t number = take_reference(foreign, token, at), length = 0;
    const char *object = number ? foreign->where[number] : NULL;
    if (object)
        token = next_token(&object, foreign->end);
    if (!token_number(token, &length))
        foreign->refused = true;
    return length;
}

static void find_stream(struct foreign *foreign, struct copy *copy, const char *at)
{
    if (!token_is(next_token(&at, foreign->end), "stream"))
        return;
    at += at < foreign->end && *at == '\r';
    at += at < foreign->end && *at == '\n';
    if (copy->length > (size_t)(foreign->end - at))
        foreign->refused = true;
    else
        copy->stream = at;
}

/* Copies a dictionary's entries, with references to our objects, and finds its stream. What readers may do to
 * make pictures smooth is left out, since PDF/A forbids it. */
static void read_object(struct foreign *foreign, const char *at, struct copy *copy)
{
    builder_init(&copy->body, foreign->document->arena);
    if (!at || !token_is(next_token(&at, foreign->end), "<<")) {
        foreign->refused = true;
        return;
    }
    for (unsigned depth = 1; !foreign->refused;) {
        struct token token = next_token(&at, foreign->end);
        size_t number = take_reference(foreign, token, &at);
        if (number)
            builder_format(&copy->body, " %u 0 R", copy_id(foreign, number));
        else if (token.length == 0 || *token.at == '(' || token_is(token, "endobj"))
            foreign->refused = true;
        else if (depth == 1 && token_is(token, "/Length"))
            copy->length = read_length(foreign, &at);
        else if (token_is(token, "/Interpolate"))
            next_token(&at, foreign->end);
        else if (token_is(token, ">>") && --depth == 0)
            break;
        else {
            depth += token_is(token, "<<");
            put_token(&copy->body, token);
        }
    }
    find_stream(foreign, copy, at);
}

static void copy_wanted(struct foreign *foreign)
{
    for (size_t i = 0; i < foreign->wanted.count && !foreign->refused; i++) {
        size_t number = foreign->wanted.at[i];
        struct copy copy = {0};
        read_object(foreign, foreign->where[number], &copy);
        if (copy.stream)
            document_set_stream(foreign->document, foreign->copies[number], builder_text(&copy.body),
                                copy.stream, copy.length, true);
        else
            document_set(foreign->document, foreign->copies[number], &copy.body);
    }
}

unsigned foreign_add_page(struct document *document, const char *bytes, size_t length, unsigned width,
                          unsigned height)
{
    struct foreign foreign = {.document = document, .bytes = bytes, .end = bytes + length};
    if (!read_table(&foreign))
        return 0;
    size_t root = entry(&foreign, last_of(&foreign, "trailer"), "/Root");
    size_t pages = entry(&foreign, foreign.where[root], "/Pages");
    size_t page = entry(&foreign, foreign.where[pages], "/Kids");
    size_t contents = entry(&foreign, foreign.where[page], "/Contents");
    size_t resources = entry(&foreign, foreign.where[page], "/Resources");
    if (!contents || !resources)
        return 0;
    struct copy copy = {0};
    read_object(&foreign, foreign.where[contents], &copy);
    if (!copy.stream)
        return 0;
    const char *body = arena_format(document->arena,
                                    "/Type/XObject/Subtype/Form/BBox[0 0 %u %u]/Group<</S/Transparency/I true"
                                    "/CS/DeviceRGB>>/Resources %u 0 R%s",
                                    width, height, copy_id(&foreign, resources), builder_text(&copy.body));
    unsigned form = document_stream(document, body, copy.stream, copy.length, true);
    copy_wanted(&foreign);
    return foreign.refused ? 0 : form;
}
