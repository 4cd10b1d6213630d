"""Questions about a panel that is itself a document: its columns in a mapping, as the browser has them.

Each takes one request, with the panel in the field ``panel``; for a table there are the methods of `Panel`.
"""

from __future__ import annotations

from ..document import Document, call
from .model import Fit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

__all__ = [
    "dependence", "fit", "goodness", "intervals", "likelihood", "prevalence", "protected_tables", "quality", "select",
    "tables",
]  # fmt: skip


def quality(request: Mapping[str, Any]) -> Document:
    """What to look up before any model."""
    return call("multistate.quality", request)


def tables(request: Mapping[str, Any]) -> Document:
    """Who was where at one moment and where at the next."""
    return call("multistate.tables", request)


def protected_tables(request: Mapping[str, Any]) -> Document:
    """Tables that can be published."""
    return call("multistate.protected_tables", request)


def dependence(request: Mapping[str, Any]) -> Document:
    """Tests of what the next state depends on."""
    return call("multistate.dependence", request)


def fit(request: Mapping[str, Any]) -> Fit:
    """A model fitted to the panel; the request has the fields of its specification."""
    return call("multistate.fit", request, Fit)


def intervals(request: Mapping[str, Any]) -> Document:
    """The interval of every parameter of a fit to the panel."""
    return call("multistate.intervals", request)


def likelihood(request: Mapping[str, Any]) -> Document:
    """How well a model explains the panel."""
    return call("multistate.likelihood", request)


def prevalence(request: Mapping[str, Any]) -> Document:
    """Observed beside expected numbers over time."""
    return call("multistate.prevalence", request)


def goodness(request: Mapping[str, Any]) -> Document:
    """Whether a model fits the panel."""
    return call("multistate.goodness", request)


def select(request: Mapping[str, Any]) -> Document:
    """Two models of the panel, compared."""
    return call("multistate.select", request)
