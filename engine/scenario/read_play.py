"""How a game is played and told: endings, outcomes, formats, systems and variants."""

from collections.abc import Mapping

from engine.names import did_you_mean
from engine.quantities import same_dimension
from engine.scenario import shapes, values
from engine.scenario.conditions import condition, figure
from engine.scenario.expressions import WORLD, Compiled
from engine.scenario.models import Ending, Extra, Format, Outcome, System, Variant
from engine.scenario.read_world import made
from engine.scenario.reader import Reader, shape_of
from engine.scenario.records import Found, record, shell_names
from engine.scenario.source import Items, Node, Scalar, Table
from engine.scenario.values import moment

OTHERWISE = "otherwise"
MOST_MOVES = 200


def endings(reader: Reader, node: Node | None) -> dict[str, Ending]:
    """How it can end; exactly one holds `otherwise`."""
    last: list[str] = []

    def read(id: str, item: Node, path: str) -> Ending | None:
        def when(node: Node, path: str) -> object:
            if isinstance(node, Scalar) and node.text == OTHERWISE:
                last.append(id)
                if len(last) > 1:
                    sentence = f"`{last[0]}` holds `otherwise` already; one ending does"
                    reader.error(node.place, sentence, "E-ending")
                return OTHERWISE
            return condition(reader, node, WORLD)

        special = {"ending_when": when}
        found = record(reader, item, shapes.ENDING, f"`{id}`", path, special=special)
        if found is None:
            return None
        held = found["when"]
        compiled = held if isinstance(held, Compiled) else None
        return Ending(str(found["title"]), str(found["text"]), compiled)

    found = reader.each(node, "endings by id", "endings", read)
    if node is not None and not last:
        sentence = "one ending holds `when: otherwise`, for when time is up"
        reader.error(node.place, sentence, "E-ending")
    return found


def outcomes(reader: Reader, node: Node | None) -> dict[str, Outcome]:
    """The figures that are reported."""

    def read(id: str, item: Node, path: str) -> Outcome | None:
        special = {"sum": lambda n, p: figure(reader, n)}
        found = record(reader, item, shapes.OUTCOME, f"`{id}`", path, special=special)
        if found is None or not isinstance(item, Table):
            return None
        of = found["of"]
        assert isinstance(of, Compiled)
        unit = found.get("unit")
        if isinstance(unit, str) and of.sort == "number" and not same_dimension(unit, of.unit):
            sentence = f"`{unit}` is no unit for this; it is a number in `{of.unit}`"
            reader.error(item.items["unit"].place, sentence, "E-unit")
        found.setdefault("unit", "h" if of.sort == "moment" else of.unit)
        return made(Outcome, found)

    return reader.each(node, "outcomes by id", "outcomes", read)


def formats(reader: Reader, node: Node | None) -> dict[str, Format]:
    """When moves open."""
    found: dict[str, Format] = {}
    for name, item in shell_names(reader, node, "formats by name").items():
        special = {
            "orders": lambda n, p: _orders(reader, n),
            "opens": lambda n, p: record(reader, n, shapes.OPENS, "`opens`", p),
            "extra": lambda n, p: made(Extra, record(reader, n, shapes.EXTRA, "`extra`", p)),
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
    return made(Format, read, ends=ends)


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


def systems(reader: Reader, node: Node | None) -> dict[str, System]:
    """What must be seen to work."""
    found: dict[str, System] = {}
    for name, item in shell_names(reader, node, "systems by name").items():
        special = {"parts": lambda n, p: _parts(reader, n)}
        read = record(reader, item, shapes.SYSTEM, f"`{name}`", f"systems.{name}", special=special)
        thing = made(System, read)
        if thing is not None:
            found[name] = thing
    return found


def _parts(reader: Reader, node: Node) -> tuple[str, ...]:
    found: list[str] = []
    for item in reader.scalars(node):
        agent, dot, event = item.text.partition(".")
        if not dot:
            found.append(reader.name(item, "agent", "inject", "card"))
            continue
        reader.named(agent, item.place, "agent")
        if reader.names is None or agent not in reader.names.events:
            continue
        events = reader.names.events[agent]
        if event not in events:
            hint = did_you_mean(event, events)
            sentence = f"`{agent}` has no event `{event}`{hint}"
            reader.error(item.inside(len(agent) + 1), sentence, "E-event")
        found.append(item.text)
    return tuple(found)


def variants(reader: Reader, node: Node | None) -> dict[str, Variant]:
    """Other settings."""
    found: dict[str, Variant] = {}
    for name, item in shell_names(reader, node, "variants by name").items():
        read = record(reader, item, shapes.VARIANT, f"`{name}`", f"variants.{name}")
        thing = made(Variant, read)
        if thing is not None:
            found[name] = thing
    return found
