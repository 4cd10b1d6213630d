"""Tables: any library's comes in, the caller's kind goes out."""

import datetime as dt

import duckdb
import meedoen
import meedoen.table as tables
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from meedoen._meedoen import Table

DAYS = [dt.date(2024, 1, 1), None, dt.date(1969, 7, 20)]
COLUMNS = {"id": ["a", "é", None], "score": [1.5, None, -2.0], "rung": [1, 2, 3], "paid": [True, None, False]}
WITH_DAYS = {**COLUMNS, "day": DAYS}


def through(table):
    """A table into Rust and back out."""
    return tables.like(table, Table(tables.stream(table)))


def test_polars():
    frame = pl.DataFrame({**WITH_DAYS, "way": pl.Series(["x", None, "x"], dtype=pl.Categorical)})
    assert through(frame).equals(frame)
    lazy = through(frame.lazy())
    assert isinstance(lazy, pl.LazyFrame) and lazy.collect().equals(frame)


def test_pyarrow():
    table = pa.table(WITH_DAYS)
    assert through(table).equals(table)
    assert through(table.to_batches()[0]).equals(table)


@pytest.mark.parametrize("with_pyarrow", [True, False])
def test_pandas(monkeypatch, with_pyarrow):
    monkeypatch.setattr(tables, "_has_pyarrow", lambda: with_pyarrow)
    way = pd.Categorical(["x", None, "x"])
    frame = pd.DataFrame({**COLUMNS, "day": pd.to_datetime(DAYS), "way": way}, index=[7, 8, 9])
    frame["whole"] = pd.array([1, None, 3], dtype="Int64")
    assert isinstance(tables.stream(frame), pd.DataFrame if with_pyarrow else Table)
    back = through(frame)
    assert isinstance(back, pd.DataFrame)
    assert back["id"].isna().tolist() == [False, False, True] and back["id"].tolist()[:2] == ["a", "é"]
    assert back["score"].dtype == "float64" and back["score"].tolist()[::2] == [1.5, -2.0]
    assert back["rung"].dtype == "int64" and back["paid"].tolist()[0] is True
    assert back["way"].tolist()[::2] == ["x", "x"]
    assert [None if pd.isna(day) else day.date() for day in back["day"]] == DAYS
    assert back["whole"].tolist()[::2] == [1.0, 3.0] and pd.isna(back["whole"][1])


def test_duckdb():
    relation = duckdb.sql("select * from (values ('a', 1.25, date '2024-01-01'), (null, null, null)) t(id, x, day)")
    back = through(relation)
    assert isinstance(back, duckdb.DuckDBPyRelation) and back.fetchall() == relation.fetchall()
    decimals = Table(relation)
    assert decimals.to_list("x") == [1.25, None]


def test_a_dict_of_lists():
    assert through(WITH_DAYS) == {**COLUMNS, "day": ["2024-01-01", None, "1969-07-20"]}
    assert through({"x": [1, 2.5, float("nan")], "none": [None] * 3}) == {"x": [1.0, 2.5, None], "none": [None] * 3}


NUMPY = {
    "f8": np.array([1.5, np.nan, -2.0]), "f4": np.array([1.5, 2.5, 3.5], "f4"), "f2": np.array([1.5, 2.5, 3.5], "f2"),
    "i8": np.array([1, 2, 2**62]), "u1": np.array([1, 2, 255], "u1"), "i4 swapped": np.array([1, 2, 3], ">i4"),
    "strided": np.arange(9.0)[::-4], "truth": np.array([True, False, True]),
    "text": np.array(["a", "één", ""]), "day": np.array(["2024-01-01", "NaT", "1969-07-20"], "M8[D]"),
    "moment": np.array(["2024-01-01T12:30", "NaT", "1969-07-20"], "M8[ns]"),
    "object": np.array(["x", None, "y"], dtype=object),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMPY)
def test_a_dict_of_numpy_arrays(name):
    back = through({name: NUMPY[name]})[name]
    assert isinstance(back, np.ndarray) and back.dtype.kind == NUMPY[name].dtype.kind.replace("u", "i")
    np.testing.assert_array_equal(back, NUMPY[name])
    missing = np.isnat(NUMPY[name]).sum() if back.dtype.kind == "M" else name == "object"
    assert pa.table(tables.stream({name: NUMPY[name]}))[name].null_count == missing


def test_numpy_arrays_do_not_become_python_objects():
    rows = 200_000
    columns = {"x": np.random.default_rng(1).random(rows), "id": np.arange(rows).astype("U")}
    forms = {name: tables._column(values) for name, values in {**NUMPY, **columns}.items()}
    listed = [name for name, (_, values) in forms.items() if not isinstance(values, np.ndarray)]
    assert listed == ["object"]
    table = Table.of_columns({name: forms[name] for name in columns})
    assert len(table) == rows and repr(table) == "Table(200000 rows: x, id)"
    np.testing.assert_array_equal(pa.table(table)["x"].to_numpy(), columns["x"])
    assert pa.table(table)["id"][-1].as_py() == str(rows - 1)


def test_every_layout_of_texts_is_read():
    words = ["a", None, "a", "b" * 20]
    layouts = [
        pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string()),
        pa.dictionary(pa.uint32(), pa.large_string()),
    ]  # fmt: skip
    for layout in layouts:
        array = pa.chunked_array([pa.array(words, pa.string()).cast(layout), pa.array([], layout)])
        assert Table(pa.table({"x": array})).to_list("x") == words, layout


def test_a_number_beside_texts_is_a_code_where_codes_are_asked():
    mixed = [4, "1-3", None, 2.0]
    assert Table(tables.stream({"a": mixed}, ["a"])).to_list("a") == ["4", "1-3", None, "2"]
    assert Table(tables.stream({"a": [4, 2]}, ["a"])).to_list("a") == [4, 2]
    panel = meedoen.ladder.Panel(
        {"who": [1, 1, "x", "x"], "year": [0.0, 1.0, 0.0, 1.0], "rung": mixed[:2] + [3, 4]},
        id="who", time="year", state="rung")  # fmt: skip
    assert (panel._panel.people, [one.code for one in panel.quality().findings].count("between-states")) == (2, 1)


def test_what_cannot_be_read_is_refused_by_name():
    with pytest.raises(TypeError, match="expected a table .*, not a int"):
        tables.stream(3)
    with pytest.raises(ValueError, match="the column `b` has 2 rows, expected 1"):
        tables.stream({"a": [1], "b": [1, 2]})
    with pytest.raises(TypeError, match="column `a` mixes"):
        tables.stream({"a": [1, "x"]})
    with pytest.raises(TypeError, match="column `a` mixes"):
        tables.stream({"a": [1, True]})
    with pytest.raises(TypeError, match="one dimension, not 2"):
        tables.stream({"a": np.zeros((2, 2))})
    with pytest.raises(TypeError, match="column `a` holds List"):
        Table(pa.table({"a": [[1]]})).to_list("a")
    with pytest.raises(TypeError, match="column `a` holds Timestamp.*Europe/Amsterdam"):
        Table(pa.table({"a": pa.array([0], pa.timestamp("us", "Europe/Amsterdam"))})).to_list("a")
    with pytest.raises(TypeError, match="column `a` holds UInt64"):
        Table(pa.table({"a": pa.array([2**63], pa.uint64())})).to_list("a")
    with pytest.raises(KeyError, match="no such"):
        Table(pa.table({"a": [1]})).to_list("no such")


def test_other_tables_get_one_any_library_reads():
    class Stream:
        def __arrow_c_stream__(self, requested_schema=None):
            return pa.table(COLUMNS).__arrow_c_stream__(requested_schema)

    assert pl.DataFrame(through(Stream())).to_dict(as_series=False) == COLUMNS
