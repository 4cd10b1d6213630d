"""Fitting a multi-state model with a covariate on ten moves, side by side: meedoen and R's msm; and counting transitions
beside polars.

Run from the root of the project, after `make build`: `.venv/bin/python benches/multistate.py`. msm comes with Debian's
`r-base-core` and `r-cran-msm`; where it is missing it is skipped with a message. Both fit the same panel, with standard
errors, and the script checks that meedoen's likelihood is at least as high before it prints a ratio.

`--count` counts a million transitions, checks that polars counts the same, and prints both times and the memory that was
taken in multiples of the input. `--cost chart.png` fits panels with more and more distinct pairs of interval and covariates,
prints the time of one iteration for each and draws it.
"""

import argparse
import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import meedoen as md
import numpy as np

RATES = {(1, 2): 0.6, (2, 3): 0.45, (3, 4): 0.35, (4, 5): 0.25, (5, 6): 0.2,
         (2, 1): 0.3, (3, 2): 0.3, (4, 3): 0.25, (5, 4): 0.2, (6, 5): 0.12}  # fmt: skip
UP, DOWN, YEARS, INTERVALS = 1.5, 0.8, 3.0, 5
DESIGNS = ("grid", "days", "continuous")


def panel(people, design, seed=1):
    """People on six rungs, half of them in a programme that raises the rates up and lowers those down; synthetic."""
    draw = np.random.default_rng(seed)
    programme = draw.random(people) < 0.5
    times = visits(draw, people, design)
    states = np.empty(times.shape, np.int64)
    states[:, 0] = draw.integers(1, 7, people)
    for visit in range(1, times.shape[1]):
        length = times[:, visit] - times[:, visit - 1]
        states[:, visit] = moved(draw, states[:, visit - 1].copy(), length, programme)
    width = times.shape[1]
    return {
        "person": np.repeat(np.arange(people), width), "time": times.ravel(), "state": states.ravel(),
        "programme": np.repeat(programme, width).astype(float),
    }  # fmt: skip


def visits(draw, people, design):
    if design == "grid":
        gaps = draw.integers(1, 6, (people, INTERVALS)) / 4
    elif design == "days":
        gaps = draw.integers(30, 400, (people, INTERVALS)) / 365.25
    else:
        gaps = draw.uniform(0.08, 1.1, (people, INTERVALS))
    return np.concatenate([np.zeros((people, 1)), gaps.cumsum(axis=1)], axis=1)


def moved(draw, state, left, programme):
    """Where people are after the time that is left, move by move."""
    going = np.arange(len(state))
    while len(going):
        at, treated = state[going], programme[going]
        up = np.array([RATES.get((s, s + 1), 0) for s in range(1, 7)])[at - 1] * np.where(treated, UP, 1)
        down = np.array([RATES.get((s, s - 1), 0) for s in range(1, 7)])[at - 1] * np.where(treated, DOWN, 1)
        left[going] -= draw.exponential(1 / (up + down))
        going, up, down = (x[left[going] > 0] for x in (going, up, down))
        state[going] += np.where(draw.random(len(going)) < up / (up + down), 1, -1)
    return state


def with_meedoen(frame, repeats):
    def fit():
        whole = md.multistate.Panel(
            frame, id="person", time="time", state="state", covariates=["programme"], unit="year",
            states=[1, 2, 3, 4, 5, 6], moves=list(RATES))  # fmt: skip
        return whole.fit(covariates={"programme": "all"})

    times = []
    for _ in range(repeats):
        start = time.process_time()
        result = fit()
        times.append(time.process_time() - start)
    return min(times), result.minus2ll


def with_msm(columns):
    if shutil.which("Rscript") is None:
        return None
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write(",".join(columns) + "\n")
        for row in zip(*(column.tolist() for column in columns.values())):
            file.write(",".join(map(repr, row)) + "\n")
        file.flush()
        script = Path(__file__).with_suffix(".R")
        run = subprocess.run(["Rscript", script, file.name], capture_output=True, text=True)
    if run.returncode:
        print(f"msm did not fit it: {run.stderr.strip().splitlines()[-1]}")
        return None
    seconds, minus2ll = map(float, run.stdout.split()[-2:])
    return seconds, minus2ll


def count(people=200_000, repeats=5):
    """A million transitions: from a table of visits to counts by from and to."""
    import polars as pl

    columns = panel(people, "days")
    frame = pl.DataFrame({name: columns[name] for name in ("person", "time", "state")})

    def ours():
        whole = md.multistate.Panel(
            frame, id="person", time="time", state="state", unit="year", states=[1, 2, 3, 4, 5, 6], moves=list(RATES))
        return whole.tables().tables[0]

    def theirs():
        following = pl.col("state").shift(-1).over("person", order_by="time").alias("to")
        pairs = frame.select("state", following).drop_nulls()
        return pairs.group_by("state", "to").len().sort("state", "to")

    times = {}
    for name, counted in ("meedoen", ours), ("polars", theirs):
        spent = []
        for _ in range(repeats):
            start, cpu = time.perf_counter(), time.process_time()
            result = counted()
            spent.append((time.perf_counter() - start, time.process_time() - cpu))
        times[name] = {"seconds": min(one[0] for one in spent), "cpu_seconds": min(one[1] for one in spent)}
        if name == "meedoen":
            rows = enumerate(result.counts, 1)
            found = {(str(i), str(j)): n for i, row in rows for j, n in enumerate(row, 1) if n}
    expected = {(str(start), str(end)): number for start, end, number in theirs().iter_rows()}
    assert found == expected, "the counts differ"
    ratio = times["polars"]["seconds"] / times["meedoen"]["seconds"]
    print(json.dumps({"transitions": sum(expected.values()), **times, "ratio": ratio, "memory": memory(ours, frame)}))


def memory(work, frame):
    """The most memory that a piece of work takes beside what was there, in multiples of the input."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None

    def read(field):
        return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith(field))

    Path("/proc/self/clear_refs").write_text("5")
    before = read("VmRSS:")
    work()
    return (read("VmHWM:") - before) / frame.estimated_size()


def cpu(work, repeats=5):
    """The least CPU time of a piece of work, in seconds."""
    spent = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def cost(file):
    """The time of one iteration by the number of distinct pairs of interval and covariates."""
    points = []
    for distinct in (50, 100, 200, 400, 800, 1600):
        columns = panel(20_000, "continuous")
        # Intervals take one of so many lengths; the covariate doubles the pairs. The lengths are multiples of a power of
        # two, so that they come back exactly as differences of times.
        lengths = np.round(np.linspace(0.08, 1.1, distinct) * 2**16) / 2**16
        gaps = np.diff(columns["time"].reshape(-1, INTERVALS + 1), axis=1)
        gaps = lengths[((gaps - 0.08) / 1.02 * (distinct - 1)).round().astype(int).clip(0, distinct - 1)]
        columns["time"] = np.concatenate([np.zeros((len(gaps), 1)), gaps.cumsum(axis=1)], axis=1).ravel()
        whole = md.multistate.Panel(
            columns, id="person", time="time", state="state", covariates=["programme"], unit="year",
            states=[1, 2, 3, 4, 5, 6], moves=list(RATES))
        fit = whole.fit(covariates={"programme": "all"})
        # The likelihood at a given model takes the counting and one score: what a fit takes more are its iterations.
        once = cpu(lambda: whole.likelihood(fit.model))
        milliseconds = 1000 * (cpu(lambda: whole.fit(covariates={"programme": "all"})) - once) / fit.iterations
        points.append({"pairs": 2 * distinct, "milliseconds": milliseconds, "counting_and_one_score": 1000 * once})
        print(json.dumps(points[-1]), flush=True)
    slope, fixed = np.polyfit([one["pairs"] for one in points], [one["milliseconds"] for one in points], 1)
    print(json.dumps({"microseconds_a_pair": 1000 * slope, "milliseconds_beside": fixed}))
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json", "width": 420, "height": 260,
        "title": "Time of one iteration by distinct pairs of interval and covariates",
        "data": {"values": points}, "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "pairs", "type": "quantitative", "title": "distinct pairs"},
            "y": {"field": "milliseconds", "type": "quantitative", "title": "milliseconds of CPU"},
        },
    }
    import vl_convert

    Path(file).write_bytes(vl_convert.vegalite_to_png(spec, scale=2))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=10_000)
    options.add_argument("--designs", nargs="+", choices=DESIGNS, default=DESIGNS)
    options.add_argument("--repeats", type=int, default=5)
    options.add_argument("--no-peer", action="store_true", help="time meedoen alone")
    options.add_argument("--count", action="store_true", help="count a million transitions beside polars, and stop")
    options.add_argument("--cost", metavar="FILE", help="draw the time of an iteration in this PNG, and stop")
    chosen = options.parse_args()
    if chosen.count:
        return count()
    if chosen.cost:
        return cost(chosen.cost)
    import polars as pl

    for design in chosen.designs:
        columns = panel(chosen.people, design)
        seconds, minus2ll = with_meedoen(pl.DataFrame(columns), chosen.repeats)
        line = {"people": chosen.people, "design": design, "meedoen_cpu_seconds": seconds, "minus2ll": minus2ll}
        peer = None if chosen.no_peer else with_msm(columns)
        if peer is not None:
            assert minus2ll <= peer[1] + 1e-6, f"msm's likelihood is higher: {peer[1]} against {minus2ll}"
            line |= {"msm_cpu_seconds": peer[0], "msm_minus2ll": peer[1], "ratio": peer[0] / seconds}
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
