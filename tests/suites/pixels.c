/* pixels FILE: the picture's width and height as a line, then its pixels as 8-bit RGBA. */
#include "base/file.h"
#include "base/limits.h"
#include "scene/picture.h"
#include <stdio.h>

struct job {
    struct arena arena;
    const char *path;
};

static enum loa_status work(void *data)
{
    struct job *job = data;
    char *bytes, why[200];
    size_t length;
    struct image image = {0};
    if (file_read(&job->arena, job->path, LIMIT_IMAGE_BYTES, &bytes, &length) != FILE_OK ||
        picture_decode(&job->arena, bytes, length, &image, why) != PICTURE_OK || image.drawing)
        return LOA_BAD_GUIDE;
    struct pixels pixels = picture_pixels(&job->arena, &image, image.width, image.height);
    printf("%u %u\n", pixels.width, pixels.height);
    fwrite(pixels.rgba, 4, (size_t)pixels.width * pixels.height, stdout);
    return fflush(stdout) == 0 ? LOA_OK : LOA_IO_FAILED;
}

int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    struct job job = {.path = arguments[1]};
    arena_init(&job.arena, 0);
    enum loa_status status = arena_protect(&job.arena, work, &job);
    arena_clear(&job.arena);
    return status == LOA_OK ? 0 : 1;
}
