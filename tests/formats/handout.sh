#!/bin/sh
# A handout as programs see it that we did not write: handout.sh LOA WORDS GUIDE SCRATCH.
#
# poppler and mutool read it without a word of complaint, qpdf finds it sound, each font is an embedded subset with
# a map to Unicode, and every word of the guide comes back in its order.
set -u
loa=$1 words=$2 guide=$3 scratch=$4
. "$(dirname "$0")/scratch.sh"
# silent NAME COMMAND…: it succeeds and has nothing to say on standard error (but mutool, of how Debian built it).
silent() {
    name=$1
    shift
    "$@" 2>"$name.all" || complain "$name fails" "$name.all"
    grep -v '^warning: ICC support is not available' "$name.all" >"$name.err"
    [ ! -s "$name.err" ] || complain "$name says:" "$name.err"
}

"$loa" handout "$guide" -q -o a.pdf || exit 1

silent qpdf qpdf --check a.pdf >qpdf.out
grep -q 'No syntax or stream encoding errors' qpdf.out || complain "qpdf finds:" qpdf.out

# Without the furniture in the margins, which are 56 points tall.
height=$(pdfinfo a.pdf | sed -n 's/^Page size: *[0-9.]* x \([0-9]*\).*/\1/p')
silent pdftotext pdftotext -raw -r 72 -x 0 -y 50 -W 2000 -H $((height - 100)) a.pdf poppler.txt
"$words" "$guide" <poppler.txt >words.out || complain "words that pdftotext doesn't find:" words.out
silent mutool mutool draw -q -F txt -o mutool.txt a.pdf
[ -s mutool.txt ] || complain "mutool finds no text"
silent pdftoppm pdftoppm -r 20 -png a.pdf page

pdffonts a.pdf | tail -n +3 >fonts
[ -s fonts ] || complain "there are no fonts"
# Type 3 is drawn in the file: emoji.
awk '{ drawn = $0 ~ /Type 3/; if ($(NF - 4) != "yes" || (!drawn && $(NF - 3) != "yes") || $(NF - 2) != "yes") { print; bad = 1 } } END { exit bad }' fonts >bad ||
    complain "fonts that are not embedded, subset and mapped to Unicode:" bad

silent pdfinfo pdfinfo a.pdf >info
grep -q '^Title: *[^ ]' info || complain "the title is missing" info
mutool show a.pdf trailer/Root/Lang | grep -q '^(..' || complain "the language is missing"
headings=$(mutool show a.pdf outline 2>outline.err | grep -c '"')
[ "$headings" -gt 0 ] || complain "the outline is empty" outline.err
# Those inside blocks are titles of cards, not of sections.
[ "$(awk '/^:::+ *[^: ]/ { inside++ } /^:::+ *$/ { inside-- } !inside && /^##* / { n++ } END { print n + 0 }' "$guide")" -le "$headings" ] || complain "headings are missing in the outline: there are $headings"
if grep -q '](http' "$guide"; then
    qpdf --qdf --object-streams=disable a.pdf - | grep -aq '/URI (http' || complain "the links are missing"
fi
exit "$failed"
