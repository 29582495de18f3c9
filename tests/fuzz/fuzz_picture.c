/* Any bytes as a picture, and as fewer pixels. */
#include "fuzz.h"
#include "scene/picture.h"

struct input {
    struct arena arena;
    const uint8_t *bytes;
    size_t length;
};

static enum loa_status decode(void *data)
{
    struct input *input = data;
    struct image image = {0};
    char why[200];
    if (picture_decode(&input->arena, (const char *)input->bytes, input->length, &image, why) == PICTURE_OK)
        if (!image.drawing)
            picture_pixels(&input->arena, &image, 20, 10);
    return LOA_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {.bytes = bytes, .length = length};
    arena_init(&input.arena, 256u << 20);
    arena_protect(&input.arena, decode, &input);
    arena_clear(&input.arena);
    return 0;
}
