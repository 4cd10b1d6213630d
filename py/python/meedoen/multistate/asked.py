"""What callers write, as the documents the library reads."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    Moves = Iterable[Sequence[Any]]


def code(value: Any) -> str:
    """A state as tables and documents name it: 4, 4.0 and "4" are the same."""
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float) and value == int(value):
        value = int(value)
    return value if isinstance(value, str) else str(value)


def codes(values: Iterable[Any]) -> list[str]:
    return [code(value) for value in values]


def state(one: Any) -> Any:
    return dict(one) if hasattr(one, "keys") else code(one)


def several(states: Any) -> list[str]:
    return codes(states) if isinstance(states, (list, tuple)) else [code(states)]


def effects_of(on: Mapping[str, Any], field: str, known: list[Any], pairs: Any) -> list[dict[str, Any]]:
    """The coefficients of covariates: one for each move or error, or one for those that share it."""
    effects = []
    for name, groups in on.items():
        if groups == "all":
            effects.append({"covariate": name})
        elif groups == "shared":
            effects.append({"covariate": name, field: known})
        else:
            # A pair of states has a coefficient of its own; a list of pairs has one together.
            lists = [group if isinstance(group[0], (list, tuple)) else [group] for group in groups]
            effects += [{"covariate": name, field: pairs(group)} for group in lists]
    return effects


def stated(effects: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Effects whose size is given: one factor for all moves, or one for each of some."""
    found = []
    for name, size in effects.items():
        if isinstance(size, (list, tuple)):
            found += [
                {"covariate": name, "moves": [{"from": code(start), "to": code(end)}], "hazard_ratio": ratio}
                for start, end, ratio in size
            ]
        else:
            found.append({"covariate": name, "hazard_ratio": size})
    return found


def errors_of(errors: Mapping[str, Any]) -> dict[str, Any]:
    def pairs(of: Moves) -> list[dict[str, str]]:
        return [{"truth": code(truth), "registered": code(registered)} for truth, registered in of]

    allowed, on = pairs(errors["allowed"]), errors.get("covariates") or {}
    on = on if hasattr(on, "keys") else dict.fromkeys(on, "all")
    initial = errors.get("initial", "estimate")
    return {
        "allowed": allowed, "initial": None if isinstance(initial, str) else list(initial),
        "effects": effects_of(on, "errors", allowed, pairs), "certain": errors.get("certain"),
    }  # fmt: skip


def moves_of(moves: Moves) -> list[dict[str, str]]:
    """Pairs as a document has them. A word is left as it is, to be refused with what was expected."""
    return moves if isinstance(moves, str) else [{"from": code(start), "to": code(end)} for start, end in moves]


def profile(at: Any) -> list[Any]:
    """Values of covariates: a mapping, or the list of a document."""
    if isinstance(at, (list, tuple)):
        return list(at)
    return [{"covariate": name, "value": value} for name, value in (at or {}).items()]


def groups(people: Any) -> list[dict[str, Any]]:
    """Groups of people: a mapping of states is one group about whom nothing else is known."""
    if hasattr(people, "keys"):
        people = [{"states": people}] if len(people) else []

    def group(one: Mapping[str, Any]) -> dict[str, Any]:
        states = one["states"]
        if hasattr(states, "keys"):
            states = [{"state": code(state), "people": count} for state, count in states.items()]
        return dict(one) | {"at": profile(one.get("at")), "states": states}

    return [group(one) for one in people]


def label(name: Any) -> Any:
    """A name in two languages; one text is the name in both."""
    return {"nl": name, "en": name} if isinstance(name, str) else name
