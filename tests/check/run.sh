#!/bin/sh
# Each finding of lib/check has a guide that has it, ID.md, and one that nearly has it, ID.near.md; ID.also-WHAT.md and
# ID.near-WHAT.md are further ones. run.sh LOA TREE
#
# (no-dictionary depends on the machine, not on a guide.)
#
# What lib/check finds is read from its source, so that a finding without such a pair fails.
set -u
loa=$1 tree=$2 failed=0
export LC_ALL=C
cd "$tree/tests/check" || exit 2
complain() {
    failed=1
    echo "$*"
}
# has GUIDE ID: whether loa check finds it there.
has() { "$loa" check --verbose --diagnostics=json "$1" 2>&1 >/dev/null | grep -q "\"id\":\"$2\""; }
ids=$(grep -rhoE 'FINDING_[a-z_0-9]+' "$tree/lib/check" | sed 's/^FINDING_//' | sort -u | tr _ - | grep -vx 'not-a-map\|no-dictionary')
for id in $ids; do
    [ -f "$id.md" ] && [ -f "$id.near.md" ] || {
        complain "$id: tests/check/$id.md or $id.near.md is missing"
        continue
    }
    [ "$("$loa" help "$id" | wc -w)" -ge 40 ] || complain "$id: lib/base/findings_about.def says nothing of it"
    has "$id.md" "$id" || complain "$id.md: not found"
    for further in "$id".also-*.md; do
        [ ! -f "$further" ] || has "$further" "$id" || complain "$further: not found"
    done
    for near in "$id".near.md "$id".near-*.md; do
        [ ! -f "$near" ] || ! has "$near" "$id" || complain "$near: found, though it is only near"
    done
done
for guide in "$tree"/materials/guides/*.md; do
    said=$("$loa" check --strict "$guide" 2>&1) || complain "$said"
done
exit "$failed"
