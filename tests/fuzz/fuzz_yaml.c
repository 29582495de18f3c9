/* Any bytes as YAML (front matter, data), and as a theme. */
#include "base/reporter.h"
#include "base/yaml.h"
#include "fuzz.h"
#include "text/unicode.h"
#include "theme/theme.h"

struct input {
    struct arena arena;
    const char *bytes;
    size_t length;
};

static enum loa_status read(void *data)
{
    struct input *input = data;
    struct reporter reporter = {0};
    const char *text = arena_copy(&input->arena, input->bytes, input->length);
    const struct source *source = source_create(&input->arena, "fuzz", NULL, text, input->length);
    yaml_parse(&input->arena, &reporter, source, 0, input->length);
    theme_read(&input->arena, &reporter, NULL, source);
    return LOA_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {.bytes = (const char *)bytes, .length = length};
    if (utf8_check(input.bytes, length) < length)
        return 0; /* sources are UTF-8 by their word */
    arena_init(&input.arena, 256u << 20);
    arena_protect(&input.arena, read, &input);
    arena_clear(&input.arena);
    return 0;
}
