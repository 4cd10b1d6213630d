"""Reference cases of the kind ``reliability``: the items of the case as an instrument with one scale."""

import reference_scoring
from meedoen import measure

WHOLE = {
    "alpha": "alpha", "alpha.std": "standardised_alpha", "alpha.ase": "alpha_standard_error",
    "alpha.feldt.low": "feldt_low", "alpha.feldt.high": "feldt_high",
    "omega.ml": "omega", "omega.ml.observed": "omega_observed",
}  # fmt: skip
OF_ITEM = {
    "rdrop": "item_rest_correlation", "alpha_if_dropped": "alpha_if_dropped", "mean": "mean", "sd": "standard_deviation",
}  # fmt: skip


def figures(case, rows):
    model = case["model"]
    answers = {name: [row[name] for row in rows] for name in model["items"]}
    whole = all(value is None or value % 1 == 0 for column in answers.values() for value in column)
    document = reference_scoring.document(
        case["case"], model,
        [
            {"id": name, "text": reference_scoring.label(name), "reverse": name in model.get("reverse", [])}
            for name in model["items"]
        ],
        [{"id": "scale", "label": reference_scoring.label("scale"), "parts": [{"item": name} for name in model["items"]]}],
    )  # fmt: skip
    document["scale"]["continuous"] = not whole
    group = measure.Instrument(document).reliability(answers, missing=model.get("missing", "listwise")).groups[0]
    items = {one.item: one for one in group["items"]}

    def figure(name):
        if name in WHOLE:
            return group[WHOLE[name]]
        what, _, rest = name.partition(":")
        if what == "finding":
            return rest in [one.code for one in group.findings]
        item, _, of = rest.rpartition(":")
        if what != "item" or of not in OF_ITEM:
            raise NotImplementedError
        return items[item][OF_ITEM[of]]

    return figure
