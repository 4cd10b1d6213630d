"""Models of moves between states, what follows from them, and fits."""

from __future__ import annotations

from ..chart import Chart
from ..document import Document, call
from .asked import code, groups, label, profile, several, stated, state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Literal

    from .asked import Moves

__all__ = ["Answers", "Fit", "Model", "Transitions", "contrast", "ratios", "ratios_chart"]


class Model(Document):
    """A multi-state model with its numbers and where they come from."""

    __slots__ = ()

    @classmethod
    def given(
        cls, states: Iterable[Any], rates: Moves, *, effects: Mapping[str, Any] | None = None,
        errors: Moves = (), initial: Sequence[float] | None = None, unit: str = "year",
        provenance: Mapping[str, Any] | None = None,
    ) -> Model:  # fmt: skip
        """A model with intensities that are stated, not estimated: ``rates`` are (from, to, rate).

        ``effects`` says of each covariate by what factor it changes every intensity, or those of some moves:
        ``{"programme": 1.5}`` or ``{"programme": [("out", "in", 1.5)]}``. ``errors`` are (true, registered, probability),
        and then ``initial`` the shares of the true states at a first visit.

        >>> import meedoen as md
        >>> model = md.multistate.Model.given(["out", "in"], [("out", "in", 0.5), ("in", "out", 0.1)])
        >>> model.answer([{"question": "sojourn", "from": "out"}])[0].value
        2.0
        """
        moves = [
            one if hasattr(one, "keys") else {"from": code(one[0]), "to": code(one[1]), "rate": one[2]} for one in rates
        ]
        named = [{"code": one} if isinstance(one, str) else one for one in map(state, states)]
        wrong = [{"truth": code(one[0]), "registered": code(one[1]), "probability": one[2]} for one in errors]
        request = {
            "states": named, "rates": moves, "effects": stated(effects or {}), "errors": wrong,
            "initial": None if initial is None else list(initial), "unit": unit, "provenance": provenance,
        }  # fmt: skip
        return call("multistate.given", request, cls)

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
        the value of every covariate, ``{"programme": 1}``; a model with covariates needs it. The methods that ask one
        question take the same: ``at``, ``level``, ``method``, ``draws`` and ``seed``.
        """
        request = {
            "model": self, "questions": list(questions), "at": profile(at), "level": level, "method": method,
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
        return self.answer([{"question": "first-passage", "to": several(to)}], **sure)

    def passing(self, to: Any, horizon: float, *, begin: float = 0.0, **sure: Any) -> Answers:
        """The probability that one of these states is reached within a span."""
        question = {"question": "passing", "to": several(to), "begin": begin, "end": begin + horizon}
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

    def forecast(
        self, times: Iterable[float], *, now: Any = (), entering: Any = (), begin: float = 0.0, **sure: Any
    ) -> Document:
        """How many people will be in each state, with what the parameters and what chance leave open apart.

        ``now`` is who is there, ``{state: people}`` or a list of ``{"at": {covariate: value}, "states": {state: people}}``;
        ``entering`` is who comes per unit of time, written the same way.

        >>> import meedoen as md
        >>> model = md.multistate.Model.given(["out", "in"], [("out", "in", 0.5), ("in", "out", 0.1)])
        >>> forecast = model.forecast([1, 2], now={"out": 100})
        >>> len(forecast.moments)
        2
        """
        request = {"model": self, "now": groups(now), "entering": groups(entering), "begin": begin, "times": list(times)}
        return call("multistate.forecast", request | sure)

    def simulate(self, study: Mapping[str, Any], *, seed: int = 1) -> Document:
        """A panel drawn from the model: the same for the same seed. `study` says who is seen when."""
        return call("multistate.simulate", {"model": self, "study": study, "seed": seed})

    def power(self, study: Mapping[str, Any], covariate: str, hazard_ratio: float, **aim: Any) -> Document:
        """How many people it takes to see an effect of this size."""
        request = {"model": self, "study": study, "covariate": covariate, "hazard_ratio": hazard_ratio}
        return call("multistate.power", request | aim)

    def flow_chart(
        self, end: float, *, at: Mapping[str, float] | None = None, begin: float = 0.0,
        language: Literal["nl", "en"] = "en",
    ) -> Chart:  # fmt: skip
        """Who moves where until the end of a span."""
        request = {"model": self, "at": profile(at), "begin": begin, "end": end, "language": language}
        return call("multistate.flow_chart", request, Chart)

    def course_chart(
        self, start: Any, end: float, *, at: Mapping[str, float] | None = None, begin: float = 0.0,
        language: Literal["nl", "en"] = "en",
    ) -> Chart:  # fmt: skip
        """The probability of each state over time, for those who begin in one."""
        request = {"model": self, "at": profile(at), "begin": begin, "end": end, "language": language}
        return call("multistate.course_chart", request | {"from": code(start)}, Chart)


class Fit(Document):
    """A model fitted to a panel, with what is needed to judge it: `model`, `minus2ll`, `findings`, `summary`…"""

    __slots__ = ()

    def __init__(self, fields: Any) -> None:
        super().__init__({name: fields[name] for name in fields.keys()})
        self._fields["model"] = Model(fields["model"])

    def compare(self, other: Fit, names: Sequence[Any] = ("1", "2")) -> Document:
        """This fit beside another of the same panel: likelihood ratio where one is a special case, and information."""
        one, second = ({"name": label(name), "fit": fit} for name, fit in zip(names, (self, other)))
        return call("multistate.compare", {"first": one, "second": second})


class Transitions(Document):
    """What a panel, or a part of one, says about a model: counts that add up exactly over parts.

    It names nobody, can be written (`to_json`), sent and read again (``Transitions(json.loads(text))``); but rare values of
    covariates are in it with small counts, so it is not fit to be published.

    >>> import meedoen as md
    >>> def part(people):
    ...     rows = {"who": [], "year": [], "state": []}
    ...     for who in people:
    ...         for year in range(4):
    ...             _ = rows["who"].append(who), rows["year"].append(year)
    ...             rows["state"].append("in" if (who * 7 + year * 3) % 5 < 2 else "out")
    ...     return md.multistate.Panel(
    ...         rows, id="who", time="year", state="state", states=["out", "in"], moves=[("out", "in"), ("in", "out")])
    >>> north, south = part(range(10)).transitions(), part(range(10, 20)).transitions()
    >>> north.merge(south).fit() == part(range(20)).fit()
    True
    """

    __slots__ = ()

    def merge(self, *others: Mapping[str, Any]) -> Transitions:
        """These parts together, of which nobody is in two."""
        return call("multistate.merge", {"parts": [self, *others]}, Transitions)

    def fit(self) -> Fit:
        """The model that was asked, fitted."""
        return call("multistate.fit_transitions", {"transitions": self}, Fit)


class Answers(tuple):
    """Answers of a model, one after the other; `columns` makes a table of them."""

    __slots__ = ()

    def columns(self) -> dict[str, list[Any]]:
        """The answers as columns: what a data frame is made from.

        >>> import meedoen as md
        >>> model = md.multistate.Model.given(["out", "in"], [("out", "in", 0.5), ("in", "out", 0.1)])
        >>> [round(value, 9) for value in model.sojourn().columns()["value"]]
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


def contrast(first: Mapping[str, Any], second: Mapping[str, Any], states: Any, end: float, **sure: Any) -> Document:
    """What two groups of people come to: ratio, difference, and how many more or fewer per 100 people.

    A side is ``{"name", "model", "people"}``, with people written as for `Model.forecast`; the second side has the model
    of the first when it gives none.
    """
    request = {"first": _people(first), "second": _people(second), "states": several(states), "end": end}
    return call("multistate.contrast", request | sure)


def ratios(first: Mapping[str, Any], second: Mapping[str, Any], **sure: Any) -> Document:
    """How fast two groups make each move: a side is ``{"name", "model", "at"}``."""
    return call("multistate.ratios", {"first": _side(first), "second": _side(second)} | sure)


def ratios_chart(
    first: Mapping[str, Any], second: Mapping[str, Any], *, language: Literal["nl", "en"] = "en", **sure: Any
) -> Chart:
    """The ratios of two groups with their intervals, one below the other."""
    request = {"first": _side(first), "second": _side(second), "language": language}
    return call("multistate.ratios_chart", request | sure, Chart)


def _people(side: Mapping[str, Any]) -> dict[str, Any]:
    return dict(side) | {"name": label(side["name"]), "people": groups(side["people"])}


def _side(side: Mapping[str, Any]) -> dict[str, Any]:
    return dict(side) | {"name": label(side["name"]), "at": profile(side.get("at"))}
