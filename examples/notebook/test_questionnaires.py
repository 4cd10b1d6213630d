"""The questionnaires are synthetic, the same every time, and have the one fault that is said."""

import meedoen as md
import questionnaires


def test_the_same_seed_gives_the_same_table():
    assert questionnaires.table() == questionnaires.table()


def test_every_row_says_that_it_is_synthetic():
    assert all(client.startswith("SYNTHETIC-") for client in questionnaires.table()["client"])


def test_only_the_item_that_was_turned_looks_wrongly_keyed():
    report = questionnaires.instrument().reliability(questionnaires.table(), missing="pairwise")
    found = {given.input for group in report.groups for one in group.findings for given in one.inputs
             if one.code == "wrongly-keyed-item"}  # fmt: skip
    assert found == {questionnaires.TURNED}


def test_the_determinants_that_were_given_most_weight_come_out_above_zero():
    table = questionnaires.table()
    scores = questionnaires.instrument().score(table) | {"intention": table["intention"]}
    fit = md.estimate.linear(scores, "intention ~ attitude + self-efficacy + social-pressure")
    assert all(one.estimate.low > 0 for one in fit.coefficients[2:3])
