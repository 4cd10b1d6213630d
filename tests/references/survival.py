"""Writes core/src/survival/reference.json: what lifelines makes of spells with ties and censoring.

Run in an environment of its own, `pip install -r tests/references/requirements.txt`: lifelines is no part of the tests.
"""

import json
import random
from pathlib import Path

import lifelines
from lifelines import KaplanMeierFitter
from lifelines.statistics import multivariate_logrank_test

CASES = [(11, 60, 3), (12, 25, 2), (13, 200, 4)]  # seed, spells, groups
OUT = Path(__file__).parents[2] / "core/src/survival/reference.json"


def spells(seed, count, groups):
    draw = random.Random(seed)
    return [
        {"time": draw.randrange(30), "ended": draw.random() < 0.65, "group": draw.randrange(groups)} for _ in range(count)
    ]


def case(seed, count, groups):
    rows = spells(seed, count, groups)
    times, ended, group = ([row[name] for row in rows] for name in ("time", "ended", "group"))
    fitted = KaplanMeierFitter().fit(times, ended)
    lower, upper = (fitted.confidence_interval_survival_function_.iloc[:, place] for place in (0, 1))
    known = lambda value: None if value != value or value in (float("inf"), float("-inf")) else float(value)
    curve = [
        {"time": float(time), "still": float(still), "lower": known(lower[time]), "upper": known(upper[time])}
        for time, still in fitted.survival_function_.iloc[:, 0].items()
    ]
    test = multivariate_logrank_test(times, group, ended)
    return {
        "spells": rows, "curve": curve, "median": known(fitted.median_survival_time_),
        "statistic": float(test.test_statistic), "p_value": float(test.p_value),
    }


if __name__ == "__main__":
    made = [json.dumps(case(*one)) for one in CASES]
    name = f"lifelines {lifelines.__version__}: KaplanMeierFitter, multivariate_logrank_test"
    OUT.write_text(f'{{\n  "reference": {json.dumps(name)},\n  "cases": [\n    ' + ",\n    ".join(made) + "\n  ]\n}\n")
