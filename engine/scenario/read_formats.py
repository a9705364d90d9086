"""Formats: when moves open, who plays before, and what may open a move."""

from collections.abc import Mapping

from engine.scenario import shapes, values
from engine.scenario.models import Extra, Format, Opens
from engine.scenario.read_world import made
from engine.scenario.reader import Reader, shape_of
from engine.scenario.records import Found, record, shell_names
from engine.scenario.source import Items, Node, Scalar, Table
from engine.scenario.values import moment

OTHERWISE = "otherwise"
MOST_MOVES = 200


def formats(reader: Reader, node: Node | None) -> dict[str, Format]:
    """When moves open."""
    found: dict[str, Format] = {}
    for name, item in shell_names(reader, node, "formats by name").items():
        special = {
            "orders": lambda n, p: _orders(reader, n),
            "opens": lambda n, p: record(reader, n, shapes.OPENS, "`opens`", p),
            "extra": lambda n, p: _extra(reader, n, p),
            "chapters": lambda n, p: _chapters(reader, n),
        }
        read = record(reader, item, shapes.FORMAT, f"`{name}`", f"formats.{name}", special=special)
        thing = None if read is None else _format(reader, item, read)
        if thing is not None:
            found[name] = thing
    return found


def _format(reader: Reader, item: Node, read: Found) -> Format | None:
    opens = read.pop("opens", None)
    ends = read.pop("ends", reader.end)
    own = item.items.get("ends") if isinstance(item, Table) else None
    if own is not None and isinstance(ends, int) and not 0 < ends <= reader.end:
        sentence = "it ends after the start, and not after the scenario does"
        reader.error(own.place, sentence, "E-time")
    if isinstance(opens, Mapping):
        read["opens_at"] = opens["at"]
        read["played_by"] = opens.get("played_by", "history")
        _none_before(reader, item, read)
    return made(Format, read, ends=ends)


def _extra(reader: Reader, node: Node, path: str) -> Extra | None:
    def opening(id: str, item: Node, path: str) -> Opens | None:
        return made(Opens, record(reader, item, shapes.OPENING, f"`{id}`", path))

    special = {"openings": lambda n, p: reader.each(n, "what opens a move, by name", p, opening)}
    found = record(reader, node, shapes.EXTRA, "`extra`", path, special=special)
    if found is None:
        return None
    keys = node.items if isinstance(node, Table) else {}
    if ("when" in keys) == ("by" in keys) or ("by" in keys and "text" in keys):
        sentence = "what opens a move is a `when`, or several under `by`, each with its own text"
        reader.error(node.place, sentence, "E-missing")
        return None
    if "by" not in keys:
        if "when" not in found:
            return None
        only: Found = {key: found.pop(key) for key in ("when", "text") if key in found}
        found["by"] = {"": made(Opens, only)}
    return made(Extra, found)


def _none_before(reader: Reader, item: Node, read: Found) -> None:
    """People play from the first move on: none lies before they take over."""
    chapters = read.get("chapters")
    first = (
        min((at for each in chapters.values() for at in each), default=None)
        if isinstance(chapters, dict)
        else None
    )
    if first is not None and first != read["opens_at"] and isinstance(item, Table):
        sentence = "the players take over when the first move opens"
        reader.error(item.items["opens"].place, sentence, "E-time")


def _orders(reader: Reader, node: Node) -> dict[str, int] | None:
    if isinstance(node, Scalar):
        one = values.whole(reader, node, 0, 100)
        return None if one is None else {OTHERWISE: one}
    table = reader.table(node, "a number, or numbers by seat")
    found: dict[str, int] = {}
    for seat, item in table.items.items():
        number = values.whole(reader, item, 0, 100)
        if seat != OTHERWISE:
            reader.named(seat, table.at(seat), "seat")
        if number is not None:
            found[seat] = number
    without = [seat for seat in reader.index.of("seat") if seat not in table.items]
    if OTHERWISE not in table.items and without and reader.names is not None:
        sentence = f"says nothing of `{without[0]}`; add `otherwise`"
        reader.error(node.place, sentence, "E-missing")
    return found


def _chapters(reader: Reader, node: Node) -> dict[str, tuple[int, ...]]:
    table = reader.table(node, "titles with times")
    found: dict[str, tuple[int, ...]] = {}
    last: int | None = None
    for title, item in table.items.items():
        if not isinstance(item, Items):
            sentence = f"expected a list of times, got {shape_of(item)}"
            reader.error(item.place, sentence, "E-shape")
            continue
        times: list[int] = []
        for entry in item.items:
            second = moment(reader, entry)
            if second is None:
                continue
            if not 0 <= second < max(reader.end, 1):
                sentence = "a move opens between the start and the end of the scenario"
                reader.error(entry.place, sentence, "E-time")
            elif last is not None and second <= last:
                reader.error(entry.place, "moves open one after the other", "E-time")
            last = second
            times.append(second)
        found[title] = tuple(times)
    if sum(map(len, found.values())) > MOST_MOVES:
        reader.error(node.place, f"a format has at most {MOST_MOVES} moves", "E-size")
    return found
