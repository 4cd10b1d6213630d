"""SYNTHETIC data: the logs of two invented co-creation pilots, as people who take part would have kept them.

Nothing in them happened. In Noord the municipality speaks most and keeps its promises slowly; in Zuid residents bring in
most and promises are kept sooner. These are choices for this example and no findings about anything; the same seed gives
the same logs on every computer.
"""

import datetime
import random

SEED = 2026
START = datetime.date(2025, 1, 6)
AS_OF = "2026-06-30"

# Of each pilot: minutes of residents and of the municipality at a session, by whom ideas come, the mean number of days to
# keep a promise, how many residents come, whether frames are changed, and what the municipality says and does.
PILOTS = {
    "noord": {
        "title": "Noord (SYNTHETIC)", "minutes": (20, 70), "resident_ideas": 0.4, "adopted": (0.35, 0.8),
        "days": {"gemeente": 120, "bewoners": 45}, "comes": (14, -1), "frames_changed": True,
        "roles": [("said", "responsive"), ("said", "cooperating"), ("done", "lawful"), ("done", "performing"), ("done", "lawful")],
        "evaluated": ["start"],
    },
    "zuid": {
        "title": "Zuid (SYNTHETIC)", "minutes": (55, 35), "resident_ideas": 0.7, "adopted": (0.7, 0.6),
        "days": {"gemeente": 50, "bewoners": 40}, "comes": (12, 0), "frames_changed": False,
        "roles": [("said", "cooperating"), ("done", "cooperating"), ("done", "responsive"), ("done", "lawful")],
        "evaluated": ["start", "co-design", "co-production"],
    },
}  # fmt: skip
PARTIES = {"bewoners": "source-group", "gemeente": "municipality", "welzijn": "professional-organisation"}
LABELS = {"bewoners": "residents", "gemeente": "municipality", "welzijn": "welfare organisation"}
PROMISES = 24


def log(name):
    """The log of one pilot, as a document."""
    pilot, draw = PILOTS[name], random.Random(f"{SEED} {name}")
    events = []

    def on(days, kind, **fields):
        day = START + datetime.timedelta(days=days)
        events.append({"date": day, "kind": kind, "perspective": "policy", **fields})

    for party in PARTIES:
        on(0, "party-joined", party=party)
    on(0, "mandate-given", by="gemeente", text="SYNTHETIC")
    on(0, "frames-set", text="het budget van de wijk")
    on(1, "theme-named", by="gemeente", text="een fijne wijk")
    on(1, "phase-entered", phase="start", judgement="er is een vraag", judged_by=["gemeente"])
    on(10, "facilitator-named", trained=name == "zuid")
    on(14, "listening", method="open-interviews", parties=["bewoners"], count=12)
    on(30, "stories-analysed", by=["welzijn"])
    if name == "zuid":
        on(35, "analysis-fed-back", to=["bewoners"])
        on(36, "expectations-discussed", parties=["bewoners", "gemeente"])
        on(50, "values-shared", parties=["bewoners", "gemeente", "welzijn"], text="elkaar kennen")
    on(40, "need-established", needed=True)
    on(60, "topic-agreed", parties=["bewoners", "gemeente"] if name == "zuid" else ["gemeente", "welzijn"], topic="ontmoeten")
    on(70, "phase-entered", phase="co-design", judgement="iedereen wil verder", judged_by=["bewoners", "gemeente"])
    on(150, "design-agreed", parties=["bewoners", "gemeente"], steering="open-design")
    on(172, "goal-shared", parties=["bewoners", "gemeente"], text="ontmoeten")
    on(160, "time-judged", enough=name == "zuid", by=["bewoners"])
    on(170, "phase-entered", phase="co-production", judgement="het ontwerp is er", judged_by=["bewoners", "gemeente"])
    on(250, "policy-note-written", text="nota ontmoeten", plain=True, co_owners=["bewoners", "gemeente"])
    if name == "zuid":
        on(325, "success-judged", successful=True, better_fit=True, by=["bewoners", "gemeente"])
    on(300, "policy-decided", by="gemeente", text="de nota", fits_frames=True, follows_plan=name == "zuid")
    if pilot["frames_changed"]:
        on(200, "frames-changed", text="minder budget", before_start=False)
        on(210, "suspended", reason="bezuiniging")
        on(245, "resumed")
        on(246, "staff-changed", party="gemeente")
    for at, phase in zip((65, 165, 320), pilot["evaluated"]):
        on(at, "evaluation", parties=["bewoners", "gemeente"], phase=phase)
    for at, (manner, role) in enumerate(pilot["roles"]):
        on(80 + 40 * at, "government-acted", by="gemeente", manner=manner, role=role, text="SYNTHETIC")
    for number in range(10):
        people, trend = pilot["comes"]
        count = max(people + trend * number + draw.randint(-2, 2), 0)
        residents, officials = (minutes + draw.randint(-10, 10) for minutes in pilot["minutes"])
        attendance = [
            {"party": "bewoners", "count": count, "minutes": residents if count else 0},
            {"party": "gemeente", "count": draw.randint(3, 6), "minutes": officials},
            {"party": "welzijn", "count": 2, "minutes": draw.randint(5, 15)},
        ]
        on(75 + 30 * number, "session", attendance=attendance)
        for idea in range(3):
            by = "bewoners" if draw.random() < pilot["resident_ideas"] else "gemeente"
            label, taken = f"idea-{number}-{idea}", draw.random() < pilot["adopted"][by == "gemeente"]
            on(76 + 30 * number, "idea", id=label, text="SYNTHETIC", by=by)
            on(80 + 30 * number, "idea-weighed", idea=label, adopted=taken, by=["bewoners", "gemeente"])
    for number in range(PROMISES):
        by, made = draw.choice(list(pilot["days"])), draw.randint(70, 420)
        after = max(1, round(draw.expovariate(1 / pilot["days"][by])))
        to = "bewoners" if by == "gemeente" else "gemeente"
        due = START + datetime.timedelta(days=made + 90)
        on(made, "promise-made", id=f"promise-{number}", by=by, to=to, text="SYNTHETIC", capacity=True, due=due)
        if START + datetime.timedelta(days=made + after) <= datetime.date.fromisoformat(AS_OF):
            on(made + after, "promise-kept", id=f"promise-{number}")
    for number, (at, ends) in enumerate([(180, 230), (190, None), (220, 400)]):
        on(at, "initiative-started", id=f"initiative-{number}", text="SYNTHETIC", carried_by="bewoners", task="joint-task")
        if ends and name == "zuid":
            on(ends, "initiative-completed", id=f"initiative-{number}")
    events.sort(key=lambda event: event["date"])  # stable: what was recorded first on a day stays first
    title = {"nl": pilot["title"], "en": pilot["title"]}
    return {
        "schema_version": 1, "id": name, "title": title, "service": {"nl": "ontmoeten", "en": "meeting"},
        "parties": [{"id": party, "label": {"nl": party, "en": LABELS[party]}, "kind": kind} for party, kind in PARTIES.items()],
        "events": events,
    }  # fmt: skip
