"""The ladder of demands: what is asked now, and what was granted."""

from dataclasses import dataclass

from tui.ink import Line, cut, ends, hanging, line
from tui.picture.known import Known
from tui.picture.times import age


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs lowest first; `asked` and `granted` count from 0, None if not known or nothing."""

    rungs: tuple[tuple[str, str], ...]
    asked: int | None
    granted: int | None
    told: bool
    granted_told: bool
    age: str = ""


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
            age="" if figure is None else f"{age(known.now - min(figure.as_of))} old",
        )
    return None


def _granted_in(agent: str) -> tuple[str, str]:
    """The readings that say what was granted: all that was answered, or what was offered."""
    return f"{agent}.answered", f"{agent}.offered"


def _rung(known: Known, key: str, names: list[str]) -> int | None:
    figure = known.view.figures.get(key)
    if figure is None or not figure.values:
        return None
    value = figure.values[0]
    if isinstance(value, str):
        return names.index(value) if value in names else None
    if isinstance(value, float | int) and 1 <= value <= len(names):
        return int(value) - 1
    return None


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
        return line((" Asked: nothing yet", "$dim"))
    number, text = found.asked + 1, found.rungs[found.asked][1]
    return cut(line((f" [{number}]", "bold reverse"), (f" asked: {text}", "")), width)


def _asked(found: Ladder, width: int) -> list[Line]:
    head = line((" asked   ", "$faint"))
    if not found.told:
        return [line(*head, ("not told to you", "$dim"))]
    if found.asked is None:
        return [line(*head, ("nothing yet", "$dim"))]
    rung = f"[{found.asked + 1}] {found.rungs[found.asked][1]}"
    lines = hanging(head, rung, width - 10, "bold", 2)
    return [ends(lines[0], line((found.age, "$faint")), width), *lines[1:]]


def _granted(found: Ladder, width: int) -> list[Line]:
    head = line((" granted ", "$faint"))
    if not found.granted_told:
        return [line(*head, ("not told to you as a figure", "$dim"))]
    if found.granted is None:
        return [line(*head, ("nothing yet", "$dim"))]
    return hanging(head, f"({found.granted + 1}) {found.rungs[found.granted][1]}", width, "", 2)
