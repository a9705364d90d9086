"""The board of forces and airlift: every figure that a seat is told of them, each with its age."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.picture.consultation import is_clocks
from tui.picture.data import Figure, Told
from tui.picture.figures import title_of, worded
from tui.picture.flights import is_board
from tui.picture.known import Known, in_words
from tui.picture.times import age, lately
from tui.picture.waking import brings
from tui.words import phrase

KINDS = ("aid", "alliance", "airlift", "contingents", "freed", "security", "loyalty", "withdrawal")
"""The kinds of agents whose figures stand on this board, in the order of the board."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One figure of one thing: of the whole, of a force, a place or a site."""

    key: str
    title: str
    where: str
    value: str
    age: str
    fresh: bool
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """The figures of one agent."""

    title: str
    rows: tuple[BoardRow, ...]
    brings: str = ""
    """While nothing of it matters: what would bring it."""


def blocks(known: Known) -> list[Block]:
    """The board: one block an agent, in the order of KINDS."""
    agents = {key.partition(".")[0]: told.kind for key, told in known.scene.told.items()}
    wanted = [agent for kind in KINDS for agent, own in agents.items() if (own or agent) == kind]
    return [_block(known, agent) for agent in wanted]


def _block(known: Known, agent: str) -> Block:
    waits = brings(known, agent)
    return Block(in_words(agent), () if waits else tuple(_rows(known, agent)), waits)


def _rows(known: Known, agent: str) -> list[BoardRow]:
    found = []
    for key, told in known.scene.told.items():
        if key.partition(".")[0] == agent and not is_clocks(key) and not is_board(key):
            figure = known.view.figures.get(key)
            found += _of(known, key, told, figure)
    return found


def _of(known: Known, key: str, told: Told, figure: Figure | None) -> list[BoardRow]:
    title = title_of(known.scene, key)
    if figure is None or not figure.values:
        return [BoardRow(key, title, "", "?", phrase("not told yet"), False, told.text)]
    names = _names(known, told)
    if not names:
        return [_row(known, key, told, figure, 0, "")]
    rows = [
        _row(known, key, told, figure, number, name)
        for number, name in enumerate(names)
        if number < len(figure.values) and figure.values[number] not in (0, 0.0, None, "")
    ]
    nothing = BoardRow(
        key, title, phrase("everywhere"), phrase("none"), _age(known, figure, 0), True, told.text
    )
    return rows or [nothing]


def _names(known: Known, told: Told) -> Sequence[str]:
    match told.of:
        case "place":
            return [place.title for place in known.scene.places]
        case "site":
            return [site.title for site in known.scene.sites]
        case "force":
            return list(known.scene.forces.values())
        case "region":
            return list(known.scene.regions.values())
        case _:
            return []


def _row(known: Known, key: str, told: Told, figure: Figure, number: int, name: str) -> BoardRow:
    at = figure.as_of[number] if number < len(figure.as_of) else figure.as_of[0]
    return BoardRow(
        key,
        title_of(known.scene, key),
        name,
        worded(figure.values[number], told, known.words()),
        _age(known, figure, number),
        known.now - at <= lately(told.after, known.scene.beat),
        told.text,
    )


def _age(known: Known, figure: Figure, number: int) -> str:
    at = figure.as_of[number] if number < len(figure.as_of) else figure.as_of[0]
    return phrase("{age} old", age=age(known.now - at))
