"""Dealing line by line: what may be put, what was put, an answer, and a word that is broken."""

from pathlib import Path

from engine.setup import resume
from tests.tui.test_commands import mine, whitecell


def played(path: Path, seat: str, *lines: str) -> str:
    """What is printed when a new game gets these lines."""
    new = ("play", "--plain", "harbour", "--seat", seat, "--seed", 3, "--save")
    done = whitecell(*new, path, given="\n".join(lines) + "\n")
    assert done.exit_code == 0, done.output
    return done.output


def orders(path: Path, seat: str) -> list[tuple[str, dict[str, object], bool]]:
    game, save = resume(path)
    save.close()
    mine = [line.order for line in game.orders if line.order.seat == seat and line.answer.accepted]
    return [(order.card, dict(order.fields), order.breaking) for order in mine]


def test_an_offer_is_listed_put_and_shown(tmp_path: Path):
    path = tmp_path / "game.wcsave"
    said = played(path, "port", "offers", "offer 2", "no", "deals", "wait 1", "deals", "quit")
    assert "Nobody from outside (promise)" in said
    assert "Port authority will not: Hire crews from the mainland, for 48 h." in said
    assert "There are no deals yet." in said
    assert "Nobody from outside, Port authority to Dockers' union: binds" in said
    assert "Credit: Dockers' union has 50 % with you, you have 50 % with them." in said
    assert orders(path, "port")[0] == ("offer", {"offer": "no_outsiders", "hot": "no"}, False)


def test_the_maker_of_an_offer_may_take_it_back_and_not_answer_it(tmp_path: Path):
    path = tmp_path / "game.wcsave"
    said = played(path, "port", "offer 1", "12 h", "no", "wait 1", "deals", "quit")
    mine = said.partition("Port authority to Dockers' union: waits for an answer")[2]
    assert "You may take it back until" in mine.partition("Credit")[0], said


def test_an_offer_is_answered_with_one_of_its_replies(tmp_path: Path):
    path = tmp_path / "game.wcsave"
    said = played(path, "union", "wait 1", "deals", "answer 1", "refuse", "answer 9", "quit")
    assert "Yours to answer by" in said
    assert "The gate for the pay, Port authority to Dockers' union" in said
    assert "Your answer is in." in said
    assert "Accepted." not in said
    given = [order for order in orders(path, "union") if order[0] == "answer"]
    assert given == [("answer", {"deal": "gate_for_pay-union-1", "reply": "refuse"}, False)]


def test_an_order_against_a_word_is_asked_about_twice(tmp_path: Path, monkeypatch):
    mine(tmp_path, "cards: {hire_crews: {when: always}}")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "game.wcsave"
    hire = ["3", "4 crews", "open"]
    lines = ["offer 2", "no", "wait 1", *hire, "no", *hire, "yes", "wait 1", "deals", "quit"]
    new = ("play", "--plain", "mine", "--seat", "port", "--seed", 3, "--save", path)
    said = whitecell(*new, given="\n".join(lines) + "\n").output
    assert "Refused: this breaks your word to Dockers' union." in said
    assert said.count("Give it all the same:") == 2
    assert "Nobody from outside, Port authority to Dockers' union: broken" in said
    assert "you have 30 % with them" in said
    hired = [order for order in orders(path, "port") if order[0] == "hire_crews"]
    assert [breaking for _, _, breaking in hired] == [True]


def test_an_offer_that_wants_an_answer_asks_how_long_it_waits(tmp_path: Path):
    path = tmp_path / "game.wcsave"
    lines = ["offer 1", "back", "offer 1", "9 h", "yes", "wait 1", "deals", "quit"]
    said = played(path, "port", *lines)
    assert "Left as it was." in said
    put = {"offer": "gate_for_pay", "within": 9.0, "hot": "yes"}
    assert orders(path, "port")[0][0] == "offer"
    assert orders(path, "port")[0][1]["offer"] == put["offer"]
    assert "The gate for the pay, Port authority to Dockers' union" in said
