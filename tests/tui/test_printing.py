"""A briefing on one page."""

import pytest
from click.testing import CliRunner

from engine.scenario.load import load, shipped
from tui.cli import main
from tui.commands.printing import PAGE, WIDTH

SEATS = [(name, seat) for name, _, _ in shipped() for seat in load(name).seats]


def printed(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["print", *words])
    return done.exit_code, done.output


@pytest.mark.parametrize(("scenario", "seat"), SEATS)
def test_every_briefing_fits_on_a_page(scenario: str, seat: str):
    code, text = printed(scenario, "--seat", seat)
    rows = text.splitlines()
    assert code == 0
    assert len(rows) <= PAGE
    assert max(map(len, rows)) <= WIDTH


def test_a_briefing_says_who_one_is_what_one_wants_and_what_one_can_do():
    _, text = printed("harbour", "--seat", "union")
    assert text.startswith("# Dockers' union: Harbour\n")
    assert "Invented events." in text
    assert "- Overtime is paid" in text
    assert "Work to rule (solidarity 10 %)" in text
    assert "after 6 h: patience" in text


def test_a_format_says_how_long_it_takes_and_how_many_orders_there_are():
    scenario = load("harbour")
    name, format = next(iter(scenario.formats.items()))
    _, text = printed("harbour", "--seat", "port", "--format", name)
    assert f"about {format.minutes} minutes" in " ".join(text.split())


@pytest.mark.parametrize("words", [("harbour", "--seat", "mayor"), ("harbour",)])
def test_a_seat_that_there_is_not_is_bad_usage(words: tuple[str, ...]):
    code, text = printed(*words)
    assert code == 2
    assert "seat" in text
