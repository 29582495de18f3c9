#!/bin/sh
# The pictures of the README, made by the loa that is described there: gallery.sh LOA
set -eu
cd "$(dirname "$0")"
loa=$(cd "$(dirname "../$1")" && pwd)/$(basename "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# page NAME WIDTH PAGE PDF: one page as docs/NAME.png
page() {
    pdftoppm -q -png -singlefile -f "$3" -l "$3" -scale-to-x "$2" -scale-to-y -1 "$4" "$1"
    echo "docs/$1.png"
}
# part NAME WIDTH HEIGHT PDF: the upper part of a long page
part() {
    pdftoppm -q -png -singlefile -scale-to-x "$2" -scale-to-y -1 -x 0 -y 0 -W "$2" -H "$3" "$4" "$1"
    echo "docs/$1.png"
}
for piece in handout slides infographic; do
    "$loa" "$piece" -q -o "$scratch/$piece.pdf"
done
page handout 420 1 "$scratch/handout.pdf"
page handout-2 420 3 "$scratch/handout.pdf"
number=1
for slide in 1 2 8 10; do
    page "slide-$number" 480 "$slide" "$scratch/slides.pdf"
    number=$((number + 1))
done
part infographic 360 1120 "$scratch/infographic.pdf"
"$loa" handout ../examples/ba-dieu.md -q -o "$scratch/example.pdf"
"$loa" infographic ../examples/ba-dieu.md -q -o "$scratch/example-infographic.pdf"
page example-handout 360 1 "$scratch/example.pdf"
page example-infographic 300 1 "$scratch/example-infographic.pdf"
"$loa" list themes -o "$scratch/themes.pdf" >/dev/null
page themes 760 1 "$scratch/themes.pdf"
