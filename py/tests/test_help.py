"""What `help()` says of documents that people write by hand."""

import json
from pathlib import Path

import meedoen as md
import pytest

SCHEMA = Path(__file__).parents[2] / "core" / "schema" / "instrument.json"


def fields(schema):
    """The names of the fields of a schema, and of all that is inside it."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        schema = list(schema.values())
    if isinstance(schema, list):
        for one in schema:
            yield from fields(one)


@pytest.mark.parametrize("kind", [md.measure.Instrument, md.behaviour.Instrument])
def test_help_on_an_instrument_names_every_field(kind):
    names = set(fields(json.loads(SCHEMA.read_text(encoding="utf-8"))))
    assert {"missing_codes", "reverse", "polarity", "centre", "anchors", "note"} <= names
    words = kind.__doc__.partition(">>>")[0]
    assert {name for name in names if f"``{name}``" not in words and f'"{name}"' not in words} == set()
