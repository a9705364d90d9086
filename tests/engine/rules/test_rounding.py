"""Nine digits: a long row, rounded without texts, is the row that texts would give."""

import math

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from engine.rules.exact import log
from engine.rules.rounding import nine, nines

numbers = st.floats(allow_nan=False) | st.floats(-1e9, 1e9) | st.floats(1e-15, 1e-9)
ties = st.builds(
    lambda digits, power: float(f"{digits}5e{power}"),
    st.integers(10**8, 10**9),
    st.integers(-24, 3),
)


def by_text(values):
    return [str(float(f"{value:.9g}") + 0.0) for value in values]


@given(row=st.lists(numbers | ties, min_size=1, max_size=8))
@example(row=[-0.0, 0.0, -1e-300])
@example(row=[999999999.5])
@example(row=[0.99999999949999, 0.0009999999995, 9.999999995e-14])
@example(row=[math.inf, 1.0])
def test_long_rows_are_rounded_as_texts_round(row):
    long = np.array(row * 64)
    assert [str(value) for value in nines(long)] == by_text(row * 64)


def test_numbers_half_way_between_two_are_rounded_as_texts_round():
    for power in range(-22, 0):
        row = [float(f"{digits}5e{power}") for digits in range(10**8 + 1, 10**9, 9_999_991)]
        assert [str(value) for value in nines(row)] == by_text(row)


def test_rows_around_each_power_of_ten_are_rounded_as_texts_round():
    for power in range(-16, 11):
        ten = float(f"1e{power}")
        row = np.array([ten, np.nextafter(ten, 0.0), np.nextafter(ten, 1e300)] * 30)
        assert [str(value) for value in nines(row)] == by_text(row.tolist())


@given(row=st.lists(numbers, min_size=1, max_size=8))
def test_a_number_alone_is_rounded_as_in_a_row(row):
    assert [nine(value) for value in row] == list(nines(np.array(row * 64)))[: len(row)]


@given(x=st.floats(min_value=0.0, exclude_min=True, allow_infinity=False))
def test_a_number_and_an_array_give_the_same_logarithm(x):
    assert float(log(np.array([x]))[0]) == log(x)
