"""What else `whitecell preview` owes: deals, meters, powers, bots, clues, and words for numbers."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from engine.scenario.load import load
from engine.scenario.scheduled import scheduled
from tests.tui.authoring.test_preview import Page
from tui.commands.authoring.preview.drawing import HIGH, LINE, map_of
from tui.commands.authoring.preview.page import page_of
from tui.commands.authoring.preview.saying import Words


@pytest.fixture(scope="module")
def harbour():
    return load("harbour")


@pytest.fixture(scope="module")
def page(harbour) -> Page:
    return Page(page_of(harbour, ()))


def test_offers_meters_powers_exhibits_boxes_and_rungs_stand_on_the_page(harbour, page: Page):
    for part in (harbour.offers, harbour.meters, harbour.powers, harbour.exhibits):
        assert part
        assert [id for id in part if id not in page.words] == []
    for meter in harbour.meters.values():
        assert meter.title in page.words
    for deal in harbour.offers.values():
        assert deal.title in page.words
    for power in harbour.powers.values():
        assert [each.text for each in power.when.values() if each.text not in page.words] == []
    for boxes in harbour.doctrine.values():
        assert [id for id in boxes if id not in page.words] == []
    assert "Rungs of demands, lowest first" in page.words
    assert "orders “Pay for a night shift” within 12 h" in page.text


def test_every_format_tells_the_times_of_its_chapters(page: Page, harbour):
    for format in harbour.formats.values():
        for chapter in format.chapters:
            assert chapter in page.words
    assert re.search(r": day 1 \d\d:\d\d, day", page.text)


def test_an_inject_that_a_card_schedules_is_not_called_on_call(harbour):
    by_others = scheduled(harbour)
    assert by_others
    shown = page_of(harbour, ())
    for id in by_others:
        row = shown[shown.index(f"<code>{id}</code></td>") :]
        assert row[: row.index("</tr>")].count("scheduled") == 1


def test_a_clue_has_its_headline_its_time_and_its_odds_under_each_answer():
    scenario = load("dry-season")
    text = Page(page_of(scenario, ())).text
    for question in scenario.hidden.values():
        for clue in question.clues.values():
            assert clue.headline in text
            for answer, share in clue.likely.items():
                assert f"{answer} {100 * share.number:g} %" in text


@pytest.mark.parametrize(
    ("key", "written", "said"),
    [
        ("known_to", "all", "everybody at once"),
        ("known_to", {"union": "0 h", "council": "2 h"}, "Dockers' union at once"),
        ("known_to", {"union": "15 %/h"}, "Dockers' union by a leak of 15 %/h"),
        ("cost", {"work_hours": "2 h"}, "work hours 2 h"),
        ("fields", {"load": "2 t (1 to 3)"}, "load: 2 t (1 to 3)"),
        ("fields", {"tone": {"warm": "Thank them", "cold": "Say no"}}, "tone: Thank them or Say "),
    ],
)  # fmt: skip
def test_forms_and_delays_are_said_in_words(harbour, key: str, written: object, said: str):
    assert Words(harbour).card(key, written).startswith(said)


def test_stocks_and_readings_are_said_in_words(harbour):
    words = Words(harbour)
    stock = {"start": "900 EUR", "each_move": "100 EUR", "most": "950 EUR"}
    assert words.stock(stock) == "900 EUR at the start, 100 EUR more each move, at most 950 EUR"
    assert words.told({"after": "2 h", "error": "10 %"}) == "after 2 h, wrong by 10 %"
    assert words.told("0 h") == "at once"


def test_names_of_places_that_lie_together_do_not_lie_over_each_other(harbour):
    towns = {
        id: replace(town, at=(46.5, 9.1 + 0.0001 * number))
        for number, (id, town) in enumerate(harbour.places.items())
    }
    first = next(iter(towns))
    towns[first] = replace(towns[first], at=(47.5, 10.1))
    drawn = map_of(replace(harbour, places=towns))
    rows = [float(y) for y in re.findall(r'<text x="[^"]+" y="([^"]+)"', drawn)]
    assert len(rows) == len(towns)
    rows.sort()
    assert all(low - high >= LINE - 0.2 for high, low in pairwise(rows))
    assert rows[-1] <= HIGH


def test_on_a_narrow_screen_every_cell_says_what_it_is(harbour):
    shown = page_of(harbour, ())
    assert '<td data-of="comes">' in shown
    assert "@media (max-width: 40rem)" in shown
    assert "flex-wrap: wrap" in shown
