"""Estimation on tables of every kind, as an analyst would ask for it."""

import math

import meedoen as md
import pytest

ROWS = {
    "attitude": [1, 2, 3, 4, 5, 2, 4, 3, 5, 1, 2, 4],
    "skills": [2.0, 3.5, 1.0, 4.0, 2.5, 4.5, None, 3.0, 4.0, 1.5, 5.0, 2.0],
    "works": [False, False, False, True, True, False, True, True, True, False, True, False],
    "town": ["a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "a", "b"],
}


def slope(fit, term):
    return next(one.estimate for one in fit.coefficients if one.term == term)


@pytest.mark.parametrize("library", ["dict", "polars", "pandas", "pyarrow"])
def test_every_kind_of_table_gives_the_same_fit(library):
    table = ROWS
    if library == "polars":
        table = pytest.importorskip("polars").DataFrame(ROWS)
    elif library == "pandas":
        table = pytest.importorskip("pandas").DataFrame(ROWS)
    elif library == "pyarrow":
        table = pytest.importorskip("pyarrow").table(ROWS)
    fit = md.estimate.linear(table, "attitude ~ skills + works")
    assert (fit.rows, fit.left_out) == (11, 1)
    assert slope(fit, "skills").value == pytest.approx(slope(md.estimate.linear(ROWS, "attitude ~ skills + works"), "skills").value, rel=1e-12)


def test_pieces_of_a_table_count_as_one():
    pyarrow = pytest.importorskip("pyarrow")
    whole = pyarrow.table(ROWS)
    pieces = pyarrow.concat_tables([whole.slice(0, 5), whole.slice(5)])
    model = "attitude ~ skills + works"
    assert md.estimate.linear(pieces, model).to_json() == md.estimate.linear(whole, model).to_json()


def test_a_column_of_texts_is_named_and_one_that_the_model_does_not_name_is_left_alone():
    with pytest.raises(md.MeedoenError) as refused:
        md.estimate.linear(ROWS, "attitude ~ town")
    assert [problem.code for problem in refused.value.problems] == ["unreadable-column"]
    assert "town" in str(refused.value)


def test_only_the_columns_that_the_model_names_are_read_from_a_mapping():
    class Columns(dict):
        read = set()

        def __getitem__(self, name):
            self.read.add(name)
            return super().__getitem__(name)

    table = Columns(ROWS | {"ij\u00e9 \\ n": [1, 2] * 6})
    assert md.estimate.linear(table, "attitude ~ skills").rows == 11
    assert table.read == {"attitude", "skills"}
    with pytest.raises(md.MeedoenError) as refused:
        md.estimate.linear({"a": [1, 2, 3]}, "y ~ x")
    assert {problem.code for problem in refused.value.problems} == {"missing-column"}


@pytest.mark.parametrize(
    ("model", "code"), [("attitude ~ nothing", "missing-column"), ("attitude = skills", "not-understood")]
)
def test_what_cannot_be_is_refused_by_name(model, code):
    with pytest.raises(md.MeedoenError) as refused:
        md.estimate.linear(ROWS, model)
    assert refused.value.code == code


def test_separation_is_named_and_leaves_no_figure():
    fit = md.estimate.logistic({"x": [1, 2, 3, 4, 5, 6], "y": [0, 0, 0, 1, 1, 1]}, "y ~ x")
    assert [one.code for one in fit.findings][0] == "separation"
    assert slope(fit, "x").value is None
    assert fit.effects[0].percentage_points.value is None


def test_nothing_in_an_answer_is_nan():
    texts = [
        md.estimate.linear({"x": [1, 2, 4], "y": [1, 3, 4]}, "y ~ x").to_json(),
        md.estimate.ordinal({"x": [1, 2, 3, 4, 5, 6], "y": [1, 2, 1, 2, 2, 1]}, "y ~ x").to_json(),
    ]
    assert not any("NaN" in text or "Infinity" in text for text in texts)


def test_the_model_of_an_instrument_can_be_estimated_as_text_and_as_data():
    questionnaire = md.behaviour.Instrument.builtin("job-search")
    model = md.behaviour.model(questionnaire, "intention", "search")
    names = ["attitude", "self-efficacy", "social-pressure", "skills", "self-regulation", "context", "practical-barriers"]
    table = {name: [50 + 30 * math.sin(row * (place + 1.3) + place * place) for row in range(80)] for place, name in enumerate(names)}
    table["intention"] = [0.03 * (a + b) + math.cos(7.1 * row) for row, (a, b) in enumerate(zip(table["attitude"], table["skills"]))]
    table["search"] = [0.5 * a + 0.01 * b + math.sin(5.3 * row) for row, (a, b) in enumerate(zip(table["intention"], table["context"]))]
    fit = md.estimate.structural(table, model.syntax)
    assert fit.to_json() == md.estimate.structural(table, model.structural).to_json()
    ways = {one.path for one in fit.indirect}
    assert ("attitude", "intention", "search") in ways
    assert {one.of for one in fit.total if one.on == "search"} == {*names, "intention"}


def test_draws_that_fail_are_counted_and_the_same_seed_gives_the_same_interval():
    table = {"x": [1, 2, 3, 4, 5, 6, 7, 8], "m": [1, 3, 2, 5, 4, 6, 8, 7], "y": [2, 1, 4, 3, 6, 5, 8, 7]}
    one, again = (md.estimate.structural(table, "m ~ x; y ~ m", bootstrap=200, seed=3).bootstrap for _ in range(2))
    assert one.draws == 200 and one.failed >= 0
    assert one.to_json() == again.to_json()
    assert one.indirect[0].of == "x>m>y"
    assert one.indirect[0].low < one.indirect[0].high


@pytest.mark.parametrize("estimate", [md.estimate.linear, md.estimate.logistic, md.estimate.ordinal, md.estimate.structural])
def test_an_infinite_value_is_named_with_its_row(estimate):
    numpy = pytest.importorskip("numpy")
    with pytest.raises(md.MeedoenError) as refused:
        estimate({"x": numpy.array([1.0, 2.0, math.inf, 4.0, 5.0]), "y": [0, 1, 0, 1, 1]}, "y ~ x")
    problem = refused.value.problems[0]
    assert (problem.code, problem.row, problem.field) == ("not-finite", 3, "x")


def test_a_fitted_regression_goes_into_what_uses_a_model():
    table = {"skills": [20, 35, 10, 40, 25, 45, 60, 30, 80, 15, 90, 55], "works": [0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1]}
    fit = md.estimate.logistic(table, "works ~ skills")
    rise = md.behaviour.what_if(table, fit.response).determinants[3]
    effect = fit.effects[0].percentage_points
    # One point more is a little less than the slope at the point itself.
    assert rise.percentage_points == pytest.approx(effect.value, rel=0.02)
    assert rise.low == pytest.approx(effect.low, abs=0.2)
    assert md.behaviour.what_if(table, fit.response).model.provenance.kind == "fitted"
    assert md.estimate.logistic({"x": [1, 2, 3, 4], "y": [0, 0, 1, 1]}, "y ~ x").response is None


@pytest.mark.parametrize("missing", ["listwise", "pairwise"])
def test_too_few_answers_are_said(missing):
    scale = md.behaviour.Instrument.builtin("job-search")
    items = [item.id for item in scale.document["items"]]
    answers = {item: [1, 2, 4, 5] for item in items} | {"att_2": [None] * 4}
    attitude = scale.reliability(answers, missing=missing).groups[0]
    assert attitude.alpha is None
    assert [one.code for one in attitude.findings] == ["too-few-answers"]
    assert ("`att_2`" in attitude.findings[0].text.en) == (missing == "pairwise")
