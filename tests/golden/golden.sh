#!/bin/sh
# Scenes as traces: golden.sh LOA NAME.PIECE.trace…
#
# Each must be what `loa PIECE NAME.md` places on its pages, line by line. `golden.sh --write LOA` writes all traces of
# the folder anew: look at the difference before you commit it. A new case is NAME.md (here or in examples/)
# and an empty NAME.PIECE.trace.
set -u
write=
[ "$1" != --write ] || { write=yes; shift; }
loa=$1
shift
[ $# -gt 0 ] || set -- "$(dirname "$0")"/*.trace
export LC_ALL=C
failed=0
for trace in "$@"; do
    case=${trace%.trace}
    guide=${case%.*}.md piece=${case##*.}
    [ -f "$guide" ] || guide=$(dirname "$trace")/../../examples/$(basename "$guide")
    if [ -n "$write" ]; then
        "$loa" "$piece" "$guide" -q --to trace -o - >"$trace" || failed=1
    else
        placed=$("$loa" "$piece" "$guide" -q --to trace -o -) || failed=1
        printf '%s\n' "$placed" | diff -u "$trace" - || failed=1
    fi
done
exit "$failed"
