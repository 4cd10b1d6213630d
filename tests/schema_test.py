"""The schemas hold for what the library reads and writes, and refuse what it refuses."""

import copy
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from meedoen import MeedoenError, _meedoen
from referencing import Registry, Resource

ROOT = Path(__file__).parent.parent


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


DOCUMENTS = load(ROOT / "core/schema/documents.json")
INSTRUMENT = load(ROOT / "core/schema/instrument.json")
BUILTIN = sorted((ROOT / "core/src/behaviour/instruments").glob("*.json"))
CASES = [
    (group["operation"], case)
    for path in sorted((ROOT / "tests/vectors").rglob("*.json"))
    for group in load(path).get("groups", [])
    if group.get("via", "document") == "document" and group["operation"] in DOCUMENTS["operations"]
    for case in group["cases"]
    if "request" in case
] + [
    (operation, {"name": "asked without more", "request": {}})
    for operation, sides in DOCUMENTS["operations"].items()
    if sides["request"] == {"$ref": "#/$defs/Nothing"}
]


REGISTRY = Registry().with_resources(
    [("documents", Resource.from_contents(DOCUMENTS)), ("instrument", Resource.from_contents(INSTRUMENT))]
).crawl()


def problems(schema, document):
    """Where a document is not what its schema says: a whole schema, or a place in one."""
    checker = Draft202012Validator(
        {"$ref": schema}, registry=REGISTRY, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(document)]


def request_problems(operation, request):
    """An operation on a panel has that beside its other fields."""
    sides, found = f"documents#/operations/{operation}", []
    if "panel" in DOCUMENTS["operations"][operation] and "panel" in request:
        found = problems(f"{sides}/panel", request["panel"])
        request = {name: value for name, value in request.items() if name != "panel"}
    return found + problems(f"{sides}/request", request)


def call(operation, request):
    return json.loads(_meedoen.call(operation, json.dumps(request)))


def test_the_schemas_are_schemas():
    for schema in (DOCUMENTS, INSTRUMENT):
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(("operation", "case"), CASES, ids=[f"{name}: {case['name']}" for name, case in CASES])
def test_what_is_read_and_written_is_what_the_schema_says(operation, case):
    sides = f"documents#/operations/{operation}"
    try:
        answer = call(operation, case["request"])
    except MeedoenError as error:
        refusal = error.document.to_dict()
        assert problems("documents#/refusal", refusal) == []
        # Of other mistakes not all are of the form: that a name is used twice, or not defined.
        if {problem["code"] for problem in refusal["problems"]} & {"unknown-field", "wrong-kind", "invalid-date"}:
            assert request_problems(operation, case["request"])
    else:
        assert request_problems(operation, case["request"]) == []
        assert problems(f"{sides}/answer", answer) == []


@pytest.mark.parametrize("path", BUILTIN, ids=[path.stem for path in BUILTIN])
def test_the_instruments_of_the_library_are_of_the_form(path):
    assert problems("instrument", load(path)) == []


def instrument():
    return copy.deepcopy(load(BUILTIN[0]))


BREAKS = {
    "a field that is not there": lambda one: one.pop("missing_rule"),
    "a field that is not known": lambda one: one["items"][0].update(weight=2),
    "another version of the format": lambda one: one.update(schema_version=2),
    "a text that is empty": lambda one: one["title"].update(nl=" "),
    "a text in one language": lambda one: one["title"].pop("en"),
    "a word that is not in the list": lambda one: one["scales"][0].update(polarity="positive"),
    "a share of nothing": lambda one: one.update(missing_rule=0),
    "an answer scale without an end": lambda one: one["scale"].pop("max"),
    "a scale of no parts": lambda one: one["scales"][0].update(parts=[]),
    "a part of neither kind": lambda one: one["scales"][0]["parts"].append({"facet": "emotions"}),
    "a part of both kinds": lambda one: one["scales"][0]["parts"].append({"item": "att_1", "product": ["att_1", "att_2"]}),
    "a product of three": lambda one: one["scales"][0]["parts"].append({"product": ["att_1", "att_2", "att_3"]}),
    "a code that is no number": lambda one: one.update(missing_codes=["9"]),
}  # fmt: skip


@pytest.mark.parametrize("broken", BREAKS)
def test_a_broken_instrument_is_refused(broken):
    document = instrument()
    assert problems("instrument", document) == []
    call("measure.instrument", document)
    BREAKS[broken](document)
    assert problems("instrument", document)
    with pytest.raises(MeedoenError):
        call("measure.instrument", document)
