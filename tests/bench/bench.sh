#!/bin/sh
# What each job costs, in a cold process each time: bench.sh LOA
set -eu
here=$(cd "$(dirname "$0")" && pwd)
loa=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
${CC:-cc} -O2 -o "$scratch/measure" "$here/measure.c"
cd "$scratch"

# job NAME TIMES PER COMMAND...: a row; the CPU is also divided by PER, the number of pages or sections.
job() {
    name=$1 times=$2 per=$3
    shift 3
    rm -rf out
    mkdir out
    # shellcheck disable=SC2046 # three numbers
    set -- $(./measure "$times" "$@")
    find out -type f -exec cat {} + | wc -c >bytes
    awk -v name="$name" -v cpu="$1" -v wall="$2" -v kib="$3" -v bytes="$(cat bytes)" -v per="$per" 'BEGIN {
        printf "%-34s %9.1f %9.1f %9.1f %11d", name, cpu, wall, kib / 1024, bytes
        if (per > 1) printf "   %.2f ms CPU each of %d", cpu / per, per
        print ""
    }'
}

printf '%-34s %9s %9s %9s %11s\n' job 'CPU ms' 'wall ms' 'peak MiB' bytes
job 'start and stop' 21 1 "$loa" --version
job 'handout, built-in guide' 21 1 "$loa" handout -o out/handout.pdf
slides=$("$loa" slides -o count/ | wc -l)
rm -rf count
job 'slides, built-in guide, 1 thread' 5 "$slides" "$loa" slides --jobs 1 -o out/
job 'slides, built-in guide, 2 threads' 5 "$slides" "$loa" slides --jobs 2 -o out/
job 'slides as PDF, built-in guide' 11 1 "$loa" slides -o out/slides.pdf
job 'infographic, built-in guide' 11 1 "$loa" infographic -o out/infographic.png
job 'check, built-in guide' 5 1 "$loa" check
for sections in 10 50 100 200 400 800; do
    python3 "$here/make_guide.py" "$sections" >guide.md
    job "handout, $sections sections" 5 "$sections" "$loa" handout guide.md -o out/handout.pdf
done
python3 "$here/make_guide.py" 460 >guide.md
words=$(wc -w <guide.md)
job "handout, $words words" 3 460 "$loa" handout guide.md -o out/handout.pdf
job "slides as PDF, $words words" 3 460 "$loa" slides guide.md -o out/slides.pdf
for rows in 2500 5000 10000; do
    python3 "$here/make_table.py" "$rows" >guide.md
    job "handout, a table of $rows rows" 3 "$rows" "$loa" handout guide.md -o out/handout.pdf
done
