"""Multi-state models: people seen in one of several states at irregular dates."""

from __future__ import annotations

import json

from . import _meedoen
from ._plain import plain
from .chart import Chart
from .document import Document, call, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Literal

    Moves = Iterable[Sequence[Any]]

__all__ = ["Fit", "Model", "Panel"]


class Panel:
    """Who was seen in which state when, read once from a table and asked many times; it cannot be changed.

    ``table`` is a polars or pandas frame, an Arrow table, a duckdb relation or a mapping of columns. ``id``, ``time``,
    ``state``, ``covariates`` and ``weight`` are names of its columns. Times are dates, or numbers in ``unit``.
    ``states`` are the codes of the states in their order, ``moves`` the pairs of states between which someone can go
    directly, ``censored`` says of codes that are no state which states they can stand for. What becomes of two states
    on one day, of rows out of order and of incomplete rows is a choice: see `SameDay`, `Unsorted` and `Incomplete`.

    >>> import meedoen as md
    >>> panel = md.multistate.Panel(
    ...     {"who": [1, 1, 2, 2], "year": [0.0, 1.5, 0.0, 2.0], "state": ["out", "in", "out", "out"]},
    ...     id="who", time="year", state="state", states=["out", "in"], moves=[("out", "in"), ("in", "out")])
    >>> panel
    Panel(2 people, 4 visits)
    """

    __slots__ = ("_panel", "_space", "_summary")

    def __init__(
        self, table: Any, *, id: str, time: str, state: str, states: Iterable[Any], moves: Moves,
        covariates: Iterable[str] = (), weight: str | None = None, censored: Mapping[Any, Iterable[Any]] | None = None,
        unit: str = "year", same_day: str = "refuse", unsorted: str = "sort", incomplete: str = "refuse",
    ) -> None:  # fmt: skip
        from .table import stream

        space = {
            "states": [_state(one) for one in states], "moves": _moves(moves), "unit": unit,
            "censored": [{"code": _code(code), "states": _codes(of)} for code, of in (censored or {}).items()],
        }  # fmt: skip
        known = [one if isinstance(one, str) else one["code"] for one in space["states"]]
        reading = {
            "person": id, "time": time, "state": state, "covariates": list(covariates), "weight": weight, "unit": unit,
            "codes": known + [one["code"] for one in space["censored"]],
            "same_day": same_day, "unsorted": unsorted, "incomplete": incomplete,
        }  # fmt: skip
        object.__setattr__(self, "_panel", _meedoen.Panel(stream(table), json.dumps(plain(reading))))
        object.__setattr__(self, "_space", space)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Panel cannot be changed; make one of a changed table")

    def __repr__(self) -> str:
        return f"Panel({self._panel.people} people, {self._panel.visits} visits)"

    def __len__(self) -> int:
        return self._panel.visits

    def ask(self, operation: str, request: Mapping[str, Any], kind: type = Document) -> Any:
        """Asks the library one thing about the panel: the operation by its name, its request without the panel."""
        text = json.dumps(plain(request), ensure_ascii=False, allow_nan=False)
        return parse(self._panel.call(operation, text), kind)


def _code(value: Any) -> str:
    """A state as tables and documents name it: 4, 4.0 and "4" are the same."""
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float) and value == int(value):
        value = int(value)
    return value if isinstance(value, str) else str(value)


def _codes(values: Iterable[Any]) -> list[str]:
    return [_code(value) for value in values]


def _state(state: Any) -> Any:
    return dict(state) if hasattr(state, "keys") else _code(state)


def _moves(moves: Moves) -> list[dict[str, str]]:
    return [{"from": _code(start), "to": _code(end)} for start, end in moves]
