"""What residents build together in a neighbourhood: networks of citizens, and communities."""

from __future__ import annotations

from .document import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .documents import Input, NetworkReview, Road

__all__ = ["network", "network_questions", "network_roadmaps"]


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
