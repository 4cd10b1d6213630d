"""Documents: what goes in as JSON, what comes out as attributes."""

import copy
import datetime as dt
import json
import pickle
import subprocess
import sys
from decimal import Decimal
from types import SimpleNamespace

import meedoen
import numpy as np
import pandas as pd
import pytest
from meedoen import Document, MeedoenError, document

TEXT = {"nl": "Is er een <contract>?", "en": "Is there a <contract>?"}
RESULT = {"rung": None, "between": [1, 3], "next_question": {"input": "contract", "text": TEXT}, "keys": 7}


@pytest.fixture
def echo(monkeypatch):
    """The request as the library would get it, and as it would come back."""
    monkeypatch.setattr(document, "_meedoen", SimpleNamespace(call=lambda name, request: request))
    return lambda request: document.call("echo", request)


def test_the_library_answers():
    placement = document.call("ladder.classify", {"facts": {"contract": False}})
    assert placement.rung is None
    assert placement.next_question.text.nl.endswith("?")
    assert "ladder.classify" in meedoen.operations()


def test_fields_are_attributes():
    result = Document(RESULT)
    assert result.next_question.text.nl == TEXT["nl"]
    assert result.between == (1, 3)
    assert result["keys"] == 7 and list(result.keys()) == list(RESULT)
    assert "next_question" in dir(result) and "to_json" in dir(result)
    with pytest.raises(AttributeError, match="no field 'rang': expected one of rung, between"):
        _ = result.rang


def test_a_document_cannot_be_changed():
    result = Document(RESULT)
    with pytest.raises(AttributeError, match="cannot be changed"):
        result.rung = 4
    with pytest.raises(AttributeError, match="cannot be changed"):
        del result.rung
    result.to_dict()["between"].append(4)
    assert result.between == (1, 3)


def test_a_document_is_a_value():
    result = Document(RESULT)
    assert result == Document(copy.deepcopy(RESULT)) != Document({**RESULT, "rung": 1})
    assert hash(result) == hash(Document(RESULT))
    assert pickle.loads(pickle.dumps(result)) == result == copy.copy(result) == copy.deepcopy(result)
    assert result.to_dict() == RESULT == json.loads(result.to_json())
    assert dict(result)["next_question"] == result.next_question


def test_what_is_inside_a_result_is_read_only_once_and_is_the_same_however_it_is_read():
    text = json.dumps({**RESULT, "rows": [{"n": [1, {"deep": TEXT}]}]})
    fresh, read = document.parse(text), document.parse(text)
    assert read.rows[0].n[1].deep.nl == TEXT["nl"]
    assert read.rows is read["rows"] and isinstance(read.rows, tuple) and isinstance(read.rows[0].n, tuple)
    assert fresh == read and hash(document.parse(text)) == hash(read) and fresh.to_json() == read.to_json() == text.replace("\\u00e9", "é")
    assert pickle.loads(pickle.dumps(document.parse(text))) == read == Document(json.loads(text))
    assert read != document.parse(text.replace("deep", "deeper"))


class Placement(Document):
    __slots__ = ()


def test_a_result_has_the_kind_asked_for():
    placement = document.call("ladder.classify", {"facts": {}}, Placement)
    assert type(placement) is Placement and type(placement.next_question) is Document
    assert type(pickle.loads(pickle.dumps(placement))) is Placement
    assert repr(placement).startswith("Placement(rung=None, ")


def test_it_shows_itself():
    shown = repr(Document({**RESULT, "text": TEXT, "long": "x" * 200, "items": [TEXT, TEXT]}))
    assert shown.startswith("Document(rung=None, between=(1, 3), next_question={…}, keys=7, text='Is there")
    assert len(shown) < 250 and "items=(2 items)" in shown
    assert repr(Document({str(n): n for n in range(20)})).endswith("7=7, … 12 more)")


def test_it_shows_itself_in_a_notebook():
    rows = [{"code": "a & b", "n": number} for number in range(60)]
    html = Document({**RESULT, "rows": rows, "texts": [TEXT]})._repr_html_()
    assert '<span lang="nl">Is er een &lt;contract&gt;?</span>' in html and "<contract>" not in html
    assert html.count("<td>a &amp; b</td>") == 50 and "… 10 more" in html
    assert html.count('<th scope="col">code</th>') == 1


def test_requests_take_what_callers_hold(echo):
    given = {
        "document": Document(RESULT), "date": dt.date(2024, 2, 29), "midnight": pd.Timestamp("2024-02-29"),
        "moment": dt.datetime(2024, 2, 29, 12, 30), "nanoseconds": np.datetime64("2024-02-29", "ns"),
        "numpy": [np.int64(3), np.float32(0.5), np.bool_(True), np.array([1.0, np.nan])],
        "series": pd.Series(["a", None]), "missing": [None, float("nan"), pd.NA, pd.NaT, np.datetime64("NaT")],
        "decimal": Decimal("1.5"), "truth": True, "tuple": (1, 2), "text": "één",
    }  # fmt: skip
    assert echo(given).to_dict() == {
        "document": RESULT, "date": "2024-02-29", "midnight": "2024-02-29",
        "moment": "2024-02-29T12:30:00", "nanoseconds": "2024-02-29",
        "numpy": [3, 0.5, True, [1.0, None]],
        "series": ["a", None], "missing": [None, None, None, None, None],
        "decimal": 1.5, "truth": True, "tuple": [1, 2], "text": "één",
    }  # fmt: skip


def test_an_infinite_number_is_refused_with_its_place(echo):
    sentence = r"^field `a\[2\]\.b`: `-inf` is not a finite number: expected a number, or `null` for unknown$"
    with pytest.raises(MeedoenError, match=sentence) as refused:
        echo({"a": [{"b": 1}, {"b": float("-inf")}]})
    assert refused.value.code == "not-finite"
    assert refused.value.message["nl"] == "veld `a[2].b`: `-inf` is geen eindig getal: verwacht werd een getal, of `null` voor onbekend"
    assert refused.value.problems[0].field == "a[2].b"
    with pytest.raises(MeedoenError):
        echo({"a": np.float64("inf")})


def test_what_no_document_holds_is_refused(echo):
    with pytest.raises(TypeError, match="a is a object, which a document cannot hold"):
        echo({"a": object()})
    with pytest.raises(TypeError, match="must be texts, not 1"):
        echo({1: 2})


def test_errors_are_the_library_s():
    with pytest.raises(ValueError) as refused:
        document.call("no.such", {})
    error = refused.value
    assert type(error) is MeedoenError and error.code == "unknown-operation"
    assert str(error) == error.message["en"] == "the operation `no.such` does not exist"
    assert error.problems[0].message.nl == error.message["nl"] and type(error.problems) is tuple
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert repr(error) == "MeedoenError('the operation `no.such` does not exist')"


def test_importing_is_cheap():
    heavy = {"json", "re", "typing", "dataclasses", "inspect", "decimal", "datetime", "numpy", "pandas", "pyarrow"}
    # Without site-packages' own start-up code, which may import anything.
    paths = [path for path in sys.path if path]
    code = f"import sys; sys.path += {paths!r}; import meedoen; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True, capture_output=True, text=True)
    assert heavy & set(loaded.stdout.split()) == set()
