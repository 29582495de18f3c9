#!/usr/bin/env python3
"""Texts written to hurt: make_hostile.py names | make_hostile.py NAME SCALE > guide.md

Pictures go into the current folder.

Sizes are for a scale of 1; what takes the square of its size takes minutes at that scale.
"""
import sys

PROSE = "Trẻ em dùng mạng để học, chơi và trò chuyện. "

# The text of each name, for a scale.
HOSTILE = {
    # Long
    "line": lambda n: PROSE * n(20000),
    "word": lambda n: "# A\n\n" + "ẾỘỮẶnghiêng" * n(50000),
    "heading": lambda n: "# " + "rất dài " * n(100000) + "\n\na",
    "title": lambda n: "---\ntitle: " + "rất dài " * n(20000) + "\n---\n\na",
    "item": lambda n: "- " + PROSE * n(20000) + "\n- b",
    "cell": lambda n: "| a | b |\n|---|---|\n| x | " + PROSE * n(10000) + " |",
    "code-line": lambda n: "```\n" + "x" * n(200000) + "\n```",
    "address": lambda n: "https://example.org/" + "a" * n(100000),
    "figure": lambda n: "- **" + "9" * n(5000) + "%** nhiều\n- **36%** ít",
    "fields": lambda n: "::: form\n" + "Họ tên: ____ " * n(20000) + "\n:::",
    "quote": lambda n: "::: quote\n" + "lời " * n(50000) + "\n:::",
    # Many
    "headings": lambda n: "".join(f"# Mục {i}\n\n" for i in range(n(20000))),
    "same-headings": lambda n: "## Mục\n\nChữ.\n\n" * n(10000),
    "items": lambda n: "".join(f"- mục {i}\n" for i in range(n(20000))),
    "steps": lambda n: "::: steps\n" + "".join(f"{i}. **Bước {i}.** Làm.\n" for i in range(n(10000))) + ":::",
    "cards": lambda n: "::: cards\n" + "".join(f"- **Thẻ {i}** Chữ.\n" for i in range(n(3000))) + ":::",
    "columns": lambda n: "::: columns\n" + "::: column\nchữ\n:::\n" * n(1000) + ":::",
    "terms": lambda n: "".join(f"Từ {i}\n: Nghĩa {i}\n\n" for i in range(n(10000))),
    "alerts": lambda n: "> [!NOTE]\n> chữ\n\n" * n(10000),
    "tables": lambda n: "|a|b|\n|-|-|\n|c|d|\n\n" * n(10000),
    "table-rows": lambda n: "|a|b|\n|-|-|\n" + "|chữ|chữ|\n" * n(10000),
    "table-columns": lambda n: "|a" * n(900) + "|\n" + "|-" * n(900) + "|\n" + ("|b" * n(900) + "|\n") * 50,
    "footnotes": lambda n: "".join(f"a[^{i}]\n\n[^{i}]: Chú thích {i}.\n\n" for i in range(n(5000))),
    "footnotes-together": lambda n: "".join(f"a[^{i}] " for i in range(n(5000))) + "\n\n"
                                    + "".join(f"[^{i}]: Chú thích {i}.\n\n" for i in range(n(5000))),
    "links": lambda n: " ".join(f"[liên kết {i}](https://example.org/{i})" for i in range(n(10000))),
    "definitions": lambda n: "".join(f"[x{i}] a\n\n" for i in range(n(10000)))
                             + "".join(f"[x{i}]: /{i}\n" for i in range(n(10000))),
    "breaks": lambda n: "a\\\n" * n(100000),
    "rules": lambda n: "a\n\n" + "---\n\n" * n(50000),
    "fences": lambda n: "::: cards\n- **a** b\n:::\n\n" * n(5000),
    "facts": lambda n: "{{contacts.111}} " * n(20000),
    # Deep
    "brackets": lambda n: "[" * n(10000) + "x" + "]" * n(10000),
    "links-in-links": lambda n: "[x](" * n(10000) + "x" + ")" * n(10000),
    "quotes": lambda n: "> " * n(1000) + "x",
    "lists": lambda n: "".join("  " * i + "- x\n" for i in range(n(1000))),
    "blocks": lambda n: "::: do\n" * n(1000) + "x",
    # Odd
    "bars": lambda n: "|" * n(100000) + "\n" + "|-" * 500,
    "braces": lambda n: "{" * n(100000) + "\n\n" + "{a=" * n(10000),
    "ticks": lambda n: "".join("`" * i + " " for i in range(1, n(500))),
    "stars": lambda n: "*a **b " * n(30000) + "\n\n" + "*a_ " * n(30000),
    "entities": lambda n: "&amp;" * n(50000),
    "tags": lambda n: "<a " * n(30000) + "\n\n<b>" * n(5000),
    "tabs": lambda n: "\t" * n(100000) + "x\n\na" + " " * n(100000) + "b",
    "marks": lambda n: "a" + "\u0301" * n(200000) + "\n\nb" + "\u0323\u0301" * n(50000),
    "joiners": lambda n: "a" + "\u200d" * n(100000) + "b " + "👨\u200d" * n(20000),
    "directions": lambda n: "\u202e\u2066\u2067" * n(30000) + "x\n\n" + "שלום abc مرحبا 123 " * n(10000),
    "no-font": lambda n: "\U000f0000" * n(20000) + " \u0378" * n(20000),
    "dictionaries": lambda n: "សួស្តីពិភពលោក" * n(4000) + "\n\n" + "ภาษาไทยสวัสดีชาวโลก" * n(4000)
                              + "\n\n" + "漢字文化世界和平" * n(8000),
}

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'>"


def levels(n, element, paint):
    """A drawing whose every level shows the one before it ten times."""
    return SVG + "<g id='a0'><rect width='9' height='9'/></g>" + "".join(
        f"<{element} id='a{i}' width='1' height='1'>" + paint % (i - 1) * 10 + f"</{element}>" for i in range(1, n)
    ) + paint % (n - 1) + "</svg>"


# Drawings, each in a guide of its own.
PICTURES = {
    "svg-uses": lambda n: levels(n(200), "g", "<use href='#a%d'/>"),
    "svg-patterns": lambda n: levels(n(200), "pattern", "<rect width='9' height='9' fill='url(#a%d)'/>"),
    "svg-masks": lambda n: levels(n(200), "mask", "<rect width='9' height='9' mask='url(#a%d)'/>"),
    "svg-shapes": lambda n: SVG + "<path d='M0 0h9v9z'/>" * n(50000) + "</svg>",
    "svg-ids": lambda n: SVG + "".join(f"<g id='i{i}'/><use href='#i{i}'/>" for i in range(n(20000))) + "</svg>",
}


def main():
    if sys.argv[1] == "names":
        print("\n".join([*HOSTILE, *PICTURES]))
        return
    scale = float(sys.argv[2])
    if sys.argv[1] in PICTURES:
        with open(sys.argv[1] + ".svg", "w", encoding="utf-8") as file:
            file.write(PICTURES[sys.argv[1]](lambda size: max(1, int(size * scale))))
        print(f"# A\n\n![b]({sys.argv[1]}.svg)")
    else:
        print(HOSTILE[sys.argv[1]](lambda size: max(1, int(size * scale))))


main()
