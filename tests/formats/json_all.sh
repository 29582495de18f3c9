#!/bin/sh
# The small guides of tests/golden, which hold each construct, as JSON: json_all.sh LOA GOLDEN-FOLDER SCRATCH. Each is as
# the schemas say, and all that these speak of is found.
set -u
loa=$1 golden=$2 scratch=$3
. "$(dirname "$0")/scratch.sh"
for guide in "$golden"/*.md; do
    name=$(basename "$guide" .md)
    "$loa" slides "$guide" -q --to json -o "$name.json" || exit 1
    "$loa" handout "$guide" -q --to scene-json -o "$name.scene.json" || exit 1
done
python3 "$here/schema.py" "$here/../../docs/schema" --all ./*.json >texts
