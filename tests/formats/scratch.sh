# What the scripts of this folder share: sourced with the scratch folder, made anew, as $scratch. The script goes on in
# it, complains of what it finds, and ends with `exit "$failed"`. $here is the folder of the scripts.
# shellcheck shell=sh disable=SC2034,SC2154 # here, failed and scratch are the script's
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch" || exit 1
failed=0
# complain WORDS [FILE]: it failed; FILE shows where.
complain() {
    failed=1
    echo "-- $1"
    [ $# -lt 2 ] || cat "$2"
}
