"""What a game is read by when it is over: the harm ledger and the aftermath."""

from engine.names import did_you_mean
from engine.quantities import same_dimension
from engine.scenario import shapes
from engine.scenario.conditions import condition, total
from engine.scenario.expressions import WORLD, Compiled
from engine.scenario.models_results import Afterward, HarmRow, Saying
from engine.scenario.read_world import made
from engine.scenario.reader import Reader, of_these, shape_of
from engine.scenario.records import record
from engine.scenario.source import Items, Node, Scalar, Table


def harm(reader: Reader, node: Node | None) -> dict[str, HarmRow]:
    """The rows of the harm ledger."""

    def read(id: str, item: Node, path: str) -> HarmRow | None:
        special = {
            "sum": lambda n, p: total(reader, n, WORLD),
            "blamed": lambda n, p: _by_seat(reader, n),
            "events": lambda n, p: _events(reader, n),
        }
        found = record(reader, item, shapes.HARM, f"`{id}`", path, special=special)
        if found is None or not isinstance(item, Table):
            return None
        of, unit = found["of"], found.get("unit")
        assert isinstance(of, Compiled)
        if isinstance(unit, str) and not same_dimension(unit, of.unit):
            sentence = f"`{unit}` is no unit for this; it is a number in `{of.unit}`"
            reader.error(item.items["unit"].place, sentence, "E-unit")
        found.setdefault("unit", of.unit)
        return made(HarmRow, found)

    return reader.each(node, "rows of harm by id", "harm", read)


def _by_seat(reader: Reader, node: Node) -> dict[str, Compiled]:
    table = reader.table(node, "seats with conditions, such as `port: always`")
    found: dict[str, Compiled] = {}
    for seat, item in table.items.items():
        reader.named(seat, table.at(seat), "seat")
        when = condition(reader, item, WORLD)
        if when is not None:
            found[seat] = when
    return found


def _events(reader: Reader, node: Node) -> tuple[str, ...]:
    """Events such as `tankers.landed`."""
    found = (event(reader, item) for item in reader.scalars(node))
    return tuple(each for each in found if each is not None)


def event(reader: Reader, item: Node) -> str | None:
    """An event such as `tankers.landed`; None, and a problem, if it is not of that form."""
    agent, dot, name = item.text.partition(".") if isinstance(item, Scalar) else ("", "", "")
    if not isinstance(item, Scalar) or not dot:
        got = f"`{item.text}`" if isinstance(item, Scalar) else shape_of(item)
        reader.error(
            item.place, f"expected an event such as `tankers.landed`, got {got}", "E-event"
        )
        return None
    reader.named(agent, item.place, "agent")
    events = reader.names.events.get(agent) if reader.names is not None else None
    if events is not None and name not in events:
        sentence = f"`{agent}` has no event `{name}`{did_you_mean(name, events)}"
        reader.error(item.inside(len(agent) + 1), sentence, "E-event")
    return item.text


def afterwards(reader: Reader, node: Node | None, rows: Node | None) -> dict[str, Afterward]:
    """The sentences of the aftermath; `rows` is the section of harm that they speak of."""
    known = rows.items if isinstance(rows, Table) else {}

    def row(node: Node) -> str | None:
        id = reader.text(node)
        if id in known or reader.names is None:
            return id
        reader.error(
            node.place,
            f"no row of harm `{id}`{did_you_mean(id, known) or of_these(known)}",
            "E-name",
        )
        return None

    def read(id: str, item: Node, path: str) -> Afterward | None:
        special = {
            "sum": lambda n, p: total(reader, n, WORLD),
            "harm_row": lambda n, p: row(n),
            "says": lambda n, p: _says(reader, n, p),
            "events": lambda n, p: _events(reader, n),
        }
        found = record(reader, item, shapes.AFTERWARD, f"`{id}`", path, special=special)
        if isinstance(item, Table) and ("of" in item.items) == ("harm" in item.items):
            reader.error(item.place, f"`{id}` needs one of `of` and `harm`", "E-missing")
            return None
        return made(Afterward, found)

    return reader.each(node, "sentences of the aftermath by id", "afterwards", read)


def _says(reader: Reader, node: Node, path: str) -> tuple[Saying, ...] | None:
    if not isinstance(node, Items):
        sentence = f"expected a list of sentences, each with `text`, got {shape_of(node)}"
        reader.error(node.place, sentence, "E-shape")
        return None
    before = len(reader.problems)
    found = [
        made(Saying, record(reader, item, shapes.SAYING, "a sentence", f"{path}.{number}"))
        for number, item in enumerate(node.items)
    ]
    ends = [isinstance(item, Table) and "when" not in item.items for item in node.items]
    if ends[-1:] != [True] or any(ends[:-1]):
        sentence = "the last sentence has no `when` and holds otherwise; all others have one"
        reader.error(node.place, sentence, "E-missing")
    if len(reader.problems) > before:
        return None
    return tuple(saying for saying in found if saying is not None)
