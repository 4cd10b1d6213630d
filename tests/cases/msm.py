"""Draws the panels of the cases `msm-*`, has R's msm fit them, and writes the cases.

    python tests/cases/msm.py [CASE…]

msm comes with Debian's `r-base-core` and `r-cran-msm`. The panels are drawn here move by move, so that neither the
library nor msm has a hand in them.
"""

import csv
import json
import random
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
RATES = {(1, 2): 0.7, (2, 1): 0.3, (2, 3): 0.5, (3, 2): 0.25, (3, 4): 0.4}
MODEL = {
    "subject": "client", "time": "years", "state": "state", "states": [1, 2, 3, 4], "allowed": [list(move) for move in RATES],
    "absorbing": [4], "center": False, "observation": "panel",
}  # fmt: skip
EFFECT = {"covariates": ["programme"], "covariate_transitions": {"programme": "all"}}
# What the model asks beside the moves, how people are drawn, and the seed.
CASES = {
    "msm-errors": (
        "registered states that may be wrong, with known first shares",
        EFFECT | {"misclassification": {"allowed": [[1, 2], [2, 1], [3, 2]], "initial": [0.5, 0.3, 0.2, 0]}},
        {"people": 500, "errors": {(1, 2): 0.10, (2, 1): 0.08, (3, 2): 0.12}, "covariate": True}, 11,
    ),
    "msm-errors-initial": (
        "registered states that may be wrong, first shares estimated",
        {"misclassification": {"allowed": [[1, 2], [2, 3]], "initial": "estimate"}},
        {"people": 300, "errors": {(1, 2): 0.12, (2, 3): 0.10}}, 12,
    ),
    "msm-censored": (
        "codes that stand for two states",
        EFFECT | {"censored": {"99": [1, 2], "98": [2, 3]}},
        {"people": 500, "censored": {99: (1, 2), 98: (2, 3)}, "covariate": True}, 13,
    ),
    "msm-exact-entry": (
        "the last state entered on a known date, from a state that is not known",
        EFFECT | {"exact_entry": [4]}, {"people": 500, "exact_entry": True, "covariate": True}, 14,
    ),
    "msm-exact-moves": (
        "every move on its own date",
        EFFECT | {"observation": "exact"}, {"people": 400, "every_move": True, "covariate": True}, 15,
    ),
    "msm-pieces": (
        "intensities that change at two moments",
        {"piecewise": [1, 2.5], "covariate_transitions": {"period2": "all", "period3": "all"}},
        {"people": 700, "pieces": {1: 1.5, 2.5: 0.6}}, 16,
    ),
}  # fmt: skip


def path(draw, state, programme, pieces, until):
    """The moves of someone: moments and the states entered."""
    time, moves = 0.0, [(0.0, state)]
    while True:
        factor = next((value for cut, value in reversed(pieces.items()) if time >= cut), 1.0)
        cut = next((cut for cut in pieces if cut > time), until)
        rates = {to: rate * factor * (1.6 if programme and to > start else 1) for (start, to), rate in RATES.items() if start == state}
        left = draw.expovariate(sum(rates.values())) if rates else until
        if time + left > cut and cut < until:
            time = cut
            continue
        time += left
        if time >= until:
            return moves
        state = draw.choices(list(rates), list(rates.values()))[0]
        moves.append((time, state))


def rows(draw, people, errors=(), censored=(), exact_entry=False, every_move=False, pieces=(), covariate=False):
    for client in range(1, people + 1):
        programme, first = int(draw.random() < 0.5) if covariate else 0, draw.choices([1, 2, 3], [0.5, 0.3, 0.2])[0]
        moves = path(draw, first, programme, dict(pieces), 4.0)
        visits = [0.0]
        while visits[-1] < 3.4:
            visits.append(visits[-1] + draw.uniform(0.2, 0.9))
        if every_move:
            # Someone still there at the end is seen there once more.
            seen = [*moves, *([(4.0, moves[-1][1])] if moves[-1][1] != 4 else [])]
        else:
            seen = [(visit, [state for moment, state in moves if moment <= visit][-1]) for visit in visits]
            if exact_entry and moves[-1][1] == 4:
                seen = [*[one for one in seen if one[0] < moves[-1][0]], moves[-1]]
        for number, (time, state) in enumerate(seen):
            if errors and state != 4:
                wrong = {to: share for (truth, to), share in errors.items() if truth == state}
                state = draw.choices([state, *wrong], [1 - sum(wrong.values()), *wrong.values()])[0]
            several = [code for code, states in dict(censored).items() if state in states]
            if several and number and draw.random() < 0.25:
                state = draw.choice(several)
            yield {"client": client, "years": repr(time), "state": state, **({"programme": programme} if covariate else {})}
            # Nothing follows the last state.
            if state == 4:
                break


def tolerance(figure):
    if figure == "minus2ll":
        return {"tolerance": 1e-6}
    if figure.startswith("se."):
        return {"tolerance": 1e-3, "relative": True}
    return {"tolerance": 2e-5}


for name, (about, asked, drawing, seed) in CASES.items():
    if sys.argv[1:] and name not in sys.argv[1:]:
        continue
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    table = list(rows(random.Random(seed), **drawing))
    with open(folder / "data.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, table[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    run = subprocess.run(
        ["Rscript", HERE / "msm.R", name, folder / "data.csv"], capture_output=True, text=True, check=True
    )
    found = [line.split(",") for line in run.stdout.splitlines()]
    print(name, len(table), found[0][1])
    case = {
        "case": name, "kind": "multistate", "about": f"simulated: {about}; seed {seed}",
        "reference": "msm 1.7, R 4.2.2, started anew until its likelihood no longer changes",
        "licence": "made for this project; may be copied", "data": {"rows": "data.csv"}, "model": MODEL | asked,
        "expect": [{"figure": figure, "value": float(value), **tolerance(figure)} for figure, value in found],
    }  # fmt: skip
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in case.items() if key != "expect"]
    figures = ",\n".join(f"  {json.dumps(figure)}" for figure in case["expect"])
    (folder / "case.json").write_text("{\n" + ",\n".join(lines) + f',\n "expect": [\n{figures}\n ]\n}}\n')
