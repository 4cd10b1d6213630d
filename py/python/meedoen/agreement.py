"""How far people who code the same things agree, beyond what chance would give."""

from __future__ import annotations

from .document import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal

    from .documents import Agreement

__all__ = ["estimate"]


def estimate(
    coders: Mapping[str, Sequence[Any]] | Sequence[Mapping[str, Any]] | Any,
    *,
    level: Literal["nominal", "ordinal", "interval", "ratio"] = "nominal",
    code_book: Sequence[str] | None = None,
    resampling: Mapping[str, Any] | None = None,
) -> Agreement:
    """Krippendorff's alpha over all coders, Fleiss' kappa over all and Cohen's of every two, each with an interval.

    ``coders`` is a table (polars, pandas, a mapping) with one column a coder and one row a unit, empty where they did
    not code it; or a list of ``{"id", "values"}`` documents. ``code_book`` lists the codes, in their order on an ordinal
    scale; a code that is not in it is refused with its coder and unit. Numbers (interval, ratio) need no code book.
    ``resampling`` has the ``replications`` (0 gives no intervals), the ``confidence`` and the ``seed`` of the intervals.

    >>> import meedoen as md
    >>> found = md.agreement.estimate(
    ...     {"anna": ["money", "money", "time", "time"], "bas": ["money", "time", "time", "time"]},
    ...     code_book=["money", "time"],
    ... )
    >>> found.coefficients[2].kind, found.coefficients[2].value
    ('cohen-kappa', 0.5)
    """
    if not isinstance(coders, list | tuple):
        names = coders.columns if hasattr(coders, "columns") else coders.keys()
        coders = [{"id": str(name), "values": coders[name]} for name in names]
    request = {"level": level, "code_book": code_book, "coders": coders, "resampling": resampling}
    return call("agreement.estimate", request)
