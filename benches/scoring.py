"""Scoring a million people on 28 items, side by side: meedoen, numpy, polars and pandas.

Run from the root of the project, after `make build`: `.venv/bin/python benches/scoring.py`. Peers that are not
installed are skipped with a message. Every way gives the same scores; the script checks that before it times them.
"""

import argparse
import json
import time

import meedoen as md
import numpy as np

SCALES, ITEMS, POINTS, NEEDED = 7, 4, 5, 2
NAMES = [[f"s{scale}_{item}" for item in range(ITEMS)] for scale in range(SCALES)]
FLAT = [name for scale in NAMES for name in scale]


def instrument():
    """Seven scales of four items on 1 to 5, the last of each reverse-keyed, half rule."""
    both = {"nl": "proef", "en": "trial"}
    items = [{"id": name, "text": both, "reverse": name.endswith("_3")} for name in FLAT]
    scales = [{"id": f"s{n}", "label": both, "parts": [{"item": i} for i in names]} for n, names in enumerate(NAMES)]
    return md.measure.Instrument({
        "schema_version": 1, "id": "bench", "version": "1", "title": both,
        "provenance": {"kind": "illustrative", "note": both},
        "scale": {"min": 1, "max": POINTS}, "missing_rule": "half", "items": items, "scales": scales,
    })


def answers(rows, share_missing, seed=1):
    """Whole answers 1 to 5, column by column, 0 where one is missing."""
    draw = np.random.default_rng(seed)
    table = draw.integers(1, POINTS + 1, (len(FLAT), rows), dtype=np.int8)
    table[draw.random(table.shape) < share_missing] = 0
    return table


def with_numpy(table):
    """Looks each answer up in a table of keyed values: the quickest way we know in numpy."""
    keyed = np.array([0, *range(1, POINTS + 1)], np.int8)
    mirrored = np.array([0, *range(POINTS, 0, -1)], np.int8)
    scores = np.empty((SCALES, table.shape[1]))
    for scale in range(SCALES):
        total = np.zeros(table.shape[1], np.int8)
        valid = np.zeros(table.shape[1], np.int8)
        for item in range(ITEMS):
            column = table[scale * ITEMS + item]
            total += (mirrored if item == ITEMS - 1 else keyed)[column]
            valid += column != 0
        with np.errstate(divide="ignore", invalid="ignore"):
            scores[scale] = total / valid
        scores[scale][valid < NEEDED] = np.nan
    return scores


def with_polars(frame):
    import polars as pl

    def score(names):
        columns = [(POINTS + 1 - pl.col(name)) if name.endswith("_3") else pl.col(name) for name in names]
        valid = pl.sum_horizontal(*(pl.col(name).is_not_null().cast(pl.Int8) for name in names))
        return pl.when(valid >= NEEDED).then(pl.sum_horizontal(*columns) / valid)

    return frame.select(score(names).alias(f"s{n}") for n, names in enumerate(NAMES))


def with_pandas(frame):
    import pandas as pd

    keyed = frame.copy()
    mirrored = [name for name in FLAT if name.endswith("_3")]
    keyed[mirrored] = POINTS + 1 - keyed[mirrored]
    means = {}
    for n, names in enumerate(NAMES):
        part = keyed[names]
        means[f"s{n}"] = part.mean(axis=1).where(part.notna().sum(axis=1) >= NEEDED)
    return pd.DataFrame(means)


def least(function, repeats):
    """The least CPU time of several runs: what the work takes when nothing else disturbs it."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        function()
        times.append(time.process_time() - start)
    return min(times)


def contestants(table):
    """Name, what to run, and how to turn its result into an array; each is given the data as it likes them best."""
    scale = instrument()
    yield "numpy, int8 and lookup", lambda: with_numpy(table), np.asarray
    try:
        import polars as pl

        frame = pl.DataFrame({name: column for name, column in zip(FLAT, table)})
        frame = frame.with_columns(pl.all().replace(0, None))
        yield "meedoen, polars int8", lambda: scale.score(frame), lambda f: f.to_numpy().T
        wide = frame.cast(pl.Int64)
        yield "meedoen, polars int64", lambda: scale.score(wide), lambda f: f.to_numpy().T
        yield "polars int8", lambda: with_polars(frame), lambda f: f.to_numpy().T
    except ImportError:
        print("polars is not installed: skipped")
    try:
        import pandas as pd

        floats = pd.DataFrame({name: np.where(column == 0, np.nan, column) for name, column in zip(FLAT, table)})
        yield "meedoen, pandas float64", lambda: scale.score(floats), lambda f: f.to_numpy().T
        yield "pandas float64", lambda: with_pandas(floats), lambda f: f.to_numpy().T
    except ImportError:
        print("pandas is not installed: skipped")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--missing", type=float, default=0.03)
    options.add_argument("--repeats", type=int, default=7)
    chosen = options.parse_args()
    table = answers(chosen.rows, chosen.missing)
    expected, times = with_numpy(table), {}
    for name, run, array in contestants(table):
        assert np.allclose(array(run()), expected, equal_nan=True, rtol=0, atol=1e-12), f"{name} differs"
        times[name] = least(run, chosen.repeats)
    peers = {name: seconds for name, seconds in times.items() if not name.startswith("meedoen")}
    best = min(peers, key=peers.get)
    print(f"{chosen.rows} rows x {len(FLAT)} items, {chosen.missing:.0%} missing; CPU seconds, least of {chosen.repeats}")
    for name, seconds in times.items():
        ratio = "" if name in peers else f"  {peers[best] / seconds:5.2f} x as fast as the best peer ({best})"
        print(f"{name:26} {seconds:8.4f}{ratio}")
    print(json.dumps({"rows": chosen.rows, "missing": chosen.missing, "cpu_seconds": times}))


if __name__ == "__main__":
    main()
