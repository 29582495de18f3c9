/* cmd_show.c - `loa show`: the source of something in the materials, on standard output. */
#include "app.h"
#include <errno.h>
#include <string.h>

static bool write_out(void *self, const void *bytes, size_t length, struct loa_error *error)
{
    (void)self;
    if (fwrite(bytes, 1, length, stdout) == length)
        return true;
    error->status = LOA_IO_FAILED;
    snprintf(error->message, sizeof error->message, "%s", loa_errno_words(errno, LOA_UI_EN));
    return false;
}

static bool is_kind(const char *word)
{
    const char *kind;
    for (size_t i = 0; (kind = loa_show_kind(i)); i++)
        if (strcmp(kind, word) == 0)
            return true;
    return false;
}

/* [KIND] NAME [GUIDE]: a first word that is a kind's is one when another follows. */
static struct loa_show_options read_words(const struct word_list *words)
{
    size_t at = 1;
    struct loa_show_options what = {0};
    if (words->count == 4 || (words->count == 3 && is_kind(words->at[at])))
        what.kind = words->at[at++];
    what.name = words->at[at++];
    what.guide = at < words->count ? words->at[at] : NULL;
    return what;
}

static enum loa_status run(struct app *app)
{
    static const struct loa_sink_ops to_stdout = {.write = write_out};
    struct loa_session *session;
    enum loa_status status = app_open_session(app, &session);
    if (status != LOA_OK)
        return status;
    struct loa_sink *sink = loa_sink_create(&to_stdout, NULL);
    const struct loa_show_options what = read_words(&app->options.words);
    status = sink ? loa_show(session, &what, sink) : LOA_LIMIT;
    if (status == LOA_OK)
        status = loa_sink_finish(sink);
    loa_sink_destroy(sink);
    loa_session_close(session);
    /* A failure of standard output is told once, when it is flushed. */
    return status == LOA_IO_FAILED ? LOA_OK : status;
}

static void candidate_name(void *self, const struct loa_entry *entry)
{
    candidate(self, entry->name, entry->summary);
}

static void candidates_of_names(const struct candidates *candidates)
{
    static const enum loa_kind shown[] = {LOA_GUIDES, LOA_THEMES, LOA_PROFILES, LOA_FACTS,
                                          LOA_FONTS,  LOA_ICONS,  LOA_BLOCKS};
    struct candidates copy = *candidates;
    const char *kind;
    for (size_t i = 0; (kind = loa_show_kind(i)); i++)
        candidate(candidates, kind, NULL);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        loa_list(candidates->session, shown[i], candidate_name, &copy);
}

static const char *const examples[] = {"loa show tre-em-tren-mang > bai.md",
                                       "lấy một bản hướng dẫn về sửa",
                                       "takes a guide home to change it",
                                       "loa show contacts.111 bai.md",
                                       "một dữ kiện, nguồn của nó, và những chỗ bai.md dùng nó",
                                       "a fact, its source, and where bai.md uses it",
                                       "loa show section conduct.bullying",
                                       "Markdown của một mục",
                                       "the Markdown of a section",
                                       "loa show block steps >> bai.md",
                                       "mẫu của một khối, thêm vào cuối bài",
                                       "a block’s example, added to a guide",
                                       "loa show font \"Noto Sans\"",
                                       "các kiểu của một phông, và chữ Việt nó còn thiếu",
                                       "a family's faces, and the Vietnamese letters they lack",
                                       NULL};

const struct command command_show = {
    .name = "show",
    .usage_vi = "[LOẠI] TÊN [BẢN-HƯỚNG-DẪN]",
    .usage_en = "[KIND] NAME [GUIDE]",
    .summary_vi = "in ra một bản hướng dẫn, mục, chủ đề, hồ sơ, dữ kiện, phông chữ, biểu tượng hay khối",
    .summary_en = "prints a guide, section, theme, profile, fact, font, icon or block",
    .about_vi = "LOẠI là guide, theme, profile, fact, section, font, icon, template hay block; không nói thì "
                "là loại đầu tiên có tên ấy. BẢN-HƯỚNG-DẪN là nơi tìm mục và những chỗ dùng dữ kiện; không "
                "nói thì là "
                "tre-em-tren-mang.",
    .about_en =
        "KIND is guide, theme, profile, fact, section, font, icon, template or block; without it, the "
        "first that has the name. GUIDE is where sections and uses of facts are looked for; without it, "
        "tre-em-tren-mang.",
    .examples = examples,
    .options = OPTIONS_COMMON | OPTIONS_MATERIALS,
    .least_words = 1,
    .most_words = 3,
    .words = {{.own = candidates_of_names},
              {.own = candidates_of_names, .files = "*.md"},
              {.listed = true, .kind = LOA_GUIDES, .files = "*.md"}},
    .run = run,
};
