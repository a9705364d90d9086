"""Staff estimates over the wire."""

import pytest

from engine.setup import Wanted, prepare, start
from host.estimates import Staff
from host.protocol import Ask, Reply
from host.table import Table
from lab.crew import Inline


def table() -> Table:
    ready = prepare(Wanted("harbour", seed=4, bots="idle", people={"union": "somebody"}))
    found = Table(start(ready, keep=False), None, "union", ready.manifest)
    found.staff = Staff(Inline)
    return found


def asked(found: Table, **wanted: object) -> Reply:
    given = {"options": [{"card": "work_to_rule"}], "hours": 10, "futures": 4} | wanted
    return found.answer(Ask.model_validate({"id": 3, "do": "estimate", "estimate": given}))


def known(found: Table) -> dict[str, object]:
    result = found.answer(Ask(id=3, do="estimated")).result
    assert isinstance(result, dict)
    return result


def test_an_estimate_goes_on_while_the_seat_looks_and_orders():
    found = table()
    assert asked(found).error == ""
    assert found.answer(Ask(id=4, do="view")).error == ""
    while not known(found)["finished"]:
        assert found.answer(Ask(id=5, do="clock")).error == ""
    assert known(found)["done"] == 4


def test_an_estimate_that_is_left_keeps_what_is_known():
    found = table()
    asked(found, futures=400)
    while not known(found)["looked"]:
        pass
    left = found.answer(Ask(id=4, do="leave_estimate")).result
    assert isinstance(left, dict)
    assert left["finished"]
    assert left["rows"]
    assert known(found) == left


def test_a_second_question_ends_the_first():
    found = table()
    asked(found, futures=400)
    asked(found, options=[{}], futures=8)
    while not known(found)["finished"]:
        pass
    assert known(found)["of"] == 8


@pytest.mark.parametrize(
    "wanted",
    [
        {"options": []},
        {"options": [{}] * 4},
        {"hours": 0},
        {"futures": 10**9},
        {"options": [{"cards": "x"}]},
    ],
)
def test_a_question_out_of_bounds_is_refused_at_the_wire(wanted: dict[str, object]):
    with pytest.raises(ValueError, match="estimate"):
        asked(table(), **wanted)


def test_nobody_estimates_with_a_card_of_another_seat():
    assert asked(table(), options=[{"card": "ration"}]).error == "no card `ration` of yours"


def test_nobody_assumes_an_answer_that_there_is_not():
    wanted = [{"assume": {"why_slow": "sabotage"}}]
    assert asked(table(), options=wanted).error == "no answer `why_slow.sabotage` to assume"


def test_before_anything_is_asked_nothing_is_known():
    assert known(table()) == {}


def test_a_table_without_a_manifest_says_that_it_cannot():
    ready = prepare(Wanted("harbour", seed=4, bots="idle"))
    found = Table(start(ready, keep=False), None, "union")
    assert asked(found).error == "there is nothing to estimate"


def test_what_a_table_says_of_an_estimate_does_not_hang_on_the_clock():
    said = []
    for _ in range(2):
        found = table()
        asked(found, futures=40)
        told = [known(found)]
        while not told[-1]["finished"]:
            told.append(known(found))
        said.append(told)
    assert said[0] == said[1]
    through = [row["through"] for row in said[0]]
    assert through == sorted(through, key=float)
    assert through[-1] == 1.0
