#!/bin/sh
# Pictures of all that loa makes: gallery.sh LOA FOLDER
#
# Every block in every theme, and every piece of every built-in guide in every theme, into FOLDER with a page index.html
# that shows them; then the few that the READMEs show, into docs/.
set -eu
loa=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
mkdir -p "$2"
folder=$(cd "$2" && pwd)
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

names() { "$loa" list "$1" | awk '{ print $1 }'; }
themes=$(names themes)

# ---- The folder ----

# picture NAME WIDTH PAGE COMMAND…: one page of a piece
picture() {
    name=$1 width=$2 page=$3
    shift 3
    "$loa" "$@" -q --to pdf -o "$scratch/piece.pdf"
    pdftoppm -q -png -singlefile -f "$page" -l "$page" -scale-to-x "$width" -scale-to-y -1 \
        "$scratch/piece.pdf" "$folder/$name"
}
# row TITLE: a row of the index; cell NAME CAPTION: a picture in it
row() { printf '<h2>%s</h2>\n' "$1" >>"$folder/index.html"; }
cell() { printf '<figure><a href="%s.png"><img src="%s.png" alt="%s"></a><figcaption>%s</figcaption></figure>\n' "$1" "$1" "$2" "$2" >>"$folder/index.html"; }

cat >"$folder/index.html" <<'T'
<!DOCTYPE html>
<html lang="vi"><meta charset="utf-8"><title>loa</title>
<style>body{font:16px sans-serif;margin:2em}figure{display:inline-block;margin:.5em;vertical-align:top}img{width:300px;border:1px solid #ccc}</style>
<h1>loa</h1>
T
for guide in $(names guides); do
    row "$guide"
    for theme in $themes; do
        picture "$guide-handout-$theme" 420 1 handout "$guide" --theme "$theme"
        cell "$guide-handout-$theme" "handout · $theme"
        picture "$guide-slides-$theme" 640 2 slides "$guide" --theme "$theme"
        cell "$guide-slides-$theme" "slides · $theme"
        picture "$guide-infographic-$theme" 360 1 infographic "$guide" --theme "$theme"
        cell "$guide-infographic-$theme" "infographic · $theme"
    done
done
for block in $(names blocks); do
    # Blocks that say where something goes have no look of their own.
    case $block in notes | only | include | column) continue ;; esac
    row "::: $block"
    { printf -- '---\ntitle: %s\n---\n\n## ::: %s\n\n' "$block" "$block"; "$loa" show block "$block"; } >"$scratch/block.md"
    for theme in $themes; do
        picture "block-$block-$theme" 480 2 slides "$scratch/block.md" --theme "$theme"
        cell "block-$block-$theme" "$theme"
    done
    picture "block-$block-handout" 420 1 handout "$scratch/block.md"
    cell "block-$block-handout" handout
    picture "block-$block-infographic" 360 1 infographic "$scratch/block.md"
    cell "block-$block-infographic" infographic
done
echo "$folder/index.html"

# ---- The READMEs' ----

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
for block in chart cycle tree funnel quadrant lanes hierarchy ages; do
    { printf -- '---\ntitle: %s\n---\n\n' "$block"; "$loa" show block "$block"; } >"$scratch/block.md"
    "$loa" slides "$scratch/block.md" -q -o "$scratch/block.pdf"
    page "block-$block" 300 2 "$scratch/block.pdf"
done
