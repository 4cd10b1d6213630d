"""Multi-state models: people seen in one of several states at irregular dates."""

from __future__ import annotations

import json

from . import _meedoen
from ._plain import plain
from .chart import Chart
from .document import Document, call, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Literal

    Moves = Iterable[Sequence[Any]]

__all__ = ["Answers", "Fit", "Model", "Panel"]


class Panel:
    """Who was seen in which state when, read once from a table and asked many times; it cannot be changed.

    ``table`` is a polars or pandas frame, an Arrow table, a duckdb relation or a mapping of columns. ``id``, ``time``,
    ``state``, ``covariates`` and ``weight`` are names of its columns. Times are dates, or numbers in ``unit``.
    ``states`` are the codes of the states in their order, ``moves`` the pairs of states between which someone can go
    directly, ``censored`` says of codes that are no state which states they can stand for. What becomes of two states
    on one day, of rows out of order and of incomplete rows is a choice: see `SameDay`, `Unsorted` and `Incomplete`.

    >>> import meedoen as md
    >>> panel = md.multistate.Panel(
    ...     {"who": [1, 1, 2, 2], "year": [0.0, 1.5, 0.0, 2.0], "state": ["out", "in", "out", "out"]},
    ...     id="who", time="year", state="state", states=["out", "in"], moves=[("out", "in"), ("in", "out")])
    >>> panel
    Panel(2 people, 4 visits)
    """

    __slots__ = ("_panel", "_space")

    def __init__(
        self, table: Any, *, id: str, time: str, state: str, states: Iterable[Any], moves: Moves,
        covariates: Iterable[str] = (), weight: str | None = None, censored: Mapping[Any, Iterable[Any]] | None = None,
        unit: str = "year", same_day: str = "refuse", unsorted: str = "sort", incomplete: str = "refuse",
    ) -> None:  # fmt: skip
        from .table import stream

        space = {
            "states": [_state(one) for one in states], "moves": _moves(moves), "unit": unit,
            "censored": [{"code": _code(code), "states": _codes(of)} for code, of in (censored or {}).items()],
        }  # fmt: skip
        known = [one if isinstance(one, str) else one["code"] for one in space["states"]]
        reading = {
            "person": id, "time": time, "state": state, "covariates": list(covariates), "weight": weight, "unit": unit,
            "codes": known + [one["code"] for one in space["censored"]],
            "same_day": same_day, "unsorted": unsorted, "incomplete": incomplete,
        }  # fmt: skip
        object.__setattr__(self, "_panel", _meedoen.Panel(stream(table), json.dumps(plain(reading))))
        object.__setattr__(self, "_space", space)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Panel cannot be changed; make one of a changed table")

    def __repr__(self) -> str:
        return f"Panel({self._panel.people} people, {self._panel.visits} visits)"

    def __len__(self) -> int:
        return self._panel.visits

    def ask(self, operation: str, request: Mapping[str, Any], kind: type = Document) -> Any:
        """Asks the library one thing about the panel: the operation by its name, its request without the panel."""
        text = json.dumps(plain(request), ensure_ascii=False, allow_nan=False)
        return parse(self._panel.call(operation, text), kind)

    def specification(
        self, *, covariates: Iterable[str] | Mapping[str, Any] = (), centre: bool = False, exact_entry: Iterable[Any] = (),
        scheme: str = "panel", cuts: Sequence[Any] = (), clock: str = "calendar", errors: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:  # fmt: skip
        """The document of a model of this panel.

        ``covariates`` names what bears on the intensities. In a mapping each name has ``"all"`` (a coefficient for each
        move), ``"shared"`` (one coefficient for all moves), or a list of moves, of which those in a list of their own
        share one: ``{"programme": [[("1", "2"), ("2", "3")], [("2", "1")]]}``. ``cuts`` are the moments at which the
        intensities may change; the covariates ``period2``, ``period3``… then are the later pieces against the first.
        ``errors`` is for registered states that may be wrong: ``{"allowed": [(true, registered), …]}``, with ``initial``
        (shares of the true states at the first visit, or ``"estimate"``), ``certain`` (a column that is 1 where a state
        was registered without error) and ``covariates``.
        """
        on = covariates if hasattr(covariates, "keys") else dict.fromkeys(covariates, "all")
        space = {"states": [dict(code=one) if isinstance(one, str) else one for one in self._space["states"]],
                 "moves": self._space["moves"]}  # fmt: skip
        return {
            "space": space, "unit": self._space["unit"], "censored": self._space["censored"],
            "effects": _effects(on, "moves", self._space["moves"], _moves),
            "centre": centre, "exact_entry": _codes(exact_entry), "scheme": scheme,
            "pieces": {"clock": clock, "cuts": list(cuts)} if len(cuts) else None,
            "errors": _errors(errors) if errors else None,
        }  # fmt: skip

    def fit(self, **asked: Any) -> Fit:
        """Fits a model to the panel; what can be asked is what `specification` takes.

        >>> import meedoen as md
        >>> rows = {"who": [], "year": [], "state": []}
        >>> for who in range(20):
        ...     for year in range(4):
        ...         rows["who"].append(who), rows["year"].append(year)
        ...         rows["state"].append("in" if who % 4 < year else "out")
        >>> moves = [("out", "in"), ("in", "out")]
        >>> panel = md.multistate.Panel(rows, id="who", time="year", state="state", states=["out", "in"], moves=moves)
        >>> [finding.code for finding in panel.fit().findings]
        ['diverging-parameter']
        """
        return self.ask("multistate.fit", self.specification(**asked), Fit)

    def likelihood(self, model: Model) -> Document:
        """How well a model explains the panel: minus twice the log-likelihood and its derivatives."""
        return self.ask("multistate.likelihood", {"model": model})


class Model(Document):
    """A multi-state model with its numbers and where they come from."""

    __slots__ = ()

    @classmethod
    def given(
        cls, states: Iterable[Any], rates: Moves, *, unit: str = "year", provenance: Mapping[str, Any] | None = None
    ) -> Model:
        """A model with intensities that are stated, not estimated: ``rates`` are (from, to, rate).

        >>> import meedoen as md
        >>> model = md.multistate.Model.given(["out", "in"], [("out", "in", 0.5), ("in", "out", 0.1)])
        >>> model.answer([{"question": "sojourn", "from": "out"}])[0].value
        2.0
        """
        moves = [{"from": _code(start), "to": _code(end), "rate": rate} for start, end, rate in rates]
        named = [{"code": one} if isinstance(one, str) else one for one in map(_state, states)]
        return call("multistate.given", {"states": named, "rates": moves, "unit": unit, "provenance": provenance}, cls)

    @property
    def covariates(self) -> tuple[str, ...]:
        """The names of the covariates the model uses."""
        return tuple(centre.covariate for centre in self.centres)

    def answer(
        self, questions: Sequence[Mapping[str, Any]], *, at: Mapping[str, float] | None = None, level: float = 0.95,
        method: str = "delta", draws: int = 1000, seed: int = 1,
    ) -> Answers:  # fmt: skip
        """Answers to questions about people of one profile, each with its interval, cautions and a text.

        A question that leaves out where it starts or leads to is asked of every state, or of every move. ``at`` gives
        the value of every covariate.
        """
        profile = [{"covariate": name, "value": value} for name, value in (at or {}).items()]
        request = {
            "model": self, "questions": list(questions), "at": profile, "level": level, "method": method,
            "draws": draws, "seed": seed,
        }  # fmt: skip
        return Answers(call("multistate.answer", request))

    def intensities(self, **sure: Any) -> Answers:
        """How often each move is made per unit of time by those who can make it."""
        return self.answer([{"question": "intensity"}], **sure)

    def hazard_ratios(self, covariate: str, **sure: Any) -> Answers:
        """By what factor one more of a covariate changes the intensity of each move it bears on."""
        return self.answer([{"question": "hazard-ratio", "covariate": covariate}], **sure)

    def probabilities(self, horizon: float, *, begin: float = 0.0, **sure: Any) -> Answers:
        """The probability of each state at the end of a span, from each state at its begin."""
        return self.answer([{"question": "probability", "begin": begin, "end": begin + horizon}], **sure)

    def sojourn(self, **sure: Any) -> Answers:
        """How long someone stays in each state at one go."""
        return self.answer([{"question": "sojourn"}], **sure)

    def next_state(self, **sure: Any) -> Answers:
        """The probability of each state to be the next one."""
        return self.answer([{"question": "next"}], **sure)

    def first_passage(self, to: Any, **sure: Any) -> Answers:
        """How long it takes on average until one of these states is first reached, from each other state."""
        return self.answer([{"question": "first-passage", "to": _several(to)}], **sure)

    def passing(self, to: Any, horizon: float, *, begin: float = 0.0, **sure: Any) -> Answers:
        """The probability that one of these states is reached within a span."""
        question = {"question": "passing", "to": _several(to), "begin": begin, "end": begin + horizon}
        return self.answer([question], **sure)

    def stay(self, horizon: float, *, begin: float = 0.0, **sure: Any) -> Answers:
        """The expected time in each state within a span."""
        return self.answer([{"question": "stay", "begin": begin, "end": begin + horizon}], **sure)

    def visits(self, horizon: float, *, begin: float = 0.0, **sure: Any) -> Answers:
        """How often each state is entered within a span, on average."""
        return self.answer([{"question": "visits", "begin": begin, "end": begin + horizon}], **sure)

    def misregistration(self, **sure: Any) -> Answers:
        """The probability that a state is registered as another."""
        return self.answer([{"question": "misregistered"}], **sure)


class Fit(Document):
    """A model fitted to a panel, with what is needed to judge it: `model`, `minus2ll`, `findings`, `summary`…"""

    __slots__ = ()

    def __init__(self, fields: Any) -> None:
        super().__init__({name: fields[name] for name in fields.keys()})
        self._fields["model"] = Model(fields["model"])


class Answers(tuple):
    """Answers of a model, one after the other; `columns` makes a table of them."""

    __slots__ = ()

    def columns(self) -> dict[str, list[Any]]:
        """The answers as columns: what a data frame is made from.

        >>> import meedoen as md
        >>> model = md.multistate.Model.given(["out", "in"], [("out", "in", 0.5), ("in", "out", 0.1)])
        >>> model.sojourn().columns()["value"]
        [2.0, 10.0]
        """
        return {
            "question": [one.question for one in self],
            "from": [one["from"] for one in self],
            "to": [", ".join(one.to) for one in self],
            "value": [one.value for one in self],
            "standard_error": [one.standard_error for one in self],
            "low": [one.interval and one.interval.low for one in self],
            "high": [one.interval and one.interval.high for one in self],
        }


def _code(value: Any) -> str:
    """A state as tables and documents name it: 4, 4.0 and "4" are the same."""
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float) and value == int(value):
        value = int(value)
    return value if isinstance(value, str) else str(value)


def _codes(values: Iterable[Any]) -> list[str]:
    return [_code(value) for value in values]


def _state(state: Any) -> Any:
    return dict(state) if hasattr(state, "keys") else _code(state)


def _several(states: Any) -> list[str]:
    return _codes(states) if isinstance(states, (list, tuple)) else [_code(states)]


def _effects(on: Mapping[str, Any], field: str, known: list[Any], pairs: Any) -> list[dict[str, Any]]:
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


def _errors(errors: Mapping[str, Any]) -> dict[str, Any]:
    def pairs(of: Moves) -> list[dict[str, str]]:
        return [{"truth": _code(truth), "registered": _code(registered)} for truth, registered in of]

    allowed, on = pairs(errors["allowed"]), errors.get("covariates") or {}
    on = on if hasattr(on, "keys") else dict.fromkeys(on, "all")
    initial = errors.get("initial", "estimate")
    return {
        "allowed": allowed, "initial": None if isinstance(initial, str) else list(initial),
        "effects": _effects(on, "errors", allowed, pairs), "certain": errors.get("certain"),
    }  # fmt: skip


def _moves(moves: Moves) -> list[dict[str, str]]:
    return [{"from": _code(start), "to": _code(end)} for start, end in moves]
