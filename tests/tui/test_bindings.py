"""Every key of every screen and widget beside the words of plain play, read from the classes."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import tui
from tests.tui.test_comfort import MOVES, PLAIN
from tui.app import WhitecellApp
from tui.plain_ending import HELP as AT_THE_END
from tui.plain_help import HELP
from tui.screens.help import EVERYWHERE, names_in

BEFORE_PLAY = {
    "format": "--format", "person": "--with", "today": "--daily", "hand_over": "next",
}  # fmt: skip
"""What is chosen in the lobby, or between persons, and how it is said at the shell or in a line."""

MORE_PLAIN = PLAIN | {
    "board('orders')": "orders", "check": "cards", "offer": "offer", "tick": "aims",
    "record": "record", "causes": "causes", "rests": "rests", "save_page": "save",
    "swap_decision": "swap", "more": "luck", "measure": "luck", "stop_futures": "Ctrl+C",
    "close": "next",
}  # fmt: skip
MORE_MOVES = MOVES | {"next_page", "page_before", "to_deals", "back"}
ONLY_PLAIN = {
    "offers": "offer", "answer": "pick", "move": "close_move", "swaps": "swap_decision",
    "look": "board('forces')",
}  # fmt: skip
"""Words of plain play whose screens show it without a key of its own, and the key that is near."""


@dataclass(frozen=True)
class Bound:
    """A key as a class binds it."""

    where: str
    key: str
    action: str
    said: str

    @property
    def bare(self) -> str:
        return self.action.partition("(")[0]


def below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


@cache
def bindings() -> tuple[Bound, ...]:
    """Every binding of the program's own classes."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if "template" not in module.name:
            importlib.import_module(module.name)
    found = []
    for kind in sorted(set(below(DOMNode)), key=lambda kind: (kind.__module__, kind.__name__)):
        own = kind.__dict__.get("BINDINGS", ()) if kind.__module__.startswith("tui.") else ()
        for each in own:
            key, action, said = (
                (each.key, each.action, each.description)
                if isinstance(each, Binding)
                else (each[0], each[1], each[2] if len(each) > 2 else "")
            )
            action = action.removeprefix("app.").removeprefix("screen.")
            found.append(Bound(kind.__name__, key, action, said))
    return tuple(found)


def verbs() -> set[str]:
    """Every word that plain play helps with."""
    rows = [*HELP.splitlines(), *AT_THE_END.splitlines()]
    return {row.split()[0] for row in rows if row.startswith("  ") and row[2:3].strip()}


def without_a_word(found: tuple[Bound, ...]) -> list[Bound]:
    """What can be done by a key and by no word of plain play, nor at the shell."""
    words = verbs() | {"notes", "Ctrl+C"}
    return [
        each
        for each in found
        if each.bare not in MORE_MOVES
        and each.bare not in BEFORE_PLAY
        and (MORE_PLAIN.get(each.action) or MORE_PLAIN.get(each.bare)) not in words
    ]


def test_every_key_of_every_screen_has_a_word_in_plain_play():
    assert len(bindings()) > 100
    assert without_a_word(bindings()) == []


def test_a_key_without_a_word_is_found():
    stray = Bound("Somewhere", "y", "somersault", "Turn over")
    assert without_a_word((*bindings(), stray)) == [stray]


def test_every_word_of_plain_play_has_a_key_on_the_screens():
    actions = {each.bare for each in bindings()} | {each.action for each in bindings()}
    named = {word for action, word in MORE_PLAIN.items() if action in actions}
    near = {word for word, action in ONLY_PLAIN.items() if action in actions}
    heading = {"Enter", "NUMBER", "help", "begin", "itself", "what", "everything", "more", "room"}
    assert verbs() - named - near - heading == set()


def test_every_key_that_does_something_is_named_in_the_palette():
    """The palette lists active bindings by what is said of them; what says nothing is not there."""
    silent = [each for each in bindings() if not each.said and each.bare not in MORE_MOVES]
    assert silent == []


@pytest.mark.parametrize("option", sorted({o for o in BEFORE_PLAY.values() if o.startswith("-")}))
def test_what_is_chosen_in_the_lobby_can_be_said_at_the_shell(option: str):
    from tui.cli import play

    assert option in {name for parameter in play.params for name in parameter.opts}


def test_no_key_of_a_screen_takes_the_meaning_of_one_that_holds_everywhere():
    everywhere = {name for keys, _ in EVERYWHERE for name in names_in(keys)}
    of_the_app = {
        key: each.action
        for each in bindings()
        if each.where in {kind.__name__ for kind in WhitecellApp.__mro__}
        for key in each.key.split(",")
    }
    screens = {kind.__name__ for kind in below(Screen)}
    kept = set("oimdaet") & everywhere & of_the_app.keys()
    assert kept == set("oimdaet")
    taken = [
        each
        for each in bindings()
        if each.where in screens - {"LobbyScreen"}
        and each.key in kept
        and each.bare != of_the_app[each.key].partition("(")[0]
    ]
    assert taken == []
