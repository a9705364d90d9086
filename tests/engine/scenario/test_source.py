"""YAML as a scenario may use it, and what is refused with its place."""

import pytest

from engine.scenario.source import Items, Scalar, Table, Unreadable, parse


def tree(text: str) -> Table:
    found, problems = parse(text.encode(), "a.yaml")
    assert problems == []
    assert isinstance(found, Table)
    return found


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        parse(data, "a.yaml")
    return str(caught.value)


def test_every_scalar_stays_the_text_that_was_written():
    found = tree("a: no\nb: 12:30\nc: 0x10\nd: 2031-11-03 06:00\ne: yes\n")
    texts = [node.text for node in found.items.values() if isinstance(node, Scalar)]
    assert texts == ["no", "12:30", "0x10", "2031-11-03 06:00", "yes"]


def test_only_a_plain_null_deletes():
    found = tree("a: null\nb: 'null'\nc: ~\nd:\n")
    assert [n.deletes for n in found.items.values() if isinstance(n, Scalar)] == [
        True, False, True, False,
    ]  # fmt: skip


def test_words_know_their_places():
    found = tree("title: Harbour\nlist: [a, 'b c']\n")
    assert str(found.at("list")) == "a.yaml:2:1"
    items = found.items["list"]
    assert isinstance(items, Items)
    quoted = items.items[1]
    assert isinstance(quoted, Scalar)
    assert str(quoted.place) == "a.yaml:2:11"
    assert str(quoted.inside(2)) == "a.yaml:2:14"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a: &x 1\n", "a.yaml:1:4: anchors and aliases are not used"),
        (b"a: *x\n", "a.yaml:1:4: anchors and aliases are not used"),
        (b"a: !!int 1\n", "a.yaml:1:4: tags such as"),
        (b"a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document"),
        (b"a:\n\tb: 1\n", "a.yaml:2:1: a tab cannot indent"),
        (b"a: [" * 60 + b"]" * 60, "more than 40 levels deep"),
        (b"a: \xff\n", "a.yaml:1:4: not UTF-8"),
        (b"a: \x00\n", "a.yaml:1:4: a control character"),
        (b"a" * 1_000_001, "a file of a scenario has at most 1000000"),
        (b"a: [1, 2\n", "a.yaml:2:1: "),
        (b"a: {b: c: d}\n", "a.yaml:1:9: "),
    ],
)
def test_what_is_refused_is_refused_at_its_place(data: bytes, said: str):
    assert said in refused(data)


def test_an_empty_file_holds_nothing():
    assert parse(b"# only a comment\n", "a.yaml") == (None, [])


def test_a_key_written_twice_is_said_and_the_first_one_counts():
    found, problems = parse(b"a: 1\na: 2\n", "a.yaml")
    assert isinstance(found, Table)
    first = found.items["a"]
    assert isinstance(first, Scalar)
    assert first.text == "1"
    assert [str(p) for p in problems] == [
        "a.yaml:2:1: `a` is written twice; first at line 1 [E-twice]"
    ]
