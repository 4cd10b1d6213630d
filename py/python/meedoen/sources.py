"""Facts: what the ids in an answer's source say."""

from __future__ import annotations

from .document import Document, call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .documents import AreaOfFacts, Fact, Source

__all__ = ["areas", "fact", "facts"]


def areas() -> tuple[AreaOfFacts, ...]:
    """What facts are about, with the ids of the facts of each."""
    return call("sources.areas", {})


def fact(id: str) -> Fact:
    """What a fact says, in Dutch and in English, with its publication and how well it is established.

    >>> import meedoen as md
    >>> fact = md.sources.fact("LAD-04")
    >>> fact.text.nl
    'Full Engagement streefde naar een wijk zonder werkloosheid.'
    """
    return call("sources.fact", {"id": id})


def facts(ids: Iterable[str] | Source) -> tuple[Fact, ...]:
    """What facts say, by their ids, or the facts of the source of an answer.

    >>> import meedoen as md
    >>> rung = md.ladder.rungs()[0]
    >>> [fact.id for fact in md.sources.facts(rung.source)]
    ['PUB-04']
    """
    listed = ids.facts if isinstance(ids, Document) else ids
    # A text is no list of ids, though it could be read as one of letters.
    return call("sources.facts", {"ids": listed if isinstance(listed, str) else list(listed)})
