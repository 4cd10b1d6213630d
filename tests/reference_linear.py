"""Reference cases of the kind ``linear``."""

import reference_data
from meedoen import estimate

WHOLE = {"r2": "r_squared", "adj_r2": "adjusted_r_squared", "F": "f", "sigma": "residual_deviation", "df": "residual_df"}


def figures(case, rows):
    model = case["model"]
    fit = estimate.linear(
        reference_data.data(case, rows), model["formula"], standard_errors=model.get("se"),
        slopes=reference_data.asked(case, "slope:"),
    )  # fmt: skip
    beta = {one.term: one.value for one in fit.standardised}

    def figure(name):
        if name in WHOLE:
            return fit[WHOLE[name]]
        what, _, term = name.partition(":")
        return beta[term] if what == "beta" else reference_data.shared(fit, name)

    return figure
