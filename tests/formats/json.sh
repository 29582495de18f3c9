#!/bin/sh
# An edition and its scenes as JSON, each as its schema says: json.sh LOA WORDS GUIDE SCRATCH. Every word of the guide
# is in the edition.
set -u
loa=$1 words=$2 guide=$3 scratch=$4
. "$(dirname "$0")/scratch.sh"
"$loa" handout "$guide" -q --to json -o edition.json || exit 1
for piece in handout slides infographic; do
    "$loa" "$piece" "$guide" -q --to scene-json -o "$piece.scene.json" || exit 1
done
python3 "$here/schema.py" "$here/../../docs/schema" ./*.json >texts || failed=1
"$words" "$guide" <texts >words.out || complain "words that the edition lacks:" words.out
exit "$failed"
