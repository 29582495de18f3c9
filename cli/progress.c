#include "progress.h"

enum { BAR_CELLS = 30 };

void progress_tell(void *self, size_t done, size_t total)
{
    struct progress *progress = self;
    progress->done = done;
    progress->total = total;
    if (!progress->wanted || total < 2)
        return;
    size_t full = done * BAR_CELLS / total;
    fputs("\r[", progress->out);
    for (size_t i = 0; i < BAR_CELLS; i++)
        fputc(i < full ? '#' : '.', progress->out);
    fprintf(progress->out, "] %zu/%zu", done, total);
    fflush(progress->out);
    progress->shown = true;
}

void progress_wipe(struct progress *progress)
{
    if (progress->shown)
        fputs("\r\033[K", progress->out);
    progress->shown = false;
}
