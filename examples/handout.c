/* handout.c - makes a handout from a guide: handout [GUIDE] FILE.pdf
 *
 * Build against an installed loa: cc handout.c -lloa … (see CMakeLists.txt for the libraries). */
#include <loa/loa.h>
#include <stdio.h>

static void say(void *self, const struct loa_finding *finding)
{
    (void)self;
    fprintf(stderr, "%s:%u:%u: %s\n", finding->file ? finding->file : "handout", finding->line,
            finding->column, finding->message);
}

static void written(void *self, const char *path)
{
    (void)self;
    printf("%s\n", path);
}

static enum loa_status make_handout(struct loa_session *session, const char *path, const char *target)
{
    struct loa_guide *guide;
    enum loa_status status = loa_guide_open(session, path, &guide);
    if (status != LOA_OK)
        return status;
    struct loa_error error = {0};
    struct loa_output *output = loa_output_to(
        &(struct loa_output_options){.target = target, .stem = "handout", .written = written}, &error);
    if (output)
        status = loa_export(guide, &(struct loa_export_options){.piece = "handout", .format = "pdf"}, output);
    else
        fprintf(stderr, "%s\n", error.message);
    loa_output_destroy(output);
    loa_guide_close(guide);
    return output ? status : LOA_BAD_USE;
}

int main(int count, char **arguments)
{
    if (count < 2 || count > 3) {
        fprintf(stderr, "usage: handout [GUIDE] FILE.pdf\n");
        return LOA_BAD_USE;
    }
    struct loa_session *session;
    enum loa_status status =
        loa_session_open(&(struct loa_session_options){.ui = LOA_UI_EN, .report = say}, &session);
    if (status == LOA_OK)
        status = make_handout(session, count == 3 ? arguments[1] : NULL, arguments[count - 1]);
    loa_session_close(session);
    return (int)status;
}
