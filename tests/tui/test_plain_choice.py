"""What is typed into a form line by line."""

import pytest

from tui.plain_choice import amount


@pytest.mark.parametrize(
    ("said", "unit", "read"),
    [
        ("12h", "h", "12 h"),
        ("12", "h", "12 h"),
        ("1,000", "people", "1,000 people"),
        ("30%", "%", "30 %"),
        ("3 d", "h", "3 d"),
        ("4", "", "4"),
        ("as it was", "h", "as it was"),
    ],
)
def test_an_amount_may_be_typed_without_its_unit_or_its_space(said: str, unit: str, read: str):
    assert amount(said, unit) == read
