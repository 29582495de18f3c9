/* share.h - which glyph of a run says what, for readers that search, copy or read aloud.
 *
 * A code means one text (ToUnicode), and readers put codes together by where they stand. So a glyph says one
 * character where that can be. Where it stands for several that are outside of the BMP or read from right to
 * left, which some readers turn round or spoil, fillers say the others. Where glyphs are moved from their
 * places (marks) or are more than the characters, the cluster is said as a whole (ActualText, ISO
 * 32000-1, 14.9.4). */
#ifndef FORMATS_PDF_SHARE_H
#define FORMATS_PDF_SHARE_H

#include "formats/pdf/content.h"

/* Fills content->shown. */
void share_text(struct content *content, struct face *face, const struct run *run);

#endif
