#!/bin/sh
# A guide NAME-en.md beside NAME.md has the same sections in the same order, by their ids. same_sections.sh FOLDER-OF-GUIDES SCRATCH-FOLDER
set -u

ids() { grep -o '^#.*{#[^ }]*' "$1" | sed 's/.*{#//'; }

mkdir -p "$2"
failed=0
pairs=0
for english in "$1"/*-en.md; do
    original=${english%-en.md}.md
    ids "$original" >"$2/original"
    ids "$english" >"$2/english"
    [ -s "$2/original" ] && pairs=$((pairs + 1))
    diff "$2/original" "$2/english" || {
        failed=1
        echo "other sections than $original: $english"
    }
done
[ "$pairs" -gt 0 ] || { echo "no guide has an English edition"; exit 1; }
exit $failed
