import importlib
import math
import os
import subprocess
import sys
from decimal import Decimal, localcontext
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules.exact import cosine_of_turns, exp, log, power
from engine.rules.normal import phi, probit
from engine.rules.rounding import nine, nines

ROOT = Path(__file__).parents[3]


def ulps(got: float, true: Decimal) -> float:
    return float(abs(Decimal(got) - true) / Decimal(math.ulp(got)))


@settings(max_examples=50)
@given(x=st.floats(-700.0, 700.0))
def test_exp_is_within_two_units_in_the_last_place(x):
    with localcontext() as precise:
        precise.prec = 50
        assert ulps(exp(x), Decimal(x).exp()) <= 2.0


@settings(max_examples=50)
@given(x=st.floats(1e-300, 1e300))
def test_log_is_within_three_units_in_the_last_place(x):
    with localcontext() as precise:
        precise.prec = 50
        # Beside 1 the logarithm itself vanishes, and the error stays that of numbers near 1.
        error = abs(Decimal(log(x)) - Decimal(x).ln())
        assert error <= 3 * Decimal(math.ulp(max(abs(log(x)), 0.25)))


@settings(max_examples=50)
@given(x=st.floats(-800.0, 800.0))
def test_a_number_and_an_array_give_the_same_exp(x):
    assert exp(x) == exp(np.array([x, 0.0]))[0]


def test_exp_takes_in_its_stride_what_is_out_of_range():
    assert exp(0.0) == 1.0
    assert exp(-800.0) == 0.0
    assert math.isfinite(exp(1e300))
    assert exp(np.array([-np.inf, np.inf]))[1] > 1e308


@pytest.mark.parametrize(("x", "y"), [(2.0, 0.5), (0.3, 1.8), (1e6, -2.0), (7.0, 3.0)])
def test_powers_have_fourteen_digits(x, y):
    assert power(x, y) == pytest.approx(x**y, rel=1e-14)
    assert power(np.array([x]), y)[0] == power(x, y)


def test_zero_to_a_power_is_zero_or_one():
    assert power(0.0, 1.8) == 0.0
    assert power(0.0, 0.0) == 1.0
    assert power(np.array([0.0, 4.0]), 0.5).tolist() == [0.0, pytest.approx(2.0)]


@settings(max_examples=50)
@given(turns=st.floats(-10.0, 10.0))
def test_the_cosine_is_that_of_the_angle(turns):
    assert cosine_of_turns(turns) == pytest.approx(math.cos(2 * math.pi * turns), abs=2e-14)


@settings(max_examples=50)
@given(z=st.floats(-9.0, 9.0))
def test_phi_is_within_a_million_millionth(z):
    assert phi(z) == pytest.approx(0.5 * math.erfc(-z / math.sqrt(2.0)), abs=1e-12)


@settings(max_examples=20)
@given(z=st.floats(-20.0, 20.0))
def test_a_number_and_an_array_give_the_same_phi(z):
    assert phi(z) == phi(np.array([z]))[0] == phi(np.array(z))
    assert exp(np.array(z)) == exp(z)


def test_phi_is_a_distribution():
    shares = phi(np.linspace(-20.0, 20.0, 5001))
    assert shares[0] >= 0.0
    assert shares[-1] <= 1.0
    assert (np.diff(shares) > -1e-13).all()
    assert phi(0.0) == 0.5


@settings(max_examples=20)
@given(share=st.floats(1e-6, 1 - 1e-6))
def test_probit_undoes_phi(share):
    assert phi(probit(share)) == pytest.approx(share, abs=1e-11)


@pytest.mark.parametrize("share", [0.0, 1.0, -0.5])
def test_probit_refuses_what_is_no_share(share):
    with pytest.raises(ValueError, match="strictly between 0 and 1"):
        probit(share)


def test_every_processor_gives_the_same_bits():
    optional = importlib.import_module("numpy._core._multiarray_umath").__cpu_dispatch__
    plain = prints({"NPY_DISABLE_CPU_FEATURES": " ".join(optional)})
    assert prints({}) == plain


def prints(extra: dict[str, str]) -> str:
    command = [sys.executable, "-m", "tests.engine.rules.fingerprint"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **extra}, capture_output=True, text=True, check=True
    )
    return done.stdout


@settings(max_examples=50)
@given(x=st.floats(allow_nan=False))
def test_nine_digits_are_kept(x):
    assert nine(x) == float(f"{x:.9g}")
    assert nine(nine(x)) == nine(x)
    assert nine(np.array([[x]])).tolist() == [[nine(x)]]
    assert nines(np.array([x, x])) == nines([x, x]) == (nine(x), nine(x))


def test_no_minus_zero_is_emitted():
    assert math.copysign(1.0, nine(-0.0)) == 1.0
    assert math.copysign(1.0, nines([-0.0])[0]) == 1.0
