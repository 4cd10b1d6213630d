"""Plans beside those of a solver of integer programs (HiGHS, through scipy), and how long ten thousand people take.

    .venv/bin/python benches/plan.py

Needs scipy beside what the tests need. The sets a person may get are made here anew, from the catalogue alone.
"""

from itertools import combinations
from math import exp
from time import perf_counter

import meedoen as md
import numpy as np

DETERMINANTS = [one.code for one in md.behaviour.determinants()]
ROLES = [one.code for one in md.behaviour.roles()]
VALUES = [0.01, 0.025, 0.005, 0.03, 0.012, 0.02, -0.008]
PROVENANCE = {"kind": "illustrative", "note": {"nl": "verzonnen", "en": "made up"}}
MODEL = {
    "link": "logit", "provenance": PROVENANCE,
    "coefficients": [{"term": "(Intercept)", "value": -6.0, "standard_error": 0.3}]
    + [{"term": term, "value": value, "standard_error": 0.003} for term, value in zip(DETERMINANTS, VALUES)],
}


def catalogue(interventions, draw):
    """Interventions of chance, some of which exclude each other or may not be alone."""
    made = []
    for number in range(interventions):
        determinant = DETERMINANTS[number % 7]
        change = float(draw.integers(4, 20)) * (-1 if determinant == "practical-barriers" else 1)
        made.append({
            "id": f"o{number}", "role": ROLES[number % 3], "hours": float(draw.integers(2, 20)) / 2,
            "effects": [{"determinant": determinant, "change": change, "standard_error": 3}],
            "when": [{"determinant": determinant, "below": 80}] if number % 4 == 0 else [],
            "not_with": [f"o{number - 1}"] if number % 5 == 4 else [],
            "not_alone": [{"when": [{"determinant": "attitude", "below": 60}]}] if number == 2 else [],
        })
    return {"interventions": made, "provenance": PROVENANCE}


def task(people, interventions, hours, seed):
    draw = np.random.default_rng(seed)
    scores = {name: draw.integers(0, 101, people).astype(float) for name in DETERMINANTS}
    each = {role: hours * people for role in ROLES}
    return scores, catalogue(interventions, draw), each


def columns(scores, offers, person, at_most):
    """Every set this person may get, with its gain and hours."""
    level = {name: scores[name][person] for name in DETERMINANTS}
    value = dict(zip(DETERMINANTS, VALUES))
    base = -6.0 + sum(value[name] * level[name] for name in DETERMINANTS)
    fits = [one for one in offers if all(level[rule["determinant"]] < rule["below"] for rule in one["when"])]
    for size in range(at_most + 1):
        for chosen in combinations(fits, size):
            names = {one["id"] for one in chosen}
            if any(names & set(one["not_with"]) for one in chosen):
                continue
            if size == 1 and any(level[c["determinant"]] < c["below"] for r in chosen[0]["not_alone"] for c in r["when"]):
                continue
            change = {}
            for one in chosen:
                for effect in one["effects"]:
                    change[effect["determinant"]] = change.get(effect["determinant"], 0) + effect["change"]
            total = base + sum(value[d] * (min(100, max(0, level[d] + c)) - level[d]) for d, c in change.items())
            gain = 1 / (1 + exp(-total)) - 1 / (1 + exp(-base))
            yield gain, [sum(one["hours"] for one in chosen if one["role"] == role) for role in ROLES]


def by_solver(scores, offers, hours, at_most=3):
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    gains, rows, cols, data = [], [], [], []
    people = len(scores["attitude"])
    for person in range(people):
        for gain, needs in columns(scores, offers["interventions"], person, at_most):
            rows += [person, *(people + role for role in range(3))]
            cols += [len(gains)] * 4
            data += [1.0, *needs]
            gains.append(gain)
    matrix = coo_array((data, (rows, cols)), shape=(people + 3, len(gains))).tocsr()
    limits = LinearConstraint(matrix, [0] * (people + 3), [1] * people + [hours[role] for role in ROLES])
    found = milp(-np.array(gains), constraints=limits, integrality=np.ones(len(gains)), bounds=Bounds(0, 1),
                 options={"time_limit": 300, "mip_rel_gap": 1e-6})
    return -found.fun, -found.mip_dual_bound


def main():
    for people, interventions, hours in [(10, 8, 3.0), (50, 8, 2.0), (100, 10, 4.0)]:
        scores, offers, each = task(people, interventions, hours, people)
        start = perf_counter()
        plan = md.behaviour.plan(scores, model=MODEL, catalogue=offers, hours=each, draws=0).document
        own = perf_counter() - start
        start = perf_counter()
        value, bound = by_solver(scores, offers, each)
        other = perf_counter() - start
        print(f"{people} people x {interventions} interventions: rise {plan.rise:.6f} (bound {plan.bound:.6f}, {own:.3f} s), "
              f"HiGHS {value:.6f} (bound {bound:.6f}, {other:.1f} s), {100 * (value - plan.rise) / value:.4f} % behind")
        assert plan.bound >= value - 1e-5 * value, "a bound that a plan passes is none"
    scores, offers, each = task(10_000, 20, 2.0, 1)
    start = perf_counter()
    plan = md.behaviour.plan(scores, model=MODEL, catalogue=offers, hours=each).document
    print(f"10000 people x 20 interventions x 3 roles: {perf_counter() - start:.2f} s, rise {plan.rise:.2f} "
          f"({plan.rise_low:.2f} to {plan.rise_high:.2f}), bound {plan.bound:.2f}, gap {100 * plan.gap:.4f} %")


if __name__ == "__main__":
    main()
