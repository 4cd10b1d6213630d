"""The participation ladder: six rungs of what someone does now."""

from __future__ import annotations

from .chart import Chart
from .document import Document, call
from .over_time import Panel, changes, quality, specification, state_space

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Literal

    from .documents import Comparison, GrowthPotential, Placement, Question, RungDescription, SideBySide

    Position = str | Sequence[str] | Placement | None

__all__ = [
    "Panel", "Session", "changes", "chart", "classify", "compare", "growth_potential", "quality", "questions",
    "recognise", "rungs", "session", "side_by_side", "specification", "state_space",
]


def rungs() -> tuple[RungDescription, ...]:
    """The six rungs with their names, criteria and examples, from the first."""
    return call("ladder.rungs", {})


def questions() -> tuple[Question, ...]:
    """The questions of the decision flow, in order."""
    return call("ladder.questions", {})


def classify(facts: Mapping[str, Any], *, perspective: str | None = None) -> Placement:
    """Places someone on the ladder by observable facts; what is left out or None is unknown.

    The rung is given only when the facts leave no other; otherwise the placement says between which rungs it lies
    and what to ask next. It is advice.

    >>> import meedoen as md
    >>> placement = md.ladder.classify({"contract": False, "weekly_unpaid_work_with_responsibility": None})
    >>> placement.rung, placement.label.en
    (None, 'unknown: rung 1, 2, 3, 4 or 5')
    """
    return call("ladder.classify", {"facts": facts, "perspective": perspective})


class Session(Document):
    """The questions answered so far; answering gives a new session, so going back is using an earlier one.

    >>> import meedoen as md
    >>> session = md.ladder.session()
    >>> session.question.input
    'contract'
    >>> session.answer(True).question.input
    'supplementary_benefit'
    """

    __slots__ = ()

    def answer(self, answer: Any, *, input: str | None = None) -> Session:
        """The session after an answer to the question it asks, or to another; None stands for “not known”."""
        if input is None:
            if self.question is None:
                raise ValueError("there is nothing left to ask")
            input = self.question.input
        steps = [step for step in self.steps if step.input != input]
        return session([*steps, {"input": input, "answer": answer}], perspective=self.placement.perspective)


def session(steps: Sequence[Mapping[str, Any]] = (), *, perspective: str | None = None) -> Session:
    """A session of the decision flow, question by question."""
    return call("ladder.session", {"steps": list(steps), "perspective": perspective}, Session)


def growth_potential(
    now: Mapping[str, Any], expected: Mapping[str, Any], *, months: int, perspective: str | None = None
) -> GrowthPotential:
    """What someone does now beside what is expected within a period; both are facts as for `classify`.

    >>> import meedoen as md
    >>> facts = {"contract": False}
    >>> md.ladder.growth_potential(facts, facts, months=12).change.change is None
    True
    """
    request = {"now": now, "expected": expected, "months": months, "perspective": perspective}
    return call("ladder.growth_potential", request)


def compare(earlier: Position, later: Position) -> Comparison:
    """Growth, stabilisation or decline between two moments; staying on the same rung counts as reaching the aim.

    A position is a rung, a list of rungs that are possible, a placement, or None when nothing is known.

    >>> import meedoen as md
    >>> md.ladder.compare("unpaid-work", "unpaid-work").growth_or_stabilisation
    'met'
    """
    return call("ladder.compare", {"earlier": _position(earlier), "later": _position(later)})


def side_by_side(professional: Position, own: Position, *, words: str | None = None) -> SideBySide:
    """The person's own view beside the professional's; neither is corrected by the other."""
    request = {"professional": _position(professional), "own": _position(own), "words": words}
    return call("ladder.side_by_side", request)


def recognise(values: Iterable[Any]) -> tuple[str, ...]:
    """Rungs as they stand in a file: numbers, codes or names; another scale under the same name is refused.

    >>> import meedoen as md
    >>> md.ladder.recognise([4, "Betaald werk"])
    ('unpaid-work', 'paid-work')
    """
    return call("ladder.recognise", {"values": list(values)})


def chart(
    known: Mapping[str, Any] | Sequence[Mapping[str, Any]] | Session,
    *,
    perspective: str | None = None,
    language: Literal["nl", "en"] = "en",
) -> Chart:
    """The ladder with the rungs that are possible, from facts, from a session, or from the steps of one.

    >>> import meedoen as md
    >>> session = md.ladder.session([{"input": "contract", "answer": None}])
    >>> "employment contract" in str(md.ladder.chart(session).to_dict()["title"])
    False
    """
    if isinstance(known, Session):
        perspective = perspective or known.placement.perspective
        known = known.steps
    what = "steps" if isinstance(known, list | tuple) else "facts"
    return call("ladder.chart", {what: known, "perspective": perspective, "language": language}, Chart)


def _position(position: Position) -> Any:
    return position.between if isinstance(position, Document) else position
