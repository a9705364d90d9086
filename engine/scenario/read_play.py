"""How a game is played and told: endings, outcomes, formats, systems and variants."""

from engine.names import did_you_mean
from engine.quantities import same_dimension
from engine.scenario import shapes
from engine.scenario.conditions import condition, figure
from engine.scenario.expressions import WORLD, Compiled
from engine.scenario.models import Ending, Outcome, System, Variant
from engine.scenario.read_world import made
from engine.scenario.reader import Reader
from engine.scenario.records import record, shell_names
from engine.scenario.source import Node, Scalar, Table

OTHERWISE = "otherwise"


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
