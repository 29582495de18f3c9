#!/bin/sh
# Prints which folder includes which, from the #include lines, and fails on an arrow that is not allowed.
# lib/README.md says why each is. architecture.sh TREE
set -u
cd "$1" || exit 2

# folder: the folders it may include (itself and the public headers of <loa/…> aside)
allowed() {
    case $1 in
    lib/include) ;;
    lib/base) ;;
    lib/text) echo base ;;
    lib/guide) echo base text ;;
    lib/check) echo base text guide ;;
    lib/theme) echo base text guide ;;
    lib/scene) echo base text guide theme ;;
    lib/layout) echo base text guide theme scene ;;
    lib/pieces) echo base text guide theme scene layout ;;
    lib/formats) echo base text guide theme scene ;;
    lib/api) echo base text guide check theme scene layout pieces formats ;;
    cli | examples) ;; # <loa/…> alone
    *)
        echo "$1 has no row in tests/architecture.sh" >&2
        return 1
        ;;
    esac
}

failed=0
for folder in lib/* cli examples; do
    [ -d "$folder" ] || continue
    own=$(basename "$folder")
    may=$(allowed "$folder") || failed=1
    includes=$(find "$folder" -name '*.[ch]' -exec sed -n 's,^#include "\([a-z_]*\)/.*,\1,p' {} + | sort -u)
    others=
    for other in $includes; do
        [ "$other" != "$own" ] || continue
        others="$others $other"
        case " $may " in
        *" $other "*) ;;
        *)
            failed=1
            echo "not allowed: $folder includes $other:"
            grep -rn "^#include \"$other/" "$folder"
            ;;
        esac
    done
    echo "$folder ->${others:- nothing}"
done

# Only these files know these libraries.
alone() {
    found=$(grep -rlE "^#include [<\"]$1" lib cli examples | grep -vE "$2")
    [ -z "$found" ] || {
        failed=1
        echo "not allowed: $1 is included by $found"
    }
}
alone 'cmark' '^lib/(guide/|api/version.c)'
alone 'hpdf' '^lib/(formats/|api/version.c)'
alone 'cairo' '^lib/(formats/|api/version.c)'
alone 'png.h' '^lib/(formats/|scene/|api/version.c)'
alone 'jpeglib.h' '^lib/(formats/|scene/)'
alone 'librsvg' '^lib/scene/svg_library.h'
alone 'qrencode' '^lib/layout/'
alone 'yaml.h>' '^lib/base/'
alone 'fontconfig' '^lib/(text/|api/version.c)'
alone 'unicode/[a-z]*.h>' '^(lib/(text/|base/|api/version.c)|cli/cells.c)'

# --watch hears of each file before it is read, but for the system's dictionary, which is no part of any guide.
for file in $(grep -rl 'file_read(' lib --include='*.c' | grep -vE '^lib/(base/file|check/spelling).c$'); do
    [ "$(grep -c 'file_read(' "$file")" = "$(grep -c 'reporter_reading(' "$file")" ] || {
        failed=1
        echo "$file reads files without reporter_reading()"
    }
done

# The library never prints, exits or asks for a locale.
calls=$(grep -rnE '(^|[^a-z_>.])(printf|fprintf|puts|fputs|fopen|exit|setlocale|getenv|time|rand|srand)\(' lib --include='*.c' |
    grep -vE '^[^:]*:[0-9]+: *(\*|//|/\*)')
[ -z "$calls" ] || {
    failed=1
    echo "calls that do not belong in lib/:"
    echo "$calls"
}
exit "$failed"
