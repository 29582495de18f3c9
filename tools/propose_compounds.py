#!/usr/bin/env python3
"""Pairs of syllables that stand together more often than chance would put them: proposals for
materials/words/vi-compounds.txt, to be chosen from by hand.

    propose_compounds.py [--least N] FILE... >proposals

Each row: the pair, how often it stands in the text, and its normalised pointwise mutual information (1: never apart).
"""
import argparse
import collections
import math
import re
import unicodedata

SYLLABLE = re.compile(r"[a-zà-ỹđ]+")
VIETNAMESE = re.compile(r"[à-ỹđ]")


def runs(path):
    """Syllables between marks and line ends, in small letters."""
    with open(path, encoding="utf-8", errors="replace") as text:
        for line in text:
            line = unicodedata.normalize("NFC", line).lower()
            for run in re.split(r"[^a-zà-ỹđ ]+", line):
                yield SYLLABLE.findall(run)


def count(paths):
    single, double = collections.Counter(), collections.Counter()
    for path in paths:
        for run in runs(path):
            single.update(run)
            double.update(zip(run, run[1:]))
    return single, double


def proposals(single, double, least):
    total = sum(double.values())
    for (first, second), seen in double.items():
        if seen < least or len(first) > 7 or len(second) > 7 or not VIETNAMESE.search(first + second):
            continue
        mutual = math.log(seen * total / (single[first] * single[second]))
        yield mutual / -math.log(seen / total), seen, first, second


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--least", type=int, default=5, help="times a pair must stand in the text")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    for bound, seen, first, second in sorted(proposals(*count(options.files), options.least), reverse=True):
        print(f"{first} {second}\t{seen}\t{bound:.2f}")


if __name__ == "__main__":
    main()
