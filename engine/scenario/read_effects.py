"""Effects, read by their first word."""

from collections.abc import Callable

from engine.names import did_you_mean, listed
from engine.scenario.amounts import Amount, Given
from engine.scenario.arguments import Around, area, exhibits, given, one, seats
from engine.scenario.conditions import amount, condition, text
from engine.scenario.effects import (
    Cancel,
    Check,
    Credited,
    Do,
    Effect,
    End,
    Offer,
    Schedule,
    Shift,
    Show,
    Tell,
    UndoWhen,
)
from engine.scenario.expressions import Compiled
from engine.scenario.index import UNCLEAR
from engine.scenario.reader import Reader, of_these, shape_of
from engine.scenario.source import Items, Node, Table
from engine.scenario.targets import no_target, target_of
from engine.written import Declared

FIRST = (
    "do",
    "shift",
    "tell",
    "schedule",
    "cancel",
    "offer",
    "check",
    "show",
    "end",
    "undo_when",
    "credit",
)
HOURS = Declared("amount", "h", at_least=0.0)
ITEMS = Declared("amount", "items", at_least=0.0)
CHANCE = Declared("amount", "%", at_least=0.0, at_most=1.0)


def effects(reader: Reader, node: Node | None, around: Around, path: str) -> tuple[Effect, ...]:
    """Every effect of a card or an inject, in order."""
    if node is None:
        return ()
    if not isinstance(node, Items):
        sentence = f"expected a list of effects, each with `- ` before it, got {shape_of(node)}"
        reader.error(node.place, sentence, "E-shape")
        return ()
    found: list[Effect] = []
    for number, item in enumerate(node.items):
        effect = _effect(reader, item, around, f"{path}.{number}")
        if effect is not None:
            found.append(effect)
    return tuple(found)


def _effect(reader: Reader, node: Node, around: Around, path: str) -> Effect | None:
    if not isinstance(node, Table) or not node.items:
        sentence = f"expected an effect such as `tell: all`, got {shape_of(node)}"
        reader.error(node.place, sentence, "E-shape")
        return None
    first = next(iter(node.items))
    if first not in FIRST:
        known = [word for word in FIRST if word in node.items]
        hint = f"; put `{known[0]}` first" if known else did_you_mean(first, FIRST)
        sentence = f"an effect begins with one of {', '.join(FIRST)}{hint}"
        reader.error(node.at(first), sentence, "E-effect")
        return None
    when = _when(reader, node, around)
    return _READ[first](reader, node, around, when, path)


def _when(reader: Reader, node: Table, around: Around) -> Compiled | None:
    item = node.items.get("when")
    return None if item is None else condition(reader, item, around.amounts)


def _keys(reader: Reader, node: Table, *keys: str, need: str = "") -> None:
    first = next(iter(node.items))
    shape = {key: Declared("", optional=key != need) for key in (first, *keys, "when")}
    reader.keys(node, shape, f"`{first}`")


def _amount(
    reader: Reader, node: Table, key: str, what: Declared, around: Around, path: str
) -> Amount | None:
    item = node.items.get(key)
    if item is None:
        return None
    return amount(reader, item, around.amounts, what, f"{path}.{key}")


def _do(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    target = node.items["do"]
    agent, _, verb = reader.text(target).partition(".")
    kind = reader.index.kinds.get(agent)
    if kind is None or verb not in kind.verbs:
        if reader.index.complete:
            known = [f"{a}.{v}" for a, k in reader.index.kinds.items() for v in k.verbs]
            deleted = reader.index.deleted.get(agent)
            mine = [word for word in known if word.startswith(f"{agent}.")]
            tail = did_you_mean(f"{agent}.{verb}", known) or of_these(mine or known)
            tail = f"; `{agent}` was deleted at {deleted}" if deleted else tail
            reader.error(target.place, f"no verb `{agent}.{verb}`{tail}", "E-verb")
        return None
    asked = kind.verbs[verb].arguments
    needed = [
        name
        for name, argument in asked.items()
        if argument.required and argument.default is None and name not in node.items
    ]
    found: dict[str, Given] = {}
    known = ["do", "when", *asked]
    for key in node.items:
        if key in ("do", "when"):
            continue
        if key not in asked:
            hint = did_you_mean(key, [k for k in known if k not in node.items])
            needed = [name for name in needed if f"`{name}`" not in hint]
            tail = hint or f"; `{agent}.{verb}` takes {listed(asked, 'and') or 'nothing'}"
            reader.error(node.at(key), f"no `{key}` here{tail}", "E-key")
            continue
        value = given(reader, (node, key), asked[key], agent, around, f"{path}.{key}")
        if value is not None:
            found[key] = value
    if needed:
        names = listed((f"`{name}`" for name in needed), "and")
        reader.error(target.place, f"`{agent}.{verb}` needs {names}", "E-missing")
    return Do(agent, verb, found, when)


def _shift(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    target = node.items["shift"]
    name = reader.text(target)
    sort, unit = target_of(reader, name)
    if unit == UNCLEAR or reader.index.sorts.get(name) == "misspelt":
        return None
    if not sort:
        if reader.names is not None:
            reader.error(target.place, no_target(reader, name), "E-shift")
        return None
    keys = {"stock": ("by",), "meter": ("by", "times", "for", "fading")}
    _keys(reader, node, *keys.get(sort, ("by", "times", "at", "for", "fading")))
    if ("by" in node.items) == ("times" in node.items):
        sentence = "a stock takes `by`" if sort == "stock" else "a shift takes `by` or `times`"
        reader.error(target.place, sentence, "E-shift")
        return None
    times = "times" in node.items
    what = Declared("amount", "factor" if times else unit)
    size = _amount(reader, node, "times" if times else "by", what, around, path)
    where = node.items.get("at")
    at = None if where is None else area(reader, where, around)
    lasts = _amount(reader, node, "for", HOURS, around, path)
    fading = _amount(reader, node, "fading", HOURS, around, path)
    if size is None:
        return None
    return Shift(sort, name, size, times, at, lasts, fading, when)


def _tell(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    _keys(reader, node, "text", "headline", "false", "from", "also", need="text")
    to = seats(reader, node.items["tell"])
    words = node.items.get("text")
    if words is None:
        return None
    headline, voice = node.items.get("headline"), node.items.get("from")
    untrue, also = node.items.get("false"), node.items.get("also")
    return Tell(
        to,
        text(reader, words, around.texts),
        reader.text(headline) if headline is not None else "",
        reader.flag(untrue) if untrue is not None else False,
        when,
        reader.text(voice) if voice is not None else "",
        tuple(text(reader, each, around.texts) for each in reader.scalars(also)) if also else (),
    )


def _schedule(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    _keys(reader, node, "in")
    inject = reader.name(node.items["schedule"], "inject")
    after = _amount(reader, node, "in", HOURS, around, path)
    return Schedule(inject, after, when) if inject else None


def _cancel(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    _keys(reader, node)
    inject = reader.name(node.items["cancel"], "inject")
    return Cancel(inject, when) if inject else None


def _offer(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    _keys(reader, node, "to", "bound", need="to")
    what = reader.name(node.items["offer"], "offer", "card")
    to = node.items.get("to")
    if to is None:
        return None
    seat = one(reader, to, around, ("seat",))
    if not what or seat is None:
        return None
    sort, bound = reader.index.sorts.get(what, ""), node.items.get("bound")
    if bound is not None and sort == "card":
        reader.error(node.at("bound"), "a card is opened; an offer alone can be `bound`", "E-offer")
    return Offer(sort, what, seat, when, bound is not None and reader.flag(bound))


def _check(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    _keys(reader, node, "to", "chance")
    exhibit = one(reader, node.items["check"], around, ("exhibit",))
    to = node.items.get("to")
    seat = None if to is None else one(reader, to, around, ("seat",))
    if to is None and path.startswith("injects."):
        reader.error(node.place, "`check` needs `to` here: for whom it is checked", "E-missing")
    chance = _amount(reader, node, "chance", CHANCE, around, path)
    return Check(exhibit, seat, chance, when) if exhibit is not None else None


def _show(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    _keys(reader, node, "to", need="to")
    named = exhibits(reader, node.items["show"], around)
    number = None if named else _amount(reader, node, "show", ITEMS, around, path)
    to = seats(reader, node.items["to"]) if "to" in node.items else ()
    if path.startswith("injects."):
        reader.error(node.place, "`show` is of a card: its seat shows what it holds", "E-effect")
    return Show(to, number, named, when) if (number is not None or named) and to else None


def _end(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    _keys(reader, node)
    ending = reader.name(node.items["end"], "ending")
    return End(ending, when) if ending else None


def _undo_when(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    _keys(reader, node, "brings")
    broken = condition(reader, node.items["undo_when"], around.amounts)
    brings = node.items.get("brings")
    inject = reader.name(brings, "inject") if brings is not None else ""
    return UndoWhen(broken, inject, when) if broken is not None else None


def _credit(
    reader: Reader, node: Table, around: Around, when: Compiled | None, path: str
) -> Effect | None:
    _keys(reader, node, "by", "with", need="with")
    seat = one(reader, node.items["credit"], around, ("seat",))
    whom = node.items.get("with")
    other = None if whom is None else one(reader, whom, around, ("seat",))
    size = _amount(reader, node, "by", Declared("amount", "%"), around, path)
    if size is None and "by" not in node.items:
        reader.error(node.place, "`credit` needs `by`", "E-missing")
    if seat is None or other is None or size is None:
        return None
    return Credited(seat, other, size, when)


_Read = Callable[[Reader, Table, Around, Compiled | None, str], Effect | None]
_READ: dict[str, _Read] = {
    "do": _do,
    "shift": _shift,
    "tell": _tell,
    "schedule": _schedule,
    "cancel": _cancel,
    "offer": _offer,
    "check": _check,
    "show": _show,
    "end": _end,
    "undo_when": _undo_when,
    "credit": _credit,
}
