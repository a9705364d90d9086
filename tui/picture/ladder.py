"""The ladder of demands: what is asked now, and what was granted."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.ink import Line, cut, ends, hanging, line
from tui.picture.data import Value
from tui.picture.known import Known
from tui.picture.times import hour
from tui.words import phrase


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs lowest first; `asked` and `granted` count from 0, None if not known or nothing."""

    rungs: tuple[tuple[str, str], ...]
    asked: int | None
    granted: int | None
    told: bool
    granted_told: bool
    age: str = ""
    given: str = ""
    """When what was granted was, and when it was overtaken, in a few words."""
    offered: bool = False
    """What was granted is told as what was offered."""


def ladder(known: Known) -> Ladder | None:
    """The first ladder of the scenario as the seat was told of it; None if there is none."""
    for agent, rungs in known.scene.rungs.items():
        names = list(rungs)
        asked = _rung(known, f"{agent}.rung", names)
        given = next((k for k in _granted_in(agent) if k in known.scene.told), "")
        granted = _rung(known, given, names) if given else None
        figure = known.view.figures.get(f"{agent}.rung")
        return Ladder(
            tuple(rungs.items()),
            asked,
            granted,
            told=f"{agent}.rung" in known.scene.told,
            granted_told=bool(given),
            age="" if figure is None else _since(known, f"{agent}.rung", asked, names),
            given=_given(known, f"{agent}.rung", given, granted, names),
            offered=given.endswith(".offered"),
        )
    return None


def _since(known: Known, key: str, asked: int | None, names: list[str]) -> str:
    """`since 4 Jan 15:00`: from when on the same was asked, as it was told to the seat."""
    at = None
    for point in reversed(known.history.of(key)):
        if _index(point.values, names) != asked:
            break
        at = point.since
    if at is None:
        return ""
    return phrase("since {hour}", hour=hour(known.scene.start, at, known.now))


def _granted_in(agent: str) -> tuple[str, str]:
    """The readings that say what was granted: all that was answered, or what was offered."""
    return f"{agent}.answered", f"{agent}.offered"


def _rung(known: Known, key: str, names: list[str]) -> int | None:
    figure = known.view.figures.get(key)
    if figure is None or not figure.values:
        return None
    return _index(figure.values, names)


def _index(values: Sequence[Value], names: list[str]) -> int | None:
    """Which rung a reading names, by its id or by its number."""
    value = values[0] if values else None
    if isinstance(value, str):
        return names.index(value) if value in names else None
    if isinstance(value, float | int) and 1 <= value <= len(names):
        return int(value) - 1
    return None


def _given(known: Known, asked: str, given: str, granted: int | None, names: list[str]) -> str:
    """`3 Jan 12:00, overtaken 4 Jan 15:00`: the hours as they were told to the seat."""
    if granted is None:
        return ""
    start, now = known.scene.start, known.now
    at = None
    for point in reversed(known.history.of(given)):
        if _index(point.values, names) != granted:
            break
        at = point.since
    if at is None:
        return ""
    said = hour(start, at, now)
    over = next(
        (p.since for p in known.history.of(asked) if (_index(p.values, names) or 0) > granted), None
    )
    if over is None:
        return said
    if over <= at:
        return phrase("{said}, late: more was asked {hour}", said=said, hour=hour(start, over, now))
    return phrase("{said}, overtaken {hour}", said=said, hour=hour(start, over, now))


def ladder_lines(found: Ladder, width: int) -> list[Line]:
    """The ladder as a scale, then what its two marks mean."""
    count = len(found.rungs)
    step = max((width - 4) // max(count - 1, 1), 3)
    scale: list[tuple[str, str]] = [(" ", "")]
    for number in range(count):
        name = str(number + 1)
        if number == found.asked:
            scale.append((f"[{name}]", "bold reverse"))
        elif number == found.granted:
            scale.append((f"({name})", "bold $focus"))
        else:
            scale.append((f" {name} ", "$dim"))
        if number < count - 1:
            scale.append(("─" * max(step - 3, 1), "$rule"))
    return [tuple(scale), *_asked(found, width), *_granted(found, width)]


def rung_line(found: Ladder, width: int) -> Line:
    """The ladder in one line: what is asked now."""
    if found.asked is None:
        return line((phrase(" Asked: nothing yet"), "$dim"))
    number, text = found.asked + 1, found.rungs[found.asked][1]
    left = line((f" [{number}]", "bold reverse"), (phrase(" asked: {text}", text=text), ""))
    if found.granted is None:
        return cut(left, width)
    word = phrase("offered") if found.offered else phrase("granted")
    over = phrase("overtaken") if found.granted < found.asked else word
    return ends(left, line((f"({found.granted + 1})", "bold $focus"), (f" {over} ", "$dim")), width)


def _asked(found: Ladder, width: int) -> list[Line]:
    head = line((phrase(" asked   "), "$faint"))
    if not found.told:
        return [line(*head, (phrase("not told to you"), "$dim"))]
    if found.asked is None:
        return [line(*head, (phrase("nothing yet"), "$dim"))]
    rung = f"[{found.asked + 1}] {found.rungs[found.asked][1]}"
    lines = hanging(head, rung, width - 10, "bold", 2)
    return [ends(lines[0], line((found.age, "$faint")), width), *lines[1:]]


def _granted(found: Ladder, width: int) -> list[Line]:
    head = line((phrase(" offered ") if found.offered else phrase(" granted "), "$faint"))
    if not found.granted_told:
        return [line(*head, (phrase("not told to you as a figure"), "$dim"))]
    if found.granted is None:
        return [line(*head, (phrase("nothing yet"), "$dim"))]
    rung = f"({found.granted + 1}) {found.rungs[found.granted][1]}"
    if found.given:
        rung = f"{rung}, {found.given}"
    return hanging(head, rung, width, "", 2)
