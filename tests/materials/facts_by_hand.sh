#!/bin/sh
# Fails where a guide has a phone number, a law's number, an article, a percentage or a date that no fact holds: those are
# {{contacts.…}}, {{laws.…}}, {{statistics.…}}, so that they change in one place. facts_by_hand.sh FOLDER-OF-GUIDES
set -u

# A line of a guide without its facts, attributes, addresses and the key `date`.
bare() { sed -e 's/^date: .*//' -e 's/{[^}]*}*//g' -e 's,https*://[^ ]*,,g' "$@"; }

written='(^|[^0-9.,])(11[1345]|1[89]00[ .]?[0-9]{2,6}|0[0-9]{2,3}[ .]?[0-9]{3}[ .]?[0-9]{3,4})([^0-9.,]|[.,]([^0-9]|$)|$)'
written=$written'|[0-9]+/[0-9]{4}/|[0-9]+/(NĐ|QĐ|TT|QH|CT)|(Điều|khoản|Article|Clause) [0-9]'
written=$written'|[0-9] ?%|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}|[0-9]{1,2} tháng [0-9]{1,2}|[0-9]{4}-[0-9]{2}-[0-9]{2}'

# The pattern finds what it has to, and no more.
failed=0
while IFS='|' read -r expected line; do
    found=no
    printf '%s\n' "$line" | bare | grep -Eq "$written" && found=yes
    [ "$found" = "$expected" ] || {
        failed=1
        echo "the pattern should say $expected: $line"
    }
done <<'T'
yes|Gọi 111 nhé
yes|Cần thì gọi **113**.
yes|Gọi 1800 1567
yes|**Kể ngay, gọi 111.**
yes|Gọi 0912 345 678 để hỏi
yes|Luật số 102/2016/QH13
yes|Nghị định 147/2024/NĐ-CP
yes|Theo Điều 170
yes|Có 36% trẻ em
yes|Có 72,1 % trẻ em
yes|Từ 25/12/2024
yes|Ngày 24 tháng 11
no|Gọi {{contacts.111}} nhé
no|date: 2026-11-24
no|{{laws.nghi-dinh-147.name}}
no|Tặng bạn 1.000 xu!
no|6 đến dưới 11
no|Thắng 1.113 điểm
no|## Mục {#bon-nhom width=50%}
T

for guide in "$1"/*.md; do
    bare "$guide" | grep -En "$written" && {
        failed=1
        echo "by hand in $guide; see: loa list facts"
    }
done
exit $failed
