#!/bin/sh
# What is installed: the program, a manual that mandoc finds nothing wrong with, and completions.
# install.sh BUILD SCRATCH
set -u
build=$1 root=$2
rm -rf "$root"
cmake --install "$build" --prefix "$root" >"$build/install.log" || { cat "$build/install.log"; exit 1; }
failed=0
command -v mandoc >/dev/null || { echo "there is no mandoc"; exit 1; }
complain() {
    failed=1
    echo "-- $*"
}
loa=$root/bin/loa
"$loa" --version >/dev/null || complain "the program doesn't run"

# mandoc knows the names of sections in English only, and takes the escapes of Vietnamese letters for delimiters.
lint() {
    mandoc -T lint -W style "$1" | grep -v 'referenced manual not found\|longer than 80 bytes'
}
english() { grep -v 'trailing delimiter.*u2026'; }
vietnamese() { grep -v 'first section is not "NAME"\|description line outside NAME\|trailing delimiter'; }
for page in "$root"/share/man/man?/*; do
    lint "$page" | english && complain "$page"
done
for page in "$root"/share/man/vi/man?/*; do
    lint "$page" | vietnamese && complain "$page"
done

# Each command has its page in both languages, with each option of its help.
names=$("$loa" completions words -- '' | cut -f 1)
[ -n "$names" ] || complain "there are no commands"
for name in $names; do
    for page in "$root/share/man/man1/loa-$name.1" "$root/share/man/vi/man1/loa-$name.1"; do
        [ -s "$page" ] || complain "$page is missing"
        options=$("$loa" "$name" --help | sed -n 's/^  .\{4\}--\([a-z-]*\).*/\1/p')
        [ -n "$options" ] || complain "the help of $name shows no options"
        for option in $options; do
            grep -q "^\.It.* Fl -$option\b" "$page" || complain "$page lacks --$option"
        done
    done
done
mandoc -T utf8 "$root/share/man/vi/man5/loa-guide.5" | grep -q 'Một bản hướng dẫn là một tệp Markdown' ||
    complain "loa-guide(5) is not read as UTF-8"

for file in bash-completion/completions/loa zsh/site-functions/_loa fish/vendor_completions.d/loa.fish; do
    grep -q 'loa completions words' "$root/share/$file" || complain "$file"
done
exit "$failed"
