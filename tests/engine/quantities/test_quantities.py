"""Numbers with units, as authors write them and as people read them."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.quantities import (
    QuantityError,
    canonical,
    parse_moment,
    parse_quantity,
    parse_unit,
    parse_value,
    same_dimension,
    show,
)
from engine.written import Value

COUNTS = frozenset({"ships", "crews"})
START = datetime(2031, 11, 3, 6)


def read(text: str) -> Value:
    return parse_value(text, COUNTS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15 h (6 to 18)", Value(15, 6, 18, "h")),
        ("30 min", Value(0.5, unit="min")),
        ("7 %", Value(0.07, unit="%")),
        ("-6 % (-8 to -4)", Value(-0.06, -0.08, -0.04, "%")),
        ("0.0000005 /h", Value(5e-7, unit="/h")),
        ("48 ships/d", Value(2, unit="ships/d")),
        ("2 (2 to 3)", Value(2, 2, 3)),
        ("50 KZT/m3", Value(0.05, unit="KZT/m3")),
        ("500 m", Value(0.5, unit="m")),
    ],
)
def test_a_value_is_read_in_the_canonical_unit(text: str, value: Value):
    assert read(text) == value


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("9 hour", "no unit `hour`; write `h`"),
        ("2 weeks", "no unit `weeks`; write `d`: a week is 7 d"),
        ("2 ship", "no unit `ship`; did you mean `ships`?"),
        ("5 persons", "no unit `persons`; write `people`"),
        ("21,000 people", "`21,000 people`: write numbers without commas"),
        ("1,5 h", "`1,5 h`: write a decimal point, not a comma"),
        ("5 ships/d (6 to 7)", "`5 ships/d (6 to 7)`: the value lies outside its range"),
        ("5 ships/d (7 to 3)", "`5 ships/d (7 to 3)`: the range is written low to high"),
        ("15h", "`15h`: put a space between the number and its unit"),
        ("+5 %", "`+5 %`: write it without the +"),
        (".5 h", "`.5 h`: write 0.5 h"),
        ("1e-3 /h", "`1e-3 /h`: write the number out, without an exponent"),
        ("3 t/h/d", "`t/h/d`: a unit has at most one slash"),
        ("soon", "`soon` is not a quantity; write a number and its unit, such as 12 h"),
    ],
)
def test_a_wrong_quantity_is_answered_with_what_to_write(text: str, sentence: str):
    with pytest.raises(QuantityError) as raised:
        read(text)
    assert str(raised.value) == sentence


@pytest.mark.parametrize(
    ("text", "unit", "sentence"),
    [
        ("9", "h", "expected a length of time such as 12 h, got `9`; write the unit too"),
        ("0.6", "%", "expected a share such as 5 %, got `0.6`; write 60 %"),
        ("3 h", "", "expected a plain number such as 2, got `3 h`"),
        (
            "3 t/d",
            "ships/d",
            "expected a number of things over time such as 3 ships/d, got `3 t/d`",
        ),
    ],
)
def test_a_quantity_of_another_dimension_says_which_was_expected(text, unit, sentence):
    with pytest.raises(QuantityError) as raised:
        parse_quantity(text, unit, COUNTS)
    assert str(raised.value) == sentence


def test_any_lower_case_word_counts_where_no_scenario_is_known():
    assert parse_value("3 boats").unit == "boats"
    with pytest.raises(QuantityError, match="no unit `boats`"):
        read("3 boats")


def test_two_currencies_never_mix():
    assert not same_dimension("KZT/l", "USD/l")
    assert same_dimension("KZT/l", "KZT/m3")


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        (0.6, "%", "60 %"),
        (2500, "people", "2,500 people"),
        (1, "people", "1 person"),
        (1, "ships", "1 ship"),
        (5 / 24, "ships/d", "5 ships/d"),
        (60, "d", "2.5 d"),
        (0.000012, "/h", "0.000012 /h"),
        (float("inf"), "d", "∞ d"),
        (3, "", "3"),
    ],
)
def test_people_read_numbers_in_the_unit_asked_for(number: float, unit: str, text: str):
    assert show(number, unit) == text


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("day 1 06:00", 0),
        ("day 2 18:00", 36 * 3600),
        ("2031-11-04 18:00", 36 * 3600),
        ("day 1 24:00", 18 * 3600),
        ("day 1 00:00", -6 * 3600),
    ],
)
def test_a_moment_is_counted_from_the_start(text: str, seconds: int):
    assert parse_moment(text, START) == seconds


def test_a_moment_is_local_to_the_scenarios_zone():
    zone = timezone(timedelta(hours=6))
    assert parse_moment("day 2 18:00", START, zone) == 36 * 3600


@pytest.mark.parametrize("text", ["D+2 15:00", "2 pm", "day 2", "2031-11-04"])
def test_no_other_form_is_a_time(text: str):
    with pytest.raises(QuantityError) as raised:
        parse_moment(text, START)
    assert str(raised.value) == f"`{text}` is not a time; write day 2 18:00 or 2031-11-04 18:00"


@pytest.mark.parametrize("text", ["day 0 10:00", "2031-13-04 18:00", "day 1 24:30"])
def test_days_and_hours_that_do_not_exist_are_refused(text: str):
    with pytest.raises(QuantityError):
        parse_moment(text, START)


@given(st.text(alphabet="0123456789.,+-eE %/()hdtkmo ships€", max_size=30))
@settings(max_examples=50)
def test_no_text_breaks_the_reader(text: str):
    try:
        unit = parse_value(text, COUNTS).unit
    except QuantityError:
        return
    assert parse_unit(unit, COUNTS).text == unit


@given(st.integers(-10000, 10000), st.sampled_from(["h", "d", "%", "t/d", "ships/d", "m3", ""]))
@settings(max_examples=50)
def test_a_literal_and_a_converted_number_are_the_same_float(number: int, unit: str):
    assert parse_value(f"{number} {unit}".strip(), COUNTS).number == canonical(number, unit)
