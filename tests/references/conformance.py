"""Writes tests/references/conformance.json: what pm4py says of logs beside the roadmap of `road.py`.

Token-based replay says which traces fit; optimal alignments say how far the others are. Run in an environment of its own,
`pip install -r tests/references/requirements.txt`: pm4py is no part of the tests.
"""

import json
import os
from pathlib import Path

import pm4py
from road import ROADMAP, frame, log, net

OUT = Path(__file__).with_name("conformance.json")
LOGS = [(100, 20, 0.0, 1), (100, 20, 0.02, 2), (60, 12, 0.1, 3), (40, 8, 0.4, 4)]  # cases, events, noise, seed


def main():
    os.environ["TQDM_DISABLE"] = "1"
    traces = [steps for one in LOGS for steps in log(*one)]
    table, model = frame(traces), net()
    replayed = pm4py.conformance_diagnostics_token_based_replay(table, *model)
    aligned = pm4py.conformance_diagnostics_alignments(table, *model)
    rows = []
    for steps, replay, alignment in zip(traces, replayed, aligned, strict=True):
        # pm4py counts 10,000 for a step to add or an event to leave out, and 1 or less for silent moves.
        repairs = alignment["cost"] // 10_000
        rows.append({"steps": steps, "fits": bool(replay["trace_is_fit"]), "cost": repairs, "fitness": alignment["fitness"]})
    text = ",\n    ".join(json.dumps(row) for row in rows)
    name = f"pm4py {pm4py.__version__}: token-based replay, alignments"
    head = f'"reference": {json.dumps(name)},\n  "roadmap": {json.dumps(ROADMAP)}'
    OUT.write_text(f'{{\n  {head},\n  "traces": [\n    {text}\n  ]\n}}\n')
    agree = sum(row["fits"] == (row["cost"] == 0) for row in rows)
    print(f"{len(rows)} traces; replay and alignments agree on {agree}; {sum(row['fits'] for row in rows)} fit")


if __name__ == "__main__":
    main()
