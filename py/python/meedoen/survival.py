"""How long it takes until something happens, when of some it has not happened yet."""

from __future__ import annotations

from .document import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .documents import SurvivalEstimate

__all__ = ["estimate"]


def estimate(groups: Sequence[Mapping[str, Any]]) -> SurvivalEstimate:
    """The curve of each group by Kaplan and Meier, and whether the groups differ by the log-rank test.

    >>> import meedoen as md
    >>> found = md.survival.estimate([
    ...     {"id": "town", "spells": [{"time": 6, "ended": True}, {"time": 10, "ended": False}]},
    ... ])
    >>> found.groups[0].curve.median
    6.0
    """
    return call("survival.estimate", {"groups": groups})
