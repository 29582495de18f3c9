#!/bin/sh
# Pictures of all kinds in each piece: photos.sh LOA GUIDE SCRATCH. JPEG is passed through to PDF, SVG leaves no
# pixels there, and what cameras write into files is nowhere.
set -u
loa=$1 guide=$2 scratch=$3
. "$(dirname "$0")/scratch.sh"

"$loa" handout "$guide" -q -o a.pdf || exit 1
"$loa" slides "$guide" -q --to pdf -o slides.pdf || exit 1
"$loa" infographic "$guide" -q -o a.png || exit 1

pdfimages -list a.pdf | tail -n +3 >images
jpeg=$(grep -c ' jpeg ' images)
[ "$jpeg" = "$(grep -c '\.jpg)' "$guide")" ] || complain "JPEG files are not passed through:" images
[ "$(awk '$3 == "image"' images | grep -c '')" = "$(grep -cE '\.(jpg|png)\)' "$guide")" ] || complain "more pictures than JPEG and PNG files:" images
pdffonts a.pdf | tail -n +3 >fonts
[ -s fonts ] || complain "pdffonts finds no fonts"
grep -v 'Noto' fonts >foreign && complain "fonts of a drawing:" foreign

# The guide's folder holds the words that are looked for, so that the search can't be blind.
grep -raq BiMat "$(dirname "$guide")/pictures" || complain "no picture holds what must not be found"
for file in a.pdf slides.pdf; do qpdf --qdf --object-streams=disable "$file" "plain-$file" || exit 1; done
pdfimages -all a.pdf taken || exit 1
grep -laE 'BiMat|Exif|GPS' ./* >found && complain "places and times of a photograph are in:" found
exit "$failed"
