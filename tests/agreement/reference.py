"""Writes the coefficients that other packages give: python tests/agreement/reference.py > core/src/agreement/reference.json

It needs krippendorff, scikit-learn and statsmodels, which nothing else here needs; the answers are kept in the repository.
"""

import json
import math
import warnings
from importlib.metadata import version
from itertools import combinations

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

warnings.simplefilter("ignore")
CODES = ["money", "language", "rest", "trust", "network"]
WEIGHTS = {"nominal": {"cohen-kappa": None}}
WEIGHTS["ordinal"] = {"cohen-kappa": None, "cohen-kappa-linear": "linear", "cohen-kappa-quadratic": "quadratic"}
# The example of Krippendorff (2011): four observers, twelve units.
EXAMPLE = """1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 ."""


def drawn(random, coders, units, values, agree, missing):
    """Codes that agree more or less, some of them missing."""
    truth = random.integers(0, values, units)
    own = random.integers(0, values, (coders, units))
    table = np.where(random.random((coders, units)) < agree, truth, own).astype(float)
    table[random.random((coders, units)) < missing] = np.nan
    return table


def finite(value):
    return None if math.isnan(value) else float(value)


def alpha(table, level):
    try:
        return finite(krippendorff.alpha(reliability_data=table, level_of_measurement=level))
    except (ValueError, AssertionError):
        return None


def fleiss(table):
    complete = table[:, ~np.isnan(table).any(axis=0)].T.astype(int)
    return finite(fleiss_kappa(aggregate_raters(complete)[0])) if len(complete) else None


def cohen(one, other, weights, codes):
    both = ~np.isnan(one) & ~np.isnan(other)
    if not both.any():
        return None
    first, second = one[both].astype(int), other[both].astype(int)
    return finite(cohen_kappa_score(first, second, labels=range(codes), weights=weights))


def case(name, level, table, codes=len(CODES)):
    coders = [f"coder {number + 1}" for number in range(len(table))]
    expected = [{"kind": "alpha", "coders": coders, "value": alpha(table, level)}]
    told = level in WEIGHTS
    if told:
        expected.append({"kind": "fleiss-kappa", "coders": coders, "value": fleiss(table)})
        for first, second in combinations(range(len(table)), 2):
            for kind, weights in WEIGHTS[level].items():
                value = cohen(table[first], table[second], weights, codes)
                expected.append({"kind": kind, "coders": [coders[first], coders[second]], "value": value})
    word = (lambda value: CODES[int(value)]) if told else float
    rows = [[None if math.isnan(value) else word(value) for value in row] for row in table]
    request = {"level": level, "coders": [{"id": id, "values": row} for id, row in zip(coders, rows)]}
    if told:
        request["code_book"] = CODES[:codes]
    return {"name": name, "request": request, "expected": expected}


def cases():
    random = np.random.default_rng(2026)
    example = [[math.nan if one == "." else float(one) for one in row.split()] for row in EXAMPLE.split("\n")]
    example = np.array(example)
    for level in ("nominal", "ordinal"):
        yield case(f"the example, {level}", level, example - 1)
    for level in ("interval", "ratio"):
        yield case(f"the example, {level}", level, example)
    for coders, units, missing in ((2, 31, 0.0), (2, 40, 0.2), (3, 31, 0.0), (5, 60, 0.3), (4, 12, 0.6)):
        for level in ("nominal", "ordinal"):
            table = drawn(random, coders, units, len(CODES), 0.6, missing)
            yield case(f"{coders} coders, {units} units, {level}, {missing} missing", level, table)
    for level in ("interval", "ratio"):
        table = drawn(random, 3, 50, 40, 0.7, 0.2) * 0.37 + random.normal(0, 0.01, (3, 50)) + 1
        yield case(f"numbers, {level}", level, np.abs(table))
        yield case(f"numbers far from zero, {level}", level, np.abs(table) + 100_000)
    yield case("zeros among ratios", "ratio", drawn(random, 3, 30, 4, 0.5, 0.1))
    yield case("worse than chance", "nominal", np.array([[0.0, 1, 0, 1, 0], [1.0, 0, 1, 0, 1]]), 2)
    yield case("rarely the other code", "nominal", (random.random((2, 200)) < 0.03).astype(float), 2)


packages = [f"{name} {version(name)}" for name in ("krippendorff", "scikit-learn", "statsmodels")]
lines = ",\n".join(json.dumps(one) for one in cases())
print(f'{{\n"reference": {json.dumps(", ".join(packages))},\n"cases": [\n{lines}\n]\n}}')
