"""Instruments: questionnaires as data, and the scores they give."""

from __future__ import annotations

from . import _meedoen
from .document import Document, call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal

    from .documents import ChangeCounts, Reliability, Scores

__all__ = ["Instrument", "reliable_change"]


class Instrument:
    """A questionnaire: items, their answer scales and texts, and the scales they make up.

    Made from its document (a dict, or JSON text); a document that is not right is refused with every problem named.

    >>> import meedoen as md
    >>> scale = md.behaviour.Instrument.builtin("job-search")
    >>> scale.document.title.en
    'Questionnaire on looking for work'
    """

    __slots__ = ("_text", "document")

    def __init__(self, document: Mapping[str, Any] | str) -> None:
        if isinstance(document, str):
            text = _meedoen.call("measure.instrument", document)
            from .document import parse

            object.__setattr__(self, "document", parse(text))
        else:
            object.__setattr__(self, "document", call("measure.instrument", document))
        object.__setattr__(self, "_text", self.document.to_json())

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("an Instrument cannot be changed; make one of a changed document")

    def __repr__(self) -> str:
        document = self.document
        return f"Instrument({document.id!r} {document.version}, {len(document['items'])} items, {document.provenance.kind})"

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Instrument) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self):
        return type(self), (self._text,)

    def score(self, answers: Any, *, id: str | Sequence[str] = ()) -> Scores | Any:
        """The scores of one person, or of every row of a table.

        ``answers`` is a mapping of items to answers (one person: a document with reasons comes back), or a table:
        polars, pandas, pyarrow, duckdb or a mapping of columns (a table of the same kind comes back, with one
        column a scale, empty where there are too few answers). ``id`` names the column, or columns, that go along.
        Every answer that is not on its scale is named with row and column, and then nothing is scored.

        >>> import meedoen as md
        >>> scale = md.behaviour.Instrument.builtin("job-search")
        >>> scores = scale.score({"att_1": 4, "att_2": 2, "att_3": 1})
        >>> scores.scales[0].valid, scores.scales[0].percent
        (3, 83.33333333333333)
        """
        if _is_one_person(answers):
            return call("measure.score", {"instrument": self.document, "answers": dict(answers)})
        from .table import like, stream

        keep = [id] if isinstance(id, str) else list(id)
        return like(answers, _meedoen.score_table(self._text, stream(answers), keep))

    def reliability(self, columns: Any, *, missing: Literal["listwise", "pairwise"] = "listwise") -> Reliability:
        """How far the items of each scale, and of each sub-determinant, measure one thing.

        ``columns`` is a table with a column for every item. Alpha comes with both of its intervals, omega with one
        factor, and an item that goes against the others is named in the findings.

        >>> import meedoen as md
        >>> scale = md.behaviour.Instrument.builtin("job-search")
        >>> report = scale.reliability({item.id: [1, 2, 4, 5] for item in scale.document["items"]})
        >>> report.groups[0].rows
        4.0
        """
        from .document import parse
        from .table import stream

        return parse(_meedoen.reliability_table(self._text, stream(columns), missing))


def reliable_change(
    before: Sequence[float | None],
    after: Sequence[float | None],
    *,
    standard_error_of_measurement: float,
    by: Sequence[str | None] | None = None,
) -> ChangeCounts:
    """Who changed by more than measurement error between two measurements, and how many, also by caseload.

    ``by`` names the caseload of each person. The standard error comes with the reliability of the scale.

    >>> import meedoen as md
    >>> changes = md.measure.reliable_change([2, 3, None], [4, 3.2, 5], standard_error_of_measurement=0.4)
    >>> [one.change for one in changes.persons], changes.all.share_changed
    (['higher', 'within-error', None], 0.5)
    """
    request = {"before": _unknown(before), "after": _unknown(after), "by": by}
    return call(
        "measure.reliable_change", request | {"standard_error_of_measurement": standard_error_of_measurement}
    )


def _unknown(scores: Any) -> list[float | None]:
    """Scores as a list in which what is not known is None; columns of tables have NaN there."""
    return [None if score is None or score != score else score for score in scores]


def _is_one_person(answers: Any) -> bool:
    """Whether these are single answers rather than columns."""
    if isinstance(answers, Document):
        return True
    if hasattr(answers, "__arrow_c_stream__") or not hasattr(answers, "keys"):
        return False
    return not any(hasattr(answers[item], "__len__") and not isinstance(answers[item], str) for item in answers.keys())
