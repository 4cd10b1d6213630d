"""A roadmap, the same road as a Petri net, and logs that more or less follow it: for references and benchmarks."""

import random


def label(text):
    return {"nl": text, "en": text}


def stage(id, steps, following, **ends):
    return {"id": id, "label": label(id), "steps": steps, "next": following, **ends}


# Two steps in any order, a step that repeats, one that can be skipped, ways back and an early end.
ROADMAP = {
    "schema_version": 1, "id": "bench", "title": label("bench"),
    "steps": [{"id": step, "label": label(step)} for step in
              ("theme", "listen", "partners", "agree", "design", "check", "produce", "evaluate", "close")],
    "stages": [
        stage("start", [{"step": "theme"}], ["explore"], starts=True),
        stage("explore", [{"step": "listen"}, {"step": "partners"}], ["agreement"]),
        stage("agreement", [{"step": "agree"}], ["co-design", "end"]),
        stage("co-design", [{"step": "design", "repeats": True}, {"step": "check", "needed": False}], ["co-production"]),
        stage("co-production", [{"step": "produce"}], ["evaluation"]),
        stage("evaluation", [{"step": "evaluate"}], ["explore", "co-design", "end"]),
        stage("end", [{"step": "close"}], [], ends=True),
    ],
}  # fmt: skip


def runs(draw, length):
    """Steps of a walk along the road, about so many."""
    explore, design = ["listen", "partners"], ["design", "check"]
    steps, at = ["theme"], "explore"
    while len(steps) < length:
        if at == "explore":
            steps += draw.sample(explore, 2) + ["agree"]
            at = "co-design"
        else:
            own = ["design"] * draw.choice([1, 1, 2]) + ["check"] * draw.choice([0, 1])
            draw.shuffle(own)
            steps += own + ["produce", "evaluate"]
            at = draw.choice(["explore", "co-design"])
    return steps + ["close"]


def log(cases, events, noise, seed=1):
    """Cases of so many events; in each step something is amiss with probability `noise`."""
    draw = random.Random(seed)
    names = [step["id"] for step in ROADMAP["steps"]]
    traces = []
    while len(traces) < cases:
        steps = []
        for step in runs(draw, events):
            amiss = draw.random()
            if amiss < noise / 2:
                continue
            steps.append(draw.choice(names) if amiss < noise else step)
        if len(steps) >= events:
            traces.append(steps[: events - 1] + [steps[-1]])
    return traces


def net():
    """The road as a Petri net of pm4py: one transition a step, silent ones to split, join, skip, repeat and go on."""
    from pm4py.objects.petri_net.obj import Marking, PetriNet
    from pm4py.objects.petri_net.utils.petri_utils import add_arc_from_to as arc

    made, count = PetriNet("bench"), iter(range(10_000))

    def place(name):
        found = PetriNet.Place(name)
        made.places.add(found)
        return found

    def transition(name, sources, targets):
        found = PetriNet.Transition(f"t{next(count)}", name)
        made.transitions.add(found)
        for source in sources:
            arc(source, found, made)
        for target in targets:
            arc(found, target, made)

    source, sink = place("source"), place("sink")
    doors = {one["id"]: (place(f"{one['id']} in"), place(f"{one['id']} out")) for one in ROADMAP["stages"]}
    for one in ROADMAP["stages"]:
        into, out = doors[one["id"]]
        todo, done = [], []
        for step in one["steps"]:
            before, after = place(f"{step['step']} to do"), place(f"{step['step']} done")
            transition(step["step"], [before], [after])
            if not step.get("needed", True):
                transition(None, [before], [after])
            if step.get("repeats"):
                transition(None, [after], [before])
            todo.append(before)
            done.append(after)
        transition(None, [into], todo)
        transition(None, done, [out])
        for following in one["next"]:
            transition(None, [out], [doors[following][0]])
        if one.get("starts"):
            transition(None, [source], [into])
        if one.get("ends"):
            transition(None, [out], [sink])
    return made, Marking({source: 1}), Marking({sink: 1})


def frame(traces):
    """The log as pm4py wants it."""
    import pandas as pd

    # pm4py answers in the order of the names.
    rows = [(f"{case:06}", step, event) for case, steps in enumerate(traces) for event, step in enumerate(steps)]
    table = pd.DataFrame(rows, columns=["case:concept:name", "concept:name", "event"])
    table["time:timestamp"] = pd.Timestamp("2020-01-01", tz="UTC") + pd.to_timedelta(table.pop("event"), unit="D")
    return table
