"""Fields of a form that ask for a report or a time: what the door takes, and what forms offer."""

from pathlib import Path

import pytest

from engine import facts
from engine.agents.registry import kinds
from engine.bots.casting import cast
from engine.events import cause_of, name_of
from engine.game import Game
from engine.orders import FieldGiven, Order
from host.protocol import Ask
from host.showing import view_of
from host.table import Table
from tests.engine.small import HOUR, changed, entries, game_of, ordered

DESKS = """
    agents:
      papers:
        kind: media
        rumour: 0 %/h
        desks:
          union: {after: 0.5 h, sees: 100 %, rumours: 0 %, voice: press, firsts: 100 %}
          port: {after: 0.5 h, sees: 100 %, rumours: 0 %, voice: wire, firsts: 100 %}
    cards:
      print_it:
        title: Print it
        seat: union
        fields: {claim: report}
        known_to: {council: 0 h}
        effects: [{do: papers.publish, claim: claim}]
        case_for: "Clerk: all will know."
        case_against: "Printer: all will know who said so."
        unknown: Who reads it.
        short: {for: All will know., against: All will know who said so.}
      meet_at:
        title: Call a meeting
        seat: union
        fields: {hour_of_it: moment}
        known_to: {}
        effects: [{shift: patience, by: 1 %}]
        case_for: "Clerk: all will come."
        case_against: "Printer: all will come."
        unknown: Who comes.
        short: {for: All will come., against: All will come.}
    injects:
      dark: {at: day 1 08:00, effects: [{do: papers.cut, at: old_town, depth: slow, for: 4 h}]}
      dark_2: {at: day 2 12:00, effects: [{do: papers.cut, depth: slow, for: 4 h}]}
      dark_3: {at: day 3 12:00, effects: [{do: papers.cut, depth: slow, for: 4 h}]}
      dark_4: {at: day 4 12:00, effects: [{do: papers.cut, depth: slow, for: 4 h}]}
    """


def harbour(tmp_path: Path, bots: str = "idle") -> Game:
    """Half a day into the harbour with two desks, each told of what happens."""
    game = game_of(changed(tmp_path, DESKS), bots)
    game.play(20 * HOUR)
    return game


def printed(game: Game) -> list[str]:
    """What was published, by story."""
    return [e.name for e in game.journal if e.name == "papers.published"]


def test_a_seat_names_a_report_that_it_was_told_of(tmp_path: Path):
    game = harbour(tmp_path)
    assert ordered(game, "union", "print_it", {"claim": game.view("union").reports[0]}).accepted
    game.advance()
    assert len(printed(game)) == 1


@pytest.mark.parametrize("named", ["port_1", "nonsense_9999", "", "union_999", 1, True])
def test_a_report_of_another_seat_is_refused_like_one_that_there_is_not(
    tmp_path: Path, named: FieldGiven
):
    game = harbour(tmp_path)
    assert "port_1" in game.world.reports["port"]
    answer = ordered(game, "union", "print_it", {"claim": named})
    assert (answer.code, dict(answer.about)) == ("wrong_field", {"field": "claim"})
    game.advance()
    assert printed(game) == []


def test_a_report_can_be_named_only_once_it_is_told(tmp_path: Path):
    game = game_of(changed(tmp_path, DESKS))
    assert ordered(game, "union", "print_it", {"claim": "union_1"}).code == "wrong_field"
    while not game.world.reports.get("union"):
        game.advance()
    assert ordered(game, "union", "print_it", {"claim": "union_1"}).accepted


def test_a_card_whose_form_has_nothing_to_name_is_closed_and_says_why(tmp_path: Path):
    game = game_of(changed(tmp_path, DESKS))
    (card,) = (each for each in game.view("union").cards if each.card == "print_it")
    assert (card.open, card.code, dict(card.about)) == (
        False,
        "nothing_to_name",
        {"field": "claim"},
    )
    while not game.world.reports.get("union"):
        game.advance()
    (card,) = (each for each in game.view("union").cards if each.card == "print_it")
    assert card.open


def test_even_behind_the_door_an_order_reaches_no_report_of_another_seat(tmp_path: Path):
    game = harbour(tmp_path)
    verbs = game.scene.agents["papers"].verbs
    for verb in ("publish", "verify", "correct"):
        given = {name: spec.default for name, spec in verbs[verb].arguments.items()}
        for seat, some in (("union", False), ("port", verb != "correct")):
            acts = verbs[verb].act(
                game.world, "papers", given | {"claim": "port_1"}, cause_of(seat, "x"), game.chance
            )
            assert bool(next(acts, None)) is some


def test_others_who_hear_of_the_order_hear_nothing_of_the_report(tmp_path: Path):
    game = harbour(tmp_path)
    ordered(game, "union", "print_it", {"claim": "union_1"})
    game.advance()
    (known,) = entries(game, facts.OrderKnown, card="print_it")
    assert isinstance(known.event, facts.OrderKnown)
    assert known.event.fields == ()
    (seen,) = [row for row in game.seen("council") if row.name == "game.order_known"]
    assert "union_1" not in repr(seen.row())


def test_a_form_offers_the_reports_of_its_seat_newest_first_in_words(tmp_path: Path):
    game = harbour(tmp_path)
    offered = view_of(game, "union")["reports"]
    assert isinstance(offered, list)
    words = dict(offered)
    assert "terminals have stopped, at 08:00 on 3 Nov (press)" in " ".join(words.values())
    assert all(", 03 Nov " in each or ", 04 Nov " in each for each in words.values())
    assert view_of(game, "council")["reports"] == []
    game.play(110 * HOUR)
    held = list(game.world.reports["union"])
    assert len(held) > 30
    shown = Table(game, None, "union").answer(Ask(id=1, do="view")).result
    assert isinstance(shown, dict)
    rows = shown["reports"]
    assert isinstance(rows, list)
    assert [id for id, _ in rows] == held[::-1][:30]


def test_the_bot_that_plays_anything_names_reports_that_it_holds(tmp_path: Path):
    scenario = changed(tmp_path, DESKS)
    done = 0
    for seed in range(4):
        game = game_of(scenario, seed=seed)
        game.settings.bots = cast(scenario, "random", {})
        game.settings.keep = False
        game.play()
        rows = [line for line in game.orders if line.order.card == "print_it"]
        assert all(line.answer.accepted for line in rows)
        done += len(rows)
    assert done


@pytest.mark.parametrize(
    ("given", "second"),
    [(7200, 7200.0), (0, 0.0), ("day 2 18:00", 36 * HOUR), ("2031-11-03 07:00", HOUR)],
)
def test_a_time_is_given_in_seconds_or_as_authors_write_it(
    tmp_path: Path, given: FieldGiven, second: float
):
    game = game_of(changed(tmp_path, DESKS))
    assert ordered(game, "union", "meet_at", {"hour_of_it": given}).accepted
    (order,) = game.view("union").orders
    assert order.fields == {"hour_of_it": second}


@pytest.mark.parametrize(
    "given", ["soon", "", "7200", "day 0 10:00", "day 2 25:00", True, float("nan"), 1e300]
)
def test_what_is_no_time_is_refused(tmp_path: Path, given: FieldGiven):
    game = game_of(changed(tmp_path, DESKS))
    assert ordered(game, "union", "meet_at", {"hour_of_it": given}).code == "wrong_field"


def test_what_a_kind_calls_a_report_is_an_event_of_its_own_with_an_id():
    for kind in kinds().values():
        events = {name_of(event): event for event in kind.events}
        for name in kind.reports:
            assert "report" in events[name].__dataclass_fields__
    assert kinds()["media"].reports == ("reported",)


def test_a_seat_cannot_tell_what_reports_another_holds(tmp_path: Path):
    """Two worlds in which only the port is told more: the union's door says the same."""
    ours = harbour(tmp_path)
    (tmp_path / "more").mkdir()
    theirs = game_of(
        changed(tmp_path / "more", DESKS.replace("port: {after: 0.5 h", "port: {after: 3 h"))
    )
    theirs.play(20 * HOUR)
    assert ours.world.reports["port"] != theirs.world.reports["port"]
    shown = []
    for game in (ours, theirs):
        names = ("union_1", *(f"port_{n}" for n in range(12)))
        answers = [
            game.submit(Order(id=f"o{i}", seat="union", card="print_it", fields={"claim": name}))
            for i, name in enumerate(names)
        ]
        shown.append((answers, game.view("union").plain(), [s.row() for s in game.seen("union")]))
    assert shown[0] == shown[1]
