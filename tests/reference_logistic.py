"""Reference cases of the kind ``logistic``."""

import reference_data
from meedoen import estimate

WHOLE = {"loglik": "log_likelihood", "deviance": "deviance", "mcfadden": "pseudo_r_squared", "auc": "auc"}


def figures(case, rows):
    points = reference_data.asked(case, "predict@")
    where = [reference_data.point(of) for of, _ in points]
    fit = estimate.logistic(
        reference_data.data(case, rows), case["model"]["formula"], slopes=reference_data.asked(case, "slope:"),
        predictions=where,
    )  # fmt: skip
    effects = {one.of: one.percentage_points for one in fit.terms}

    def figure(name):
        if name in WHOLE:
            return fit[WHOLE[name]]
        what, _, term = name.partition(":")
        if what in ("ame", "ame.se"):
            found = effects[term].value if what == "ame" else effects[term].standard_error
            return None if found is None else found / 100
        if name.startswith("predict@"):
            return fit.predictions[where.index(reference_data.point(name.partition("@")[2]))].chance
        return reference_data.shared(fit, name)

    return figure
