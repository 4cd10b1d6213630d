"""Computes reference cases through the installed package and compares them with what they expect.

``.venv/bin/python tests/reference.py CASE_DIR…`` prints one line a figure, then one line a case, and how many cases
passed. Without arguments it takes the cases beside it, and those of a folder ``shared`` beside the repository.
"""

import csv
import json
import sys
from pathlib import Path

import reference_distributions
import reference_linear
import reference_logistic
import reference_multistate
import reference_ordinal
import reference_reliability
import reference_scoring
import reference_structural

HERE = Path(__file__).resolve().parent
# Cases of others, read where they are and never part of this project.
BESIDE = HERE.parent.parent / "shared" / "cases"
# A kind of case: a function of the case and its rows that gives a function of the name of a figure.
KINDS = {
    "distributions": reference_distributions.figures,
    "latent": reference_structural.figures,
    "linear": reference_linear.figures,
    "logistic": reference_logistic.figures,
    "multistate": reference_multistate.figures,
    "ordinal": reference_ordinal.figures,
    "path": reference_structural.figures,
    "reliability": reference_reliability.figures,
    "scoring": reference_scoring.figures,
}


def rows(folder, case):
    """The rows of the data of a case, if it has any: numbers where a cell holds one, None where it is empty."""
    name = case.get("data", {}).get("rows")
    if name is None:
        return []
    with open(folder / name, newline="", encoding="utf-8") as file:
        return [{column: cell(text) for column, text in row.items()} for row in csv.DictReader(file)]


def cell(text):
    try:
        return float(text) if text else None
    except ValueError:
        return text


def compare(expected, ours):
    """The deviation of a figure and whether it is allowed."""
    reference = expected["value"]
    if ours is None or reference is None:
        return None, ours is None and reference is None
    deviation = abs(ours - reference)
    if expected.get("relative"):
        deviation /= abs(reference)
    return deviation, deviation <= expected.get("tolerance", 0)


def run_figure(case, expected, compute):
    """Prints the line of one figure; gives its verdict."""
    ours, deviation = None, None
    try:
        ours = compute(expected["figure"])
        # A finding has no value: it is there or it is not.
        deviation, allowed = compare(expected, ours) if "value" in expected else (None, ours is True)
        verdict = "ok" if allowed else "FAIL"
    except NotImplementedError:
        verdict = "UNSUPPORTED"
    numbers = (ours, expected.get("value"), deviation, expected.get("tolerance"))
    print(case["case"], expected["figure"], *("-" if number is None else number for number in numbers), verdict)
    return verdict


def unsupported(_):
    raise NotImplementedError


def refused(error):
    """The figures of a case that the package refuses: none but the finding that it did."""
    codes = {problem.code for problem in getattr(error, "problems", ())}

    def figure(name):
        what, _, code = name.partition(":")
        return code in codes if what == "finding" else float("nan")

    return figure


def run_case(folder):
    """Prints the lines of the figures of a case; gives the line of the case and whether it passed."""
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    refusal = ""
    try:
        compute = KINDS.get(case["kind"], lambda *_: unsupported)(case, rows(folder, case))
    except ValueError as error:  # also what the package raises when it refuses
        # A sentence about every row of a table can be long.
        compute, refusal = refused(error), f" ({str(error)[:200]})"
    verdicts = [run_figure(case, expected, compute) for expected in case["expect"]]
    counts = ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in ("ok", "FAIL", "UNSUPPORTED"))
    passed = bool(verdicts) and set(verdicts) == {"ok"}
    return f"{case['case']} ({case['kind']}): {counts}{refusal}", passed


def main(arguments):
    folders = [Path(argument) for argument in arguments]
    if not folders:
        folders = [path.parent for path in sorted(HERE.glob("cases/*/case.json"))]
        if BESIDE.exists():
            own = {folder.name for folder in folders}
            found = [path.parent for path in sorted(BESIDE.glob("*/*/case.json"))]
            folders += [folder for folder in found if folder.name not in own]
        else:
            print("left out: there is no folder `shared` beside the repository")
    results = [run_case(folder) for folder in folders]
    for line, _ in results:
        print(line)
    passed = sum(passed for _, passed in results)
    print(f"{passed} passed, {len(results) - passed} failed")
    return int(passed < len(results) or not results)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
