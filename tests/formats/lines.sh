#!/bin/sh
# A piece breaks the same lines in PDF and PNG: lines.sh LOA PIECE GUIDE SCRATCH.
#
# Both are painted from one scene; here each is read back, and compared with the trace of the scene.
set -u
loa=$1 piece=$2 guide=$3 scratch=$4
. "$(dirname "$0")/scratch.sh"

"$loa" "$piece" "$guide" -q --to trace -o a.trace || exit 1
"$loa" "$piece" "$guide" -q --to pdf -o a.pdf || exit 1
"$loa" "$piece" "$guide" -q --to png -o 'page-%d.png' || exit 1

pdftotext -bbox a.pdf a.html || complain "pdftotext fails"
python3 "$here/lines.py" a.trace pdf a.html >pdf.out || complain "the PDF differs:" pdf.out
dpi=$(pngcheck -v page-1.png | sed -n 's/.*(\([0-9]*\) dpi).*/\1/p')
page=0
while [ -f "page-$((page + 1)).png" ]; do
    page=$((page + 1))
    mutool draw -q -c gray -r "$dpi" -o page.pgm "page-$page.png" 2>mutool.err || complain "mutool fails" mutool.err
    python3 "$here/lines.py" a.trace png "$page" page.pgm >png.out || complain "the PNG differs:" png.out
done
python3 "$here/lines.py" a.trace png 1 page.pgm >png.out && complain "the last page looks like the first"
[ "$page" = "$(grep -c '^page ' a.trace)" ] || complain "there are $page pictures"
exit "$failed"
