/* pdf_tools.h - PDFs through programs loa did not write: qpdf, poppler, MuPDF. A test whose program is not
 * installed is skipped. */
#ifndef SUPPORT_PDF_TOOLS_H
#define SUPPORT_PDF_TOOLS_H

#include "scenes.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

struct pdf_file {
    char path[64];
    char *bytes;
    size_t length;
};

static inline struct pdf_file pdf_write(const struct scene *scene)
{
    struct pdf_file file = {.path = "/tmp/loa-pdf-XXXXXX"};
    struct loa_error error;
    enum loa_status status = stage_write(&format_pdf, scene, 0, &file.bytes, &file.length, &error);
    if (status != LOA_OK)
        fail_msg("%s", error.message);
    int descriptor = mkstemp(file.path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, file.bytes, file.length), file.length);
    close(descriptor);
    return file;
}

static inline void pdf_close(struct pdf_file *file)
{
    unlink(file->path);
    free(file->bytes);
}

/* What a shell command prints on standard output, with %s in it replaced by the file's path; *code (may be
 * NULL) gets its exit code. The caller frees it. */
static inline char *pdf_run(const struct pdf_file *file, const char *command, int *code)
{
    char line[1000];
    const char *hole = strstr(command, "%s");
    snprintf(line, sizeof line, "%.*s%s%s", hole ? (int)(hole - command) : (int)strlen(command), command,
             hole ? file->path : "", hole ? hole + 2 : "");
    FILE *pipe = popen(line, "r");
    assert_non_null(pipe);
    size_t room = 1 << 16, length = 0;
    char *text = malloc(room);
    for (size_t got; (got = fread(text + length, 1, room - length - 1, pipe)) > 0; length += got)
        if (room - length - got < 2)
            text = realloc(text, room *= 2);
    text[length] = '\0';
    int status = pclose(pipe);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) {
        free(text);
        skip();
    }
    if (code)
        *code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return text;
}

static inline void assert_prints(const struct pdf_file *file, const char *command, const char *part)
{
    char *text = pdf_run(file, command, NULL);
    if (!strstr(text, part))
        fail_msg("“%s” printed no “%s” but:\n%.2000s", command, part, text);
    free(text);
}

static inline void assert_prints_not(const struct pdf_file *file, const char *command, const char *part)
{
    char *text = pdf_run(file, command, NULL);
    if (strstr(text, part))
        fail_msg("“%s” printed “%s”", command, part);
    free(text);
}

static inline void assert_output(const struct pdf_file *file, const char *command, const char *wanted)
{
    char *text = pdf_run(file, command, NULL);
    assert_string_equal(text, wanted);
    free(text);
}

/* Every object in plain sight, one stream after another. */
#define PDF_PLAIN "qpdf --qdf --object-streams=disable --no-original-object-ids %s - | tr -d '\\000'"

/* Debian builds MuPDF without colour management, which it says each time. */
#define PDF_NO_ICC " | grep -v 'ICC support is not available'"

/* Programs that complain about a file say so on standard error. */
static inline void assert_sound(const struct pdf_file *file)
{
    int code = -1;
    free(pdf_run(file, "qpdf --check %s", &code));
    assert_int_equal(code, 0);
    assert_output(file, "pdftoppm -r 20 -png %s 2>&1 >/dev/null", "");
    assert_output(file, "pdftotext %s - 2>&1 >/dev/null", "");
    assert_output(file, "mutool draw -q -r 20 -F ppm -o /dev/null %s 2>&1 >/dev/null" PDF_NO_ICC, "");
    assert_output(file, "mutool draw -q -F txt -o /dev/null %s 2>&1 >/dev/null" PDF_NO_ICC, "");
}

#endif
