"""People made up for the duties of article 9, and what the law says of each by a second, separate reading of it.

The reading is three-valued in numpy: of each condition whether it may be met and whether it may be unmet. The inputs that
more than one rule asks for are filled in case by case, so that what is left is asked once and the two can be combined
exactly. Nothing here uses the library.
"""

import numpy as np

BENEFITS = ["social-assistance", "applied", "ioaw", "ioaz", "other"]
TRUTHS = [
    "pension_age_reached", "fully_incapacitated", "sheltered_work_indication", "wajong_benefit", "urgent_reason",
    "care_tasks", "care_fits_support", "single_parent", "dependent_child", "full_care", "exemption_requested",
    "exemption_used_up", "support_refused", "parent_exemption_held", "child_checks_done", "indicated_care_at_home",
    "care_checks_done", "informal_care", "ordinance_exempts_informal_care", "reintegration_track",
    "ordinance_exempts_reintegration", "part_time_work", "ordinance_exempts_part_time_work",
]
OUTCOMES = [
    "outside_scope", "not_applicable", "exemption_on_request", "exemption_possible", "first_to_be_checked", "holds",
    "not_known",
]


def made_up(rows, unknown=0.3, seed=7):
    """Columns of people; of a share of the answers nothing is known: -1 in a truth or a benefit, NaN in a number."""
    random = np.random.default_rng(seed)
    gone = lambda: random.random(rows) < unknown
    people = {"age": np.where(gone(), np.nan, random.integers(14, 80, rows))}
    people["youngest_child_age"] = np.where(gone(), np.nan, random.integers(0, 20, rows))
    people["benefit"] = np.where(gone(), -1, random.choice(5, rows, p=[0.7, 0.1, 0.05, 0.05, 0.1]))
    for name in TRUTHS:
        # Mostly no, so that the later rules are reached as well.
        people[name] = np.where(gone(), -1, random.random(rows) < 0.3)
    return people


def columns(people):
    """The people as a table: what is not known is empty."""
    import pyarrow as pa

    table = {}
    for name, values in people.items():
        if name == "benefit":
            codes = pa.DictionaryArray.from_arrays(pa.array(values, pa.int8(), mask=values < 0), pa.array(BENEFITS))
            table[name] = codes
        elif values.dtype.kind == "f":
            table[name] = pa.array(values, mask=np.isnan(values))
        else:
            table[name] = pa.array(values == 1, mask=values < 0)
    return pa.table(table)


class Three:
    """What is known of a condition in each row: whether it may be met, and whether it may be unmet."""

    def __init__(self, met, unmet):
        self.met, self.unmet = met, unmet

    def __and__(self, other):
        return Three(self.met & other.met, self.unmet | other.unmet)

    def __or__(self, other):
        return Three(self.met | other.met, self.unmet & other.unmet)

    def __invert__(self):
        return Three(self.unmet, self.met)


def oracle(people, day, duty):
    """For each outcome the rows in which the law leaves it possible on a day such as ``"2020-05-01"``."""
    rows = len(people["age"])
    may = {name: np.zeros(rows, bool) for name in OUTCOMES}
    for age in ("minor", "adult", "65"):
        for benefit in ("assistance", "other-act", "none"):
            for single in (True, False):
                for child in (True, False):
                    for small in ("under 5", "under 12", "older"):
                        case = Case(people, age, benefit, single, child, small)
                        open_here = case.may.copy()
                        for condition, outcome in rules(case, day, duty):
                            may[outcome] |= open_here & condition.met
                            open_here &= condition.unmet
    return may


class Case:
    """One way of filling in what several rules ask for, and the rows in which it may be so."""

    def __init__(self, people, age, benefit, single, child, small):
        self.people, self.rows = people, len(people["age"])
        years, place = people["age"], people["benefit"]
        is_age = {"minor": years < 18, "adult": (years >= 18) & (years < 65), "65": years >= 65}[age]
        is_benefit = {"assistance": np.isin(place, [0, 1]), "other-act": np.isin(place, [2, 3]), "none": place == 4}[benefit]
        child_age = people["youngest_child_age"]
        is_small = {"under 5": child_age < 5, "under 12": (child_age >= 5) & (child_age < 12), "older": child_age >= 12}[small]
        self.may = (is_age | np.isnan(years)) & (is_benefit | (place < 0)) & (is_small | np.isnan(child_age))
        for name, value in (("single_parent", single), ("dependent_child", child)):
            self.may &= (people[name] == value) | (people[name] < 0)
        self.age, self.benefit, self.small = age, benefit, small
        self.filled = {"single_parent": single, "dependent_child": child}

    def sure(self, holds):
        return Three(np.full(self.rows, holds), np.full(self.rows, not holds))

    def __call__(self, name):
        if name in self.filled:
            return self.sure(self.filled[name])
        values = self.people[name]
        return Three(values != 0, values != 1)


def rules(case, day, duty):
    """The rules that hold on a day, in order, as read from the articles."""
    early_2012 = day < "2012-07-18"
    wwb = day < "2015-01-01"
    if day >= "2027-01-01":
        yield case.sure(True), "not_known"
        return
    yield case.sure(case.age == "minor"), "outside_scope"
    yield (case.sure(case.age == "65") if day < "2013-01-01" else case.sure(case.age == "65") & case("pension_age_reached")), "outside_scope"
    yield case.sure(case.benefit == "none"), "outside_scope"
    yield case.sure(case.benefit == "other-act"), "not_known"
    if wwb and duty in "ab":
        wsw = case("sheltered_work_indication")
        yield (wsw | case("wajong_benefit") if early_2012 else wsw), "not_applicable"
    if not wwb:
        yield case("fully_incapacitated"), "not_applicable"
        if duty == "c":
            yield case("single_parent") & case("parent_exemption_held"), "not_applicable"
    if duty == "a":
        cares = case("single_parent") & case("dependent_child") & case.sure(case.small == "under 5") & case("full_care")
        asked = case("exemption_requested") & ~case("exemption_used_up") & ~case("support_refused")
        yield cares & asked, "exemption_on_request"
    if wwb or duty in "ac":
        yield case("urgent_reason") | (case("care_tasks") & ~case("care_fits_support")), "exemption_possible"
    if not wwb and duty == "c":
        for person, ordinance in (("informal_care", "informal_care"), ("reintegration_track", "reintegration"), ("part_time_work", "part_time_work")):
            yield case(person) & case(f"ordinance_exempts_{ordinance}"), "exemption_possible"
    if duty == "a":
        small = case.sure(case.small != "older")
        yield case("single_parent") & case("dependent_child") & small & ~case("child_checks_done"), "first_to_be_checked"
    if early_2012 and duty in "ac":
        yield case("indicated_care_at_home") & ~case("care_checks_done"), "first_to_be_checked"
    yield case.sure(True), "holds"
