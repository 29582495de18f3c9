"""PngSuite: pngsuite.py LOA PIXELS FOLDER SCRATCH

Each good file must decode to the pixels that the decoder below finds, which shares nothing with libpng (Python's
zlib aside); each broken one (x*.png) must be one error, at the picture's place, and leave nothing behind.
"""
import os
import struct
import subprocess
import sys
import zlib

SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of a pixel, by kind of colour
# Adam7: first column and row of each pass, steps to the next.
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunks(data):
    at = 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        assert zlib.crc32(name + body) == struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0]
        yield name, body
        at += 12 + length


def paeth(left, above, corner):
    guess = left + above - corner
    return min((abs(guess - left), 0, left), (abs(guess - above), 1, above), (abs(guess - corner), 2, corner))[2]


def rows_of(data, at, width, height, bits):
    """The unfiltered rows of one pass, and where the next begins; `bits` is a pixel's."""
    length, step = (width * bits + 7) // 8, max(1, bits // 8)
    rows, above = [], bytearray(length)
    for _ in range(height):
        kind, row = data[at], bytearray(data[at + 1:at + 1 + length])
        for i in range(length):
            left = row[i - step] if i >= step else 0
            corner = above[i - step] if i >= step else 0
            row[i] = (row[i] + [0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], corner)][kind]) & 255
        rows.append(row)
        above = row
        at += 1 + length
    return rows, at


def samples_of(row, count, depth):
    if depth == 16:
        return [row[2 * i] << 8 | row[2 * i + 1] for i in range(count)]
    return [row[i * depth // 8] >> (8 - depth - i * depth % 8) & (1 << depth) - 1 for i in range(count)]


def pixel_of(samples, depth, kind, palette, transparent):
    most = (1 << depth) - 1
    if kind == 3:
        index = samples[0]
        alpha = transparent[index] if transparent and index < len(transparent) else 255
        return bytes(palette[3 * index:3 * index + 3]) + bytes([alpha])
    alpha = samples[-1] if kind in (4, 6) else most
    colour = samples[:-1] if kind in (4, 6) else samples
    if transparent and list(struct.unpack(">%dH" % len(colour), transparent)) == colour:
        alpha = 0
    if len(colour) == 1:
        colour = colour * 3
    return bytes((value * 255 + most // 2) // most for value in colour + [alpha])


def decode(path):
    with open(path, "rb") as file:
        data = file.read()
    packed, palette, transparent = b"", b"", None
    for name, body in chunks(data):
        if name == b"IHDR":
            width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", body)
        elif name == b"PLTE":
            palette = body
        elif name == b"tRNS":
            transparent = body
        elif name == b"IDAT":
            packed += body
    data, at = zlib.decompress(packed), 0
    count = SAMPLES[kind]
    pixels = [b""] * (width * height)
    for left, top, across, down in PASSES if interlaced else [(0, 0, 1, 1)]:
        columns, lines = range(left, width, across), range(top, height, down)
        if not columns or not lines:
            continue
        rows, at = rows_of(data, at, len(columns), len(lines), count * depth)
        for y, row in zip(lines, rows):
            samples = samples_of(row, len(columns) * count, depth)
            for i, x in enumerate(columns):
                pixels[y * width + x] = pixel_of(samples[i * count:(i + 1) * count], depth, kind, palette, transparent)
    return b"%d %d\n" % (width, height) + b"".join(pixels)


def check_good(program, path):
    found = subprocess.run([program, path], stdout=subprocess.PIPE, check=False)
    if found.returncode != 0:
        return "is refused"
    return None if found.stdout == decode(path) else "has other pixels"


def check_broken(loa, path, scratch):
    with open(path, "rb") as file, open(os.path.join(scratch, "hong.png"), "wb") as copy:
        copy.write(file.read())
    found = subprocess.run([loa, "handout", "bai.md", "-o", "bai.pdf"], cwd=scratch, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, check=False)
    words = found.stderr.decode()
    if found.returncode != 1 or os.path.exists(os.path.join(scratch, "bai.pdf")):
        return "is not refused"
    heads = [line for line in words.splitlines() if line.startswith("bai.md:")]
    known = "lỗi: hình “hong.png” bị ", "lỗi: “hong.png” không phải hình PNG"
    if len(heads) != 1 or not heads[0].startswith(tuple("bai.md:3:9: " + words for words in known)):
        return "is not one error:\n" + words
    return None


def main(loa, program, folder, scratch):
    if not os.path.isdir(folder):
        print("there is no PngSuite at", folder)
        return 77
    os.makedirs(scratch, exist_ok=True)
    with open(os.path.join(scratch, "bai.md"), "w", encoding="utf-8") as guide:
        guide.write("# Bài\n\n![Hình](hong.png)\n")
    names = sorted(name for name in os.listdir(folder) if name.endswith(".png"))
    wrong = 0
    for name in names:
        path = os.path.join(folder, name)
        fault = check_broken(loa, path, scratch) if name.startswith("x") else check_good(program, path)
        if fault:
            wrong += 1
            print(name, fault)
    print(len(names), "files,", wrong, "wrong")
    return 1 if wrong or len(names) < 170 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
