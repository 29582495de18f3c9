#!/bin/sh
# An example succeeds and prints a line that matches: example.sh PATTERN COMMAND…
set -u
pattern=$1
shift
printed=$("$@")
code=$?
printf '%s\n' "$printed"
printf '%s\n' "$printed" | grep -Eq -- "$pattern" || { echo "-- no line matches $pattern"; exit 1; }
exit "$code"
