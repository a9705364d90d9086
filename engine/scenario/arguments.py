"""What a verb is given: amounts, areas, ids and words, each judged by the verb's declaration."""

from dataclasses import dataclass, replace

from engine.kinds import Argument
from engine.names import did_you_mean, is_id, listed, nearest
from engine.scenario.amounts import AreaSpec, FieldRef, Given, Word
from engine.scenario.conditions import amount
from engine.scenario.expressions import Scope
from engine.scenario.models import FieldSpec
from engine.scenario.reader import SORTS, Reader
from engine.scenario.source import Items, Node, Scalar, Table
from engine.written import Declared

IDS = {
    "place": ("place",),
    "region": ("region",),
    "site": ("site",),
    "seat": ("seat",),
    "force": ("force",),
    "agent_member": ("member",),
}
MAP = ("place", "region", "site")
AREA = "area"
"""What `there` holds: several places, that stand only where an area is asked."""


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds an effect: who reads its amounts and its texts, and the order's fields."""

    amounts: Scope
    texts: Scope
    fields: dict[str, FieldSpec]


def given(
    reader: Reader, at: tuple[Table, str], said: Argument, agent: str, around: Around, path: str
) -> Given | None:
    """One argument of a verb of `agent`, by the table of its effect and the key in it."""
    effect, key = at
    argument, node = _sized(said, effect, around), effect.items[key]
    if argument is None:
        return None
    sort = argument.sort
    if sort == "area":
        return area(reader, node, around)
    if sort in IDS:
        return one(reader, node, around, IDS[sort])
    if sort == "rungs":
        return _word(reader, node, around, reader.index.rungs.get(agent, ()))
    if sort == "words":
        return _word(reader, node, around, argument.words)
    if sort in ("report", "text"):
        return _free(reader, node, around, sort)
    if sort == "agent":
        return one(reader, node, around, ("agent",))
    return amount(reader, node, around.amounts, Declared("amount", sort), path)


def _sized(argument: Argument, node: Table, around: Around) -> Argument | None:
    """The argument in the unit, or with the words, that another argument of the verb leaves it.

    None where that other one cannot be read, or may be things of different units: then nothing
    can be said of this one but that.
    """
    if not argument.units:
        return argument
    other = node.items.get(argument.unit_of)
    word = other.text if isinstance(other, Scalar) else ""
    words = around.fields[word].words if word in around.fields else (word,)
    units = dict.fromkeys(argument.units[each] for each in words if each in argument.units)
    if len(units) != 1:
        return None
    unit = next(iter(units))
    if argument.sort != "words":
        return replace(argument, sort=unit)
    return replace(argument, words=tuple(w for w in argument.words if argument.units[w] == unit))


def area(reader: Reader, node: Node, around: Around) -> AreaSpec | None:
    """A place, a region, `everywhere`, a list, a field, or `not` any of these."""
    if isinstance(node, Items):
        ids = tuple(reader.name(item, *MAP) for item in reader.scalars(node))
        return AreaSpec(ids=ids)
    if not isinstance(node, Scalar):
        sentence = "expected a place, a region, `everywhere` or a list of them, got a mapping"
        reader.error(node.place, sentence, "E-shape")
        return None
    word, beside = node.text, False
    if word.startswith("not "):
        word, beside = word[4:].strip(), True
    if word == "everywhere":
        return AreaSpec(everywhere=True, beside=beside)
    if word in around.fields:
        if around.fields[word].sort == AREA:
            return AreaSpec(field=word, beside=beside)
        _check_field(reader, node, around.fields[word], MAP, ("everywhere",))
        return AreaSpec(field=word, beside=beside)
    place = node.inside(len(node.text) - len(word))
    if reader.names is not None and word not in reader.index.sorts:
        known = [*reader.index.of(*MAP), *around.fields, "everywhere"]
        deleted = reader.index.deleted.get(word)
        tail = f"; it was deleted at {deleted}" if deleted else did_you_mean(word, known)
        reader.error(place, f"no place, region or site `{word}`{tail}", "E-name")
        return None
    found = reader.named(word, place, *MAP)
    return AreaSpec(ids=(found,), beside=beside) if found else None


def one(
    reader: Reader, node: Node, around: Around, sorts: tuple[str, ...]
) -> Word | FieldRef | None:
    """An id of these sorts, or a field that holds one."""
    if isinstance(node, Scalar) and node.text in around.fields:
        _check_field(reader, node, around.fields[node.text], sorts, ())
        return FieldRef(node.text)
    if isinstance(node, Scalar) and reader.names is not None:
        meant = nearest(node.text, around.fields)
        if meant and reader.index.sorts.get(node.text) is None:
            kinds = listed(SORTS[sort] for sort in sorts)
            sentence = f"no {kinds} `{node.text}`; did you mean the field `{meant}`?"
            reader.error(node.place, sentence, "E-name")
            return None
    found = reader.name(node, *sorts)
    return Word(found) if found else None


def exhibits(reader: Reader, node: Node, around: Around) -> tuple[Word | FieldRef, ...]:
    """Exhibits by name, or fields that hold one; nothing where a number is meant."""
    if isinstance(node, Items):
        found = [one(reader, item, around, ("exhibit",)) for item in reader.scalars(node)]
        return tuple(each for each in found if each is not None)
    word = node.text if isinstance(node, Scalar) else ""
    field = around.fields.get(word)
    is_one = reader.index.sorts.get(word) == "exhibit" or (field and field.sort == "exhibit")
    found_one = one(reader, node, around, ("exhibit",)) if is_one else None
    return () if found_one is None else (found_one,)


def _check_field(
    reader: Reader, node: Scalar, spec: FieldSpec, sorts: tuple[str, ...], also: tuple[str, ...]
) -> None:
    if reader.names is None:
        return
    wanted = listed(SORTS[sort] for sort in sorts)
    if not spec.choices:
        if spec.sort not in sorts:
            what = "a number" if spec.sort == "number" else f"a {spec.sort}"
            sentence = f"the field `{spec.name}` holds {what}, and this takes a {wanted}"
            reader.error(node.place, sentence, "E-field")
        return
    for word in spec.words:
        if word not in also and reader.index.sorts.get(word) not in sorts:
            known = [*reader.index.of(*sorts), *also]
            sentence = f"`{word}` in the field `{spec.name}` is no {wanted}"
            reader.error(node.place, sentence + did_you_mean(word, known), "E-field")


def _word(
    reader: Reader, node: Node, around: Around, words: tuple[str, ...]
) -> Word | FieldRef | None:
    if not isinstance(node, Scalar):
        reader.word(node, words)
        return None
    spec = around.fields.get(node.text)
    if spec is not None and node.text in words:
        sentence = (
            f"`{node.text}` is a field of this card and a value here as well;"
            " give the field another name"
        )
        reader.error(node.place, sentence, "E-field")
        return None
    if spec is not None:
        _check_words(reader, node, spec, words)
        return FieldRef(node.text)
    if node.text in words:
        return Word(node.text)
    hint = did_you_mean(node.text, [*words, *around.fields])
    tail = hint or (f"; write {listed(f'`{w}`' for w in words)}" if words else "")
    reader.error(node.place, f"`{node.text}` is not one of its values{tail}", "E-word")
    return None


def _check_words(reader: Reader, node: Scalar, spec: FieldSpec, words: tuple[str, ...]) -> None:
    if not spec.choices:
        sentence = f"the field `{spec.name}` is no choice, and this takes {listed(words)}"
        reader.error(node.place, sentence, "E-field")
        return
    for word in spec.words:
        if word not in words:
            hint = did_you_mean(word, words)
            sentence = f"`{word}` in the field `{spec.name}` is not one of its values{hint}"
            reader.error(node.place, sentence, "E-field")


def _free(reader: Reader, node: Node, around: Around, sort: str) -> Word | FieldRef | None:
    spec = around.fields.get(node.text) if isinstance(node, Scalar) else None
    if spec is not None and spec.sort != AREA:
        return FieldRef(spec.name)
    if sort == "report" and isinstance(node, Scalar) and is_id(node.text):
        hint = did_you_mean(node.text, around.fields)
        reader.error(node.place, f"`{node.text}` is no field of this card{hint}", "E-field")
        return None
    return Word(reader.text(node))


def seats(reader: Reader, node: Node) -> tuple[str, ...]:
    """`all`, a seat, or a list of seats."""
    if isinstance(node, Scalar) and node.text == "all":
        return ("all",)
    return tuple(name for item in reader.scalars(node) if (name := reader.name(item, "seat")))
