"""Reference cases of the kinds ``path`` and ``latent``."""

import reference_data
from meedoen import estimate

SIGNS = {"coef": "~", "load": "=~", "cov": "~~", "int": "~1"}
FIT = {
    "chi2": "chi_square", "df": "df", "p": "p", "baseline.chi2": "baseline_chi_square", "baseline.df": "baseline_df",
    "cfi": "cfi", "tli": "tli", "rmsea": "rmsea", "rmsea.low": "rmsea_low", "rmsea.high": "rmsea_high", "srmr": "srmr",
    "loglik": "log_likelihood", "aic": "aic", "bic": "bic", "chi2.scaled": "scaled_chi_square", "scaling": "scaling_factor",
}  # fmt: skip
OF = {"se": ("estimate", "standard_error"), "std": ("standardised", "value"), "std.se": ("standardised", "standard_error")}
ENDS = {"": "value", "se": "standard_error", "low": "low", "high": "high"}


def figures(case, rows):
    model = case["model"]
    fit = estimate.structural(
        reference_data.data(case, rows), model["syntax"], likelihood=model.get("likelihood"),
        standard_errors=model.get("se"), scaling=model.get("scaling"), fixed_x=model.get("fixed_x"),
        missing=model.get("missing"), baseline=model.get("baseline"), means=model.get("means"),
    )  # fmt: skip
    parameters = {}
    for one in fit.parameters:
        parameters[one.left + one.operator + (one.right or "")] = one
        if one.operator == "~~":
            parameters[one.right + "~~" + one.left] = one
    indirect = {">".join(one.path): one.estimate for one in fit.indirect}
    total = {f"{one.of}>{one.on}": one.estimate for one in fit.total}
    defined = {one.name: one.estimate for one in fit.defined}
    explained = {one.variable: one.value for one in fit.r_squared}

    def figure(name):
        what, _, rest = name.partition(":")
        if what == "finding":
            return rest in [one.code for one in fit.findings]
        if what == "fit":
            return fit.fit[FIT[rest]]
        if what == "r2":
            return explained[rest]
        if what in SIGNS:
            return parameters[rest].estimate.value
        if what in OF:
            part, field = OF[what]
            return parameters[rest][part][field]
        kind, _, end = what.partition(".")
        for known, estimates in (("indirect", indirect), ("total", total), ("def", defined)):
            if kind == known and end in ENDS:
                return estimates[rest][ENDS[end]]
        raise NotImplementedError

    return figure
