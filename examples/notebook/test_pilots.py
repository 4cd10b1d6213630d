"""The logs of the pilots are synthetic, the same every time, and such as the library takes."""

import meedoen as md
import pilots
import pytest


@pytest.mark.parametrize("name", pilots.PILOTS)
def test_a_log_is_the_same_every_time_and_is_taken(name):
    assert pilots.log(name) == pilots.log(name)
    log = md.cocreation.check(pilots.log(name))
    assert "SYNTHETIC" in log.title.en
    assert sum(event["kind"] == "promise-made" for event in log.events) == pilots.PROMISES


def test_what_was_put_in_comes_out():
    """In Noord the municipality speaks most, frames were changed, and promises are kept later than in Zuid."""
    share, days = {}, {}
    for name in pilots.PILOTS:
        log = pilots.log(name)
        voice = md.cocreation.voice(log, as_of=pilots.AS_OF)
        minutes = next(one for one in voice.whole.shares if one.measure == "minutes")
        share[name] = {part.id: part.share for part in minutes.shares.parts}
        days[name] = md.cocreation.promises(log, as_of=pilots.AS_OF).keeping.all.median
    assert share["noord"]["gemeente"] > 0.5 > share["zuid"]["gemeente"]
    assert days["noord"] > days["zuid"]
