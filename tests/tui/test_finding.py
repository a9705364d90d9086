"""Lists are searched as one types, and cards stand in groups."""

from collections.abc import Callable

import pytest

from tests.tui.stage import HandSession, cards, pressed, scene, text_of
from tui.app import WhitecellApp
from tui.keeper import Keeper
from tui.picture.card_groups import OTHER, grouped
from tui.picture.cards import card_rows
from tui.plain_cards import cards as plain_cards
from tui.widgets.form import FormFields
from tui.widgets.listing import Listing

Made = Callable[..., WhitecellApp]
SIZE = (120, 40)


def in_groups() -> HandSession:
    hand = cards()
    for card, kind in (("ask", "alliance"), ("limit", "security"), ("replace", "ferries")):
        form = hand[card]
        assert isinstance(form, dict)
        hand[card] = form | {"acts_on": kind}
    return HandSession(about=scene(cards=hand))


async def test_cards_stand_in_groups_and_those_with_nothing_to_play_last():
    known = await Keeper(in_groups()).look()
    found = grouped(card_rows(known))
    assert [(title, [row.card for row in rows]) for title, rows in found] == [
        ("Help from abroad", ["ask"]),
        ("Men, sites and order", ["limit"]),
        ("Ferries", ["replace"]),
        (OTHER, ["exit"]),
    ]


async def test_a_list_follows_every_letter_and_esc_shows_all_again(app_of: Made):
    app = app_of(in_groups())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "o")
        assert "Ferries" in text_of(pilot)
        await pressed(pilot, "slash", *"ORDER in")
        found = text_of(pilot)
        assert "1 of 4 with “ORDER in”" in found
        assert "Set the limit on force" in found
        assert "Replace a security chief" not in found
        await pressed(pilot, *"q", "enter")
        assert "Nothing has this word" in text_of(pilot)
        await pressed(pilot, "escape")
        assert "Replace a security chief" in text_of(pilot)
        assert "All cards" in text_of(pilot)
        await pressed(pilot, "escape")
        assert "Three cards" in text_of(pilot)


async def test_the_row_that_was_found_is_picked_by_enter(app_of: Made):
    app = app_of(in_groups())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "o", "slash", *"ferries", "enter", "enter")
        assert "Replace a security chief" in text_of(pilot)
        assert "All cards" not in text_of(pilot)


@pytest.mark.parametrize(("key", "word"), [("i", "arden"), ("m", "jarrow"), ("a", "landed")])
async def test_every_list_can_be_searched(app_of: Made, key: str, word: str):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", key, "slash", *word)
        assert f"with “{word}”" in text_of(pilot)
        assert "Nothing has this word" not in text_of(pilot)


async def test_plain_play_lists_the_cards_with_a_word(capsys: pytest.CaptureFixture[str]):
    await plain_cards(in_groups(), ["abroad"])
    said = capsys.readouterr().out
    assert "Ask the alliance" in said
    assert "Set the limit" not in said
    await plain_cards(in_groups(), ["giraffe"])
    assert "No card has `giraffe` in it." in capsys.readouterr().out


async def test_the_palette_names_each_order_and_each_figure(app_of: Made):
    app = app_of(in_groups())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        named = {each.title for each in app.get_system_commands(app.screen)}
        assert {"Order: Ask the alliance", "Why: Trust in the government", "Map"} <= named
        assert "Order: Fix the exit" not in named
        await pressed(pilot, "ctrl+p")
        await pressed(pilot, *"replace a", "enter")
        await pilot.pause(0.5)
        await pressed(pilot, "enter")
        await pilot.pause(0.3)
        assert "Replace a security chief" in text_of(pilot)
        await pressed(pilot, "escape")
        await pressed(pilot, "ctrl+p")
        await pressed(pilot, *"why: trust", "enter")
        await pilot.pause(0.5)
        await pressed(pilot, "enter")
        await pilot.pause(0.3)
        assert "What moved it" in text_of(pilot)


async def test_a_field_of_many_choices_opens_a_list_that_is_searched(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1", "tab", "tab")
        assert ", / list" in text_of(pilot)
        await pressed(pilot, "slash", *"jar", "enter")
        chosen = app.screen.query_one(FormFields).filled[2]
        assert chosen.words == "Jarrow"
        await pressed(pilot, "slash", "down", "escape")
        assert app.screen.query_one(FormFields).filled[2] == chosen


async def test_a_list_says_how_many_rows_stand_below(app_of: Made):
    hand = {f"card{number}": cards()["limit"] for number in range(30)}
    app = app_of(HandSession(about=scene(cards=hand)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter", "enter", "o")
        listing = app.screen.query_one(Listing)
        shown = listing.size.height - 1
        assert f"▼ {30 - shown} more" in text_of(pilot)
        await pressed(pilot, "end")
        assert "▼ " not in text_of(pilot).split("What is said")[0]
