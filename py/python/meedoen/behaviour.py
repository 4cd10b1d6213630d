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
        Assessment, DeterminantDescription, IntegrativeModel, InterventionCatalogue, InterventionDescription,
        InterventionPlan, InterventionReview, LeverCell, PersonalPotential, Potential, Profile, Scores, Summary, Term,
        Thresholds, WhatIf,
    )

__all__ = [
    "Instrument", "Plan", "Standings", "assess", "catalogue", "determinant_chart", "determinants",
    "field_of_forces_chart", "instruments", "interventions", "levers", "model", "personal_potential", "plan", "potential",
    "profile", "profile_chart", "review_interventions", "roles", "standings", "summarise", "what_if",
]


class Instrument(measure.Instrument):
    __slots__ = ()
    __doc__ = f"""An instrument whose scales are determinants of behaviour, under the codes that `determinants` gives.

    {measure.Instrument.__doc__}"""

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


class Standings:
    """How the determinants stand in every row of a table: ``table``, of the caller's kind, and what it rests on.

    ``table`` has lists of determinants in the columns ``limiting`` and ``unknown``, then one column a determinant.
    ``thresholds`` says where scores passed from one standing into the next, and how that came to be.
    """

    __slots__ = ("table", "thresholds")

    def __init__(self, table: Any, thresholds: Thresholds) -> None:
        self.table, self.thresholds = table, thresholds

    def __repr__(self) -> str:
        return f"Standings({len(self.table)} rows or columns; thresholds: {self.thresholds.provenance.note.en})"

    def _repr_html_(self) -> str:
        from html import escape

        table = self.table._repr_html_() if hasattr(self.table, "_repr_html_") else f"<pre>{escape(repr(self.table))}</pre>"
        provenance = self.thresholds.provenance
        return f"{table}<p>thresholds ({escape(provenance.kind)}): {escape(provenance.note.en)}</p>"


def assess(
    profile: Any, *, id: str | Sequence[str] = (), thresholds: Thresholds | Mapping[str, Any] | None = None
) -> Assessment | Standings:
    """What stands in the way of the behaviour and what is not known, for one person or for every row of a table.

    ``profile`` is a profile document (a dict), the scores of one person, or a table of scores with columns named
    after the determinants, 0 to 100, more being more of the determinant; then `Standings` come back, and ``id`` names
    columns that go along. ``thresholds`` are for scores: a profile has its own. It never says that the behaviour will
    follow, and never labels a person.

    >>> import meedoen as md
    >>> assessment = md.behaviour.assess({
    ...     "target_behaviour": {"nl": "werk zoeken", "en": "looking for work"}, "perspective": "professional",
    ...     "findings": [{"determinant": "attitude", "standing": "hindering"}]})
    >>> assessment.limiting, len(assessment.unknown)
    (('attitude',), 6)
    >>> md.behaviour.assess({"skills": [35, None]}).table["limiting"]
    [['skills'], []]
    """
    if hasattr(profile, "keys") and "findings" in profile.keys():
        return call("behaviour.assess", profile)
    if isinstance(profile, Document) and "scales" in profile:
        return call("behaviour.assess", globals()["profile"](profile, thresholds=thresholds))
    from .document import parse
    from .table import like, stream

    keep = [id] if isinstance(id, str) else list(id)
    result = _meedoen.assess_table(stream(profile), keep, _text(thresholds))
    return Standings(like(profile, result), parse(result.rests_on).thresholds)


def summarise(
    scores: Any,
    *,
    by: str | Sequence[str | None] | None = None,
    thresholds: Thresholds | Mapping[str, Any] | None = None,
    smallest: int | None = None,
) -> Summary:
    """For how many people each determinant stands in the way, by group, fit to be published.

    ``scores`` is a table as `assess` takes it, and ``by`` the name of the column with the groups; or a list of
    ``{"determinant", "values"}`` documents, and ``by`` a list of one group a person. Counts below ``smallest`` (5
    unless said otherwise) are withheld, and so many others that none can be computed back: None is “withheld”.

    >>> import meedoen as md
    >>> summary = md.behaviour.summarise({"skills": [10] * 6 + [90] * 7, "town": ["Houten"] * 13}, by="town")
    >>> skills = summary.groups[0].determinants[3]
    >>> summary.groups[0].group, skills.known, skills.limiting, skills.mean
    ('Houten', 13, 6, 53.07692307692308)
    """
    if isinstance(scores, list | tuple):
        request = {"scores": list(scores), "by": by, "thresholds": thresholds, "smallest": smallest}
        return call("behaviour.summarise", request)
    from .document import parse
    from .table import stream

    return parse(_meedoen.summarise_table(stream(scores), by, _text(thresholds), smallest))


def catalogue() -> InterventionCatalogue:
    """Interventions the sources tie to a determinant, with illustrative effects and hours to show how planning works.

    >>> import meedoen as md
    >>> md.behaviour.catalogue().provenance.kind
    'illustrative'
    """
    return call("behaviour.catalogue", {})


def potential(
    scores: Any, *, outcome: Any, model: Any = None, draws: int | None = None, seed: int | None = None
) -> Potential:
    """Which determinants promise most for a caseload: level, room, relevance, and room times relevance with its uncertainty.

    ``scores`` is a table with columns named after the determinants, 0 to 100, more being more of the determinant, and
    ``outcome`` the name of the column with the behaviour or the intention; or a list of ``{"determinant", "values"}``
    documents, and ``outcome`` a list of one number a person. With a ``model`` (such as the ``response`` of
    `estimate.logistic`) the relevance by it stands beside the correlations. Intervals and ranks come from ``draws`` of people (1000 unless said otherwise).

    >>> import meedoen as md
    >>> found = md.behaviour.potential({"skills": [20, 40, 60, 80], "works": [0, 1, 0, 1]}, outcome="works")
    >>> skills = found.determinants[3]
    >>> skills.level, skills.room, round(skills.correlation, 3)
    (50.0, 50.0, 0.447)
    """
    request = {"model": model, "draws": draws, "seed": seed}
    if isinstance(scores, list | tuple):
        return call("behaviour.potential", {**request, "scores": scores, "outcome": outcome})
    from .document import parse
    from .table import stream

    return parse(_meedoen.potential_table(stream(scores), outcome, _text(model), draws, seed))


def personal_potential(
    scores: Sequence[Any],
    caseload: Any,
    *,
    outcome: str | None = None,
    model: Any = None,
    draws: int | None = None,
    seed: int | None = None,
) -> PersonalPotential:
    """Which determinants promise most for one person, whose scores hold measurement error.

    ``scores`` are ``(determinant, score, standard_error_of_measurement)`` or documents with these fields. What matters is read
    from the ``caseload``: a document as `potential` takes it, or a table with the name of the column of the ``outcome``,
    and then perhaps a ``model``. Intervals and ranks come from ``draws`` of people and of errors of measurement.

    >>> import meedoen as md
    >>> found = md.behaviour.personal_potential(
    ...     [("skills", 40, 5)], {"skills": [20, 40, 60, 80], "works": [1, 3, 2, 4]}, outcome="works", draws=0)
    >>> skills = found.determinants[3]
    >>> skills.room, round(skills.potential, 6), [round(end, 1) for end in skills.room_interval]
    (60.0, 48.0, [50.2, 69.8])
    """
    measured = [_measured(one) for one in scores]
    options = {"model": model, "draws": draws, "seed": seed}
    if outcome is None:
        given = {name: value for name, value in options.items() if value is not None}
        caseload = {**{name: caseload[name] for name in caseload.keys()}, **given} if given else caseload
        return call("behaviour.personal_potential", {"scores": measured, "caseload": caseload})
    from .document import parse
    from .table import stream

    text = _text({"scores": measured, "caseload": {**options, "scores": [], "outcome": []}})
    return parse(_meedoen.personal_potential_table(stream(caseload), outcome, text))


def _measured(one: Any) -> Any:
    names = ("determinant", "score", "standard_error_of_measurement")
    return dict(zip(names, one)) if isinstance(one, (tuple, list)) else one


def what_if(people: Any, model: Any, *, points: float | None = None) -> WhatIf:
    """What it would do to the chance of the behaviour if each determinant rose by ``points`` (1 unless said otherwise).

    ``people`` is a list of ``{"id", "levels", "chance"}`` documents, or a table with columns named after the determinants.
    ``model`` says how the chance follows from them: the ``response`` of `estimate.logistic`, or a document with
    coefficients that were published or set, and where they come from. A fit without finite estimates has no ``response``; its
    ``findings`` say why.

    >>> import meedoen as md
    >>> model = {"link": "identity", "provenance": {"kind": "illustrative", "note": {"nl": "voorbeeld", "en": "example"}},
    ...     "coefficients": [{"term": "(Intercept)", "value": 0.125}, {"term": "skills", "value": 0.0078125}]}
    >>> md.behaviour.what_if({"skills": [32, 64]}, model, points=4).determinants[3].percentage_points
    3.125
    """
    if isinstance(people, list | tuple) or model is None:
        people = people if isinstance(people, list | tuple) else []
        return call("behaviour.what_if", {"people": people, "model": model, "points": points})
    from .document import parse
    from .table import stream

    return parse(_meedoen.what_if_table(stream(people), _text(model), points))


class Plan:
    """Who could get what in every row of a table: ``table``, of the caller's kind, and ``document``, what it rests on.

    ``table`` has the columns ``interventions`` (a list), ``chance``, ``chance_after``, ``reason`` (a code) and ``why`` (the
    sentences). ``document`` is the plan without the people: the rise with its interval, the bound, the roles.
    """

    __slots__ = ("document", "table")

    def __init__(self, table: Any, document: InterventionPlan) -> None:
        self.table, self.document = table, document

    def __repr__(self) -> str:
        return f"Plan({self.document.label.en})"

    def _repr_html_(self) -> str:
        from html import escape

        table = self.table._repr_html_() if hasattr(self.table, "_repr_html_") else f"<pre>{escape(repr(self.table))}</pre>"
        reasons = "".join(f"<li>{escape(reason.text.en)}</li>" for reason in self.document.reasons)
        return f"<p>{escape(self.document.label.en)}</p>{table}<ul>{reasons}</ul>"


def plan(
    people: Any,
    *,
    model: Any,
    hours: Any,
    catalogue: Any = None,
    id: str | None = None,
    chance: str | None = None,
    fixed: Sequence[Any] = (),
    forbidden: Sequence[Any] = (),
    at_most: int | None = None,
    draws: int | None = None,
    replans: int | None = None,
    seed: int | None = None,
    thresholds: Thresholds | Mapping[str, Any] | None = None,
    language: Literal["nl", "en"] = "en",
) -> InterventionPlan | Plan:
    """Who could get what help, so that the expected number of people showing the behaviour rises most. Advice only.

    ``people`` is a list of ``{"id", "levels", "chance"}`` documents, or a table with columns named after the determinants,
    0 to 100, more being more of the determinant; then ``id`` and ``chance`` name columns (rows are numbered without an
    ``id``), and a `Plan` comes back with its sentences in ``language``. ``model`` says how the chance follows from the
    scores, as in `what_if`, ``hours`` is a mapping from role to hours, ``catalogue`` what can be offered (the illustrative one when left
    out). ``fixed`` and ``forbidden`` are (person, intervention) pairs that a professional decided: they are kept, and the
    plan says what they cost. ``replans`` is how often the plan is made anew with drawn coefficients and effects.

    >>> import meedoen as md
    >>> model = {"link": "logit", "provenance": {"kind": "illustrative", "note": {"nl": "voorbeeld", "en": "example"}},
    ...     "coefficients": [{"term": "(Intercept)", "value": -2}, {"term": "skills", "value": 0.04}]}
    >>> hours = {"client-manager": 6, "income-consultant": 0, "account-manager": 0}
    >>> plan = md.behaviour.plan({"client": ["a", "b"], "skills": [20, 50]}, id="client", model=model, hours=hours)
    >>> plan.table["interventions"], plan.table["reason"]
    ([[], ['strengthen-application-skills']], ['hours-spent', 'most-for-the-hours'])
    """
    if hasattr(hours, "items"):
        hours = [{"role": role, "hours": number} for role, number in hours.items()]
    request = {
        "model": model, "catalogue": catalogue, "hours": hours, "fixed": _choices(fixed), "forbidden": _choices(forbidden),
        "at_most": at_most, "draws": draws, "replans": replans, "seed": seed, "thresholds": thresholds,
    }
    if isinstance(people, list | tuple):
        return call("behaviour.plan", {**request, "people": people})
    from .document import parse
    from .table import like, stream

    text = _text({**request, "people": []})
    result = _meedoen.plan_table(stream(people), text, id, chance, language)
    return Plan(like(people, result), parse(result.rests_on))


def _choices(pairs: Sequence[Any]) -> list[Any]:
    return [{"person": one[0], "intervention": one[1]} if isinstance(one, (tuple, list)) else one for one in pairs]


def _text(document: Any) -> str | None:
    """A document as JSON text."""
    import json

    from ._plain import plain

    return None if document is None else json.dumps(plain(document), ensure_ascii=False)


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


def model(
    instrument: Any,
    intention: str,
    behaviour: str,
    *,
    measured_as: Literal["scores", "items"] | None = None,
    moderated_by: Sequence[str] | None = None,
    direct: Sequence[str] | None = None,
) -> IntegrativeModel:
    """The integrative model for an instrument: its ``structural`` is for `estimate.structural`, its ``formula`` for a regression.

    ``intention`` and ``behaviour`` are columns, or scales of the instrument. ``measured_as="items"`` puts a latent
    variable behind the items of a scale; then codes for no answer must be empty in the table, as it is read as it is.
    ``moderated_by`` names determinants of being able on which it depends how far
    intention becomes behaviour (who wants but cannot), ``direct`` those of willing that act past intention.

    >>> import meedoen as md
    >>> model = md.behaviour.model(md.behaviour.Instrument.builtin("job-search"), "intention", "search")
    >>> print(model.syntax.splitlines()[0])
    intention ~ a_attitude*attitude + a_self_efficacy*self-efficacy + a_social_pressure*social-pressure
    """
    request = {
        "instrument": getattr(instrument, "document", instrument), "intention": intention, "behaviour": behaviour,
        "measured_as": measured_as, "moderated_by": moderated_by, "direct": direct,
    }  # fmt: skip
    return call("behaviour.model", request)


def profile_chart(profile: Profile | Mapping[str, Any], *, language: Literal["nl", "en"] = "en") -> Chart:
    """The seven determinants of a profile as a chart; what is unknown is shown as unknown."""
    return call("behaviour.profile_chart", {"profile": profile, "language": language}, Chart)


def determinant_chart(caseload: Any, *, outcome: str | None = None, language: Literal["nl", "en"] = "en") -> Chart:
    """Levels and relevance of the determinants side by side, each with its interval; no one's own score is in it.

    ``caseload`` is a document with ``scores`` and ``outcome``, or a table as `potential` takes it, with the name of the
    column of the ``outcome``.
    """
    if outcome is not None:
        from .document import parse
        from .table import stream

        return parse(_meedoen.determinant_chart_table(stream(caseload), outcome, language), Chart)
    return call("behaviour.determinant_chart", {"caseload": caseload, "language": language}, Chart)


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
