"""Reference cases of the kind ``multistate``: a fit to the rows of the case, or a model with given intensities."""

import math
from functools import cache

from meedoen import multistate

# What a figure asks, from what stands behind its name.
QUESTIONS = {
    "q": lambda pair: {"question": "intensity", **moved(pair)},
    "next": lambda pair: {"question": "next", **moved(pair)},
    "p": lambda time, pair: {"question": "probability", **moved(pair), **span(time)},
    "sojourn": lambda state: {"question": "sojourn", "from": state},
    "efpt": lambda pair: {"question": "first-passage", **moved(pair, ">")},
    "totlos": lambda start, state, time: {"question": "stay", "from": start, "to": state, **span(time)},
    "visits": lambda pair, time: {"question": "visits", **moved(pair, ">"), **span(time)},
    "ppass": lambda pair, time: {"question": "passing", **moved(pair, ">"), **span(time)},
    "e": lambda pair: {"question": "misregistered", **moved(pair)},
}


def moved(pair, between="-"):
    start, _, end = pair.partition(between)
    return {"from": start, "to": end}


def span(text):
    begin, _, end = text.rpartition("..")
    return {"begin": float(begin or 0), "end": float(end)}


def figures(case, rows):
    """A function of the name of a figure, such as ``p:1:1-2@sex=1`` or ``se.loghr:sex:1-2``."""
    model = case["model"]
    panel = panel_of(model, rows) if rows else None
    if "intensities" in model:
        return Figures(model, panel, None, given(model)).figure
    fit = panel.fit(**asked(model))
    return Figures(model, panel, fit, fit.model).figure


def pairs(names):
    return [tuple(name.split("-")) for name in names]


def given(model):
    moves = [(*pair, rate) for pair, rate in zip(pairs(model["intensities"]), model["intensities"].values())]
    return multistate.Model.given(model["states"], moves)


def panel_of(model, rows):
    errors = model.get("misclassification") or {}
    covariates = [*model.get("covariates", []), *filter(None, [errors.get("observed_true")])]
    wanted = [model["subject"], model["time"], model["state"], *covariates]
    columns = {name: [row[name] for row in rows] for name in wanted}
    moves = model.get("allowed") or pairs(model["intensities"])
    return multistate.Panel(
        columns, id=model["subject"], time=model["time"], state=model["state"], covariates=covariates,
        states=model["states"], moves=moves, censored=model.get("censored"))  # fmt: skip


def asked(model):
    """The arguments of a fit."""
    errors = model.get("misclassification")
    return {
        "covariates": {name: groups(model, name, on) for name, on in covariates(model).items()},
        "centre": model.get("center", False),
        "exact_entry": model.get("exact_entry", []),
        "scheme": model.get("observation", "panel"),
        "cuts": model.get("piecewise", []),
        "errors": errors and {
            "allowed": errors["allowed"], "initial": errors.get("initial", "estimate"),
            "certain": errors.get("observed_true"),
        },
    }  # fmt: skip


def covariates(model):
    """The covariates with the moves they bear on; those of later periods bear on all where nothing is said."""
    on = dict(model.get("covariate_transitions", {}))
    for name in model.get("covariates", []):
        on.setdefault(name, "all")
    for number, _ in enumerate(model.get("piecewise", []), 2):
        on.setdefault(f"period{number}", "all")
    return on


def groups(model, covariate, on):
    """The moves of a covariate, those that share a coefficient together."""
    moves = [tuple(map(str, move)) for move in (model["allowed"] if on == "all" else on)]
    shared = [
        [(str(start), str(end)) for _, start, end in constraint]
        for constraint in model.get("constraints", []) if constraint[0][0] == covariate
    ]  # fmt: skip
    alone = [[move] for move in moves if not any(move in group for group in shared)]
    return shared + alone


class Figures:
    """The figures of one case; what several share is asked once."""

    def __init__(self, case, panel, fit, model):
        self.case, self.panel, self.fit, self.model = case, panel, fit, model
        self.answer, self.occupancies = cache(self.ask), {}

    def figure(self, name):
        what, _, at = name.partition("@")
        kind, *rest = what.split(":")
        error, kind = kind.startswith("se."), kind.removeprefix("se.")
        if hasattr(self, f"figure_{kind}"):
            return getattr(self, f"figure_{kind}")(rest, at, error)
        if kind not in QUESTIONS:
            raise NotImplementedError
        answer = self.answer(tuple(QUESTIONS[kind](*rest).items()), at)
        return answer.standard_error if error else answer.value

    def ask(self, question, at):
        return self.model.answer([dict(question)], at=self.profile(at))[0]

    def profile(self, at):
        """The covariates of a figure; one that is not given is 0."""
        values = dict.fromkeys(self.model.covariates, 0.0)
        return values | {name: float(value) for name, _, value in (one.partition("=") for one in at.split(",") if one)}

    def figure_minus2ll(self, rest, at, error):
        return self.fit.minus2ll if self.fit else self.panel.likelihood(self.model).minus2ll

    def figure_finding(self, rest, at, error):
        return any(finding.code == rest[0] for finding in self.fit.findings)

    def figure_score(self, rest, at, error):
        moves = [move for parameter in self.model.parameters[: len(self.case["intensities"])] for move in parameter.moves]
        place = [f"{move['from']}-{move.to}" for move in moves].index(rest[0])
        return self.panel.likelihood(self.model).score[place]

    def figure_logq(self, rest, at, error):
        return self.parameter("intensity", rest[0]).standard_error

    def figure_loghr(self, rest, at, error):
        parameter = self.parameter("effect", rest[1], rest[0])
        if parameter.held:  # it has no finite value
            return None
        return parameter.standard_error if error else parameter.value

    def figure_q(self, rest, at, error):
        if not at and self.fit:
            return math.exp(self.parameter("intensity", rest[0]).value)
        return self.answer(tuple(QUESTIONS["q"](*rest).items()), at).value

    def parameter(self, quantity, move, covariate=None):
        """The parameter of a move."""
        for one in self.model.parameters:
            about = [f"{move['from']}-{move.to}" for move in one.moves]
            if one.quantity == quantity and one.covariate == covariate and move in about:
                return one
        raise NotImplementedError

    def figure_prevalence(self, rest, at, error):
        return self.occupancy(rest[0], at)[rest[1]].observed

    def figure_expected(self, rest, at, error):
        return self.occupancy(rest[0], at)[rest[1]].expected

    def occupancy(self, time, at):
        """Observed and expected numbers by state; the covariates are those of the people unless the figure gives them."""
        if (time, at) not in self.occupancies:
            profile = {"at": self.profile(at)} if at else {}
            found = self.panel.prevalence(self.model, [float(time)], **profile).times[0]
            self.occupancies[time, at] = {state.state: state for state in found.states}
        return self.occupancies[time, at]

    def figure_pearson(self, rest, at, error):
        times, lengths, covariates = map(int, rest)
        return self.panel.goodness(self.model, times=times, lengths=lengths, covariates=covariates).statistic
