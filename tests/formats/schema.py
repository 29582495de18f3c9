"""schema.py FOLDER [--all] FILE...: each file is JSON and as the schema of FOLDER says that is named by its "format".

The texts of an edition are printed, a line a block. With --all each type that the schemas name must be in some file.
"""
import json
import sys
import threading

import jsonschema

INLINES = {"text", "soft_break", "hard_break", "code", "emphasis", "strong", "strike", "span", "link", "image", "footnote_ref"}


def unique(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), "a name stands twice: %s" % names
    return dict(pairs)


def read(path, **options):
    with open(path, encoding="utf-8") as file:
        return json.load(file, **options)


def texts(node, out):
    if node["type"] not in INLINES:
        out.append("\n")
    if node["type"] == "block" and "title" in node:
        out.append(node["title"] + "\n")
    out.append(" " if node["type"] in ("soft_break", "hard_break") else node.get("text", ""))
    for child in node.get("children", []):
        texts(child, out)


def print_edition(edition):
    out = [edition.get("kicker", "").upper()]
    out += ["\n" + edition.get(name, "") for name in ("title", "subtitle", "issuer")]
    for child in edition["children"]:
        texts(child, out)
    print("".join(out))


def types_of(node):
    yield node.get("type")
    for name in ("children", "pages", "items"):
        for child in node.get(name, []):
            yield from types_of(child)


def complain(words):
    print("-- " + words, file=sys.stderr)
    return 1


def main():
    faults, seen, paths = 0, {}, sys.argv[2:]
    wants_all = paths[0] == "--all"
    for path in paths[wants_all:]:
        value = read(path, object_pairs_hook=unique)
        schema = read("%s/%s.json" % (sys.argv[1], value["format"].removeprefix("loa-")))
        jsonschema.Draft202012Validator.check_schema(schema)
        for error in jsonschema.Draft202012Validator(schema).iter_errors(value):
            faults += complain("%s: %s: %s" % (path, error.json_path, error.message[:300]))
        named = schema["$defs"].get("node") or schema["$defs"]["item"]
        seen.setdefault(value["format"], set(named["properties"]["type"]["enum"])).difference_update(types_of(value))
        if value["format"] == "loa-edition":
            print_edition(value)
    for name, types in seen.items():
        if wants_all and types:
            faults += complain("%s: no file has %s" % (name, ", ".join(sorted(types))))
    return faults > 0


# Deep guides make deep files, and the validator calls itself several times a level.
sys.setrecursionlimit(100000)
threading.stack_size(512 << 20)
result = []
worker = threading.Thread(target=lambda: result.append(main()))
worker.start()
worker.join()
sys.exit(result[0] if result else 1)
