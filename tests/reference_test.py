"""The runner of reference cases tells what is right from what is wrong and from what it cannot do."""

import json

import pytest
import reference

CASE = {
    "case": "made-up", "kind": "scoring", "data": {"rows": "rows.csv"},
    "model": {"scale": [1, 5], "scales": {"s": {"items": ["a", "b"], "rule": "half", "output": "mean"}}},
}  # fmt: skip
RIGHT = [{"figure": "score:1:s", "value": 2.5, "tolerance": 0}, {"figure": "score:2:s", "value": None}]


def run(folder, capsys, expect, rows="a,b\n2,3\n,\n", **changed):
    folder.joinpath("case.json").write_text(json.dumps({**CASE, **changed, "expect": expect}))
    folder.joinpath("rows.csv").write_text(rows)
    status = reference.main([str(folder)])
    *lines, closing = capsys.readouterr().out.splitlines()
    return status, lines, closing


def test_what_is_right_passes(tmp_path, capsys):
    status, lines, closing = run(tmp_path, capsys, RIGHT)
    assert lines == [
        "made-up score:1:s 2.5 2.5 0.0 0 ok",
        "made-up score:2:s - - - - ok",
        "made-up (scoring): 2 ok, 0 FAIL, 0 UNSUPPORTED",
    ]
    assert (status, closing) == (0, "1 passed, 0 failed")


@pytest.mark.parametrize(
    ("wrong", "verdict"),
    [
        ({"figure": "score:1:s", "value": 2.5000001, "tolerance": 1e-9}, "FAIL"),
        ({"figure": "score:1:s", "value": 2.5000001, "tolerance": 1e-9, "relative": True}, "FAIL"),
        ({"figure": "score:1:s", "value": None}, "FAIL"),
        ({"figure": "score:2:s", "value": 1, "tolerance": 9}, "FAIL"),
        ({"figure": "alpha", "value": 1, "tolerance": 9}, "UNSUPPORTED"),
        ({"figure": "finding:separation"}, "UNSUPPORTED"),
    ],
)
def test_what_is_wrong_or_unknown_fails(tmp_path, capsys, wrong, verdict):
    status, lines, closing = run(tmp_path, capsys, [*RIGHT, wrong])
    assert lines[2].endswith(verdict)
    assert (status, closing) == (1, "0 passed, 1 failed")


def test_a_relative_tolerance_is_a_share_of_the_reference(tmp_path, capsys):
    figure = {"figure": "score:1:s", "value": 2.6, "tolerance": 0.04, "relative": True}
    assert run(tmp_path, capsys, [figure])[0] == 0


def test_other_kinds_are_unsupported(tmp_path, capsys):
    status, lines, closing = run(tmp_path, capsys, RIGHT, kind="no-such")
    assert all(line.endswith("UNSUPPORTED") for line in lines[:2])
    assert (status, closing) == (1, "0 passed, 1 failed")


def test_a_table_that_is_refused_fails_with_the_reason(tmp_path, capsys):
    status, lines, _ = run(tmp_path, capsys, RIGHT, rows="a,b\n2,7\n,\n")
    assert status == 1 and lines[0].endswith("FAIL")
    assert "the answer `7` is not on the scale" in lines[2]


def test_a_case_without_figures_and_a_run_without_cases_do_not_pass(tmp_path, capsys, monkeypatch):
    assert run(tmp_path, capsys, [])[0] == 1
    monkeypatch.setattr(reference, "HERE", tmp_path / "none")
    monkeypatch.setattr(reference, "BESIDE", tmp_path / "none")
    assert reference.main([]) == 1
    assert capsys.readouterr().out.startswith("left out: there is no folder `shared`")


def test_the_cases_pass():
    assert reference.main([]) == 0
