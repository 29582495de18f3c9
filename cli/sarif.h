/* sarif.h - findings as one document of SARIF 2.1.0 (OASIS, 27 March 2020), which editors and code hosts
 * read. */
#ifndef CLI_SARIF_H
#define CLI_SARIF_H

#include <loa/report.h>
#include <stdio.h>

/* A document being written; begun by sarif_begin(), whole after sarif_end(). */
struct sarif {
    FILE *out;
    size_t results; /* so far */
};

void sarif_begin(struct sarif *sarif, FILE *out);
void sarif_add(struct sarif *sarif, const struct loa_finding *finding);
void sarif_end(struct sarif *sarif);

#endif
