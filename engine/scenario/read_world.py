"""The world and its players: regions, places, meters, agents, forces, seats and powers."""

from datetime import timedelta, timezone
from typing import TypeVar

from engine.events import name_of
from engine.names import did_you_mean, listed
from engine.scenario import shapes
from engine.scenario.conditions import condition
from engine.scenario.config import config
from engine.scenario.expressions import Compiled, Scope
from engine.scenario.models import (
    Agent,
    Aim,
    Force,
    Meter,
    Power,
    Region,
    Seat,
    Site,
    Stock,
    Told,
    Town,
)
from engine.scenario.reader import Reader
from engine.scenario.records import record
from engine.scenario.source import Items, Node, Scalar, Table
from engine.scenario.values import dimension, value
from engine.written import Value

T = TypeVar("T")

AGENT_KEYS = ("kind", "after")
MOST_METERS = 12
NO_DELAY = Value(0.0, unit="h")


def made(model: type[T], found: dict[str, object] | None, **more: object) -> T | None:
    """The thing that a model makes of its keys, or None; `from` and `with` end in `_`."""
    if found is None:
        return None
    names = {"from": "from_", "with": "with_"}
    return model(**{names.get(key, key): item for key, item in found.items()}, **more)


def regions(reader: Reader, node: Node | None) -> dict[str, Region]:
    """The regions."""

    def read(id: str, item: Node, path: str) -> Region | None:
        found = record(reader, item, shapes.REGION, f"`{id}`", path)
        if found is None:
            return None
        zone = found.pop("zone", None)
        seconds = None
        if isinstance(zone, timezone):
            seconds = round((zone.utcoffset(None) or timedelta()).total_seconds())
        return Region(str(found["title"]), seconds)

    return reader.each(node, "regions by id", "regions", read)


def places(reader: Reader, node: Node | None) -> dict[str, Town]:
    """The places, each with its sites."""

    def sites(item: Node, path: str) -> dict[str, Site]:
        return reader.each(item, "sites by id", path, site)

    def site(id: str, item: Node, path: str) -> Site | None:
        return made(Site, record(reader, item, shapes.SITE, f"`{id}`", path))

    def read(id: str, item: Node, path: str) -> Town | None:
        special = {"sites": sites}
        return made(Town, record(reader, item, shapes.PLACE, f"`{id}`", path, special=special))

    return reader.each(node, "places by id", "places", read)


def meters(reader: Reader, node: Node | None) -> dict[str, Meter]:
    """The meters: each has a start, or a reading that it shows."""

    def read(id: str, item: Node, path: str) -> Meter | None:
        found = record(reader, item, shapes.METER, f"`{id}`", path)
        if found is None or not isinstance(item, Table):
            return None
        if ("start" in item.items) == ("of" in item.items):
            sentence = f"`{id}` needs `start`, or `of` with a reading that it shows; not both"
            reader.error(item.place, sentence, "E-meter")
            return None
        shown = found.get("of")
        shows = None
        if isinstance(shown, Compiled):
            ref = shown.uses[0] if len(shown.uses) == 1 else None
            if ref is None or ref.sort != "own" or ref.text != shown.text.strip():
                sentence = "a meter shows one reading of an agent, such as `loyalty.national`"
                reader.error(item.items["of"].place, sentence, "E-meter")
                return None
            shows = (ref.agent, ref.name)
        return made(Meter, found, shows=shows)

    found = reader.each(node, "meters by id", "meters", read)
    if len(found) > MOST_METERS and isinstance(node, Table):
        place = node.at(list(found)[MOST_METERS])
        reader.error(place, f"a scenario has at most {MOST_METERS} meters", "E-meter")
    return found


def agents(reader: Reader, node: Node | None) -> dict[str, Agent]:
    """The agents, each with the configuration of its kind, in the order of rank."""

    def read(id: str, item: Node, path: str) -> Agent | None:
        kind = reader.index.kinds.get(id)
        if kind is None:
            reader.table(item, f"the parameters of `{id}`")
            return None
        found = config(reader, item, kind, id, AGENT_KEYS)
        return None if found is None else Agent(kind.name, found)

    return reader.each(node, "agents by id", "agents", read)


BY_ROAD = "road"
"""How a force comes that needs no aircraft."""


def forces(reader: Reader, node: Node | None, origins: frozenset[str]) -> dict[str, Force]:
    """The forces; `origins` are the words that agents' tables know."""

    def word(item: Node, path: str) -> str | None:
        if not isinstance(item, Scalar):
            return reader.text(item) or None
        known = {*origins, *reader.index.of("place", "site"), BY_ROAD}
        if reader.names is None or item.text in known:
            return item.text
        hint = did_you_mean(item.text, known)
        sentence = f"no place and no agent's `{item.text}`{hint}"
        reader.error(item.place, sentence, "E-name")
        return None

    def whose(item: Node, path: str) -> str | None:
        return reader.name(item, "member", "seat") or None

    def read(id: str, item: Node, path: str) -> Force | None:
        special = {"word": word, "member": whose}
        return made(Force, record(reader, item, shapes.FORCE, f"`{id}`", path, special=special))

    return reader.each(node, "forces by id", "forces", read)


def origins(node: Node | None) -> frozenset[str]:
    """Every key of a table inside an agent's configuration: types of aircraft, bases."""
    found: set[str] = set()
    for agent in node.items.values() if isinstance(node, Table) else ():
        for table in agent.items.values() if isinstance(agent, Table) else ():
            if isinstance(table, Table):
                found.update(table.items)
    return frozenset(found)


def seats(reader: Reader, node: Node | None) -> dict[str, Seat]:
    """The seats."""

    def read(id: str, item: Node, path: str) -> Seat | None:
        special = {
            "stocks": lambda n, p: reader.each(n, "stocks by id", p, stock),
            "told": lambda n, p: told(reader, n, id, p),
            "aims": lambda n, p: reader.each(n, "aims by id", p, aim),
            "needs": lambda n, p: None,  # read with the cards and offers that meet them
        }
        return made(Seat, record(reader, item, shapes.SEAT, f"`{id}`", path, special=special))

    def stock(id: str, item: Node, path: str) -> Stock | None:
        found = record(reader, item, shapes.STOCK, f"`{id}`", path)
        if found is None:
            return None
        for key in ("each_move", "each_day", "most"):
            start, each = found["start"], found.get(key)
            if isinstance(start, Value) and isinstance(each, Value):
                _same_unit(reader, item, key, start, each)
        return made(Stock, found)

    def aim(id: str, item: Node, path: str) -> Aim | None:
        return made(Aim, record(reader, item, shapes.AIM, f"`{id}`", path))

    return reader.each(node, "seats by id", "seats", read)


def _same_unit(reader: Reader, item: Node, key: str, start: Value, each: Value) -> None:
    if dimension(start.unit) == dimension(each.unit) or not isinstance(item, Table):
        return
    sentence = f"`{key}` is in `{each.unit}`, and `start` in `{start.unit}`"
    reader.error(item.items[key].place, sentence, "E-unit")


def told(reader: Reader, node: Node, seat: str, path: str) -> dict[str, Told]:
    """What reaches a seat: readings, meters and events, each with delay and error."""
    table = reader.table(node, "readings with their delay, such as `stock: 1 h`")
    found: dict[str, Told] = {}
    for name, item in table.items.items():
        late: dict[str, object] | None = {}
        here = f"{path}.{name}"
        if isinstance(item, Table):
            late = record(reader, item, shapes.TOLD, f"`{name}`", here)
        elif isinstance(item, Items) or value(reader, item, shapes.TOLD["after"], here) is None:
            late = None
            if isinstance(item, Items):
                reader.error(item.place, "expected a delay such as 6 h, got a list", "E-shape")
        else:
            late = {"after": value(reader, item, shapes.TOLD["after"], here)}
        whose = _whose(reader, table, name)
        if late is not None and whose is not None:
            agent, reading, of = whose
            found[name] = Told(
                agent,
                reading,
                of,
                after=_value(late.get("after")) or NO_DELAY,
                error=_value(late.get("error")),
            )
    return found


def _value(found: object) -> Value | None:
    return found if isinstance(found, Value) else None


def _whose(reader: Reader, table: Table, name: str) -> tuple[str, str, str] | None:
    """The agent, the reading and what it is of, behind a name in `told`."""
    if reader.index.sorts.get(name) == "meter":
        return "", name, "meter"
    owner, _, reading = name.rpartition(".")
    found: list[tuple[str, str, str]] = []
    for agent, kind in reader.index.kinds.items():
        if owner in ("", agent) and reading in kind.readings:
            found.append((agent, reading, kind.readings[reading].of))
        elif owner in ("", agent) and reading in map(name_of, kind.events):
            found.append((agent, reading, "event"))
    if len(found) == 1:
        return found[0]
    if reader.names is None or reader.index.sorts.get(name) == "misspelt":
        return None
    if found:
        names = listed(f"`{agent}.{reading}`" for agent, _, _ in found)
        reader.error(table.at(name), f"`{name}` is read of several agents; write {names}", "E-told")
        return None
    known = reader.index.of("meter")
    for kind in reader.index.kinds.values():
        known += [*kind.readings, *map(name_of, kind.events)]
    stock = name.rpartition(".")[2]
    owners = [seat for seat, stocks in reader.index.stocks.items() if stock in stocks]
    if owners:
        sentence = f"`{stock}` is a stock of {listed([f'`{seat}`' for seat in owners], 'and')}"
        reader.error(
            table.at(name), f"{sentence}; each seat knows its own stocks, and no others", "E-told"
        )
        return None
    hint = did_you_mean(name, known)
    sentence = f"no agent has a reading `{name}`, and no meter is called so{hint}"
    reader.error(table.at(name), sentence, "E-told")
    return None


def powers(reader: Reader, node: Node | None, users: dict[str, list[str]]) -> dict[str, Power]:
    """The powers; each is judged by every seat that has a card under it."""

    def read(id: str, item: Node, path: str) -> Power | None:
        compiled: dict[str, Compiled] = {}

        def when(node: Node, path: str) -> object:
            for seat in users.get(id) or [""]:
                before = len(reader.problems)
                found = condition(reader, node, Scope("seat", seat=seat))
                if found is None or len(reader.problems) > before:
                    return None
                compiled[seat] = found
            return compiled

        special = {"condition": when}
        return made(Power, record(reader, item, shapes.POWER, f"`{id}`", path, special=special))

    return reader.each(node, "powers by id", "powers", read)


def users(cards: Node | None) -> dict[str, list[str]]:
    """The seats that have a card under each power."""
    found: dict[str, list[str]] = {}
    for card in cards.items.values() if isinstance(cards, Table) else ():
        if not isinstance(card, Table):
            continue
        power, seat = card.items.get("authority"), card.items.get("seat")
        if isinstance(power, Scalar) and isinstance(seat, Scalar):
            users = found.setdefault(power.text, [])
            if seat.text not in users:
                users.append(seat.text)
    return found
