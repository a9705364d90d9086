"""Results are a fold of the journal: harm by the seats that could have prevented it, and causes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.envs import WorldEnv
from engine.game import Game
from engine.harm import Row
from engine.results import Results, results_of
from engine.results_plain import plain
from engine.saves import Save
from engine.scenario.scenario import Scenario
from engine.setup import Wanted, branched, prepare, replayed, start
from host.protocol import Ask
from host.table import Table
from tests.engine.small import HOUR, changed, game_of, ordered

ROWS = """
harm:
  landed:
    title: Hands hurt in unloading
    of: times(tankers.landed)
    by: {port: tankers.waiting >= 1 ships, union: now >= day 2 00:00, council: never}
  late:
    title: Hurt by night
    of: times(tankers.landed)
    when: now >= day 3 00:00
    by: {port: always}
cards: {ration: {authority: null}}
afterwards:
  mood:
    title: The town
    of: patience
    says:
      - {when: patience < 10 %, text: "Nobody queues any more."}
      - {text: "The queue is {patience} long."}
  hands:
    title: The hands
    harm: landed
    says: [{text: The infirmary has beds.}]
  ships:
    title: The anchorage
    of: tankers.waiting
    says: [{text: "{tankers.waiting} lie at anchor."}]
"""


@pytest.fixture
def scenario(tmp_path: Path) -> Scenario:
    return changed(tmp_path, ROWS)


def row(results: Results, id: str) -> Row:
    return next(each for each in results.harm if each.id == id)


def parts(results: Results, id: str) -> dict[tuple[str, ...], float]:
    return {part.seats: part.amount for part in row(results, id).parts}


# The ledger.


def counted(game: Game, id: str) -> dict[tuple[str, ...], float]:
    """One row of a game, counted while it is played: how the ledger could be kept as well."""
    spec, found, before = game.scenario.harm[id], dict[tuple[str, ...], float](), 0.0
    while not game.over:
        game.advance()
        env = WorldEnv(game.world)
        value = spec.of.number(env)
        assert value is not None
        rise, before = value - before, value
        if rise and (spec.when is None or spec.when.truth(env)):
            seats = tuple(seat for seat in spec.by if spec.by[seat].truth(env))
            found[seats] = found.get(seats, 0.0) + rise
    return found


@pytest.mark.parametrize("id", ["landed", "late"])
@pytest.mark.parametrize("bots", ["doctrine", "random"])
def test_the_ledger_told_from_the_journal_is_the_one_kept_in_play(
    scenario: Scenario, id: str, bots: str
) -> None:
    game = game_of(scenario, bots, seed=3)
    live = counted(game, id)
    assert parts(results_of(game), id) == live
    assert len(live) > (id == "landed")


def test_rows_sum_to_their_whole_and_shared_parts_stand_first(scenario: Scenario) -> None:
    game = game_of(scenario, "doctrine", seed=3)
    game.play()
    found = row(results_of(game), "landed")
    times = game.world.tallies["tankers.landed"].times
    assert found.amount == sum(part.amount for part in found.parts) == times
    assert [len(part.seats) for part in found.parts] == sorted(
        (len(part.seats) for part in found.parts), reverse=True
    )
    assert ("port", "union") in parts(results_of(game), "landed")
    assert found.of("council") == 0
    assert found.of("port") == sum(p.amount for p in found.parts if "port" in p.seats)


def test_what_rises_while_a_row_does_not_count_is_never_booked(scenario: Scenario) -> None:
    game = game_of(scenario, seed=3)
    game.play()
    landed = [e.at / HOUR for e in game.journal if e.name == "tankers.landed"]
    # Day 3 begins 42 hours after the start.
    assert parts(results_of(game), "late") == {("port",): sum(hour > 42 for hour in landed)}


def test_a_row_of_which_nobody_was_harmed_is_there_and_empty(tmp_path: Path) -> None:
    text = "harm: {fire: {title: Fire, of: times(fuel.sent), by: {union: always}}}"
    game = game_of(changed(tmp_path, text))
    game.play()
    found = row(results_of(game), "fire")
    assert (found.amount, found.parts, found.decision) == (0.0, (), None)


def test_branches_saves_and_games_played_through_have_the_same_results(
    tmp_path: Path, scenario: Scenario
) -> None:
    ready = prepare(Wanted(str(tmp_path / "mine"), seed=3, bots="doctrine", hidden="drawn"))
    whole, half = start(ready), start(ready)
    whole.play()
    half.advance(30)
    branch, manifest = branched(half, ready.manifest, 20 * HOUR)
    branch.play()
    assert results_of(branch) == results_of(whole)
    save = Save.create(tmp_path / "one.wcsave", manifest)
    for logged in branch.orders:
        save.log(logged)
    save.seal(branch.journal, branch.opened)
    assert results_of(replayed(save)) == results_of(whole)
    assert results_of(whole).hidden == ready.manifest.hidden


def test_nobody_is_told_of_the_ledger_before_the_end(scenario: Scenario) -> None:
    game = game_of(scenario, "doctrine")
    game.play()
    told = {name for entry in game.journal for name in [entry.name] if entry.event.to}
    assert not {name for name in told if "harm" in name or "afterwards" in name}


# Decisions.


def decided(game: Game, id: str) -> object:
    found = next(each for each in results_of(game).afterwards if each.id == id)
    return found.decision and (found.decision.seat, found.decision.card, found.decision.at / HOUR)


def test_the_order_that_moved_a_meter_most_as_it_went_is_named(scenario: Scenario) -> None:
    game = game_of(scenario)
    game.advance(3)
    # The town's patience falls in the end: what raised it by as much did not cause that.
    assert ordered(game, "union", "open_gate").accepted
    game.advance(2)
    assert ordered(game, "council", "ration", {"where": "shore"}).accepted
    game.play()
    assert decided(game, "mood") == ("council", "ration", 5.0)
    terms: dict[str, float] = {}
    for entry in game.journal:
        for term in getattr(entry.event, "terms", ()):
            terms[term.cause] = terms.get(term.cause, 0.0) + term.amount
    found = next(each for each in results_of(game).afterwards if each.id == "mood").decision
    assert found is not None
    assert found.moved == pytest.approx(game.world.meters["patience"] - 0.6)
    assert found.amount == pytest.approx(terms["order:council/order-1"])
    rest = sum(n for cause, n in terms.items() if not cause.startswith("order:"))
    assert found.nobody == pytest.approx(rest)


def test_an_order_that_worked_the_other_way_did_not_cause_it(scenario: Scenario) -> None:
    game = game_of(scenario)
    game.advance(3)
    assert ordered(game, "union", "open_gate").accepted
    game.play()
    assert game.world.meters["patience"] < 0.6
    assert decided(game, "mood") is None


def test_where_no_order_did_anything_no_decision_is_named(scenario: Scenario) -> None:
    game = game_of(scenario)
    game.play()
    assert decided(game, "mood") is None
    assert decided(game, "hands") is None


def test_a_reading_that_is_no_meter_has_no_decision(scenario: Scenario) -> None:
    game = game_of(scenario, "doctrine")
    game.play()
    assert decided(game, "ships") is None


UNDER = """
agents: {tankers: {arrivals: 0.1 ships/d}}
harm:
  low:
    title: Places that run low
    of: count(places.stock < 215 t)
    by: {port: always}
    under: [tankers.pace_set]
"""


def test_harm_is_put_down_to_the_order_under_which_it_came(tmp_path: Path) -> None:
    game = game_of(changed(tmp_path, UNDER), seed=2)
    game.advance(5)
    ordered(game, "union", "work_to_rule", {"until": "answered"})
    game.play()
    found = row(results_of(game), "low")
    decision = found.decision
    assert decision is not None
    assert (decision.seat, decision.card, decision.at / HOUR) == ("union", "work_to_rule", 5.0)
    # The slower pace was ordered at the quay that ran low in its course, and nowhere else.
    assert (decision.amount, decision.moved, decision.nobody) == (1.0, 6.0, 5.0)


def test_an_order_that_has_lapsed_stands_behind_nothing_more(tmp_path: Path) -> None:
    text = UNDER.replace("215 t", "20 t")
    game = game_of(changed(tmp_path, text), seed=2)
    game.advance(5)
    # It holds for a day, and the quay runs low after that.
    ordered(game, "union", "work_to_rule", {"until": "answered"})
    game.play()
    found = row(results_of(game), "low")
    assert found.amount == 5
    assert found.decision is None


# Words.


def test_the_first_sentence_that_holds_is_told_with_its_values(tmp_path: Path) -> None:
    scenario = changed(tmp_path, ROWS)
    game = game_of(scenario)
    game.play()
    patience = game.world.meters["patience"]
    texts = {each.id: each.text for each in results_of(game).afterwards}
    assert texts["mood"] == f"The queue is {patience * 100:.3g} % long."
    sets = {"meters.patience.start": "4 %"}
    low = start(prepare(Wanted(str(tmp_path / "mine"), sets=sets, bots="idle")))
    low.play()
    assert next(e.text for e in results_of(low).afterwards if e.id == "mood") == (
        "Nobody queues any more."
    )


def numbers(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from numbers(item)


def test_aims_are_read_one_by_one_and_nothing_is_added_up(scenario: Scenario) -> None:
    game = game_of(scenario, "doctrine", seed=3)
    game.play()
    found = plain(scenario, results_of(game), ["port"], {"port": results_of(game)})
    assert next(iter(found)) == "harm"
    seat = found["seats"]["port"]  # type: ignore[index]
    env = WorldEnv(game.world)
    met = {id: bool(aim.when.truth(env)) for id, aim in scenario.seats["port"].aims.items()}
    assert {aim["aim"]: aim["met"] for aim in seat["aims"]} == met
    assert all(aim["because"] for aim in seat["aims"])
    assert seat["par"]["aims"] == seat["aims"]
    words = set(numbers(found))
    assert not words & {"total", "score", "rank", "points", "sum", "weight"}


def test_the_aims_that_a_seat_chose_are_marked(scenario: Scenario) -> None:
    game = game_of(scenario)
    assert ordered(game, "port", "aims", {"first": "clear", "second": "cheap"}).accepted
    game.play()
    aims = results_of(game).aims
    assert {each.aim for each in aims["port"] if each.ticked} == {"clear", "cheap"}
    assert not [each for each in aims["union"] if each.ticked]


def test_a_table_tells_results_when_the_game_is_over_and_not_before(scenario: Scenario) -> None:
    game = game_of(scenario)
    table = Table(game, None, "port")
    early = table.answer(Ask(id=1, do="results"))
    assert (early.result, early.error) == (None, "results are read when the game is over")
    game.play()
    late = table.answer(Ask(id=2, do="results")).result
    assert isinstance(late, dict)
    told = plain(scenario, results_of(game), ("port",))
    assert {key: late[key] for key in told} == told


def test_readings_of_an_aim_are_in_their_units(scenario: Scenario) -> None:
    game = game_of(scenario)
    game.play()
    units = {
        reading.name: reading.unit
        for seat in results_of(game).aims.values()
        for aim in seat
        for reading in aim.because
    }
    assert units["patience"] == "%"
    assert units["port.overtime_pay"] == "h"
    assert units["tankers.waiting"] == "ships"
    assert units["old_town.stock"] == "t"
