"""Probability distributions, exact in both tails."""

from __future__ import annotations

from .document import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .documents import DistributionValue

__all__ = ["value"]


def value(function: str, arguments: Sequence[float]) -> DistributionValue:
    """The value of a distribution function by its name; None where it has none.

    >>> import meedoen as md
    >>> round(md.distribution.value("t.quantile", [0.975, 57]).value, 6)
    2.002465
    """
    return call("distribution.value", {"function": function, "arguments": arguments})
