"""Futures of a finished game over the wire: none before the end, live while they come."""

import pytest

from engine.setup import Wanted, prepare, start
from host.again import Replays
from host.protocol import Ask, Reply
from host.table import Table
from lab.again_crew import Inline


def table(over: bool = True) -> Table:
    people = {"union": "ann", "port": "ben"}
    ready = prepare(Wanted("harbour", seed=4, people=people, format="*"))
    game = start(ready, keep=False)
    found = Table(game, None, "union", ready.manifest)
    found.replays = Replays(lambda played: Inline(played, steps=4))
    if over:
        game.play()
    return found


def asked(found: Table, **wanted: object) -> Reply:
    return found.answer(Ask.model_validate({"id": 3, "do": "again", "again": wanted}))


def known(found: Table) -> dict[str, object]:
    result = found.answer(Ask(id=3, do="played_again")).result
    assert isinstance(result, dict)
    return result


def test_before_the_end_nothing_is_played_again_and_nothing_told() -> None:
    found = table(over=False)
    for do in ("again", "results"):
        ask: dict[str, object] = {"id": 1, "do": do, "again": {}}
        reply = found.answer(Ask.model_validate(ask))
        assert (reply.result, reply.error) == (None, "results are read when the game is over")
    assert known(found) == {}
    assert found.answer(Ask(id=2, do="leave_again")).result == {}


def test_futures_come_while_the_table_answers_and_can_be_left() -> None:
    found = table()
    assert asked(found, futures=30).error == ""
    while not known(found)["same"]:
        assert found.answer(Ask(id=5, do="clock")).error == ""
    left = found.answer(Ask(id=6, do="leave_again")).result
    assert isinstance(left, dict)
    assert left["finished"]
    assert known(found) == left


def test_where_no_process_can_be_begun_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(played: object) -> None:
        raise ValueError("bad value(s) in fds_to_keep")

    monkeypatch.setattr("host.again.Processes", refuse)
    found = table()
    found.replays = Replays()
    assert asked(found, futures=1).error == ""
    while not known(found)["finished"]:
        pass
    assert known(found)["same"] == 1


def test_par_comes_with_them_where_it_is_wanted() -> None:
    found = table()
    asked(found, futures=1, par=True)
    while not known(found)["finished"] or known(found)["par"] is None:
        pass
    par = known(found)["par"]
    assert isinstance(par, dict)
    assert len(par["aims"]) == 4


def test_a_decision_is_swapped_for_another_choice_of_its_own_card_alone() -> None:
    found = table()
    results = found.answer(Ask(id=1, do="results")).result
    assert isinstance(results, dict)
    decisions = results["decisions"]
    assert isinstance(decisions, list)
    assert decisions
    order = decisions[0]["order"]
    other = asked(found, futures=1, swap={"order": order, "card": "work_to_rule"})
    assert "another choice of its card" in other.error
    nobody = asked(found, futures=1, swap={"order": "p1"})
    assert nobody.error == "no order `p1` of yours that can be swapped"
    assert asked(found, futures=1, swap={"order": order}).error == ""


def test_who_sits_here_now_is_told_nothing_of_what_another_asked() -> None:
    found = table()
    asked(found, futures=1)
    assert known(found)
    found.answer(Ask(id=9, do="sit", seat="port"))
    assert known(found) == {}
