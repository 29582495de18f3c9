#!/bin/sh
# Runs one case of the command line: run.sh LOA CASE-FOLDER SCRATCH-FOLDER.
#
# A case is a folder with
#   cmd      a script of sh, run in a scratch folder of its own with `loa` in its PATH
#   files/   what lies in the scratch folder beforehand (may be absent)
#   stdout, stderr   what must be printed, `*` standing for anything; absent: nothing may be printed
#   exit     the exit code; absent: 0. 77 skips the case
#   left     the files that must be there afterwards besides those given, one a line; absent: when the case fails, none
# `run.sh --write …` writes stdout, stderr and exit as they come out: read them before you commit them.
set -u
write=
[ "$1" != --write ] || { write=yes; shift; }
loa=$1 case=$2 scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch/here"
[ ! -d "$case/files" ] || cp -R "$case/files/." "$scratch/here"
listing() { (cd "$scratch/here" && find . ! -name . | sed 's,^\./,,' | LC_ALL=C sort); }
listing >"$scratch/before"

export CASE="$case" LC_ALL=C PATH="$(cd "$(dirname "$loa")" && pwd):$PATH"
unset NO_COLOR LOA_MATERIALS LANG LC_MESSAGES 2>/dev/null
(cd "$scratch/here" && exec sh "$case/cmd") >"$scratch/stdout" 2>"$scratch/stderr" </dev/null
code=$?
[ "$code" != 77 ] || { cat "$scratch/stdout"; exit 77; }

listing >"$scratch/after"
LC_ALL=C comm -13 "$scratch/before" "$scratch/after" >"$scratch/left"
LC_ALL=C comm -23 "$scratch/before" "$scratch/after" >"$scratch/lost"

if [ -n "$write" ]; then
    for stream in stdout stderr; do
        if [ -s "$scratch/$stream" ]; then cp "$scratch/$stream" "$case/$stream"; else rm -f "$case/$stream"; fi
    done
    if [ "$code" = 0 ]; then rm -f "$case/exit"; else echo "$code" >"$case/exit"; fi
    exit 0
fi

failed=0
complain() {
    failed=1
    echo "-- $1"
}
# like ACTUAL EXPECTED: the same text, `*` of the expected one standing for anything.
like() {
    pattern=$(sed 's/[][?\\]/\\&/g' "$2")
    # shellcheck disable=SC2254 # the pattern is meant
    case $(cat "$1") in $pattern) return 0 ;; esac
    return 1
}
none=$scratch/none
: >"$none"
for stream in stdout stderr; do
    expected=$case/$stream
    [ -f "$expected" ] || expected=$none
    like "$scratch/$stream" "$expected" || {
        complain "$stream is not as expected:"
        diff "$expected" "$scratch/$stream"
    }
done
expected=0
[ ! -f "$case/exit" ] || expected=$(cat "$case/exit")
[ "$code" = "$expected" ] || complain "exit code $code, expected $expected"
if [ -f "$case/left" ]; then
    diff "$case/left" "$scratch/left" || complain "other files are left"
elif [ "$expected" != 0 ] && [ -s "$scratch/left" ]; then
    complain "files are left behind:"
    cat "$scratch/left"
fi
[ ! -s "$scratch/lost" ] || complain "files are gone: $(cat "$scratch/lost")"
exit "$failed"
