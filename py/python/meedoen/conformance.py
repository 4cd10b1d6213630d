"""Whether what was recorded follows a roadmap: where it does not, in words, and the smallest repair."""

from __future__ import annotations

import json

from . import _meedoen
from ._plain import plain
from .document import call
from .table import like, stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .documents import ConformanceReport, Road, Stays, Traces

    AnyRoad = Road | Mapping[str, Any]
    AnyTraces = Traces | Mapping[str, Any]

__all__ = ["check", "check_table", "read_csv", "read_xes", "roadmap", "stays"]


def roadmap(document: AnyRoad) -> Road:
    """The roadmap as it is understood; one that cannot be is refused with every problem and its field."""
    return call("conformance.roadmap", document)


def read_csv(text: str, *, case: str, step: str, date: str | None = None) -> Traces:
    """The cases in a log in CSV; a problem names the line on which its row begins.

    >>> import meedoen as md
    >>> traces = md.conformance.read_csv("case,step\\nsquare,stories\\n", case="case", step="step")
    >>> traces.traces[0].events[0].step
    'stories'
    """
    return call("conformance.read_csv", {"text": text, "case": case, "step": step, "date": date})


def read_xes(text: str) -> Traces:
    """The cases in a log in XES; document types, entities of one's own and deep nesting are refused."""
    return call("conformance.read_xes", {"text": text})


def check(traces: AnyTraces, roadmap: AnyRoad) -> ConformanceReport:
    """Each case beside a roadmap: fitness, deviations in words, and the smallest repair.

    >>> import meedoen as md
    >>> houten = md.cocreation.roadmaps()[1]
    >>> traces = md.conformance.read_csv("case,step\\nsquare,stories\\n", case="case", step="step")
    >>> print(md.conformance.check(traces, houten).traces[0].deviations[0].reason.en)
    “analysing and feeding back” is not recorded yet at the end, in the stage “analyse”
    """
    return call("conformance.check", {"traces": traces, "roadmap": roadmap})


def stays(traces: AnyTraces, roadmap: AnyRoad) -> Stays:
    """How long cases stay in each stage: `meedoen.multistate.fit` takes it to fit a model of moves between stages."""
    return call("conformance.stays", {"traces": traces, "roadmap": roadmap})


def check_table(table: Any, roadmap: AnyRoad, *, case: str, step: str) -> tuple[Any, Any]:
    """Each case of a table beside a roadmap, for logs of millions of rows: a table of cases and one of deviations.

    An event stands on each row, in the order in which it happened within its case. Deviations have no sentences here:
    `check` writes those of a few cases out.

    >>> import meedoen as md
    >>> log = {"case": ["square", "square"], "step": ["stories", "experiments"]}
    >>> cases, deviations = md.conformance.check_table(log, md.cocreation.roadmaps()[1], case="case", step="step")
    >>> cases["fitness"], deviations["step"]
    ([0.6666666666666667], ['analysis', 'connection'])
    """
    document = json.dumps(plain(roadmap), ensure_ascii=False)
    cases, deviations = _meedoen.check_traces(document, stream(table), case, step)
    return like(table, cases), like(table, deviations)
