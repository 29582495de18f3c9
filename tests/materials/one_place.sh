#!/bin/sh
# The helpline's number is changed in one file: every piece of every guide has the new one and none the old one.
# one_place.sh LOA MATERIALS SCRATCH-FOLDER
set -u
loa=$1 materials=$2 scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch"
cp -R "$materials" "$scratch/materials"
contacts=$scratch/materials/data/contacts.yaml
sed '/^"111":/,/^$/s/value: "111"/value: "1900"/' "$contacts" >"$scratch/changed" && mv "$scratch/changed" "$contacts"
cmp -s "$contacts" "$materials/data/contacts.yaml" && { echo "nothing was changed"; exit 1; }

failed=0
for guide in "$materials"/guides/*.md; do
    name=$(basename "$guide" .md)
    for piece in handout slides infographic; do
        "$loa" "$piece" "$name" --materials "$scratch/materials" --to trace -o "$scratch/trace" -q || failed=1
        # Words stand between quotes.
        grep -o '"[^"]*"' "$scratch/trace" >"$scratch/words"
        grep -Eq '(^|[^0-9])1900([^0-9]|$)' "$scratch/words" || {
            failed=1
            echo "$piece of $name: the new number is missing"
        }
        ! grep -Ew '111' "$scratch/words" || {
            failed=1
            echo "$piece of $name: the old number is still there"
        }
    done
done
exit $failed
