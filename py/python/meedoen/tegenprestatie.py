"""The tegenprestatie: which rule held on which date, what is contested, and what still has to be asked."""

from __future__ import annotations

from . import _meedoen
from .document import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date as Date
    from typing import Any, Literal

    from .documents import (
        ActivityAnswer, CareAnswer, Conflict, ContestedClassification, DecisionAnswer, Displacement,
        DutyAnswer, EventForm, Explanation, Figure, LanguageAnswer, Matches, Ordinance, Preconditions, Question,
        Reduction, RegimeOnDate, Roadmap, RouteReview, Seen, SelfSteering, Term,
    )

    Day = Date | str
    Facts = Mapping[str, Any]
    Duty = Literal["a", "b", "c"]

__all__ = [
    "activity", "benefits", "call_up", "check_ordinance", "client_types", "conflicts", "displacement", "duties", "duty",
    "duty_table", "explain", "figures", "forms", "informal_care", "language_requirement", "match_places", "ordinance", "ordinances",
    "perspectives", "preconditions", "questions", "reduction", "regime", "regimes", "roadmaps", "route", "route_events", "self_steering", "statuses",
]


def regimes() -> tuple[Term, ...]:
    """The regimes, in order of time."""
    return call("tegenprestatie.regimes", {})


def duties() -> tuple[Term, ...]:
    """The three duties of article 9, by their letters."""
    return call("tegenprestatie.duties", {})


def statuses() -> tuple[Term, ...]:
    """What can be said of a duty; none of them is a decision."""
    return call("tegenprestatie.statuses", {})


def benefits() -> tuple[Term, ...]:
    """The benefits that are told apart."""
    return call("tegenprestatie.benefits", {})


def regime(date: Day, *, early_adoption: bool = False) -> RegimeOnDate:
    """The regime on a date, and what is not known of it; in 2026 the next one can be chosen already.

    >>> import meedoen as md
    >>> md.tegenprestatie.regime("2026-05-01").regime, md.tegenprestatie.regime("2026-05-01", early_adoption=True).regime
    ('participatiewet-2015', 'participatiewet-2027')
    """
    return call("tegenprestatie.regime", {"date": date, "early_adoption": early_adoption})


def questions(date: Day, *, duty: Duty = "c", early_adoption: bool = False) -> tuple[Question, ...]:
    """The questions that bear on a duty on a date, in order."""
    return call("tegenprestatie.questions", {"date": date, "duty": duty, "early_adoption": early_adoption})


def duty(
    facts: Facts | None = None,
    *,
    date: Day,
    duty: Duty = "c",
    born: Day | None = None,
    youngest_child_born: Day | None = None,
    skipped: Sequence[str] = (),
    early_adoption: bool = False,
    ordinances: Sequence[Ordinance | Mapping[str, Any]] = (),
    perspective: str | None = None,
) -> DutyAnswer:
    """What the law says of a duty of one person: an outcome or what is still possible, with reasons. It decides nothing.

    >>> import meedoen as md
    >>> answer = md.tegenprestatie.duty({"age": 40}, date="2020-05-01")
    >>> answer.outcome, answer.possible[:2], answer.next_question.input
    (None, ('outside-scope', 'not-applicable'), 'benefit')
    """
    request = {
        "facts": facts, "date": date, "duty": duty, "born": born, "youngest_child_born": youngest_child_born,
        "skipped": list(skipped), "early_adoption": early_adoption, "ordinances": list(ordinances),
        "perspective": perspective,
    }
    return call("tegenprestatie.duty", request)


def explain(question: Mapping[str, Any], *, audience: Literal["person", "official"] = "person") -> Explanation:
    """The answer in sentences, each with its article or fact, and what would change it.

    ``question`` has the fields of ``duty``: the date, the facts and what else is known.

    >>> import meedoen as md
    >>> facts = {"age": 17, "benefit": "social-assistance"}
    >>> explanation = md.tegenprestatie.explain({"date": "2020-05-01", "facts": facts})
    >>> explanation.sentences[1].text.en
    'You are younger than 18. This duty only starts at 18.'
    """
    return call("tegenprestatie.explain", {"question": question, "audience": audience})


def duty_table(
    table: Any,
    *,
    date: Day,
    duty: Duty = "c",
    early_adoption: bool = False,
    ordinance: Ordinance | Mapping[str, Any] | None = None,
    id: str | Sequence[str] = (),
) -> Any:
    """What the law says of a duty for every row of a table: for each outcome whether it is possible, and the one that is.

    Columns have the names of the questions; a question without a column, and an empty cell, are unknown. ``id`` names
    columns that go along. The reasons of a row are what ``duty`` and ``explain`` say of its facts.

    >>> import meedoen as md
    >>> table = md.tegenprestatie.duty_table({"age": [17, 40], "benefit": ["other", None]}, date="2020-05-01")
    >>> table["outcome"], table["holds"]
    (['outside-scope', None], [False, True])
    """
    from json import dumps

    from ._plain import plain
    from .table import like, stream

    settings = {"date": date, "duty": duty, "early_adoption": early_adoption, "ordinance": ordinance}
    keep = [id] if isinstance(id, str) else list(id)
    text = dumps(plain(settings), ensure_ascii=False, allow_nan=False)
    return like(table, _meedoen.duty_table(text, stream(table), keep))


def activity(facts: Facts | None = None, *, date: Day, early_adoption: bool = False) -> ActivityAnswer:
    """Whether an activity meets the criteria of the law on a date, and each of the six of the guide."""
    return call("tegenprestatie.activity", {"facts": facts, "date": date, "early_adoption": early_adoption})


def displacement(facts: Facts | None = None) -> Displacement:
    """Whether work displaces other work by each of seven definitions; the library holds none of them.

    >>> import meedoen as md
    >>> answer = md.tegenprestatie.displacement({"formerly_paid": True, "job_already_cut": True})
    >>> [one.judgement.truth for one in answer.standpoints]
    ['met', 'unknown', 'unknown', 'unknown', 'unknown', 'unmet', 'unknown']
    """
    return call("tegenprestatie.displacement", {"facts": facts})


def informal_care(facts: Facts | None = None) -> CareAnswer:
    """Whether informal care counts as tegenprestatie by each of four positions."""
    return call("tegenprestatie.informal_care", {"facts": facts})


def preconditions(facts: Facts | None = None, *, date: Day, early_adoption: bool = False) -> Preconditions:
    """Which conditions for imposing are recorded as met; whether to impose is for people."""
    return call("tegenprestatie.preconditions", {"facts": facts, "date": date, "early_adoption": early_adoption})


def reduction(person: Mapping[str, Any], *, circumstances: Facts | None = None) -> Reduction:
    """What an ordinance says of lowering the benefit, with what would stop it: never that it follows."""
    return call("tegenprestatie.reduction", {"person": person, "circumstances": circumstances})


def language_requirement(facts: Facts | None = None, *, date: Day) -> LanguageAnswer:
    """What the language requirement of article 18b says of someone's Dutch; it lowers nothing.

    >>> import meedoen as md
    >>> md.tegenprestatie.language_requirement({"level_shown": False, "tested": False}, date="2020-05-01").outcome
    'nothing-follows'
    """
    return call("tegenprestatie.language_requirement", {"facts": facts, "date": date})


def call_up(facts: Facts | None = None) -> DecisionAnswer:
    """Whether someone would have been called up in the practice of Rotterdam in 2013 and 2014; no rule of law."""
    return call("tegenprestatie.call_up", {"facts": facts})


def forms() -> tuple[Term, ...]:
    """The forms an activity can have."""
    return call("tegenprestatie.forms", {})


def roadmaps() -> tuple[Roadmap, ...]:
    """The two district processes, side by side: steps, periods and roles."""
    return call("tegenprestatie.roadmaps", {})


def route_events() -> EventForm:
    """What can be recorded of a route, with the fields of each kind of event: what a form needs."""
    return call("tegenprestatie.route_events", {})


def route(district: str, events: Sequence[Mapping[str, Any]], *, as_of: Day) -> RouteReview:
    """Which steps of a route are recorded on a date, and when to be in touch again. It moves nobody on."""
    return call("tegenprestatie.route", {"district": district, "events": list(events), "as_of": as_of})


def match_places(person: Mapping[str, Any], places: Sequence[Mapping[str, Any]]) -> Matches:
    """What speaks for and against each place; none is chosen, and no place is an outcome as well.

    >>> import meedoen as md
    >>> place = {"id": "library", "form": "volunteering", "hours": 8}
    >>> md.tegenprestatie.match_places({"wishes": ["volunteering"], "hours": 4}, [place]).places[0].fit
    'does-not-fit'
    """
    return call("tegenprestatie.match_places", {"person": person, "places": list(places)})


def figures() -> tuple[Figure, ...]:
    """Every figure of the source, with its date, place and qualifier."""
    return call("tegenprestatie.figures", {})


def conflicts() -> tuple[Conflict, ...]:
    """The figures that do not fit together, side by side and never averaged."""
    return call("tegenprestatie.conflicts", {})


def self_steering() -> SelfSteering:
    """The conditions of self-steering, the steps of the conversation, and what is said of it."""
    return call("tegenprestatie.self_steering", {})


def perspectives() -> tuple[Seen, ...]:
    """What is seen of the tegenprestatie from each of five perspectives; none outweighs another."""
    return call("tegenprestatie.perspectives", {})


def client_types() -> ContestedClassification:
    """The client types the source names, flagged as contested; the library sorts nobody by them."""
    return call("tegenprestatie.client_types", {})


def ordinances() -> tuple[str, ...]:
    """The names of the ordinances that come with the library as examples, never as law."""
    return call("tegenprestatie.ordinances", {})


def ordinance(id: str) -> Ordinance:
    """An ordinance that comes with the library as an example.

    >>> import meedoen as md
    >>> md.tegenprestatie.ordinance("diemen-2015").municipality
    'Diemen'
    """
    return call("tegenprestatie.ordinance", {"id": id})


def check_ordinance(ordinance: Ordinance | Mapping[str, Any]) -> Ordinance:
    """The ordinance as it is understood; one that contradicts itself is refused with every problem and its place."""
    return call("tegenprestatie.check_ordinance", ordinance)
