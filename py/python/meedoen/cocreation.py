"""Co-creation: making public services together with the people who use them, as a log that can be reviewed."""

from __future__ import annotations

from .chart import Chart
from .document import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any, Literal

    from .documents import (
        CodedStories,
        Conditions,
        ConformanceReport,
        Energy,
        EventForm,
        GovernmentRoleDescription,
        Instrument,
        Log,
        PhaseDescription,
        PolicyCycle,
        PolicyStepDescription,
        PromiseLedger,
        Readiness,
        Reflection,
        Review,
        Road,
        RoleProfile,
        StoryAgreement,
        StoryFrequencies,
        Voice,
    )

    AnyLog = Log | Mapping[str, Any]
    Day = date | str
    Stories = CodedStories | Mapping[str, Any]
    Counting = Literal["any", "majority", "all"]

__all__ = [
    "append",
    "check",
    "conditions",
    "energy",
    "event_kinds",
    "follow",
    "government_roles",
    "phases",
    "policy_cycle",
    "policy_steps",
    "promises",
    "readiness",
    "reflect",
    "reflection_instrument",
    "review",
    "roadmaps",
    "role_profile",
    "roles_chart",
    "story_agreement",
    "story_frequencies",
    "story_frequencies_chart",
    "timeline_chart",
    "voice",
    "voice_chart",
]


def phases() -> tuple[PhaseDescription, ...]:
    """The four phases, with their conditions, activities and methods; co-evaluation belongs to each.

    >>> import meedoen as md
    >>> [phase.code for phase in md.cocreation.phases()]
    ['start', 'co-design', 'co-production', 'continuation']
    """
    return call("cocreation.phases", {})


def event_kinds() -> EventForm:
    """What can be recorded in a log, with the fields of each kind of event: what a form needs.

    >>> import meedoen as md
    >>> promise = next(kind for kind in md.cocreation.event_kinds().kinds if kind.code == "promise-made")
    >>> [field.name for field in promise.fields if field.required]
    ['id', 'by', 'to', 'text']
    """
    return call("cocreation.event_kinds", {})


def check(log: AnyLog) -> Log:
    """The log as it is understood; a log that cannot be is refused with every problem, its event and its field.

    >>> import meedoen as md
    >>> try:
    ...     md.cocreation.check({"schema_version": 1, "id": "square", "title": {"nl": "Het plein", "en": "The square"},
    ...         "service": {"nl": "beheer", "en": "upkeep"}, "parties": [],
    ...         "events": [{"date": "2019-03-01", "kind": "party-joined", "perspective": "policy", "party": "residents"}]})
    ... except md.MeedoenError as error:
    ...     print(error.problems[0].event, error.problems[0].field)
    1 party
    """
    return call("cocreation.check", log)


def append(log: AnyLog, event: Mapping[str, Any]) -> Log:
    """The log with one more event; the log given stays as it was."""
    return call("cocreation.append", {"log": log, "event": event})


def review(log: AnyLog, *, as_of: Day, settings: Mapping[str, Any] | None = None) -> Review:
    """What the log says on a date: conditions met, unmet or unknown, with evidence, and what asks for attention.

    It moves nothing on: entering a phase is a person's recorded judgement.
    """
    return call("cocreation.review", {"log": log, "as_of": as_of, "settings": settings})


def readiness(log: AnyLog, phase: str, *, as_of: Day) -> Readiness:
    """What the log says on a date about the conditions for entering a phase; whether to enter is for people."""
    return call("cocreation.readiness", {"log": log, "phase": phase, "as_of": as_of})


def story_agreement(stories: Stories, *, resampling: Mapping[str, Any] | None = None) -> StoryAgreement:
    """How far those who coded stories agree, code by code, and which stories to talk about.

    It names stories, and is for those who do the analysis. A code that is not in the code book is refused with its place.
    ``resampling`` has the ``replications`` (0 gives no intervals), the ``confidence`` and the ``seed`` of the intervals.

    >>> import meedoen as md
    >>> named = lambda id, **more: {"id": id, "label": {"nl": id, "en": id}, **more}
    >>> stories = {"schema_version": 1, "id": "work", "title": {"nl": "werk", "en": "work"},
    ...     "code_book": [named("money"), named("time")],
    ...     "coders": [named("anna", kind="source-group"), named("bas", kind="municipality")],
    ...     "stories": [{"id": "1", "group": "young"}, {"id": "2", "group": "old"}],
    ...     "codings": [{"story": "1", "coder": "anna", "codes": ["money"]}, {"story": "1", "coder": "bas", "codes": ["time"]}]}
    >>> md.cocreation.story_agreement(stories).codes[0].to_discuss
    ('1',)
    >>> stories["codings"][1]["codes"] = ["tyme"]
    >>> try:
    ...     md.cocreation.story_agreement(stories)
    ... except md.MeedoenError as error:
    ...     print(error.problems[0].message.en)
    field `stories.codings[2].codes[1]`: `tyme` is not a known code: expected one of money, time
    """
    return call("cocreation.story_agreement", {"stories": stories, "resampling": resampling})


def story_frequencies(
    stories: Stories, *, counting: Counting | None = None, smallest: int | None = None
) -> StoryFrequencies:
    """How often each code is in the stories, by group, fit to be published: None is “withheld”.

    ``counting`` says when a story counts if its coders differ: by "any" of them, by the "majority" (unless said
    otherwise) or by "all". Counts below ``smallest`` (5 unless said otherwise) are withheld, and so many others that none
    can be computed back.
    """
    request = {"stories": stories, "counting": counting, "smallest": smallest}
    return call("cocreation.story_frequencies", request)


def story_frequencies_chart(
    stories: Stories,
    *,
    counting: Counting | None = None,
    smallest: int | None = None,
    language: Literal["nl", "en"] = "en",
) -> Chart:
    """How often each code is in the stories, as bars; what is withheld has a dashed outline."""
    request = {"stories": stories, "counting": counting, "smallest": smallest, "language": language}
    return call("cocreation.story_frequencies_chart", request, Chart)


def promises(log: AnyLog, *, as_of: Day, settings: Mapping[str, Any] | None = None) -> PromiseLedger:
    """The ledger of promises on a date: what became of each, which are overdue, and the golden rule in its two parts.

    How long keeping takes is estimated with what is still open counted for what it is: at least so long.
    """
    return call("cocreation.promises", {"log": log, "as_of": as_of, "settings": settings})


def voice(log: AnyLog, *, as_of: Day) -> Voice:
    """Whose voice counts on a date: who was there and spoke, whose ideas were taken up, who set the subject.

    A share stands beside the party's part of the people where they were counted. No rung of influence is better.
    """
    return call("cocreation.voice", {"log": log, "as_of": as_of})


def energy(log: AnyLog, *, as_of: Day, settings: Mapping[str, Any] | None = None) -> Energy:
    """Where the energy is on a date: who keeps coming, which initiatives move, what stood in the way."""
    return call("cocreation.energy", {"log": log, "as_of": as_of, "settings": settings})


def conditions(log: AnyLog, *, as_of: Day) -> Conditions:
    """What co-creation asks throughout, over time: since when each condition was met, not met or unknown, and until when.

    With it: tasks of one party and of several together, how long the breath was, and set-backs. What is not over has no end.
    """
    return call("cocreation.conditions", {"log": log, "as_of": as_of})


def reflection_instrument() -> Instrument:
    """Statements on working together, the same for people of formal and of informal parties; it has not been validated.

    >>> import meedoen as md
    >>> [scale.label.en for scale in md.cocreation.reflection_instrument().scales][:2]
    ['way of working', 'deciding together']
    """
    return call("cocreation.reflection_instrument", {})


def reflect(
    formal: Sequence[Mapping[str, float | None]],
    informal: Sequence[Mapping[str, float | None]],
    *,
    instrument: Instrument | Mapping[str, Any] | None = None,
    smallest: int = 5,
) -> Reflection:
    """What people of formal and of informal parties say of working together, side by side, and what to talk about.

    ``formal`` and ``informal`` are the answers of each person, by item. A mean of fewer than ``smallest`` is withheld.

    >>> import meedoen as md
    >>> says = lambda answer: [{"goals_1": answer, "goals_2": answer}] * 5
    >>> md.cocreation.reflect(says(2), says(4)).themes[4].text.en
    'informal: 75 of 100; formal: 25 of 100'
    """
    request = {"formal": formal, "informal": informal, "instrument": instrument, "smallest": smallest}
    return call("cocreation.reflect", request)


def roadmaps() -> tuple[Road, ...]:
    """The roadmaps that the sources describe; an organisation's own is a document of the same form.

    >>> import meedoen as md
    >>> [roadmap.id for roadmap in md.cocreation.roadmaps()]
    ['co-creation', 'houten', 'co-creation-lab']
    """
    return call("cocreation.roadmaps", {})


def follow(log: AnyLog, roadmap: Road | Mapping[str, Any]) -> ConformanceReport:
    """A log beside a roadmap: fitness, deviations in words, and the smallest repair; events keep their numbers."""
    return call("cocreation.follow", {"log": log, "roadmap": roadmap})


def policy_steps() -> tuple[PolicyStepDescription, ...]:
    """The five steps of the policy cycle, each with what is usual, what citizens add and what is looked at in a log.

    >>> import meedoen as md
    >>> [step.step for step in md.cocreation.policy_steps()]
    ['explore', 'design', 'decide', 'carry-out', 'evaluate']
    """
    return call("cocreation.policy_steps", {})


def policy_cycle(log: AnyLog, *, as_of: Day) -> PolicyCycle:
    """The policy cycle with citizens, from frame to decision, and what makes a policy rich, as far as a log says on a date."""
    return call("cocreation.policy_cycle", {"log": log, "as_of": as_of})


def government_roles() -> tuple[GovernmentRoleDescription, ...]:
    """The four roles of the government, each with its place in the quadrant.

    >>> import meedoen as md
    >>> [role.role for role in md.cocreation.government_roles()]
    ['lawful', 'performing', 'cooperating', 'responsive']
    """
    return call("cocreation.government_roles", {})


def role_profile(log: AnyLog, *, as_of: Day) -> RoleProfile:
    """What was said and done in the four roles, and where word and deed differ, as far as a log says on a date."""
    return call("cocreation.role_profile", {"log": log, "as_of": as_of})


def roles_chart(log: AnyLog, *, as_of: Day, language: Literal["nl", "en"] = "en") -> Chart:
    """The quadrant of the four roles: open circles for what was said, filled ones for what was done."""
    return call("cocreation.roles_chart", {"log": log, "as_of": as_of, "language": language}, Chart)


def timeline_chart(
    log: AnyLog, *, as_of: Day, settings: Mapping[str, Any] | None = None, language: Literal["nl", "en"] = "en"
) -> Chart:
    """The process over time: phases, evaluations, sessions, promises and initiatives."""
    request = {"log": log, "as_of": as_of, "settings": settings, "language": language}
    return call("cocreation.timeline_chart", request, Chart)


def voice_chart(log: AnyLog, *, as_of: Day, language: Literal["nl", "en"] = "en") -> Chart:
    """How people, time to speak, ideas and agreements are shared between the parties, in the whole and in each phase."""
    return call("cocreation.voice_chart", {"log": log, "as_of": as_of, "language": language}, Chart)
