"""A duty over tables: as a second reading of the law has it, as one person at a time has it, from any library's table."""

import meedoen as md
import numpy as np
import pandas as pd
import polars as pl
import pytest
from people import BENEFITS, OUTCOMES, TRUTHS, columns, made_up, oracle

DAYS = ["2012-03-01", "2012-09-01", "2013-06-01", "2020-05-01", "2027-05-01"]
PEOPLE = made_up(100_000)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("duty", "abc")
def test_it_is_what_a_second_reading_of_the_law_comes_to(day, duty):
    decided = md.tegenprestatie.duty_table(columns(PEOPLE), date=day, duty=duty)
    expected = oracle(PEOPLE, day, duty)
    for outcome in OUTCOMES:
        assert np.array_equal(decided[outcome].to_numpy(zero_copy_only=False), expected[outcome]), outcome
    count = sum(expected[outcome].astype(int) for outcome in OUTCOMES)
    known = np.array([word is not None for word in decided["outcome"].to_pylist()])
    assert count.min() >= 1 and np.array_equal(known, count == 1)
    if day < "2027":
        assert {outcome for outcome in OUTCOMES if expected[outcome].any()} >= {"outside_scope", "holds", "not_known"}


def test_it_is_what_one_person_at_a_time_comes_to():
    people = columns(PEOPLE).slice(0, 300)
    decided = md.tegenprestatie.duty_table(people, date="2020-05-01").to_pylist()
    for person, row in zip(people.to_pylist(), decided, strict=True):
        answer = md.tegenprestatie.duty(person, date="2020-05-01")
        assert row["outcome"] == answer.outcome
        assert (answer.next_question is None) == (len(answer.possible) == 1)
        assert [name for name in OUTCOMES if row[name]] == [code.replace("-", "_") for code in answer.possible]


def test_filling_in_what_is_unknown_never_changes_what_was_known():
    before = md.tegenprestatie.duty_table(columns(PEOPLE), date="2020-05-01").to_pydict()
    filled = {name: values.copy() for name, values in made_up(100_000, unknown=0).items()}
    for name, values in PEOPLE.items():
        known = ~np.isnan(values) if values.dtype.kind == "f" else values >= 0
        filled[name][known] = values[known]
    after = md.tegenprestatie.duty_table(columns(filled), date="2020-05-01").to_pydict()
    pairs = [(one, two) for one, two in zip(before["outcome"], after["outcome"], strict=True) if one is not None]
    assert len(pairs) > 1000 and all(one == two for one, two in pairs)
    assert None not in after["outcome"]


def test_an_ordinance_settles_what_it_covers():
    people = {"age": [40], "benefit": ["social-assistance"], "fully_incapacitated": [False], "urgent_reason": [False],
              "care_tasks": [False], "parent_exemption_held": [False], "informal_care": [True],
              "reintegration_track": [False], "part_time_work": [False]}
    ours = {"schema_version": 1, "id": "ours", "title": {"nl": "Onze", "en": "Ours"}, "municipality": "Ons dorp",
            "valid_from": "2015-01-01", "covers": ["exemption"], "provisions": []}
    without = md.tegenprestatie.duty_table(people, date="2020-05-01")
    assert without["outcome"] == [None] and without["exemption_possible"] == [True]
    assert md.tegenprestatie.duty_table(people, date="2020-05-01", ordinance=ours)["outcome"] == ["holds"]


def test_every_kind_of_table_comes_to_the_same():
    few = {name: values[:50] for name, values in PEOPLE.items()}
    arrow = columns(few)
    expected = md.tegenprestatie.duty_table(arrow, date="2020-05-01").to_pydict()
    frame = md.tegenprestatie.duty_table(pl.from_arrow(arrow), date="2020-05-01")
    assert isinstance(frame, pl.DataFrame) and frame["outcome"].to_list() == expected["outcome"]
    lists = md.tegenprestatie.duty_table(arrow.to_pydict(), date="2020-05-01")
    assert lists["outcome"] == expected["outcome"] and lists["holds"] == expected["holds"]
    pandas = md.tegenprestatie.duty_table(arrow.to_pandas(), date="2020-05-01")
    assert isinstance(pandas, pd.DataFrame) and list(pandas["holds"]) == expected["holds"]


def test_what_cannot_be_is_refused_with_its_row():
    with pytest.raises(md.MeedoenError) as refused:
        md.tegenprestatie.duty_table({"age": [40, -1], "benefit": ["social-assistance", "nothing"]}, date="2020-05-01")
    assert [(one.code, one.row, one.field) for one in refused.value.problems] == [("unknown-code", 2, "benefit")]
    with pytest.raises(md.MeedoenError) as refused:
        md.tegenprestatie.duty_table({"age": [40, -1], "urgent_reason": [1, 2]}, date="2020-05-01")
    assert [(one.code, one.row) for one in refused.value.problems] == [("outside-range", 2), ("wrong-kind", 2)]
    with pytest.raises(md.MeedoenError) as refused:
        md.tegenprestatie.duty_table({"name": ["Jaap"]}, date="2020-05-01")
    assert refused.value.code == "missing-column"


def test_the_names_here_are_those_of_the_library():
    assert BENEFITS == [term.code for term in md.tegenprestatie.benefits()]
    assert OUTCOMES == [term.code.replace("-", "_") for term in md.tegenprestatie.statuses()]
    asked = {one.input for day in DAYS for duty in "abc" for one in md.tegenprestatie.questions(day, duty=duty)}
    assert asked == {"age", "youngest_child_age", "benefit", *TRUTHS}
