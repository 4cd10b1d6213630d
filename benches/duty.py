"""The duty of the tegenprestatie for a million people, side by side: meedoen, numpy and OpenFisca on the same rules.

Run from the root of the project, after `make build`: `.venv/bin/python benches/duty.py`. Peers that are not installed are
skipped with a message; OpenFisca is `openfisca-core` on PyPI. Every way gives the same decisions; the script checks that
before it times them. Everything is known of everybody: the peers have no value for what is not known. A second line
times meedoen with three in ten answers unknown, which no peer can do.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import meedoen as md
import numpy as np
from meedoen import _meedoen

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from people import BENEFITS, columns, made_up  # noqa: E402

DATE = "2020-05-01"
CODES = [term.code for term in md.tegenprestatie.statuses()]
OUTSIDE, NOT_APPLICABLE, EXEMPTION, HOLDS, NOT_KNOWN = (
    CODES.index(code) for code in ("outside-scope", "not-applicable", "exemption-possible", "holds", "not-known")
)
INPUTS = [question.input for question in md.tegenprestatie.questions(DATE)]


def conditions(get):
    """The rules of article 9 for part c in 2020, in order; `get` gives a column."""
    age, benefit = get("age"), get("benefit")
    return [
        ((age < 18) | ((age >= 65) & get("pension_age_reached")) | (benefit == BENEFITS.index("other")), OUTSIDE),
        ((benefit == BENEFITS.index("ioaw")) | (benefit == BENEFITS.index("ioaz")), NOT_KNOWN),
        (get("fully_incapacitated") | (get("single_parent") & get("parent_exemption_held")), NOT_APPLICABLE),
        (
            get("urgent_reason")
            | (get("care_tasks") & ~get("care_fits_support"))
            | (get("informal_care") & get("ordinance_exempts_informal_care"))
            | (get("reintegration_track") & get("ordinance_exempts_reintegration"))
            | (get("part_time_work") & get("ordinance_exempts_part_time_work")),
            EXEMPTION,
        ),
    ]


def decide(get):
    """The decision of each person, written by hand in numpy: the last rule first, each earlier one over it."""
    rules = conditions(get)
    decided = np.full(len(get("age")), HOLDS, np.int8)
    for holds, code in reversed(rules):
        decided[holds] = code
    return decided


def openfisca():
    """The same rules as a variable of OpenFisca: gives a function that builds a simulation of people."""
    from openfisca_core import entities, periods, simulation_builder, taxbenefitsystems, variables

    person = entities.build_entity(key="person", plural="persons", label="", is_person=True)
    system = taxbenefitsystems.TaxBenefitSystem([person])

    def variable(name, kind, **more):
        fields = {"value_type": kind, "entity": person, "definition_period": periods.DateUnit.MONTH, "label": name, **more}
        system.add_variable(type(name, (variables.Variable,), fields))

    for name in INPUTS:
        variable(name, {"age": float, "benefit": int}.get(name, bool))

    def formula(individual, period):
        return decide(lambda name: individual(name, period))

    variable("decision", int, formula=formula)

    def simulate(people):
        built = simulation_builder.SimulationBuilder()
        simulation = built.build_default_simulation(system, count=len(people["age"]))
        for name in INPUTS:
            simulation.set_input(name, "2020-05", people[name])
        return simulation

    return simulate


def calculate(simulation):
    simulation.delete_arrays("decision")
    return simulation.calculate("decision", "2020-05")


def one_person(simulate, repeats, tries=200):
    """Seconds for one person from facts to an answer, by name; that of meedoen has its reasons, the peer's a code."""
    facts = {name: False for name in INPUTS if name not in ("age", "benefit")}
    facts |= {"age": 40, "benefit": "social-assistance"}
    ways = {"meedoen, with reasons": lambda: md.tegenprestatie.duty(facts, date=DATE)}
    question = {"date": DATE, "facts": facts}
    ways["meedoen, explained"] = lambda: md.tegenprestatie.explain(question)
    # What the library itself takes, without the objects that Python makes of the answer.
    text = json.dumps({"question": question, "audience": "person"})
    ways["meedoen, explained as JSON"] = lambda: _meedoen.call("tegenprestatie.explain", text)
    if simulate:
        typed = {name: np.array([float(value) if name == "age" else value]) for name, value in facts.items()}
        typed["benefit"] = np.array([BENEFITS.index(facts["benefit"])])
        ways["OpenFisca, no reasons"] = lambda: calculate(simulate(typed))
    return {name: least(lambda: [way() for _ in range(tries)], repeats) / tries for name, way in ways.items()}


def least(function, repeats):
    """The least CPU time of several runs: what the work takes when nothing else disturbs it."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        function()
        times.append(time.process_time() - start)
    return min(times)


def chosen_of(table):
    return table["outcome"].combine_chunks().indices.to_numpy()


def contestants(rows, simulate):
    """Name, what to run, and how to turn its result into an array; each is given the data as it likes them best."""
    people = made_up(rows, unknown=0)
    typed = {name: people[name].astype({"age": float, "benefit": np.int8}.get(name, bool)) for name in INPUTS}
    yield "numpy, by hand", lambda: decide(typed.__getitem__), np.asarray
    arrow = columns({name: people[name] for name in INPUTS})
    yield "meedoen, Arrow", lambda: md.tegenprestatie.duty_table(arrow, date=DATE), chosen_of
    if simulate:
        simulation = simulate(typed)
        yield "OpenFisca, calculate", lambda: calculate(simulation), np.asarray
    unknown = columns({name: values for name, values in made_up(rows).items() if name in INPUTS})
    yield "meedoen, 3 in 10 unknown", lambda: md.tegenprestatie.duty_table(unknown, date=DATE), None


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--repeats", type=int, default=7)
    chosen = options.parse_args()
    try:
        simulate = openfisca()
    except ImportError:
        simulate = None
        print("openfisca-core is not installed: skipped")
    times, expected = {}, None
    for name, run, array in contestants(chosen.rows, simulate):
        if array:
            decided = array(run())
            expected = decided if expected is None else expected
            assert np.array_equal(decided, expected), f"{name} differs"
        times[name] = least(run, chosen.repeats)
    print(f"{chosen.rows} people, {len(INPUTS)} inputs, part c in 2020; CPU seconds, least of {chosen.repeats}")
    own = times["meedoen, Arrow"]
    for name, seconds in times.items():
        ratio = "" if name.startswith("meedoen") else f"  {seconds / own:5.2f} x what meedoen takes"
        print(f"{name:26} {seconds:8.4f}  {seconds / chosen.rows * 1e6:7.4f} µs a person{ratio}")
    print("one person through Python, facts in and answer out; in Rust: `cargo bench -p meedoen-benches --bench duty`")
    singly = one_person(simulate, chosen.repeats)
    for name, seconds in singly.items():
        ratio = "" if name.startswith("meedoen") else f"  {seconds / singly['meedoen, with reasons']:5.2f} x what meedoen takes"
        print(f"{name:26} {seconds * 1e6:8.1f} µs{ratio}")
    print(json.dumps({"rows": chosen.rows, "inputs": len(INPUTS), "cpu_seconds": times, "one_person": singly}))


if __name__ == "__main__":
    main()
