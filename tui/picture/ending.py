"""How a game ended: the ending, why it was found, the aims, and the harm as it was told."""

from dataclasses import dataclass

from tui.picture.data import News, Told
from tui.picture.figures import amount, title_of, worded
from tui.picture.known import Known, in_words
from tui.picture.times import dated, full

HARM = (
    ("killed", "Killed"),
    ("killed_security", "Killed, of the forces"),
    ("killed_contingent", "Killed, of the contingents"),
    ("injured", "Hurt"),
    ("injured_security", "Hurt, of the forces"),
    ("detained", "Held"),
    ("ill_treated", "Ill-treated in custody"),
)
"""Readings that make a harm page, in its order."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The ending of a game in words."""

    title: str
    text: str
    at: str
    because: tuple[tuple[str, str], ...]
    aims: tuple[tuple[str, bool | None], ...]


@dataclass(frozen=True, slots=True)
class Harm:
    """One row of the harm page: what was told to the seat, as of when."""

    title: str
    told: str
    as_of: str
    missing: str = ""


def ending(known: Known) -> Ending | None:
    """How it ended; None while it goes on."""
    if not known.clock.over:
        return None
    found = next((item for item in reversed(known.news) if item.event == "game.ended"), None)
    aims = tuple((text, known.clock.aims.get(id)) for id, text in _aims(known))
    if found is None:
        title = in_words(known.clock.ending) or "Time is up"
        return Ending(title, "", full(known.scene.start, known.now), (), aims)
    return Ending(
        found.headline, found.text, full(known.scene.start, found.at), _because(known, found), aims
    )


def _aims(known: Known) -> list[tuple[str, str]]:
    """The aims that the seat chose, or all where it chose none."""
    aims = known.scene.aims
    chosen = [(id, aims[id]) for id in known.view.aims.chosen if id in aims]
    return chosen or list(aims.items())


def _because(known: Known, item: News) -> tuple[tuple[str, str], ...]:
    given = item.fields.get("because")
    pairs = given if isinstance(given, list | tuple) else ()
    # The rule is written for authors: people read first what it came to.
    pairs = sorted(pairs, key=lambda pair: pair[0] == "when")
    return tuple(
        (
            "The scenario's rule" if name == "when" else _named(known, str(name)),
            _worth(known, str(name), value),
        )
        for name, value in pairs
    )


def _named(known: Known, name: str) -> str:
    if name == "now":
        return "The clock"
    told = known.scene.told.get(name)
    return title_of(known.scene, name) if told is not None else known.scene.meters.get(name) or name


def _worth(known: Known, name: str, value: object) -> str:
    if name == "now" and isinstance(value, float | int):
        return full(known.scene.start, int(value))
    if value is None:
        return "not known"
    told = known.scene.told.get(name)
    if told is not None and isinstance(value, str | float | int) and not isinstance(value, bool):
        return worded(value, told, known.words())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return amount(float(value), _unit(known, name))
    return str(value)


def _unit(known: Known, name: str) -> str:
    """The unit of a name in a rule, if the seat is told a reading of that name."""
    if name in known.scene.meters:
        return "%"
    reading = name.rstrip(")").rpartition(".")[2]
    units = (told.unit for key, told in known.scene.told.items() if key.endswith(f".{reading}"))
    return next(units, "")


def harm(known: Known) -> list[Harm]:
    """The harm page as far as this seat was told; empty if its scenario tells of none."""
    rows = []
    for wanted, title in HARM:
        for key, told in known.scene.told.items():
            if key.partition(".")[2] == wanted:
                rows.append(_harm(known, key, told, title))
    return rows if any(row.title.startswith("Killed") for row in rows) else []


def _harm(known: Known, key: str, told: Told, title: str) -> Harm:
    figure = known.view.figures.get(key)
    numbers = [] if figure is None else [v for v in figure.values if isinstance(v, float | int)]
    if figure is None or not numbers:
        return Harm(title or title_of(known.scene, key), "not told", "")
    missing = sum(1 for value in figure.values if value is None)
    total = amount(float(sum(numbers)), told.unit)
    silent = f"{missing} place{'' if missing == 1 else 's'}" if missing else ""
    return Harm(title, total, dated(known.scene.start, min(figure.as_of)), silent)
