#!/bin/sh
# Text in many scripts as other programs copy it out of a handout: scripts.sh LOA GUIDE SCRATCH.
#
# What poppler finds on the page is the guide's own text, letter by letter. mutool knows no ActualText and does not turn
# Arabic round: of it only the letters from left to right are asked for, without the spaces that it guesses.
set -u
loa=$1 guide=$2 scratch=$3
. "$(dirname "$0")/scratch.sh"

"$loa" handout "$guide" -q -o a.pdf || exit 1
# poppler marks what it has turned round: U+202A to U+202C.
pdftotext a.pdf - | sed 's/\xE2\x80[\xAA-\xAC]//g' >poppler.txt
mutool draw -q -F txt a.pdf 2>mutool.err | sed 's/\xE2\x80\x8B//g' | tr -d ' \n' >mutool.txt

# copies FILE TEXT…
copies() {
    file=$1
    shift
    for text in "$@"; do
        grep -qF -- "$text" "$file" || complain "not in $file: $text"
    done
}
copies poppler.txt 'កើតមកមានសេរីភាពនិងភាពស្មើៗគ្នាក្នុងសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ' \
    'อิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ' 'ເຈົ້າຕ້ອງການຄວາມຊ່ວຍເຫຼືອບໍ?' 'क्या आपको मदद चाहिए?' \
    'すべての人間は' '人人生而自由' '모든 인간은' \
    'يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق' 'وُهبوا عقلًا وضميرًا' 'هل تحتاج إلى مساعدة؟' \
    'כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם' 'm̀, ṇ̃, ŋ́, ɛ̂, t͡ʃ' '𝒜 𝔹 𝛼' \
    '😀 👍🏽 👨‍👩‍👧 🇻🇳 1️⃣ ❤️ 🏳️‍🌈' '✓ ✕ → ☎ ★ ⚠'
copies mutool.txt 'កើតមកមានសេរីភាព' 'សេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ' 'ปฏิบัติต่อกัน' 'ຄວາມຊ່ວຍເຫຼືອບໍ' 'चाहिए?' \
    '助けが必要ですか。' 'm̀,ṇ̃,ŋ́,ɛ̂,t͡ʃ' '😀👍🏽👨‍👩‍👧🇻🇳1️⃣❤️🏳️‍🌈'
exit "$failed"
