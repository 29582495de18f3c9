#!/bin/sh
# Slides and infographics as pngcheck sees them: pictures.sh LOA GUIDE SCRATCH.
set -u
loa=$1 guide=$2 scratch=$3
. "$(dirname "$0")/scratch.sh"
# has FILE WORDS: pngcheck finds the file sound and says the words of it.
has() {
    pngcheck -v "$1" >check.out || complain "$1 is broken: $(tail -n 1 check.out)"
    grep -q "$2" check.out || complain "$1: not “$2”"
}

"$loa" slides "$guide" -q -o wide/ || exit 1
"$loa" slides "$guide" --size 4:3 -q -o old/ || exit 1
"$loa" infographic "$guide" -q -o long.png || exit 1
for file in wide/*.png; do has "$file" '1920 x 1080 image, 24-bit RGB'; done
for file in old/*.png; do has "$file" '1440 x 1080 image, 24-bit RGB'; done
has long.png ' 1080 x [0-9]* image'
for file in wide/slide-01.png long.png; do
    has "$file" '(144 dpi)'
    has "$file" 'chunk sRGB'
    has "$file" 'iTXt .*keyword: Title'
done
exit "$failed"
