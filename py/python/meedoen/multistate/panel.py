"""Panels of registrations: read once from a table, asked many times."""

from __future__ import annotations

import json

from .. import _meedoen
from .._plain import plain
from ..document import Document, parse
from .asked import code, codes, effects_of, errors_of, moves_of, profile, state
from .model import Fit, Transitions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from .asked import Moves
    from .model import Model

__all__ = ["Panel"]


class Panel:
    """Who was seen in which state when, read once from a table and asked many times; it cannot be changed.

    ``table`` is a polars or pandas frame, an Arrow table, a duckdb relation or a mapping of columns. ``id``, ``time``,
    ``state``, ``covariates`` and ``weight`` are names of its columns. Times are dates, or numbers in ``unit``.
    ``states`` are the codes of the states in their order, ``moves`` the pairs of states between which someone can go
    directly, ``censored`` says of codes that are no state which states they can stand for. What becomes of two states
    on one day, of rows out of order and of incomplete rows is a choice: ``same_day`` is ``"refuse"``, ``"first"`` or
    ``"last"``, ``unsorted`` is ``"sort"`` or ``"refuse"``, ``incomplete`` is ``"refuse"`` or ``"leave-out"``.

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
        space = {
            "space": {"states": named(states), "moves": moves_of(moves)}, "unit": unit,
            "censored": [{"code": code(one), "states": codes(of)} for one, of in (censored or {}).items()],
        }  # fmt: skip
        known = [one["code"] for one in space["space"]["states"] + space["censored"]]
        reading = {
            "person": id, "time": time, "state": state, "covariates": list(covariates), "weight": weight, "unit": unit,
            "codes": known, "same_day": same_day, "unsorted": unsorted, "incomplete": incomplete,
        }  # fmt: skip
        self._read(table, reading, space)

    def _read(self, table: Any, reading: Mapping[str, Any], space: Mapping[str, Any]) -> None:
        from ..table import stream

        codes = (reading["person"], reading["state"])
        object.__setattr__(self, "_panel", _meedoen.Panel(stream(table, codes), json.dumps(plain(reading))))
        object.__setattr__(self, "_space", space)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Panel cannot be changed; make one of a changed table")

    def __repr__(self) -> str:
        people, visits = self._panel.people, self._panel.visits
        of = f"{people} {'person' if people == 1 else 'people'}, {visits} {'visit' if visits == 1 else 'visits'}"
        return f"{type(self).__name__}({of})"

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

        ``covariates`` names what bears on the intensities. A column of texts is one covariate for each of them, 1 for those
        who have it: ``"district=North"``. In a mapping each name has ``"all"`` (a coefficient for each
        move), ``"shared"`` (one coefficient for all moves), or a list of moves, of which those in a list of their own
        share one: ``{"programme": [[("1", "2"), ("2", "3")], [("2", "1")]]}``. ``cuts`` are the moments at which the
        intensities may change; the covariates ``period2``, ``period3``… then are the later pieces against the first.
        ``errors`` is for registered states that may be wrong: ``{"allowed": [(true, registered), …]}``, with ``initial``
        (shares of the true states at the first visit, or ``"estimate"``), ``certain`` (a column that is 1 where a state
        was registered without error) and ``covariates``.
        """
        on = covariates if hasattr(covariates, "keys") else dict.fromkeys(covariates, "all")
        return self._space | {
            "effects": effects_of(on, "moves", self._space["space"]["moves"], moves_of),
            "centre": centre, "exact_entry": codes(exact_entry), "scheme": scheme,
            "pieces": {"clock": clock, "cuts": list(cuts)} if len(cuts) else None,
            "errors": errors_of(errors) if errors else None,
        }  # fmt: skip

    def fit(self, **asked: Any) -> Fit:
        """Fits a model to the panel; what can be asked is what `specification` takes.

        >>> import meedoen as md
        >>> rows = {"who": [], "year": [], "state": []}
        >>> for who in range(20):
        ...     for year in range(4):
        ...         _ = rows["who"].append(who), rows["year"].append(year)
        ...         rows["state"].append("in" if who % 4 < year else "out")
        >>> moves = [("out", "in"), ("in", "out")]
        >>> panel = md.multistate.Panel(rows, id="who", time="year", state="state", states=["out", "in"], moves=moves)
        >>> [finding.code for finding in panel.fit().findings]
        ['diverging-parameter']
        """
        return self.ask("multistate.fit", self.specification(**asked), Fit)

    def transitions(self, **asked: Any) -> Transitions:
        """What the panel says about a model, when it is a part: what `specification` takes can be asked."""
        return self.ask("multistate.transitions", self.specification(**asked), Transitions)

    def select(self, first: Mapping[str, Any], second: Mapping[str, Any], names: Sequence[str] = ("1", "2")) -> Document:
        """Fits two models, as `specification` gives them, and compares them: likelihood ratio and information."""
        one, other = ({"name": {"nl": name, "en": name}, "specification": of} for name, of in zip(names, (first, second)))
        return self.ask("multistate.select", {"first": one, "second": other})

    def intervals(
        self, *, method: str = "profile", level: float = 0.95, draws: int = 200, seed: int = 1, **asked: Any
    ) -> Document:  # fmt: skip
        """Fits a model and gives the interval of every parameter: ``method`` is ``"wald"``, ``"expected"``, ``"profile"``
        or ``"bootstrap"``; what else can be asked is what `specification` takes.

        A profile needs no parabola and has no end where the data give none; the bootstrap draws panels from the fit.
        """
        request = {"method": method, "level": level, "draws": draws, "seed": seed}
        return self.ask("multistate.intervals", {"specification": self.specification(**asked), **request})

    def likelihood(self, model: Model) -> Document:
        """How well a model explains the panel: minus twice the log-likelihood and its derivatives."""
        return self.ask("multistate.likelihood", {"model": model})

    def quality(self, *, run: int | None = None, regular: float | None = None, batch: int | None = None) -> Document:
        """What to look up before any model: gaps, people seen once, moves that cannot be, what looks copied.

        The bounds from when on registrations look copied are choices; the answer has those that were used.
        """
        bounds = {"run": run, "regular": regular, "batch": batch}
        return self.ask("multistate.quality", {name: self._space[name] for name in ("space", "censored")} | {"bounds": bounds})

    def tables(self, **counting: Any) -> Document:
        """Who was where at one moment and where at the next: counts, shares and their intervals.

        ``gaps`` are bounds of the time between two moments, or ``grid={"step": 1}`` samples everyone at regular moments;
        ``group`` names a covariate, ``periods`` bounds of time by which counts are divided; ``method`` is ``"jeffreys"``,
        ``"wilson"`` or ``"bootstrap"``.
        """
        return self.ask("multistate.tables", self._counting(counting))

    def protected_tables(self, *, smallest: int | None = None, **counting: Any) -> Document:
        """Tables that can be published: small numbers, and those that would give them away, are withheld."""
        return self.ask("multistate.protected_tables", self._counting(counting) | {"smallest": smallest})

    def dependence(self, **counting: Any) -> Document:
        """Tests whether the next state depends on the state before the present one, on the group or on the period."""
        return self.ask("multistate.dependence", self._counting(counting))

    def _counting(self, counting: Mapping[str, Any]) -> dict[str, Any]:
        return {"unit": self._space["unit"], "states": [one["code"] for one in self._space["space"]["states"]]} | counting

    def prevalence(
        self, model: Model, times: Iterable[float], *, clock: str = "calendar", at: Mapping[str, float] | None = None,
        **sure: Any,
    ) -> Document:  # fmt: skip
        """How many people were in each state at these times, beside how many the model expects."""
        request = {"model": model, "times": list(times), "clock": clock, **sure}
        return self.ask("multistate.prevalence", request | ({} if at is None else {"at": profile(at)}))

    def goodness(
        self, model: Model, *, times: int = 2, lengths: int = 2, covariates: int = 2, replications: int = 0, seed: int = 1
    ) -> Document:
        """Whether the model fits: observed beside expected, by groups of time, length and covariates.

        With ``replications`` as many panels are drawn from the model and fitted, for an honest probability.
        """
        groups = {"times": times, "lengths": lengths, "covariates": covariates}
        return self.ask("multistate.goodness", {"model": model, **groups, "replications": replications, "seed": seed})


def named(states: Iterable[Any]) -> list[dict[str, Any]]:
    return [{"code": one} if isinstance(one, str) else one for one in map(state, states)]
