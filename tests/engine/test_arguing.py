"""Which cards a staff would argue about, and which it could not pay for."""

from pathlib import Path

import pytest

from engine.affording import missing, pays
from engine.arguing import arguing, played_lately
from engine.cases import said
from engine.errors import BadScenario
from engine.game import Game
from engine.views import View
from host.showing import view_of
from tests.engine.small import changed, game_of, ordered

TEMPERS = """
    temperaments:
      cautious: null
      bold:  {title: Bold, traits: {nerve: 200 %}}
      timid: {title: Timid, traits: {nerve: 10 %}}
    doctrine:
      port:
        night_work: null
        spread:     null
        calm_town:  null
        tell_all:   {when: always, order: publish_stock, only: [timid]}
        shift:      {when: always, order: night_shift, fields: {length: 24 h}, only: [bold]}
        same_again: {when: always, order: night_shift}
        never:      {when: port.overtime_pay > 900 h, order: hire_crews}
    seats:
      port: {stocks: {overtime_pay: {start: AMOUNT h, each_move: 0 h}}}
"""


def game(folder: Path, amount: int = 40) -> Game:
    """The harbour with two tempers in the port, and so many hours of pay."""
    return game_of(changed(folder, TEMPERS.replace("AMOUNT", str(amount))))


def port(game: Game) -> View:
    return game.view("port")


def test_what_each_temper_would_do_first_is_argued_first(tmp_path: Path):
    played = game(tmp_path)
    found = [(row.card, row.by) for row in arguing(played.scenario, port(played))]
    assert found == [("night_shift", ("Bold", "Timid")), ("publish_stock", ("Timid",))]


def test_a_form_that_cannot_be_paid_is_nobodys_argument(tmp_path: Path):
    played = game(tmp_path, amount=20)
    found = {row.card: row.by for row in arguing(played.scenario, port(played))}
    assert found["night_shift"] == ("Bold", "Timid")  # the box without a length costs twelve
    played = game(tmp_path / "poor", amount=11)
    assert "night_shift" not in {row.card for row in arguing(played.scenario, port(played))}


def test_an_order_that_still_waits_leaves_the_argument_as_it_was(tmp_path: Path):
    played = game(tmp_path, amount=14)
    before = [row.card for row in arguing(played.scenario, port(played))]
    answer = ordered(played, "port", "night_shift", {"berth": "north_quay", "length": 12.0})
    assert answer.accepted
    assert [row.card for row in arguing(played.scenario, port(played))] == before
    assert pays(port(played), "night_shift", {"length": 12.0})


def test_what_was_seen_to_lately_is_no_argument_any_more(tmp_path: Path):
    played = game(tmp_path)
    ordered(played, "port", "publish_stock")
    played.play(3 * 3600)
    assert "publish_stock" not in {row.card for row in arguing(played.scenario, port(played))}


@pytest.mark.parametrize(("amount", "lacks"), [(40, None), (8, None), (5, ("overtime_pay", 6.0))])
def test_a_card_lacks_money_only_if_its_cheapest_form_does(
    tmp_path: Path, amount: int, lacks: tuple[str, float] | None
):
    played = game(tmp_path, amount)
    assert missing(played.scenario, port(played), "night_shift") == lacks


def test_a_card_that_cannot_be_paid_is_shown_closed_with_what_it_needs(tmp_path: Path):
    played = game(tmp_path, amount=5)
    found = view_of(played, "port")["cards"]
    assert isinstance(found, list)
    rows = {row["card"]: row for row in found}
    assert rows["night_shift"]["open"] is False
    assert rows["night_shift"]["code"] == "cannot_afford"
    lacks = {"stock": "overtime_pay", "needs": 6.0, "again": None}
    assert rows["night_shift"]["about"] == lacks
    assert rows["publish_stock"]["open"] is True
    answer = ordered(played, "port", "night_shift", {"berth": "north_quay", "length": 6.0})
    assert (answer.accepted, answer.code) == (False, "cannot_afford")


def test_a_card_that_went_out_in_this_move_or_the_last_is_not_argued(tmp_path: Path):
    scenario = changed(tmp_path, TEMPERS.replace("AMOUNT", "40"))
    played = game_of(scenario)
    ordered(played, "port", "night_shift", {"berth": "north_quay", "length": 6.0})
    assert played_lately(port(played)) == (), "it still waits"
    played.play(3 * 3600)
    assert played_lately(port(played)) == ("night_shift",)
    assert "night_shift" not in {row.card for row in arguing(scenario, port(played))}
    first, second = [at for at in played.schedule.at if at > played.now][:2]
    played.play(first)
    assert played_lately(port(played)) == ("night_shift",)
    played.play(second)
    assert played_lately(port(played)) == ()


CASES = """
cards:
  night_shift:
    cases:
      - {when: done(night_shift), case_for: "Foreman: once more.", short: {for: Once more.}}
      - {when: not done(night_shift), case_against: "Clerk: never yet."}
"""


def test_words_that_fit_stand_in_turn_with_the_cards_own(tmp_path: Path):
    played = game_of(changed(tmp_path, CASES))
    card = played.scenario.cards["night_shift"]
    found = said(played.scenario, port(played))["night_shift"]
    assert (found["case_for"], found["case_against"]) == (card.case_for, "Clerk: never yet.")
    ordered(played, "port", "night_shift", {"berth": "north_quay", "length": 6.0})
    assert "night_shift" in said(played.scenario, port(played)), "it has not gone out yet"
    played.play(3 * 3600)
    assert "night_shift" not in said(played.scenario, port(played)), "the card's own turn"
    ordered(played, "port", "night_shift", {"berth": "north_quay", "length": 12.0})
    played.play(6 * 3600)
    again = said(played.scenario, port(played))["night_shift"]
    assert again["case_for"] == "Foreman: once more."
    assert again["short"]["for"] == "Once more."  # type: ignore[index]


NARROW = """
cards:
  hire_crews: {fields: {where: place where DRY}}
"""


def test_a_narrowed_field_offers_and_takes_only_what_its_seat_is_told_of(tmp_path: Path):
    played = game_of(changed(tmp_path, NARROW.replace("DRY", "stock")))
    spec = played.scenario.cards["hire_crews"].fields["where"]
    told = port(played).offered(spec)
    assert told != ()
    none = game_of(changed(tmp_path / "none", NARROW.replace("DRY", "not stock")))
    spec = none.scenario.cards["hire_crews"].fields["where"]
    assert set(port(none).offered(spec)).isdisjoint(told)
    answer = ordered(none, "port", "hire_crews", {"where": told[0]})
    assert (answer.accepted, answer.code) == (False, "wrong_field")


def test_a_field_narrowed_by_what_its_seat_is_not_told_is_refused(tmp_path: Path):
    with pytest.raises(BadScenario, match="is not told `patience_of`"):
        changed(tmp_path, NARROW.replace("DRY", "patience_of"))
