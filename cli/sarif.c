#include "sarif.h"
#include "cells.h"
#include "report.h"
#include <string.h>

void sarif_begin(struct sarif *sarif, FILE *out)
{
    *sarif = (struct sarif){.out = out};
    fputs("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
          "\"tool\":{\"driver\":{\"name\":\"loa\",\"version\":",
          out);
    report_json_string(out, loa_version());
    fputs("}},\"columnKind\":\"unicodeCodePoints\",\"results\":[", out);
}

/* A path as a URI reference (RFC 3986): other characters as %XX. */
static void put_uri(FILE *out, const char *path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    fputc('"', out);
    for (; *path; path++)
        if (strchr(plain, *path))
            fputc(*path, out);
        else
            fprintf(out, "%%%02X", (unsigned)(unsigned char)*path);
    fputc('"', out);
}

/* Code points in some clusters of a line: our columns count what readers see. */
static unsigned code_points(const struct cell_line *line, size_t first, size_t end)
{
    unsigned count = 0;
    for (size_t i = first; i < end && i < line->count; i++)
        for (size_t at = 0; at < line->at[i].length; at++)
            count += ((unsigned char)line->at[i].text[at] & 0xc0) != 0x80;
    return count;
}

static void put_region(FILE *out, const struct loa_finding *finding)
{
    struct cell_line line;
    fprintf(out, ",\"region\":{\"startLine\":%u", finding->line);
    if (finding->source_line && finding->column > 0 &&
        cells_split(&line, finding->source_line, strlen(finding->source_line))) {
        size_t first = finding->column - 1;
        unsigned start = code_points(&line, 0, first) + 1;
        fprintf(out, ",\"startColumn\":%u,\"endColumn\":%u", start,
                start + code_points(&line, first, first + finding->width));
        cells_free(&line);
    }
    fputc('}', out);
}

static void put_location(FILE *out, const struct loa_finding *finding)
{
    fputs(",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":", out);
    put_uri(out, finding->file);
    fputc('}', out);
    if (finding->line > 0)
        put_region(out, finding);
    fputs("}}]", out);
}

void sarif_add(struct sarif *sarif, const struct loa_finding *finding)
{
    static const char *const levels[] = {
        [LOA_NOTE] = "note", [LOA_WARNING] = "warning", [LOA_ERROR] = "error"};
    FILE *out = sarif->out;
    fputs(sarif->results++ > 0 ? ",\n{\"ruleId\":" : "\n{\"ruleId\":", out);
    report_json_string(out, finding->id);
    fprintf(out, ",\"level\":\"%s\",\"message\":{\"text\":", levels[finding->severity]);
    report_json_string(out, finding->message);
    fputc('}', out);
    if (finding->file)
        put_location(out, finding);
    if (finding->hint && *finding->hint) {
        fputs(",\"properties\":{\"hint\":", out);
        report_json_string(out, finding->hint);
        fputc('}', out);
    }
    fputc('}', out);
}

void sarif_end(struct sarif *sarif)
{
    fputs("]}]}\n", sarif->out);
    fflush(sarif->out);
}
