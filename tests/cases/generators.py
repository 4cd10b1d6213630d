"""Writes the cases `generator-*`: transition probabilities and times spent of hard generators, in 80-digit arithmetic.

    python tests/cases/generators.py
"""

import json
from pathlib import Path

from mpmath import expm, matrix, mp, mpf

mp.dps = 80

GENERATORS = {
    "stiff": (
        "rates from 1e-4 to 1e3",
        4,
        {"1-2": 1e-4, "2-1": 1e3, "2-3": 3.0, "3-2": 0.02, "3-4": 250.0, "4-3": 7e-4},
        [0.001, 0.5, 40.0],
    ),
    "nearly-defective": (
        "five states in a row, rates that differ by less than 1e-9, and a way back that hardly happens",
        5,
        {"1-2": 0.7, "2-3": 0.7000000003, "3-4": 0.6999999996, "4-5": 0.7000000001, "5-1": 1e-12},
        [0.01, 3.0, 90.0],
    ),
    "ladder-one-day": (
        "a ladder of seven rungs after a day: probabilities down to 1e-22",
        7,
        {f"{a}-{a + 1}": 0.3 + 0.1 * a for a in range(1, 7)} | {f"{a + 1}-{a}": 0.9 / a for a in range(1, 7)},
        [1 / 365.25, 2.0],
    ),
}


def figures(size, rates, times):
    """P(t), and its integral from the exponential of a matrix twice as large."""
    generator = matrix(size, size)
    for name, rate in rates.items():
        start, end = (int(code) - 1 for code in name.split("-"))
        generator[start, end] += mpf(rate)
        generator[start, start] -= mpf(rate)
    for time in times:
        double = matrix(2 * size, 2 * size)
        double[:size, :size] = generator
        for state in range(size):
            double[state, size + state] = 1
        result = expm(double * mpf(time), method="taylor")
        for start in range(size):
            for end in range(size):
                yield f"p:{time!r}:{start + 1}-{end + 1}", float(result[start, end])
                yield f"totlos:{start + 1}:{end + 1}:{time!r}", float(result[start, size + end])


for name, (about, size, rates, times) in GENERATORS.items():
    case = {
        "case": f"generator-{name}",
        "kind": "multistate",
        "about": f"given intensities, no data: {about}",
        "reference": "80-digit arithmetic (mpmath)",
        "licence": "made for this project; may be copied",
        "data": {},
        "model": {"states": list(range(1, size + 1)), "intensities": rates},
        "expect": [
            {"figure": figure, "value": value, "tolerance": 1e-10, "relative": True}
            for figure, value in figures(size, rates, times)
        ],
    }
    folder = Path(__file__).parent / case["case"]
    folder.mkdir(exist_ok=True)
    text = json.dumps(case, indent=1).replace("{\n   ", "{").replace(",\n   ", ", ").replace("\n  }", "}")
    (folder / "case.json").write_text(text + "\n")
