#!/bin/sh
# QR codes as a scanner reads them, in each piece, in two themes, and from a page scanned in grey: qr.sh LOA SCRATCH.
set -u
loa=$1 scratch=$2
. "$(dirname "$0")/scratch.sh"
short='https://tongdai111.vn'
long="https://example.org/?q=$(printf '%0200d' 7)&w=%E1%BA%BE"
printf '# Mã\n\n::: qr %s\nTổng đài 111\n:::\n\n## Dài\n\n::: qr %s\nMột địa chỉ dài\n:::\n' "$short" "$long" >guide.md
printf '%s\n' "$long" "$short" | LC_ALL=C sort >expected

# reads WHAT PICTURE...: what the scanner finds in all of them together.
reads() {
    what=$1
    shift
    zbarimg -q --raw "$@" 2>zbar.err | LC_ALL=C sort >found
    cmp -s expected found || complain "$what: $(cat found zbar.err)"
}

"$loa" slides guide.md -q -o slides/ || exit 1
reads slides slides/*.png
"$loa" slides guide.md --theme tuong-phan -q -o dark/ || exit 1
reads 'slides in strong contrast' dark/*.png
"$loa" infographic guide.md -q -o long.png || exit 1
reads infographic long.png
"$loa" handout guide.md -q -o a4.pdf || exit 1
pdftoppm -r 150 -gray -png a4.pdf page || exit 1
reads 'handout' page*.png
exit "$failed"
