"""A briefing on one page."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.scenario.load import load, shipped
from tests.engine.scenario.copies import change
from tui.cli import main
from tui.commands.authoring.new import begun
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
    assert "after 6 h: Patience of the town" in text


def test_a_briefing_says_what_a_card_does_and_needs_and_what_may_be_offered():
    scenario = load("harbour")
    for seat in scenario.seats:
        _, text = printed("harbour", "--seat", seat)
        said = " ".join(text.split())
        for card in scenario.cards.values():
            if card.seat == seat and card.authority:
                assert f"Needs the power: {scenario.powers[card.authority].title}." in said
            if card.seat == seat and card.text:
                assert card.text in said
        for deal in scenario.offers.values():
            if deal.from_ == seat:
                assert f"**{deal.title}**, to" in said


@pytest.fixture
def mine(tmp_path: Path) -> str:
    begun(tmp_path / "mine", "Mine")
    inexact = "days_left: {after: 1 h, error: 20 %}"
    change(tmp_path / "mine", "seats.yaml", "days_left: 1 h", inexact)
    change(
        tmp_path / "mine", "cards.yaml", "title: Open the sluice",
        "title: Open the sluice\n    text: Water runs out.\n    closed: Nobody has the key",
    )  # fmt: skip
    return str(tmp_path / "mine")


def test_ids_are_told_by_their_titles_and_a_closed_card_by_its_reason(mine: str):
    seat = load(mine).cards["open_sluice"].seat
    _, text = printed(mine, "--seat", seat)
    said = " ".join(text.split())
    assert "Water runs out. Closed at times: Nobody has the key." in said
    titles = [meter.title for meter in load(mine).meters.values()]
    assert [title for title in titles if title in said] == titles


def test_a_number_that_differs_from_game_to_game_is_left_open_unless_a_game_is_named(mine: str):
    seat = "waterworks"
    _, said = printed(mine, "--seat", seat)
    assert "____: you are told this when play begins." in said
    pages = {printed(mine, "--seat", seat, "--seed", str(seed))[1] for seed in (5, 6)}
    assert len(pages) == 2
    assert not [page for page in pages if "____" in page]


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
