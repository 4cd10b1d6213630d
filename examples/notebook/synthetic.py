"""SYNTHETIC data: 500 invented people answer the built-in questionnaire on looking for work.

Nobody in `intake.csv` exists and no real answer was used. Run this file to write the table again: the seed is
`SEED`, and the same seed gives the same file, byte for byte, on every computer. For that reason the only random
source is `random.Random.random`, which Python promises never to change, and nothing is taken from a library.

How the answers come about (a choice for this example, not an estimate of anything): everybody has one hidden value
for willing, one for being able, and one for each of the seven determinants, which also depends on the district. An
answer is that value plus chance, in five steps. About 3 % of the answers are missing: left empty, or code 9.
In one district the last page of the form was lost for some people, so that nothing is known of practical barriers.
"""

import csv
import datetime
import io
import random
from pathlib import Path

SEED = 2026
PEOPLE = 500
PATH = Path(__file__).with_name("intake.csv")

# District: share of the people, and what differs there. The names are invented too.
DISTRICTS = {
    "Noord": (0.28, {"eff": -0.55, "con": -0.15}),
    "Oost": (0.22, {"con": 0.25, "bar": 0.10}),
    "Zuid": (0.24, {"con": -0.60, "bar": 0.35, "reg": -0.15}),
    "West": (0.23, {"ski": -0.50, "att": 0.10}),
    "Haveneiland": (0.03, {"soc": -0.20}),
}
# Determinant: its average, how much willing or being able weighs in it, and its reversed items.
DETERMINANTS = {
    "att": (0.25, "willing", {2, 3, 6}),
    "eff": (0.05, "willing", {3, 6}),
    "soc": (0.30, "willing", set()),
    "ski": (0.15, "able", {2, 6}),
    "reg": (0.05, "able", {3, 6}),
    "con": (-0.05, "able", {2, 3, 4}),
    "bar": (-0.45, "able", set()),
}
ITEMS = [
    item
    for name in DETERMINANTS
    for number in range(1, 7)
    for item in ((f"soc_op_{number}", f"soc_imp_{number}") if name == "soc" else (f"{name}_{number}",))
]
COLUMNS = ["client", "district", "intake_date", *ITEMS]


def people():
    """The rows of the table, each a dict; a missing answer is empty or 9."""
    chance = random.Random(SEED)
    return [_person(chance, number) for number in range(1, PEOPLE + 1)]


def text():
    """The table as the text of a CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(people())
    return out.getvalue()


def _person(chance, number):
    district = _district(chance.random())
    day = datetime.date(2026, 1, 5) + datetime.timedelta(days=int(chance.random() * 270))
    day -= datetime.timedelta(days=max(0, day.weekday() - 4))  # no intake at the weekend
    general = {"willing": _normal(chance), "able": _normal(chance)}
    row = {"client": f"SYNTHETIC-{number:03}", "district": district, "intake_date": day.isoformat()}
    for name, (average, side, turned) in DETERMINANTS.items():
        shift = DISTRICTS[district][1].get(name, 0)
        sign = -1 if name == "bar" else 1  # more barriers is less able
        hidden = average + shift + sign * 0.45 * general[side] + 0.6 * _normal(chance)
        weight = 0.5 + 0.7 * _normal(chance)  # how much someone cares for the opinions of others
        skipped = chance.random() < (0.3 if (name, district) == ("bar", "Oost") and day.month < 6 else 0.012)
        for item in range(1, 7):
            value = hidden + 0.8 * _normal(chance)
            answer = _step(-value if item in turned else value)
            care = _step(weight + 0.6 * _normal(chance))
            if name == "soc":
                row[f"soc_op_{item}"] = _given(chance, answer, skipped)
                row[f"soc_imp_{item}"] = _given(chance, care, skipped)
            else:
                row[f"{name}_{item}"] = _given(chance, answer, skipped)
    return row


def _district(share):
    for name, (part, _) in DISTRICTS.items():
        share -= part
        if share < 0:
            return name
    return name


def _given(chance, answer, skipped):
    luck = chance.random()
    if skipped or luck < 0.007:
        return ""
    return 9 if luck < 0.015 else answer


def _step(value):
    """One of five answers; the middle one stands for about nothing."""
    return 1 + sum(value > bound for bound in (-1.2, -0.4, 0.4, 1.2))


def _normal(chance):
    """About normal: twelve uniform numbers need no function that differs between computers."""
    return sum(chance.random() for _ in range(12)) - 6


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8", newline="")
    print(f"{PATH.name}: {PEOPLE} synthetic people, {len(ITEMS)} items, seed {SEED}")
