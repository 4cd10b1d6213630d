"""Tables: any library's comes in, the caller's kind goes out. No other module knows what a table is."""

from ._meedoen import Table

_LIBRARIES = ("polars", "pandas", "pyarrow", "duckdb")


def stream(table, codes=()):
    """The table as something with an Arrow stream, which Rust reads in place.

    Columns as a document has them, each with its ``name`` and ``values``, are a table as well. In the columns named by
    ``codes`` a number beside texts is the text of that number.
    """
    library = _library(table)
    if library == "polars" and hasattr(table, "collect"):
        return table.collect()
    if library == "pandas" and not _has_pyarrow():
        return Table.of_columns({str(name): _column(table[name], name in codes) for name in table.columns})
    if library == "pandas" and _holds_numbers(table):
        import pyarrow

        # In place. Of a frame pyarrow would first seek what is missing, which is NaN here as well.
        return pyarrow.table({str(name): values.to_numpy() for name, values in table.items()})
    if hasattr(table, "__arrow_c_stream__"):
        return table
    if isinstance(table, (list, tuple)) and table and all(hasattr(column, "keys") and "values" in column for column in table):
        table = {column["name"]: column["values"] for column in table}
    if hasattr(table, "keys") and not library:
        return Table.of_columns({name: _column(table[name], name in codes) for name in table.keys()})
    raise TypeError(
        f"expected a table (polars, pandas, pyarrow, duckdb, a dict of columns), not a {type(table).__name__}"
    )


def like(table, result: Table):
    """The result as the kind of table that came in."""
    library = _library(table)
    if library == "polars":
        import polars

        frame = polars.DataFrame(result)
        return frame.lazy() if isinstance(table, polars.LazyFrame) else frame
    if library == "pandas":
        import pandas

        # pandas keeps texts as objects: an array of texts would be taken apart again.
        columns = {name: _array(result, name, texts_as_objects=True) for name in result.columns}
        frame = pandas.DataFrame(columns, copy=False)
        if result.rests_on:
            import json

            frame.attrs["meedoen"] = json.loads(result.rests_on)
        return frame
    if library in ("pyarrow", "duckdb"):
        import pyarrow

        arrow = pyarrow.table(result)
        if library == "pyarrow":
            return arrow
        import duckdb

        return duckdb.from_arrow(arrow)
    if hasattr(table, "__arrow_c_stream__"):
        return result
    if any(hasattr(table[name], "dtype") for name in table.keys()):
        return {name: _array(result, name) for name in result.columns}
    return {name: result.to_list(name) for name in result.columns}


def _library(table):
    """The library a table is from, also when someone derived a class of their own."""
    for kind in type(table).__mro__:
        library = kind.__module__.partition(".")[0].lstrip("_")
        if library in _LIBRARIES:
            return library
    return None


def _holds_numbers(frame):
    """Whether a frame of pandas is numpy's numbers and nothing else, without rows or columns of the same name."""
    kinds = (getattr(dtype, "kind", "O") if type(dtype).__module__.startswith("numpy") else "O" for dtype in frame.dtypes)
    return type(frame.index).__name__ == "RangeIndex" and frame.columns.is_unique and all(kind in "iuf" for kind in kinds)


def _has_pyarrow():
    from importlib.util import find_spec

    return find_spec("pyarrow") is not None


def _column(values, coded=False):
    """How Rust is to read a column, and the column."""
    if hasattr(values, "to_numpy"):
        values = values.to_numpy()
    dtype = getattr(values, "dtype", None)
    if dtype is None:
        return _listed(values, coded)
    if values.ndim != 1:
        raise TypeError(f"a column has one dimension, not {values.ndim}")
    if dtype.kind in "iuf":
        own = "f4" if dtype.itemsize == 2 and dtype.kind == "f" else dtype.newbyteorder("=")
        return "numbers", values.astype(own, copy=False)
    if dtype.kind == "b":
        return "truths", values.view("u1")
    if dtype.kind == "M":
        form, unit = ("days", "M8[D]") if dtype.name == "datetime64[D]" else ("microseconds", "M8[us]")
        return form, values.astype(unit).view("i8")
    if dtype.kind == "U" and dtype.itemsize:
        points = values.astype(dtype.newbyteorder("="), order="C").view("u4")
        return "texts", points.reshape(len(values), -1)
    return _listed(values.tolist(), coded)


def _listed(values, coded):
    from ._plain import plain

    # Texts and empty cells are plain as they are, and tables of millions are mostly those.
    texts = set(map(type, values)) <= {str, type(None)}
    cells = list(values) if texts else [plain(value) for value in values]
    if coded and any(isinstance(cell, str) for cell in cells):
        cells = [_code(cell) for cell in cells]
    return "list", cells


def _code(cell):
    """A number as the code it is: 4 and 4.0 are both "4"."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return cell
    return str(int(cell)) if cell == int(cell) else str(cell)


def _array(result, name, texts_as_objects=False):
    import numpy

    kind, values = result.to_buffer(name)
    if kind == "O":
        # Lists of one length would make a matrix of the column.
        cells = numpy.empty(len(values), dtype=object)
        cells[:] = values
        texts = not texts_as_objects and set(map(type, values)) == {str}
        return numpy.array(values) if texts else cells
    return numpy.frombuffer(values, dtype=kind)
