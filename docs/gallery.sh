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
for theme in binh-an tuong-phan; do
    "$loa" handout -q --theme "$theme" -o "$scratch/handout-$theme.pdf"
    "$loa" slides -q --theme "$theme" -o "$scratch/slides-$theme.pdf"
    "$loa" infographic -q --theme "$theme" -o "$scratch/infographic-$theme.pdf"
done
page handout 420 1 "$scratch/handout-binh-an.pdf"
page handout-2 420 2 "$scratch/handout-binh-an.pdf"
page handout-contrast 420 1 "$scratch/handout-tuong-phan.pdf"
for slide in 1 2 3 4; do page "slide-$slide" 480 "$slide" "$scratch/slides-binh-an.pdf"; done
page infographic 360 1 "$scratch/infographic-binh-an.pdf"
"$loa" handout ../examples/ba-dieu.md -q -o "$scratch/example.pdf"
"$loa" infographic ../examples/ba-dieu.md -q -o "$scratch/example-infographic.pdf"
page example-handout 360 1 "$scratch/example.pdf"
page example-infographic 300 1 "$scratch/example-infographic.pdf"
