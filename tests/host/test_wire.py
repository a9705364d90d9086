"""The wire: whatever is sent, one line comes back, and the game stands."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.setup import Wanted
from host.pipe import lines_of, main, serve
from host.protocol import MOST_BYTES, Reply
from host.table import Table

WANTED = Wanted("harbour", seed=4, bots="idle", people={"port": "somebody"})


def table(path: Path | None = None) -> Table:
    return Table.new(WANTED, "port", path)


def said(lines: bytes, at: Table | None = None) -> list[Reply]:
    """What comes back for these bytes on the wire."""
    replies: list[Reply] = []
    serve(at or table(), lines_of(io.BytesIO(lines)), replies.append)
    for reply in replies:
        Reply.model_validate_json(reply.model_dump_json())
    return replies


def ask(**more: object) -> bytes:
    return json.dumps({"id": 7, **more}).encode() + b"\n"


def order(**more: object) -> bytes:
    given = {"id": "a", "seat": "port", "card": "night_shift"} | more
    return ask(do="submit", order=given)


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"nonsense\n",
        b"[]\n",
        b"null\n",
        b"5\n",
        b"\xff\xfe\x00\n",
        b"{\n",
        b'{"id": 7}\n',
        b'{"id": 7, "do": "dance"}\n',
        b'{"id": "x", "do": "view"}\n',
        b'{"id": 7, "do": "view", "extra": 1}\n',
        b"[" * 200_000 + b"\n",
        b'{"id":7,"do":"view","since":' + b"9" * 5000 + b"}\n",
        ask(do="submit"),
        ask(do="events", since=-1),
        ask(do="advance", beats=0),
        ask(do="advance", beats=10**9),
        ask(do="submit", order=[1]),
        order(id=""),
        order(id="a b"),
        order(id="a" * 81),
        order(id=5),
        order(seat="x" * 5000),
        order(beat=-1),
        order(beat=10**300),
        order(fields=[1]),
        order(fields={"length": None}),
        order(fields={"length": {"a": 1}}),
        order(fields={"length": "x" * 5000}),
        order(fields={f"f{n}": 1 for n in range(50)}),
        order(extra=1),
    ],
    ids=lambda line: line[:40].decode(errors="replace").strip() or "blank",
)
def test_a_line_out_of_place_gets_a_sentence_and_the_game_goes_on(line: bytes):
    at = table()
    first, second = said(line + ask(do="clock"), at)
    assert first.error
    assert first.result is None
    assert "validation error" not in first.error
    assert not second.error
    assert at.game.orders == []


def test_the_sentence_comes_back_under_the_id_of_its_question():
    (reply,) = said(ask(do="dance"))
    assert reply.id == 7
    assert reply.error.startswith("do: ")


def refused(**more: object) -> str:
    (reply,) = said(order(**more))
    assert isinstance(reply.result, dict)
    assert reply.result["accepted"] is False
    return str(reply.result["code"])


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"seat": "union", "card": "open_gate"}, "not_yours"),
        ({"seat": "facilitator", "card": "bring_in"}, "not_yours"),
        ({"card": "open_gate"}, "not_yours"),
        ({"card": "dance"}, "unknown_card"),
        ({"card": "\u0000"}, "unknown_card"),
        ({"fields": {"colour": 1}}, "unknown_field"),
        ({"fields": {"length": float("nan")}}, "wrong_field"),
        ({"fields": {"length": float("inf")}}, "wrong_field"),
        ({"fields": {"length": -8}}, "wrong_field"),
        ({"fields": {"length": 1e300}}, "wrong_field"),
        ({"fields": {"length": 10**400}}, "wrong_field"),
        ({"fields": {"length": True}}, "wrong_field"),
        ({"fields": {"length": "12 parsecs"}}, "wrong_field"),
        ({"fields": {"length": "999999999 h"}}, "wrong_field"),
        ({"fields": {"berth": "old_town"}}, "wrong_field"),
        ({"fields": {"berth": 3}}, "wrong_field"),
        ({"fields": {"berth": False}}, "wrong_field"),
        ({"card": "hire_crews"}, "not_available"),
        ({"card": "withdraw", "fields": {"order": "nothing"}}, "no_such_order"),
        ({"card": "withdraw", "fields": {"colour": "red"}}, "unknown_field"),
        ({"beat": 10_000_000}, "after_end"),
    ],
    ids=str,
)
def test_an_order_that_cannot_be_is_refused_with_a_code(more: dict[str, object], code: str):
    assert refused(**more) == code


def test_a_line_of_a_megabyte_is_read_and_one_beyond_the_limit_refused():
    spaced = ask(do="clock").strip() + b" " * 1_000_000 + b"\n"
    endless = b"x" * (MOST_BYTES + 5_000_000) + b"\n"
    first, second, third = said(spaced + endless + ask(do="clock"))
    assert not first.error
    assert "at most" in second.error
    assert not third.error


def test_the_last_line_needs_no_end():
    assert [reply.error for reply in said(ask(do="clock").strip())] == [""]


def test_orders_after_the_end_are_refused_and_time_stands_still():
    at = table()
    replies = said(ask(do="advance", beats=10_000) + order() + ask(do="advance") + order(), at)
    ended, answer, still, again = (reply.result for reply in replies)
    assert isinstance(ended, dict)
    assert isinstance(answer, dict)
    assert isinstance(still, dict)
    assert (ended["over"], ended["reason"]) == (True, "ended")
    assert answer["code"] == "ended"
    assert again == answer
    assert still["now"] == ended["now"]


def test_nothing_is_played_after_the_table_is_left(tmp_path: Path):
    at = table(tmp_path / "one.wcsave")
    replies = said(ask(do="close") + order(), at)
    assert len(replies) == 1
    assert at.save is None
    (late,) = said(order(), at)
    assert "E-save-write" in late.error


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
asks = st.fixed_dictionaries(
    {
        "id": st.integers() | json_like,
        "do": st.sampled_from(["scene", "view", "events", "clock", "submit", "advance"]),
    },
    optional={
        "since": st.integers(0, 50) | json_like,
        "beats": st.integers(1, 4) | json_like,
        "until_move": st.booleans() | json_like,
        "order": json_like,
    },
)
AT = table()


@settings(max_examples=50)
@given(lines=st.lists(st.binary(max_size=40).map(lambda b: b.replace(b"\n", b"")) | asks.map(
    lambda held: json.dumps(held).encode()), min_size=1, max_size=4))  # fmt: skip
def test_whatever_is_sent_one_line_comes_back_for_each(lines: list[bytes]):
    assert len(said(b"\n".join(lines) + b"\n", AT)) == len(lines)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ((), "expected `new"),
        (("resume", "nowhere.wcsave"), "E-save-missing"),
        (("new", "not JSON", "port", "x"), "Expecting value"),
        (("new", '{"scenario": "harbor"}', "port", "x"), "did you mean `harbour`"),
        (("new", '{"scenario": "harbour", "people": {"x": "y"}}', "x", "x"), "no seat `x`"),
        (("new", '{"scenario": "harbour", "colour": 1}', "port", "x"), "colour"),
        (("new", '{"scenario": "harbour"}', "nobody", "x"), "no seat `nobody`"),
        (("new", '{"scenario": "harbour", "bots": "clever"}', "port", "x"), "no bot `clever`"),
    ],
)
def test_a_game_that_cannot_begin_says_so_on_the_wire(
    arguments: tuple[str, ...],
    part: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
):
    monkeypatch.chdir(tmp_path)
    assert main(list(arguments)) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert part in Reply.model_validate_json(line).error
    assert list(tmp_path.iterdir()) == []


def test_a_figure_without_end_stays_one_on_the_wire():
    reply = Reply(id=1, result={"values": [float("inf"), 2.0]})
    assert Reply.model_validate_json(reply.model_dump_json()) == reply
