"""Why a figure moved: parts add up, and name only causes that the seat was told of."""

from pathlib import Path

import pytest

from engine.catalogue import story
from engine.events import MeterMoved
from engine.game import Game
from engine.why import LOST, NOISE, Known, Ledger, Part, told_of, why
from host.whys import why_of
from tests.engine.small import HOUR, changed, game_of, ordered

KEY = ".patience"

SCARES = """
    injects:
      quiet_scare:
        at: day 1 10:00
        effects: [{shift: patience, by: -9 %}]
      open_scare:
        at: day 1 12:00
        to: council
        text: "The queue at the pump is round the corner."
        effects: [{shift: patience, by: -4 %}]
"""


def game(folder: Path, hours: int = 20, text: str = SCARES) -> Game:
    """The harbour with two scares, of which the council is told of one; the union goes slow."""
    found = game_of(changed(folder, text))
    found.advance(2)
    assert ordered(found, "union", "open_gate").accepted
    found.advance(hours - 2)
    return found


def ledger(found: Game, seat: str = "council", key: str = KEY, since: int = 0) -> Ledger:
    answer = why(found, seat, key, since)
    assert answer is not None
    return answer


def headlines(found: Game, of: Ledger, seat: str = "council") -> dict[str, Part]:
    told = found.seen(seat)
    return {
        story(found.scenario, told[part.seen]).text: part for part in of.parts if part.seen >= 0
    }


@pytest.mark.parametrize("since", [0, 7 * HOUR, 19 * HOUR, 10**9])
@pytest.mark.parametrize(("seat", "key"), [("council", KEY), ("port", KEY), ("union", KEY)])
def test_parts_sum_to_the_change_as_it_was_told(tmp_path: Path, seat: str, key: str, since: int):
    found = ledger(game(tmp_path), seat, key, since)
    assert sum(part.amount for part in found.parts) == pytest.approx(found.change, abs=1e-8)
    assert found.start < found.end


def test_what_the_seat_was_told_of_stands_with_its_amount_and_its_hour(tmp_path: Path):
    found = game(tmp_path)
    (scare,) = [p for text, p in headlines(found, ledger(found)).items() if "queue" in text]
    assert scare.amount == pytest.approx(-0.04)
    assert scare.at == 6 * HOUR


def test_what_it_was_not_told_of_is_one_part_without_a_cause(tmp_path: Path):
    found = game(tmp_path)
    (rest,) = [part for part in ledger(found).parts if part.seen == LOST]
    drift = -0.02 * (ledger(found).end - ledger(found).start) / (24 * HOUR)
    assert rest.cause == ""
    assert rest.amount == pytest.approx(-0.09 + drift, abs=1e-6)


def test_an_order_of_another_seat_counts_as_known_once_it_is_known(tmp_path: Path):
    found = game(tmp_path)
    known = [found.seen("council")[p.seen].name for p in ledger(found).parts if p.seen >= 0]
    assert "game.order_known" in known
    secret = game(
        tmp_path / "other", text=SCARES + "    cards:\n      open_gate: {known_to: {port: 1 h}}\n"
    )
    hidden = [secret.seen("council")[p.seen].name for p in ledger(secret).parts if p.seen >= 0]
    assert "game.order_known" not in hidden
    assert ledger(secret).change == ledger(found).change


def test_hours_that_the_figure_does_not_reach_yet_are_left_out(tmp_path: Path):
    found = game(tmp_path, hours=14)
    late = ledger(found, "port")
    assert late.end == told_of(found, "port", KEY)[-1].at < found.now - 10 * HOUR
    assert all(part.at <= late.end for part in late.parts)
    assert not any("queue" in text for text in headlines(found, late, "port"))


def test_a_figure_told_with_errors_has_steps_and_not_terms(tmp_path: Path):
    played = game(tmp_path)
    found = ledger(played, "union")
    assert not found.exact
    assert len(found.parts) < len(told_of(played, "union", KEY)) - 1
    sizes = [abs(part.amount) for part in found.parts if part.seen != NOISE]
    assert min(sizes, default=1.0) > 0.05


def test_after_the_end_every_cause_is_told(tmp_path: Path):
    found = game(tmp_path)
    found.play()
    parts = why_of(found, "council", KEY, 0)["parts"]
    assert isinstance(parts, list)
    sorts = {part["sort"] for part in parts}
    assert {"told", "revealed", "drift"} <= sorts
    assert "unknown" not in sorts


def test_a_site_and_a_place_have_figures_of_their_own(tmp_path: Path):
    found = game(tmp_path, hours=30)
    first, second = (why(found, "port", "fuel.stock", 0, where) for where in (0, 1))
    assert first is not None
    assert second is not None
    assert first.before != second.before


@pytest.mark.parametrize("key", ["fuel.nothing", ".nothing", "", "nobody.at.all"])
def test_of_what_a_seat_is_not_told_there_is_no_ledger(tmp_path: Path, key: str):
    assert why(game(tmp_path), "council", key, 0) is None
    assert why_of(game(tmp_path / "b"), "council", key, 0) == {}


def test_terms_of_the_journal_are_the_source_of_the_parts(tmp_path: Path):
    found = game(tmp_path)
    moved = [e.event for e in found.journal if isinstance(e.event, MeterMoved)]
    assert sum(event.by for event in moved) == pytest.approx(ledger(found).change, abs=1e-6)


def one_of_two(folder: Path, *amounts: int) -> Game:
    """A world in which patience falls by nine in all, for reasons that nobody is told of."""
    scares = "".join(
        f"      scare_{number}:\n        at: day 1 10:00\n"
        f"        effects: [{{shift: patience, by: -{amount} %}}]\n"
        for number, amount in enumerate(amounts)
    )
    found = game_of(changed(folder, "    injects:\n" + scares))
    found.advance(20)
    return found


def test_two_worlds_that_differ_in_hidden_causes_give_the_same_ledger(tmp_path: Path):
    ours, theirs = one_of_two(tmp_path / "a", 9), one_of_two(tmp_path / "b", 5, 4)
    assert ours.journal.digest() != theirs.journal.digest()
    assert why_of(ours, "council", KEY, 0) == why_of(theirs, "council", KEY, 0)


def test_a_planted_leak_of_causes_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Known, "of", lambda self, cause: 0)
    ours, theirs = one_of_two(tmp_path / "a", 9), one_of_two(tmp_path / "b", 5, 4)
    assert why_of(ours, "council", KEY, 0) != why_of(theirs, "council", KEY, 0)
