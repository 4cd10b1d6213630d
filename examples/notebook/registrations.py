"""SYNTHETIC data: rungs of invented clients of two districts over five years, as a file of registrations would have them.

Nobody in it exists. The moves are drawn from `model()`, whose rates are choices for this example and not estimates of
anything; the same seed gives the same table on every computer. After that the table is made as untidy as real ones are,
in the ways that `DIRT` names.
"""

import datetime
import math
import random

import meedoen as md

SEED = 2026
PEOPLE = 1000
DISTRICTS = {0: "Noord", 1: "Zuid"}  # invented names

# How often per year someone on a rung moves to the one beside it, in Noord and without the programme.
RATES = {
    ("1", "2"): 0.55, ("2", "1"): 0.30, ("2", "3"): 0.50, ("3", "2"): 0.30, ("3", "4"): 0.45,
    ("4", "3"): 0.30, ("4", "5"): 0.25, ("5", "4"): 0.25, ("5", "6"): 0.30, ("6", "5"): 0.20,
}  # fmt: skip
LOW = [("1", "2"), ("2", "3"), ("3", "4")]  # up, on the lower rungs
HIGH = [("4", "5"), ("5", "6")]  # up, towards and within paid work
DOWN = [("2", "1"), ("3", "2"), ("4", "3"), ("5", "4"), ("6", "5")]
UP = LOW + HIGH
# By what factor a covariate changes the rate of all moves of a group.
RATIOS = [("programme", LOW, 1.6), ("programme", HIGH, 1.0), ("programme", DOWN, 1.0), ("south", UP, 0.8)]
# How often a rung is registered as another.
ERRORS = {("3", "4"): 0.08, ("4", "3"): 0.06}
START = {"1": 25, "2": 30, "3": 20, "4": 12, "5": 6, "6": 7}

DIRT = {"twice": 40, "between": 30, "once": 2}  # rows that stand there twice, placements between rungs, clients seen once


def effects():
    """The effects of the covariates, as a model of a panel is asked for them."""
    named = {}
    for name, moves, _ in RATIOS:
        named.setdefault(name, []).append(moves)
    return named


def model():
    """The model from which the registrations are drawn."""
    ladder = md.ladder.state_space().space
    codes = [state.code for state in ladder.states]
    pair = ("truth", "registered")
    specification = {
        "space": ladder, "unit": "year",
        "effects": [{"covariate": name, "moves": [{"from": a, "to": b} for a, b in moves]} for name, moves, _ in RATIOS],
        "errors": {
            "allowed": [dict(zip(pair, error)) for error in ERRORS],
            "initial": [START[code] / sum(START.values()) for code in codes],
        },
    }  # fmt: skip
    rates = [RATES[move["from"], move.to] for move in ladder.moves]
    values = [math.log(number) for number in [*rates, *(ratio for _, _, ratio in RATIOS)]]
    values += [math.log(share / (1 - share)) for share in ERRORS.values()]
    note = "invented for an example"
    return md.multistate.Model({
        "specification": specification, "centres": [], "parameters": [{"value": value} for value in values],
        "provenance": {"kind": "illustrative", "note": {"nl": "bedacht voor een voorbeeld", "en": note}},
    })  # fmt: skip


def study(people=PEOPLE):
    """Who is seen when: about every half year, for five years at most; one in seven stops coming each year."""
    return {
        "people": people, "until": 5.0, "shortest": 0.2, "longest": 0.9, "dropout": 0.15, "origin": "2021-01-01",
        "start": [{"state": code, "people": share} for code, share in START.items()],
        "covariates": [{"covariate": "programme", "share": 0.5}, {"covariate": "south", "share": 0.45}],
    }  # fmt: skip


def drawn():
    """The registrations before they are made untidy: rows with client, date, rung, programme and south."""
    columns = {column.name: column["values"] for column in model().simulate(study(), seed=SEED).columns}
    names = ("person", "time", "state", "programme", "south")
    rows = [list(row) for row in zip(*(columns[name] for name in names))]
    # Everyone began on the same day: move the dates of each client by a number of days of their own.
    chance, later = random.Random(SEED), {}
    for row in rows:
        days = later.setdefault(row[0], int(chance.random() * 365))
        row[0] = f"SYNTHETIC-{int(row[0]):04}"
        row[1] = (datetime.date.fromisoformat(row[1]) + datetime.timedelta(days=days)).isoformat()
    return rows


def table():
    """The registrations as columns, untidy."""
    chance, rows = random.Random(SEED + 1), drawn()
    for number in range(1, DIRT["once"] + 1):
        rows.append([f"SYNTHETIC-once-{number}", f"2023-0{number}-15", "2", 0, 0])
    seen = [row for row in rows if row[2] in "123" and "once" not in row[0]]
    for row in _some(seen, DIRT["between"], chance):
        row[2] = "1-3"
    rows += [list(row) for row in _some(rows, DIRT["twice"], chance)]
    rows.sort(key=lambda row: chance.random())
    names = ("client", "date", "rung", "programme", "south")
    return {name: list(column) for name, column in zip(names, zip(*rows))}


def two_kinds():
    """Rungs of other invented clients, drawn against the Markov assumption: half of them move four times as fast as the
    other half, and nothing in the table says who. As a table with times in years since the first visit."""
    columns = {"client": [], "year": [], "rung": []}
    for kind, times in (("fast", 1.6), ("slow", 0.4)):
        rates = [(a, b, rate * times) for (a, b), rate in RATES.items()]
        model = md.multistate.Model.given([str(rung) for rung in range(1, 7)], rates)
        start = [{"state": code, "people": share} for code, share in START.items()]
        half = {"people": PEOPLE // 2, "times": [step / 2 for step in range(11)], "start": start}
        panel = {column.name: column["values"] for column in model.simulate(half, seed=SEED).columns}
        columns["client"] += [f"SYNTHETIC-{kind}-{name}" for name in panel["person"]]
        columns["year"] += panel["time"]
        columns["rung"] += panel["state"]
    return columns


def _some(rows, count, chance):
    places = set()
    while len(places) < count:
        places.add(int(chance.random() * len(rows)))
    return [rows[place] for place in sorted(places)]
