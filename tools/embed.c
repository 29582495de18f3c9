/* embed - writes files into a C source: embed OUT.c FOLDER NAME... makes a table of { name, bytes, length }.
 */
#include <stdio.h>
#include <string.h>

static int embed_file(FILE *out, const char *folder, const char *name, int number)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        return 1;
    }
    fprintf(out, "static const unsigned char file_%d[] = {", number);
    for (int byte, count = 0; (byte = getc(in)) != EOF; count++)
        fprintf(out, "%s%d,", count % 32 == 0 ? "\n" : "", byte);
    fputs("0};\n", out); /* a NUL after the last byte: text files are strings */
    return fclose(in);
}

int main(int count, char **arguments)
{
    if (count < 3)
        return 2;
    FILE *out = fopen(arguments[1], "w");
    if (!out) {
        perror(arguments[1]);
        return 1;
    }
    fputs("/* Made by tools/embed.c from materials/. */\n#include \"guide/embedded.h\"\n", out);
    for (int i = 3; i < count; i++)
        if (embed_file(out, arguments[2], arguments[i], i - 3))
            return 1;
    fputs("const struct embedded_file embedded_files[] = {\n", out);
    for (int i = 3; i < count; i++)
        fprintf(out, "    {\"%s\", file_%d, sizeof file_%d - 1},\n", arguments[i], i - 3, i - 3);
    fputs("    {0, 0, 0}};\n", out);
    return fclose(out) ? 1 : 0;
}
