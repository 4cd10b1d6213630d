"""The integrative behaviour model: what makes one behaviour easier or harder for one person."""

from __future__ import annotations

from . import _meedoen, measure
from .chart import Chart
from .document import Document, call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal

    from .documents import (
        Assessment, DeterminantDescription, InterventionDescription, InterventionReview, LeverCell, Profile, Scores,
        Term, Thresholds,
    )

__all__ = [
    "Instrument", "assess", "determinants", "field_of_forces_chart", "instruments", "interventions", "levers",
    "profile", "profile_chart", "review_interventions", "roles", "standings",
]


class Instrument(measure.Instrument):
    """An instrument whose scales are determinants of behaviour."""

    __slots__ = ()

    @classmethod
    def builtin(cls, id: str) -> Instrument:
        """An instrument that comes with the library; each is illustrative and has not been validated.

        >>> import meedoen as md
        >>> md.behaviour.Instrument.builtin("job-search").document.provenance.kind
        'illustrative'
        """
        return cls(call("behaviour.instrument", {"id": id}))


def instruments() -> tuple[str, ...]:
    """The names of the instruments that come with the library."""
    return call("behaviour.instruments", {})


def determinants() -> tuple[DeterminantDescription, ...]:
    """The seven determinants, three of willing and four of being able, each with the question to ask about it."""
    return call("behaviour.determinants", {})


def standings() -> tuple[Term, ...]:
    """How a determinant can stand towards a behaviour, from strongly hindering to strongly supporting."""
    return call("behaviour.standings", {})


def roles() -> tuple[Term, ...]:
    """The professional roles."""
    return call("behaviour.roles", {})


def interventions() -> tuple[InterventionDescription, ...]:
    """What the sources name as done to influence behaviour, each with the roles they name for it."""
    return call("behaviour.interventions", {})


def levers() -> tuple[LeverCell, ...]:
    """The lever matrix: every role against every determinant, as the sources have it; what they do not say is None.

    >>> import meedoen as md
    >>> cells = md.behaviour.levers()
    >>> len(cells), [cell.extent for cell in cells if cell.determinant == "self-regulation"]
    (21, [None, None, None])
    """
    return call("behaviour.levers", {})


def profile(
    scores: Scores, *, perspective: str | None = None, thresholds: Thresholds | Mapping[str, Any] | None = None
) -> Profile:
    """The profile of one person's scores; without a perspective it is the person's own."""
    return call("behaviour.profile", {"scores": scores, "perspective": perspective, "thresholds": thresholds})


def assess(profile: Any, *, id: str | Sequence[str] = ()) -> Assessment | Any:
    """What stands in the way of the behaviour and what is not known, for one person or for every row of a table.

    ``profile`` is a profile document (a dict), the scores of one person, or a table of scores with columns named
    after the determinants, 0 to 100, more being more of the determinant; ``id`` names columns that go along. It
    never says that the behaviour will follow, and never labels a person.

    >>> import meedoen as md
    >>> assessment = md.behaviour.assess({
    ...     "target_behaviour": {"nl": "werk zoeken", "en": "looking for work"}, "perspective": "professional",
    ...     "findings": [{"determinant": "attitude", "standing": "hindering"}]})
    >>> assessment.limiting, len(assessment.unknown)
    (('attitude',), 6)
    """
    if hasattr(profile, "keys") and "findings" in profile.keys():
        return call("behaviour.assess", profile)
    if isinstance(profile, Document) and "scales" in profile:
        return call("behaviour.assess", globals()["profile"](profile))
    from .table import like, stream

    keep = [id] if isinstance(id, str) else list(id)
    return like(profile, _meedoen.assess_table(stream(profile), keep))


def review_interventions(profile: Profile | Mapping[str, Any], interventions: Sequence[Any]) -> InterventionReview:
    """What the sources let one say of who does what around one person: a warning with its conditions, never a decision.

    ``interventions`` is a list of ``{"role", "intervention"}`` documents, or of (role, intervention) pairs.

    >>> import meedoen as md
    >>> profile = {"target_behaviour": {"nl": "werk zoeken", "en": "looking for work"},
    ...     "perspective": "professional", "findings": []}
    >>> review = md.behaviour.review_interventions(profile, [("income-consultant", "announce-sanction")])
    >>> review.sanction.warning, review.sanction.between
    (None, ('may-block', 'not-covered'))
    """
    request = {"profile": profile, "interventions": _pairs(interventions)}
    return call("behaviour.review_interventions", request)


def profile_chart(profile: Profile | Mapping[str, Any], *, language: Literal["nl", "en"] = "en") -> Chart:
    """The seven determinants of a profile as a chart; what is unknown is shown as unknown."""
    return call("behaviour.profile_chart", {"profile": profile, "language": language}, Chart)


def field_of_forces_chart(
    profile: Profile | Mapping[str, Any], interventions: Sequence[Any], *, language: Literal["nl", "en"] = "en"
) -> Chart:
    """The forces for and against the behaviour with what each role adds."""
    request = {"profile": profile, "interventions": _pairs(interventions), "language": language}
    return call("behaviour.field_of_forces_chart", request, Chart)


def _pairs(interventions: Sequence[Any]) -> list[Any]:
    return [
        {"role": one[0], "intervention": one[1]} if isinstance(one, (tuple, list)) else one for one in interventions
    ]
