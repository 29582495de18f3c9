/* replay.c - gives files to a target once, for compilers without libFuzzer: replay FILE... */
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>

static int replay(const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        return 1;
    }
    fseek(in, 0, SEEK_END);
    long length = ftell(in);
    rewind(in);
    uint8_t *bytes = malloc((size_t)length + 1);
    size_t count = bytes ? fread(bytes, 1, (size_t)length, in) : 0;
    fclose(in);
    LLVMFuzzerTestOneInput(bytes, count);
    free(bytes);
    return 0;
}

int main(int count, char **arguments)
{
    int failed = count < 2;
    for (int i = 1; i < count; i++)
        failed |= replay(arguments[i]);
    return failed;
}
