#!/bin/sh
# What `cmake --install` puts under share/: manual pages in both languages and the completions of each shell.
# share.sh LOA FOLDER
set -e
loa=$1 share=$2
rm -rf "$share"
pages() { "$loa" completions words -- man '' | cut -f 1; }
# manual FOLDER LANGUAGE
manual() {
    mkdir -p "$1/man1" "$1/man5"
    "$loa" man --lang-ui "$2" >"$1/man1/loa.1"
    for page in $(pages); do
        chapter=1
        [ "$page" != guide ] || chapter=5
        "$loa" man "$page" --lang-ui "$2" >"$1/man$chapter/loa-$page.$chapter"
    done
}
manual "$share/man" en
manual "$share/man/vi" vi
mkdir -p "$share/bash-completion/completions" "$share/zsh/site-functions" "$share/fish/vendor_completions.d"
"$loa" completions bash >"$share/bash-completion/completions/loa"
"$loa" completions zsh >"$share/zsh/site-functions/_loa"
"$loa" completions fish >"$share/fish/vendor_completions.d/loa.fish"
