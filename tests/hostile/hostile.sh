#!/bin/sh
# Each text of make_hostile.py as a piece: hostile.sh LOA PIECE FORMAT SCALE SECONDS
#
# It ends with a file or a message, within SECONDS of CPU, which is five times what the slowest takes: what takes the
# square of its size takes minutes.
set -u
here=$(cd "$(dirname "$0")" && pwd)
loa=$1 piece=$2 format=$3 scale=$4 seconds=$5
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
names=$(python3 "$here/make_hostile.py" names) && [ -n "$names" ] || exit 1
for name in $names; do
    python3 "$here/make_hostile.py" "$name" "$scale" >"$name.md"
    (
        # shellcheck disable=SC3045 # dash has it
        ulimit -t "$seconds"
        exec "$loa" "$piece" -q "$name.md" --to "$format" -o - >out 2>told
    )
    code=$?
    if [ "$code" -gt 4 ] || { [ "$code" -gt 0 ] && ! grep -q '\[[a-z-]*\]$' told; } || { [ "$code" = 0 ] && [ ! -s out ]; }; then
        echo "$name: exit $code after at most $seconds s"
        head -n 5 told
        failed=1
    fi
    rm -f "$name.md" "$name.svg" out told
done
exit "$failed"
