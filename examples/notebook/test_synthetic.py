"""The table is what the script makes, and says in every row that it is synthetic."""

import meedoen as md
import synthetic


def test_the_script_reproduces_the_table():
    assert synthetic.PATH.read_bytes() == synthetic.text().encode()


def test_the_columns_are_the_items_of_the_questionnaire():
    questionnaire = md.behaviour.Instrument.builtin("job-search").document
    assert synthetic.ITEMS == [item.id for item in questionnaire["items"]]


def test_every_row_says_that_it_is_synthetic():
    people = synthetic.people()
    assert len(people) == 500
    assert all(row["client"].startswith("SYNTHETIC-") for row in people)


def test_about_three_per_cent_is_missing_and_some_of_it_has_code_9():
    answers = [row[item] for row in synthetic.people() for item in synthetic.ITEMS]
    assert 0.02 < sum(answer in ("", 9) for answer in answers) / len(answers) < 0.04
    assert set(answers) == {"", 1, 2, 3, 4, 5, 9}
