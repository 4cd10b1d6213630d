"""Reference cases of the kind ``multistate``: a fit to the rows of the case, or a model with given intensities."""

import re
from functools import cache

from meedoen import multistate

FIGURE = re.compile(r"^(?P<se>se\.)?(?P<what>[a-z0-9]+):(?P<rest>[^@]*)(@(?P<at>.*))?$")


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
    moves = [[*pair, rate] for pair, rate in zip(pairs(model["intensities"]), model["intensities"].values())]
    return multistate.Model.given(states=model["states"], intensities=moves, unit="year")


def panel_of(model, rows):
    errors = model.get("misclassification") or {}
    covariates = [*model.get("covariates", []), *filter(None, [errors.get("observed_true")])]
    wanted = [model["subject"], model["time"], model["state"], *covariates]
    columns = {name: [row[name] for row in rows] for name in wanted}
    moves = model.get("allowed") or pairs(model["intensities"])
    return multistate.Panel(
        columns, id=model["subject"], time=model["time"], state=model["state"], covariates=covariates,
        states=model["states"], moves=moves, censored=model.get("censored"), unit="year")  # fmt: skip


def asked(model):
    """The arguments of a fit."""
    on = model.get("covariate_transitions", {})
    errors = model.get("misclassification")
    return {
        "covariates": {name: on.get(name, "all") for name in model.get("covariates", [])}
        | {name: moves for name, moves in on.items() if name.startswith("period")},
        "constraints": model.get("constraints", []),
        "centre": model.get("center", False),
        "exact_entry": model.get("exact_entry", []),
        "scheme": model.get("observation", "panel"),
        "cuts": model.get("piecewise", []),
        "errors": errors and {
            "allowed": errors["allowed"], "initial": errors.get("initial", "estimate"),
            "certain": errors.get("observed_true"),
        },
    }  # fmt: skip


class Figures:
    """The figures of one case; what several share is asked once."""

    def __init__(self, case, panel, fit, model):
        self.case, self.panel, self.fit, self.model = case, panel, fit, model
        self.answers = cache(self.ask)

    def figure(self, name):
        if name == "minus2ll":
            return self.fit.minus2ll if self.fit else self.panel.minus2ll(self.model)
        if name.startswith("finding:"):
            return self.finding(name.partition(":")[2])
        found = FIGURE.match(name)
        if found is None:
            raise NotImplementedError
        measure = getattr(self, f"figure_{found['what']}", None)
        if measure is None:
            raise NotImplementedError
        return measure(found["rest"].split(":"), at(found["at"]), bool(found["se"]))

    def finding(self, code):
        return any(finding.code == code for finding in self.fit.findings)

    def ask(self, what, at, *arguments):
        # One who is not described is one whose covariates are 0.
        profile = {name: 0 for name in self.case.get("covariates", [])} | dict(at)
        return getattr(self.model, what)(*arguments, at=profile)

    def cell(self, answer, *names, se=False):
        """The estimate about these states, or its standard error."""
        wanted = tuple(map(str, names))
        for cell in answer["cells"]:
            if tuple(filter(None, (cell.get("from"), cell.get("to")))) == wanted:
                return cell["standard_error"] if se else cell["value"]
        raise NotImplementedError
