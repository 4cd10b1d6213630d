"""The participation ladder over time: panels of registered rungs."""

from __future__ import annotations

from . import multistate
from .document import Document, call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, Literal

__all__ = ["Panel"]


class Panel(multistate.Panel):
    """Who was registered on which rung when, read once from a table; it cannot be changed.

    ``state`` names the column of rungs: 1 to 6, their codes or their names; ``1-3`` is somewhere between. Another scale
    under the same name is refused. ``moves`` is which rungs can follow each other directly: ``"neighbouring"`` or
    ``"any"``; a choice of ours, as the sources give none. The rest is as for `meedoen.multistate.Panel`.

    >>> import meedoen as md
    >>> panel = md.ladder.Panel(
    ...     {"client": ["a", "a", "b", "b"], "date": ["2024-01-15", "2024-09-01", "2024-02-01", "2024-10-01"],
    ...      "rung": [2, 3, 4, 4]}, id="client", time="date", state="rung")
    >>> panel
    Panel(2 people, 4 visits)
    """

    __slots__ = ()

    def __init__(
        self, table: Any, *, id: str, time: str, state: str, moves: Literal["neighbouring", "any"] = "neighbouring",
        covariates: Iterable[str] = (), weight: str | None = None, unit: str = "year", same_day: str = "refuse",
        unsorted: str = "sort", incomplete: str = "refuse",
    ) -> None:  # fmt: skip
        reading = {
            "person": id, "time": time, "state": state, "covariates": list(covariates), "weight": weight, "unit": unit,
            "same_day": same_day, "unsorted": unsorted, "incomplete": incomplete,
        }  # fmt: skip
        self._read(table, reading, {})
        object.__setattr__(self, "_panel", self._panel.of_rungs())
        asked = self.ask("ladder.specification", {"moves": moves}).to_dict()
        object.__setattr__(self, "_space", {name: asked[name] for name in ("space", "unit", "censored")})

    def changes(self, **counting: Any) -> Document:
        """Growth, stabilisation and decline between two moments; staying on the same rung counts as reaching the aim.

        What is counted is as for `tables`.
        """
        return self.ask("ladder.changes", self._counting(counting))

    def quality(self, **bounds: Any) -> Document:
        """What to look up before any model, in the words of the ladder."""
        return self.ask("ladder.quality", bounds)


def state_space(moves: Literal["neighbouring", "any"] = "neighbouring") -> Document:
    """The six rungs as states, and where the choice of moves comes from."""
    return call("ladder.state_space", {"moves": moves})


def specification(request: Mapping[str, Any]) -> Document:
    """The plainest model of a panel of rungs that is a document, with the placements between rungs that occur."""
    return call("ladder.specification", request)


def changes(request: Mapping[str, Any]) -> Document:
    """Growth, stabilisation and decline in a panel of rungs that is a document."""
    return call("ladder.changes", request)


def quality(request: Mapping[str, Any]) -> Document:
    """What to look up first in a panel of rungs that is a document."""
    return call("ladder.quality", request)
