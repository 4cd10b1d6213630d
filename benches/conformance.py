"""Ten thousand traces of twenty events beside a roadmap, side by side: meedoen, pm4py's token replay and its alignments.

Run from the root of the project, after `make build`, in an environment with meedoen, polars and what
`tests/references/requirements.txt` names: `python benches/conformance.py`. Nearly every trace is a variant of its own, so
that no cache helps. Before it times anything the script checks that both say the same of every trace that fits.
"""

import argparse
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/references"))

import meedoen as md
from road import ROADMAP, frame, log, net


def quickest(run, times):
    """The shortest wall time of some runs, and what the last one gave."""
    best, found = float("inf"), None
    for _ in range(times):
        begin = time.perf_counter()
        found = run()
        best = min(best, time.perf_counter() - begin)
    return best, found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--alignments", type=int, default=100, help="traces that pm4py aligns, which takes it long")
    wanted = parser.parse_args()
    os.environ["TQDM_DISABLE"] = "1"
    import pm4py

    traces = log(wanted.cases, 20, 0.1)
    table, model = frame(traces), net()
    events = len(table)
    print(f"{len(traces)} traces, {events} events, {len(set(map(tuple, traces)))} variants")
    ours = table.rename(columns={"case:concept:name": "case", "concept:name": "step"})[["case", "step"]]

    own, (cases, deviations) = quickest(lambda: md.conformance.check_table(ours, ROADMAP, case="case", step="step"), 5)
    print(f"meedoen, every deviation of every trace: {own:.3f} s, {events / own / 1e6:.2f} M events/s")
    replay, found = quickest(lambda: pm4py.conformance_diagnostics_token_based_replay(table, *model), 1)
    assert [one["trace_is_fit"] for one in found] == list(cases["follows"]), "not the same traces fit"
    print(f"pm4py, token replay: {replay:.2f} s, {events / replay / 1e3:.1f} k events/s: {replay / own:.0f} times as long")
    some = table[table["case:concept:name"].astype(int) < wanted.alignments]
    align, found = quickest(lambda: pm4py.conformance_diagnostics_alignments(some, *model), 1)
    assert [one["cost"] // 10_000 for one in found] == list(cases["cost"])[: wanted.alignments], "not the same costs"
    whole = align / wanted.alignments * len(traces)
    print(f"pm4py, alignments: {align:.2f} s for {wanted.alignments} traces: {whole / own:.0f} times as long")


if __name__ == "__main__":
    main()
