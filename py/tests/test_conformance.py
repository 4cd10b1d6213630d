"""Whole tables beside a roadmap: the same whatever library they come from, and the same as documents."""

import meedoen as md
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

HOUTEN = md.cocreation.roadmaps()[1]
LOG = {
    "case": ["a", "b", "a", "a", "b", "a"],
    "step": ["stories", "experiments", "analysis", "experiments", "connection", "connection"],
}


def rows(table):
    """A table as a list of its rows, whatever its kind."""
    if hasattr(table, "to_dict") and not hasattr(table, "rows"):
        found = table.to_dict("records")
        return [{name: None if value != value else value for name, value in row.items()} for row in found]
    return pl.DataFrame(table).rows(named=True)


@pytest.mark.parametrize("kind", [dict, pl.DataFrame, pd.DataFrame, pa.table])
def test_every_kind_of_table_gives_the_same(kind):
    cases, deviations = md.conformance.check_table(kind(LOG), HOUTEN, case="case", step="step")
    assert [(row["case"], row["follows"], row["cost"], row["events"]) for row in rows(cases)] == [
        ("a", True, 0, 4), ("b", False, 2, 2)]  # fmt: skip
    assert [(row["case"], row["event"], row["kind"], row["step"]) for row in rows(deviations)] == [
        ("b", 1, "missing", "stories"), ("b", 1, "missing", "analysis")]  # fmt: skip


def test_a_table_in_pieces_is_one_table():
    halves = [pl.DataFrame(LOG)[:3], pl.DataFrame(LOG)[3:]]
    cases, _ = md.conformance.check_table(pl.concat(halves, rechunk=False), HOUTEN, case="case", step="step")
    assert cases["cost"].to_list() == [0, 2]


def test_a_table_and_a_document_say_the_same():
    text = pl.DataFrame(LOG).write_csv()
    report = md.conformance.check(md.conformance.read_csv(text, case="case", step="step"), HOUTEN)
    cases, deviations = md.conformance.check_table(LOG, HOUTEN, case="case", step="step")
    assert [trace.fitness for trace in report.traces] == cases["fitness"]
    assert [one.step for trace in report.traces for one in trace.deviations] == deviations["step"]


def test_what_is_wrong_with_a_table_is_named():
    with pytest.raises(md.MeedoenError) as caught:
        md.conformance.check_table(LOG, HOUTEN, case="zaak", step="stap")
    assert [problem.code for problem in caught.value.problems] == ["missing-column", "missing-column"]
    with pytest.raises(md.MeedoenError) as caught:
        md.conformance.check_table({"case": ["a", None], "step": ["stories", "analysis"]}, HOUTEN, case="case", step="step")
    assert (caught.value.problems[0].code, caught.value.problems[0].row) == ("empty", 2)


def test_stays_can_be_fitted():
    event = lambda step, date: {"step": step, "date": date}
    traces = {"traces": [
        {"case": str(case), "events": [event("stories", "2019-01-01"), event("analysis", f"2019-02-0{case}"),
                                       event("experiments", f"2019-04-1{case}"), event("connection", f"2019-07-1{case}")]}
        for case in range(1, 7)]}  # fmt: skip
    stays = md.conformance.stays(traces, HOUTEN)
    assert [state.code for state in stays.space.states] == ["stories", "analysis", "experiments", "connection"]
    assert len(stays.panel.columns[0]["values"]) == 24
    # All moves were seen on their day, so the mean stay is the days over the moves: (31 + … + 36) / 6.
    mean = md.multistate.fit(stays).model.sojourn()[0]
    assert mean.value * 365.25 == pytest.approx(33.5, abs=0.01), mean
