"""What only Python can get wrong about a panel."""

import meedoen as md
import pytest


def panel(moves):
    table = {"who": [1, 1], "year": [0.0, 1.0], "state": ["out", "in"]}
    return md.multistate.Panel(table, id="who", time="year", state="state", states=["out", "in"], moves=moves)


def test_a_word_in_the_place_of_moves_is_refused_with_what_was_expected():
    with pytest.raises(md.MeedoenError) as refused:
        panel("any").quality()
    assert str(refused.value) == "field `space.moves`: found a text, expected a list"


def test_one_person_is_one_person():
    assert repr(panel([("out", "in")])) == "Panel(1 person, 2 visits)"
