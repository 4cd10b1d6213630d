"""Questions about a panel that is itself a document: its columns in a mapping, as the browser has them.

Each takes one request, with the panel in the field ``panel``; for a table there are the methods of `Panel`.
"""

from __future__ import annotations

from ..document import Document, call
from .model import Fit, Transitions, label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

__all__ = [
    "compare", "dependence", "fit", "fit_transitions", "goodness", "intervals", "likelihood", "merge", "prevalence",
    "protected_tables", "quality", "select", "tables", "transitions",
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


def transitions(request: Mapping[str, Any]) -> Transitions:
    """What the panel, or a part of one, says about a model: counts; the request has the fields of a specification."""
    return call("multistate.transitions", request, Transitions)


def merge(parts: Iterable[Mapping[str, Any]]) -> Transitions:
    """What parts of a panel say together; the parts have nobody in common and are about the same model.

    Parts add up exactly, in any order: over partitions of a cluster, or over organisations that keep their registrations.
    """
    return call("multistate.merge", {"parts": list(parts)}, Transitions)


def fit_transitions(transitions: Mapping[str, Any]) -> Fit:
    """The model that was asked, fitted to what a panel or its parts together say."""
    return call("multistate.fit_transitions", {"transitions": transitions}, Fit)


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


def compare(first: Mapping[str, Any], second: Mapping[str, Any]) -> Document:
    """Two fits of one panel, compared by likelihood ratio and information: a side is ``{"name", "fit"}``."""
    sides = {"first": first, "second": second}
    return call("multistate.compare", {of: dict(side) | {"name": label(side["name"])} for of, side in sides.items()})
