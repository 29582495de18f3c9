#!/bin/sh
# Each public header compiles alone, as strict C17 and as C++: headers.sh TREE CC CXX SCRATCH
set -eu
tree=$1 cc=$2 cxx=$3 scratch=$4
mkdir -p "$scratch"
for header in "$tree"/lib/include/loa/*.h; do
    name=$(basename "$header")
    printf '#include <loa/%s>\nint loa_header_test(void);\n' "$name" >"$scratch/header.c"
    "$cc" -std=c17 -pedantic -Wall -Wextra -Werror -I"$tree/lib/include" -fsyntax-only "$scratch/header.c"
    printf '#include <loa/%s>\n' "$name" >"$scratch/header.cc"
    "$cxx" -std=c++17 -pedantic -Wall -Wextra -Werror -I"$tree/lib/include" -fsyntax-only "$scratch/header.cc"
    echo "$name"
done
