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
    A text is ``{"nl": …, "en": …}``. What is marked * must be given. The document has:

    ``schema_version`` *
        1, the version of this format.
    ``id`` *, ``version`` *, ``title`` *
        A name for programs, the version of the questionnaire itself (a string), and a text.
    ``description``, ``target_behaviour``
        Texts: what it is and is not; the one behaviour it asks about, without which scores make no profile.
    ``provenance`` *
        How it came to be: ``kind`` is ``"illustrative"``, ``"literature"``, ``"fitted"`` or ``"local"``, ``note`` a text.
        It is printed with every result.
    ``scale`` *
        The answers: ``min`` *, ``max`` *, both at most a million from zero, and ``min`` the lower; whole numbers only, unless
        ``continuous`` is True; ``anchors``, a list of ``{"value": 1, "label": text}``, says what answers are called.
    ``missing_codes``
        Numbers in the data that stand for no answer, such as ``[9, 99]``.
    ``missing_rule`` *
        How many answers a scale needs for a score: ``"complete"``, ``"half"``, ``"any"``, or a share above 0 and at most 1.
    ``items`` *
        In the order in which they are asked, each with ``id`` * (also the name of its column in a table), ``text`` *,
        ``reverse`` (True where agreement means less of what is measured: the answer counts as ``min + max - answer``) and
        ``scale`` (of its own, like that of the instrument). Every item is part of a scale.
    ``scales`` *
        What items measure together, each with ``id`` * (the column of its scores; of behaviour the code of a determinant,
        see `behaviour.determinants`), ``label`` * (a text), ``parts`` *, and where it differs ``polarity`` (``"supporting"``, or
        ``"hindering"`` where a high score stands in the way), ``output`` (``"mean"``, ``"sum"``, or ``"pomp"``: percent of the maximum
        possible, 0 to 100, which `behaviour.assess`, `potential`, `what_if` and `plan` ask of tables) and ``missing_rule``. A part is ``{"item": id}``, or ``{"product": [id, id]}`` of two items with perhaps a
        ``centre`` ``[a, b]`` that is taken from them first; ``facet`` names the sub-determinant it belongs to. There are at most
        255, all of the same range.

    >>> import meedoen as md
    >>> text = lambda words: {"nl": words, "en": words}
    >>> scale = md.measure.Instrument({
    ...     "schema_version": 1, "id": "cycling", "version": "1", "title": text("Cycling"),
    ...     "target_behaviour": text("to cycle to work"), "missing_rule": "half", "missing_codes": [9],
    ...     "provenance": {"kind": "local", "note": text("made for one department")},
    ...     "scale": {"min": 1, "max": 5},
    ...     "items": [
    ...         {"id": "q1", "text": text("Cycling to work is pleasant")},
    ...         {"id": "q2", "text": text("Cycling to work is a waste of time"), "reverse": True},
    ...         {"id": "q3", "text": text("I can cycle to work")},
    ...     ],
    ...     "scales": [
    ...         {"id": "attitude", "label": text("attitude"), "parts": [{"item": "q1"}, {"item": "q2"}]},
    ...         {"id": "self-efficacy", "label": text("belief in own ability"), "parts": [{"item": "q3"}]},
    ...     ],
    ... })
    >>> [(one.scale, one.value) for one in scale.score({"q1": 4, "q2": 1, "q3": 9}).scales]
    [('attitude', 4.5), ('self-efficacy', None)]
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
        document, count = self.document, len(self.document["items"])
        items = "1 item" if count == 1 else f"{count} items"
        return f"Instrument({document.id!r} {document.version}, {items}, {document.provenance.kind})"

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
