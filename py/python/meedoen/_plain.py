"""What callers hold, as plain JSON values."""

from datetime import date, datetime, time

from .document import Document
from .error import MeedoenError

_INFINITE = (float("inf"), float("-inf"))


def plain(value, field=""):
    """The value as JSON can carry it: dates as text, numpy and pandas values as Python's, missing as null."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, float):
        return _number(value, field)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, dict | Document):
        return {_name(name, field): plain(value[name], f"{field}.{name}" if field else str(name)) for name in value.keys()}
    if isinstance(value, list | tuple):
        return [plain(item, f"{field}[{number}]") for number, item in enumerate(value, 1)]
    # pandas' missing values: one does not equal itself, the other does not even say.
    if type(value).__name__ in ("NaTType", "NAType"):
        return None
    if isinstance(value, date):
        return _date(value)
    return _foreign(value, field)


def _number(value, field):
    if value != value:
        return None
    if value in _INFINITE:
        raise MeedoenError.of(
            "not-finite",
            f"`{value}` is geen eindig getal: verwacht werd een getal, of `null` voor onbekend",
            f"`{value}` is not a finite number: expected a number, or `null` for unknown",
            field or None,
        )
    return float(value)


def _date(value):
    # pandas has no dates but midnights.
    if isinstance(value, datetime) and value.tzinfo is None and value.time() == time():
        value = value.date()
    return value.isoformat()


def _name(name, field):
    if isinstance(name, str):
        return name
    raise TypeError(f"the names in {field or 'a document'} must be texts, not {name!r}")


def _foreign(value, field):
    """A value of another library, asked to say in Python's own types what it is."""
    if getattr(getattr(value, "dtype", None), "kind", None) == "M":
        # Nanoseconds, numpy's usual unit here, would come out as bare numbers.
        value = value.astype("M8[us]")
    for method in ("tolist", "to_list", "item"):
        if hasattr(value, method):
            return plain(getattr(value, method)(), field)
    if hasattr(value, "__float__"):
        return _number(float(value), field)
    raise TypeError(f"{field or 'the request'} is a {type(value).__name__}, which a document cannot hold")
