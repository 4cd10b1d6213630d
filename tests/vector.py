"""Vectors in Python: reading them, comparing an answer with what is wanted. The Rust of it is in ``src``."""

import json
import struct
from pathlib import Path

VECTORS = Path(__file__).parent / "vectors"
DIGESTS = "recorded/digests.json"
# Where a file, a group and a case may have which fields.
FIELDS = (
    {"description", "groups"},
    {"operation", "via", "source", "cases"},
    {"name", "why", "request", "text", "want", "error"},
)


def load(name):
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def files():
    """Every vector file: worked by hand, errors, recorded."""
    found = {folder: sorted(VECTORS.glob(f"{folder}/*.json")) for folder in ("published", "recorded")}
    names = [path.relative_to(VECTORS).as_posix() for path in found["published"]]
    recorded = [path.relative_to(VECTORS).as_posix() for path in found["recorded"]]
    return [*names, "errors.json", *(name for name in recorded if name != DIGESTS)]


def cases(name):
    """Every case of a file with its operation and how it reaches the library; unknown fields are refused."""
    file = load(name)
    strict(file, FIELDS[0], name)
    for group in file["groups"]:
        strict(group, FIELDS[1], name)
        for case in group["cases"]:
            strict(case, FIELDS[2], f"{name}: {case.get('name')}")
            yield group["operation"], group.get("via", "document"), case


def strict(document, fields, name):
    assert set(document) <= fields, f"{name}: unknown fields {set(document) - fields}"


def digest(text):
    """The 64-bit FNV-1a hash of a text, as in ``src/digest.rs``."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def differences(want, found, place="answer"):
    """What in the answer is not as wanted, each with its place; the forms are those of ``src/matching.rs``."""
    if isinstance(want, dict) and isinstance(found, list):
        return in_list(want, found, place)
    if isinstance(want, dict) and isinstance(found, dict):
        return in_object(want, found, place)
    if isinstance(want, list) and isinstance(found, list):
        lengths = f"{place}: wanted {len(want)} elements, found {len(found)}"
        pairs = enumerate(zip(want, found), 1)
        problems = [one for number, pair in pairs for one in differences(*pair, f"{place}[{number}]")]
        return problems if len(want) == len(found) else [lengths, *problems]
    if is_number(want) and is_number(found):
        same = struct.pack("d", want) == struct.pack("d", found)
    else:
        same = type(want) is type(found) and want == found
    return [] if same else [f"{place}: wanted {want!r}, found {found!r}"]


def in_list(want, found, place):
    """One of the two forms that say something of a list."""
    if set(want) == {"$contains"}:
        missing = [one for one in want["$contains"] if all(differences(one, element) for element in found)]
        return [f"{place}: no element matches {one}" for one in missing]
    codes = [element.get("code") if isinstance(element, dict) else None for element in found]
    return [] if want == {"$codes": codes} else [f"{place}: wanted {want}, found a list with the codes {codes}"]


def in_object(want, found, place):
    problems = []
    for name, value in want.items():
        if name == "$fields":
            if set(value) != set(found):
                problems.append(f"{place}: wanted the fields {sorted(value)}, found {sorted(found)}")
        elif name in found:
            problems += differences(value, found[name], f"{place}.{name}")
        else:
            problems.append(f"{place}: no field {name}")
    return problems


def is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)
