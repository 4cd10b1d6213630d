"""The registrations are synthetic, the same every time, and as untidy as is said."""

from collections import Counter

import meedoen as md
import registrations


def rows():
    return list(zip(*registrations.table().values()))


def test_the_same_seed_gives_the_same_table():
    assert rows() == rows()


def test_every_row_says_that_it_is_synthetic():
    assert all(client.startswith("SYNTHETIC-") for client, *_ in rows())
    assert all(client.startswith("SYNTHETIC-") for client in registrations.two_kinds()["client"])


def test_the_dirt_is_what_is_said():
    found, dirt = rows(), registrations.DIRT
    assert len(found) - len(set(found)) == dirt["twice"]
    assert sum(rung == "1-3" for _, _, rung, *_ in set(found)) == dirt["between"]
    assert Counter(client.startswith("SYNTHETIC-once-") for client, *_ in set(found))[True] == dirt["once"]
    days = [(client, day) for client, day, *_ in found]
    assert days != sorted(days)


def test_the_model_has_the_rates_and_ratios_that_are_stated():
    model, base = registrations.model(), {"programme": 0, "south": 0}
    rates = {(one["from"], *one.to): round(one.value, 9) for one in model.intensities(at=base)}
    assert rates == registrations.RATES
    found = {(one["from"], *one.to): round(one.value, 9) for one in model.hazard_ratios("programme", at=base)}
    assert found == {move: ratio for name, moves, ratio in registrations.RATIOS if name == "programme" for move in moves}
    errors = {(one["from"], *one.to): round(one.value, 9) for one in model.misregistration(at=base)}
    assert errors == registrations.ERRORS


def test_a_panel_reads_it_and_finds_the_dirt():
    panel = md.ladder.Panel(registrations.table(), id="client", time="date", state="rung")
    found = {finding.code: finding.count for finding in panel.quality().findings}
    assert found["duplicates"] == registrations.DIRT["twice"]
    assert found["one-visit"] >= registrations.DIRT["once"]
