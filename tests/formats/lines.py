"""The lines of a piece, read back from its files: lines.py TRACE pdf BBOX | lines.py TRACE png PAGE PGM

TRACE says where each line stands and how wide it is. BBOX is what `pdftotext -bbox` finds in the PDF: at each
line's place stand its words and no others. PGM is a page of the PNG as grey pixels: at each line's place the ink begins
and ends where the line does.
"""
import re
import sys
from xml.etree import ElementTree

SPACE = 1.0  # em: what is further apart are two lines side by side
EDGE = 0.35  # em: side bearings, and marks that lean over
NEAR = 40  # of 255: a pixel that differs by less from its ground is none of a letter


class Line:
    def __init__(self, x, baseline, width, size, text):
        self.x, self.baseline, self.width, self.size, self.text = x, baseline, width, size, text

    @property
    def right(self):
        return self.x + self.width

    def goes_on(self, other):
        """Whether the other run is of the same line, behind this one."""
        return (abs(other.baseline - self.baseline) < 0.05 * self.size
                and -0.1 * self.size < other.x - self.right < SPACE * self.size)


def pages_of_trace(path):
    """Of each page its width in points, and its lines."""
    pages = []
    text = re.compile(r'^ *text ([-\d.]+) ([-\d.]+) "((?:[^"\\]|\\.)*)" (\S+) ([\d.]+) .* w ([\d.]+)')
    with open(path, encoding="utf-8") as file:
        for row in file:
            if row.startswith("page "):
                pages.append((float(row.split()[2]), []))
            found = text.match(row)
            if not found or "Icons" in found[4]:
                continue
            words = re.sub(r"\\(.)", r"\1", found[3])
            run = Line(float(found[1]), float(found[2]), float(found[6]), float(found[5]), words)
            lines = pages[-1][1]
            if lines and lines[-1].goes_on(run):
                lines[-1].text += run.text
                lines[-1].width = run.right - lines[-1].x
            else:
                lines.append(run)
    return pages


def bare(text):
    return re.sub(r"[\s\u00ad\u200b]", "", text)


def differences_in_pdf(pages, path):
    name = "{http://www.w3.org/1999/xhtml}"
    found = ElementTree.parse(path).getroot().iter(name + "page")
    count = 0
    for number, ((_, lines), page) in enumerate(zip(pages, found, strict=True), 1):
        words = [(float(word.get("xMin")), float(word.get("xMax")), float(word.get("yMin")), float(word.get("yMax")),
                  word.text) for word in page.iter(name + "word")]
        for line in lines:
            near = [(left, text) for left, right, top, bottom, text in words
                    if top < line.baseline - 0.2 * line.size < bottom and abs(bottom - line.baseline) < line.size
                    and left > line.x - EDGE * line.size and right < line.right + EDGE * line.size]
            read = bare("".join(text for _, text in sorted(near)))
            count += 1
            if read != bare(line.text):
                yield f"page {number}: “{line.text}” is read as “{read}”"
    if not count:
        yield "there are no lines"


def grey_pixels(path):
    with open(path, "rb") as file:
        data = file.read()
    head = re.match(rb"P5\s+(?:#.*\s+)?(\d+)\s+(\d+)\s+255\s", data)
    return int(head[1]), int(head[2]), data[head.end():]


def differences_in_png(pages, number, path):
    page_width, lines = pages[number - 1]
    width, height, pixels = grey_pixels(path)
    scale = width / page_width
    for line in lines:
        em = line.size * scale
        top, bottom = int(line.baseline * scale - 0.5 * em), int(line.baseline * scale)
        first, end = int(line.x * scale - EDGE * em), int(line.right * scale + EDGE * em) + 1
        first, end = max(first, 0), min(end, width)
        ink = []
        for y in range(max(top, 0), min(bottom, height)):
            row = pixels[y * width + first:y * width + end]
            ink += [x for x, value in enumerate(row, first) if abs(value - row[0]) > NEAR]
        if not ink or min(ink) > line.x * scale + EDGE * em or max(ink) < line.right * scale - 2 * EDGE * em:
            yield (f"page {number}: “{line.text}” stands from {line.x * scale:.0f} to {line.right * scale:.0f}, its ink "
                   + (f"from {min(ink)} to {max(ink)}" if ink else "nowhere"))


def main():
    pages = pages_of_trace(sys.argv[1])
    if sys.argv[2] == "pdf":
        differences = list(differences_in_pdf(pages, sys.argv[3]))
    else:
        differences = list(differences_in_png(pages, int(sys.argv[3]), sys.argv[4]))
    print("\n".join(differences), end="\n" if differences else "")
    sys.exit(1 if differences else 0)


main()
