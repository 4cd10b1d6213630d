"""Reference cases of the kind ``ordinal``."""

import reference_data
from meedoen import estimate


def figures(case, rows):
    model = case["model"]
    fit = estimate.ordinal(
        reference_data.data(case, rows), model["formula"], levels=model.get("levels"), weights=model.get("weights"),
        slopes=reference_data.asked(case, "slope:"),
    )  # fmt: skip
    thresholds = {(one.below, one.above): one.estimate for one in fit.thresholds}

    def figure(name):
        if name == "loglik":
            return fit.log_likelihood
        what, _, rest = name.partition(":")
        if what in ("threshold", "threshold.se"):
            found = thresholds[tuple(map(float, rest.split("|")))]
            return found.value if what == "threshold" else found.standard_error
        return reference_data.shared(fit, name)

    return figure
