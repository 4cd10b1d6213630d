"""The neighbourhood: the records of a buurtbaan and of a budgetkring, networks of citizens and communities."""

from __future__ import annotations

from .document import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date as Date
    from typing import Any

    from .documents import BudgetkringReview, Buurtbaan, BuurtbaanReview, ConformanceReport, EventForm, Input
    from .documents import NetworkReview, Road, Words

    Day = Date | str
    Events = Sequence[Mapping[str, Any]]

__all__ = [
    "budgetkring", "budgetkring_events", "buurtbaan", "buurtbaan_events", "buurtbaan_roadmaps", "follow_buurtbaan", "network",
    "network_questions", "network_roadmaps", "words",
]


def words() -> Words:
    """The words of the buurtbaan and of the budgetkring, each with its facts.

    >>> import meedoen as md
    >>> [wall.code for wall in md.neighbourhood.words().walls]
    ['insecurity', 'safety-net', 'remaining-volunteer', 'diploma-requirement']
    """
    return call("neighbourhood.words", {})


def buurtbaan_events() -> EventForm:
    """What can be recorded of a buurtbaan, with the fields of each kind of event."""
    return call("neighbourhood.buurtbaan_events", {})


def buurtbaan(events: Events, *, as_of: Day) -> BuurtbaanReview:
    """What the record of a buurtbaan holds: the walls, what the source asks of such a job, and what stands out.

    What is not recorded is unknown. Nothing is concluded about anyone.

    >>> import meedoen as md
    >>> began = {"date": "2022-03-01", "kind": "employed", "form": "contract", "months": 30, "perspective": "organisation"}
    >>> review = md.neighbourhood.buurtbaan([began], as_of="2023-01-01")
    >>> [(one.code, one.evidence) for one in review.noticed]
    [('longer-than-two-years', (1,))]
    """
    return call("neighbourhood.buurtbaan", {"events": list(events), "as_of": as_of})


def buurtbaan_roadmaps() -> tuple[Road, ...]:
    """The roadmap of a buurtbaan."""
    return call("neighbourhood.buurtbaan_roadmaps", {})


def follow_buurtbaan(record: Buurtbaan | Mapping[str, Any], roadmap: Road | Mapping[str, Any]) -> ConformanceReport:
    """The record of a buurtbaan beside a roadmap: fitness, deviations in words, and the smallest repair.

    >>> import meedoen as md
    >>> record = {"events": [], "as_of": "2023-01-01"}
    >>> md.neighbourhood.follow_buurtbaan(record, md.neighbourhood.buurtbaan_roadmaps()[0]).traces[0].cost
    7
    """
    return call("neighbourhood.follow_buurtbaan", {"record": record, "roadmap": roadmap})


def budgetkring_events() -> EventForm:
    """What can be recorded of a budgetkring, with the fields of each kind of event."""
    return call("neighbourhood.budgetkring_events", {})


def budgetkring(events: Events, *, as_of: Day) -> BudgetkringReview:
    """Which principles of a budgetkring are recorded as met, on which events that rests, and what stands out.

    >>> import meedoen as md
    >>> counted = {"date": "2016-12-01", "kind": "counted", "participants": 15, "perspective": "organisation"}
    >>> md.neighbourhood.budgetkring([counted], as_of="2017-06-01").noticed[0].text.en
    'the group does not have eight to ten participants'
    """
    return call("neighbourhood.budgetkring", {"events": list(events), "as_of": as_of})


def network_questions() -> tuple[Input, ...]:
    """What is observed around a person, in a network of citizens and in a community, as questions.

    >>> import meedoen as md
    >>> md.neighbourhood.network_questions()[0].name
    'seen_regularly'
    """
    return call("neighbourhood.network_questions", {})


def network(facts: Mapping[str, Any] | None = None) -> NetworkReview:
    """What is known of a network beside what the sources say of it. What is left out is unknown, never “no”; it is no score.

    >>> import meedoen as md
    >>> review = md.neighbourhood.network({"taken_over": True})
    >>> [one.judgement.text.en for theme in review.themes for one in theme.conditions if one.judgement.truth == "unmet"]
    ['no organisation has taken the initiative over or steers it']
    """
    return call("neighbourhood.network", {"facts": facts})


def network_roadmaps() -> tuple[Road, ...]:
    """The roads of communities that the sources describe, to hold a log against with `conformance.check`.

    >>> import meedoen as md
    >>> [roadmap.id for roadmap in md.neighbourhood.network_roadmaps()]
    ['community-building', 'from-motivation', 'village-assets']
    """
    return call("neighbourhood.network_roadmaps", {})
