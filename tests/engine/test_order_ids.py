"""What an order's id may do: name the order to its own seat and in causes, and nothing else."""

from pathlib import Path

import pytest

from engine import facts
from engine.events import MeterMoved, cause_of, ordered_by
from engine.game import FACILITATOR, Game
from engine.orders import ACTS, FieldGiven, Order
from tests.engine.small import HOUR, changed, entries, game_of, ordered

GIVEN: tuple[tuple[int, str, str, dict[str, FieldGiven]], ...] = (
    (0, "port", "night_shift", {"length": 8}),
    (1, "port", "hire_crews", {}),
    (2, "port", "night_shift", {"length": 6}),
    (3, "union", "work_to_rule", {"until": "day"}),
    (9, "port", "night_shift", {"length": 7}),
)
OPEN = "cards: {hire_crews: {when: always, known_to: {union: 10 %/h, council: 2 h}}}"


def busy(tmp_path: Path, name: str, seed: int = 1) -> Game:
    """A game with the same orders under other ids."""
    folder = tmp_path / f"{name}-{seed}"
    folder.mkdir()
    game = game_of(changed(folder, OPEN), seed=seed)
    for number, (hour, seat, card, fields) in enumerate(GIVEN):
        game.play(hour * HOUR)
        id = f"{name}{number}"
        assert game.submit(Order(id=id, seat=seat, card=card, fields=dict(fields))).accepted
    game.play()
    return game


@pytest.mark.parametrize("seed", range(8))
def test_the_luck_of_an_order_hangs_on_no_id(tmp_path: Path, seed: int):
    plain = list(busy(tmp_path, "first-", seed).journal.lines())
    other = list(busy(tmp_path, "zz.", seed).journal.lines())
    assert [line.replace("zz.", "first-") for line in other] == plain


def test_two_orders_of_one_card_have_luck_of_their_own(tmp_path: Path):
    fates = set()
    for seed in range(8):
        begun = entries(busy(tmp_path, "a", seed), facts.OrderBegun, card="night_shift")
        fates.add(tuple(e.event.result for e in begun if isinstance(e.event, facts.OrderBegun)))
    assert any(len(set(results)) > 1 for results in fates)


def test_no_other_seat_is_told_the_id_of_an_order(tmp_path: Path):
    game = busy(tmp_path, "secret-box-")
    own = {"port", "union"}
    told = {seat: repr([row.row() for row in game.seen(seat)]) for seat in game.scenario.seats}
    assert {seat for seat, text in told.items() if "secret-box" in text} == own
    assert "order" not in facts.OrderKnown.__dataclass_fields__
    known = entries(game, facts.OrderKnown)
    assert {e.event.to[0] for e in known} == {"union", "council", "port"}
    for number, (_, giver, _, _) in enumerate(GIVEN):
        for seat in own - {giver}:
            assert f"secret-box-{number}" not in told[seat]


def test_a_cause_names_the_seat_whose_order_it_was(tmp_path: Path):
    game = game_of(
        changed(
            tmp_path,
            """
            cards:
              open_gate: {takes: null, effects: [{shift: patience, by: 2 %}]}
              mediate: {takes: null, known_to: {}, effects: [{shift: patience, by: -1 %}]}
            """,
        )
    )
    assert game.submit(Order(id="1", seat="union", card="open_gate")).accepted
    assert game.submit(Order(id="1", seat="council", card="mediate")).accepted
    game.advance()
    terms = {
        term.cause: term.amount
        for entry in entries(game, MeterMoved)
        if isinstance(entry.event, MeterMoved)
        for term in entry.event.terms
    }
    assert terms == {"order:union/1": 0.02, "order:council/1": -0.01}
    causes = [e.event.cause for e in entries(game, facts.OrderTaken)]
    assert causes == ["order:union/1", "order:council/1"]


def test_causes_of_orders_are_read_back():
    assert ordered_by(cause_of("port", "a:b.c-1")) == "port"
    assert [ordered_by(cause) for cause in ("inject:x/y", "event:7", "drift", "ending:e")] == [
        ""
    ] * 4


LENT = """
    cards:
      open_gate:
        takes: 2 h
        known_to: {port: 3 h, council: 100 %/h}
        effects:
          - {shift: patience, by: 4 %, fading: 3 h}
          - {schedule: storm_warning, in: 2 h}
    """


def test_all_that_comes_of_an_order_says_so(tmp_path: Path):
    game = game_of(changed(tmp_path, LENT))
    assert game.submit(Order(id="x", seat="union", card="open_gate")).accepted
    game.play(20 * HOUR)
    so = "order:union/x"
    for kind in (facts.Settled, facts.Waiting, facts.OrderKnown, facts.CarriedOut):
        found = entries(game, kind)
        assert found
        assert {e.event.cause for e in found} == {so}
    assert len(entries(game, facts.Waiting, sort="return")) > 3
    (fired,) = entries(game, facts.InjectFired, inject="storm_warning")
    assert (fired.event.cause, fired.at) == (so, 4 * HOUR)
    assert [e.event.seat for e in entries(game, facts.OrderKnown)] == ["union"] * 2  # type: ignore[attr-defined]
    lent = [
        term.amount
        for e in entries(game, MeterMoved)
        if isinstance(e.event, MeterMoved)
        for term in e.event.terms
        if term.cause == so
    ]
    assert lent[0] == 0.04
    assert min(lent) < 0
    assert 0 < sum(lent) < 0.01


def test_what_the_facilitator_brings_in_names_the_facilitator(tmp_path: Path):
    game = game_of(changed(tmp_path, ""))
    ordered(game, FACILITATOR, "bring_in", {"inject": "minister_visits"})
    game.advance()
    (fired,) = entries(game, facts.InjectFired)
    assert fired.event.cause == f"order:{FACILITATOR}/order-0"
    assert {e.event.cause for e in entries(game, facts.Settled)} == {fired.event.cause}


ENDS = "endings: {one: {title: One, when: now >= day 1 10:00, text: One}}"


@pytest.mark.parametrize(("written", "cause"), [(ENDS, "ending:one"), ("", "")])
def test_an_end_says_which_ending_it_follows_from(tmp_path: Path, written: str, cause: str):
    game = game_of(changed(tmp_path, written))
    game.play()
    (ended,) = entries(game, facts.Ended)
    assert ended.event.cause == (cause or f"ending:{game.world.ending}")


@pytest.mark.parametrize("card", ACTS)
def test_an_act_is_never_taken_for_a_card(tmp_path: Path, card: str):
    game = game_of(changed(tmp_path, ""))
    assert ordered(game, "union", card).code not in ("", "unknown_card")
    assert ordered(game, "union", f"{card}_").code == "unknown_card"
    assert card not in {c.card for c in game.view("union").cards}
