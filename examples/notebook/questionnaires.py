"""SYNTHETIC data: answers of invented clients to the illustrative questionnaire, twice, with what they did half a year later.

Nobody in it exists. The answers follow from the numbers below, which are choices for this example and not estimates of
anything; the same seed gives the same table on every computer. One item is entered the wrong way round in this file, as
happens with real ones, so that the analysis has something to find.
"""

import math
import random

import meedoen as md

SEED = 2026
PEOPLE = 600
CASELOADS = ["Noord 1", "Noord 2", "Zuid 1"]  # invented names
MISSING = 0.02
TURNED = "att_3"  # entered the wrong way round

# What one standard deviation more of a determinant does to intention, in standard deviations.
WILLING = {"attitude": 0.40, "self-efficacy": 0.35, "social-pressure": 0.15}
# The log-odds of looking for work: of intention, of being able, and of intention where skills are higher.
ABLE = {"skills": 0.5, "self-regulation": 0.3, "context": 0.4, "practical-barriers": -0.4}
INTENTION, TOGETHER = 0.9, 0.7
# How much skills rose, in standard deviations, in half a year: only in one caseload.
RISE = {"Noord 1": 0.9, "Noord 2": 0.0, "Zuid 1": 0.0}


def instrument():
    """The illustrative questionnaire that comes with the library."""
    return md.behaviour.Instrument.builtin("job-search")


def answer(draw, level, item, scale):
    """An answer to an item by someone at a level, in standard deviations."""
    middle, half = (scale["min"] + scale["max"]) / 2, (scale["max"] - scale["min"]) / 2
    seen = 0.75 * level + 0.66 * draw.gauss(0, 1)
    if "reverse" in item and item["reverse"]:
        seen = -seen
    return int(min(scale["max"], max(scale["min"], round(middle + 0.75 * half * seen))))


def asked(draw, levels, document, turned):
    """The answers of one person to every item; some are left open."""
    answers = {}
    for scale in document["scales"]:
        for part in scale["parts"]:
            for place, name in enumerate(part["product"] if "product" in part else [part["item"]]):
                item = next(one for one in document["items"] if one["id"] == name)
                level = levels[scale["id"]] if place == 0 else draw.gauss(0.4, 1)
                own = item["scale"] if "scale" in item else document["scale"]
                value = answer(draw, level, item, own)
                if turned and name == TURNED:
                    value = own["min"] + own["max"] - value
                answers[name] = None if draw.random() < MISSING else value
    return answers


def table():
    """The columns of the file: who, which caseload, the answers, intention (1 to 7) and whether they looked for work."""
    draw = random.Random(SEED)
    document = instrument().document
    rows = []
    for number in range(PEOPLE):
        shared = draw.gauss(0, 1)
        scales = [scale["id"] for scale in document["scales"]]
        levels = {name: 0.45 * shared + 0.89 * draw.gauss(0, 1) for name in scales}
        levels["practical-barriers"] = -0.45 * shared + 0.89 * draw.gauss(0, 1)
        caseload = CASELOADS[number % len(CASELOADS)]
        intention = sum(share * levels[name] for name, share in WILLING.items()) + 0.7 * draw.gauss(0, 1)
        odds = INTENTION * intention + TOGETHER * intention * levels["skills"]
        odds += sum(share * levels[name] for name, share in ABLE.items())
        looked = int(draw.random() < 1 / (1 + math.exp(-odds)))
        first = asked(draw, levels, document, turned=True)
        later = levels | {"skills": levels["skills"] + RISE[caseload]}
        second = asked(draw, later, document, turned=True)
        rows.append(
            {"client": f"SYNTHETIC-{number:03}", "caseload": caseload, **first}
            | {f"{name}_later": value for name, value in second.items() if name.startswith("ski_")}
            | {"intention": min(7, max(1, round(4 + 1.4 * intention))), "looked": looked}
        )
    return {name: [row[name] for row in rows] for name in rows[0]}
