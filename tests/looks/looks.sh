#!/bin/sh
# How pieces look, by eye: looks.sh LOA LOOKS NAME.PIECE.THEME.PAGE.png…
#
# Each picture is the page of a guide (of golden/, examples/ or the built-in ones), a quarter as wide, and must be
# what loa paints today, by looks.c's measure. `looks.sh --write LOA LOOKS` makes all pictures of the folder anew: look
# at them before you commit them. A new case is an empty file of such a name.
set -u
write=
[ "$1" != --write ] || { write=yes; shift; }
loa=$1 looks=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- "$here"/*.png
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
for picture in "$@"; do
    case=$(basename "$picture" .png)
    page=${case##*.} case=${case%.*}
    theme=${case##*.} case=${case%.*}
    piece=${case##*.} guide=${case%.*}
    for folder in golden ../examples; do
        [ ! -f "$here/../$folder/$guide.md" ] || guide=$here/../$folder/$guide.md
    done
    rm -f "$scratch"/*
    "$loa" "$piece" "$guide" -q --theme "$theme" --to png -o "$scratch/%d.png" >/dev/null || failed=1
    if [ -n "$write" ]; then
        "$looks" shrink "$scratch/$page.png" "$picture" || failed=1
    else
        "$looks" compare "$scratch/$page.png" "$picture" || { echo "-- $picture"; failed=1; }
    fi
done
exit "$failed"
