#!/bin/sh
# Pieces of an English guide have no Vietnamese words, but for names of places, numbers of laws, and names of menus as they
# stand in the apps. in_english.sh LOA FOLDER-OF-GUIDES SCRATCH-FOLDER
set -u
loa=$1 guides=$2 scratch=$3
mkdir -p "$scratch"
names='Việt Tây NĐ QĐ'
menus='Cá nhân Cài đặt Quyền riêng tư Kiến nghị phản ánh về'
printf '%s\n' $names $menus | sort -u >"$scratch/allowed"

failed=0 found=0
for guide in "$guides"/*-en.md; do
    name=$(basename "$guide" .md)
    for piece in handout slides infographic; do
        "$loa" "$piece" "$name" --to trace -o "$scratch/trace" -q || failed=1
        # Words stand between quotes; those with a byte beyond ASCII are Vietnamese, or hold a sign such as a dash.
        grep -o '"[^"]*"' "$scratch/trace" | LC_ALL=C tr -s ' "(){}/.,:;!?*-' '\n' | LC_ALL=C sed 's/\xe2\x80[\x90-\xbf]s*//g' |
            LC_ALL=C grep '[^ -~]' | grep '[[:alpha:]]' | sort -u >"$scratch/words"
        grep -qx 'Việt' "$scratch/words" && found=1
        LC_ALL=C grep -vxFf "$scratch/allowed" "$scratch/words" | LC_ALL=C grep '[a-zA-Z]\|\xc4\|\xc6\|\xe1' && {
            failed=1
            echo "not English in the $piece of $name"
        }
    done
done
[ "$found" = 1 ] || { echo "the words of the pieces were not found"; exit 1; }
exit $failed
