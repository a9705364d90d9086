"""A reserve as a bar of blocks: tied, moving, resting, free."""

from dataclasses import dataclass

from tui.ink import Line, Run, cut, line
from tui.picture.figures import amount
from tui.picture.known import Known
from tui.picture.times import age
from tui.words import phrase, sense

BLOCKS = 20
PARTS = (
    ("tied", phrase("tied"), "▪", "$dim"),
    ("moving", phrase("moving"), "▸", "$ask"),
    ("resting", phrase("resting"), "▫", "$faint"),
)
FREE = ("reserve", sense("men", "free"), "■", "bold $own")
KIND = "security"


@dataclass(frozen=True, slots=True)
class Part:
    """Men of one sort: tied to posts, on the way, resting, or free."""

    name: str
    mark: str
    style: str
    men: float


@dataclass(frozen=True, slots=True)
class Reserve:
    """What a seat is told of its men: the parts in the order of the bar, and how old that is."""

    parts: tuple[Part, ...]
    age: str

    @property
    def free(self) -> float:
        """Men in hand."""
        return self.parts[-1].men


def reserve(known: Known) -> Reserve | None:
    """The reserve of the seat; None unless it is told how many are in hand and how many are not."""
    found: list[Part] = []
    seen: list[int] = []
    for name, called, mark, style in (*PARTS, FREE):
        told = next((_read(known, key, name) for key in known.scene.told if _is(known, key, name)),
                    None)  # fmt: skip
        if told is not None:
            men, at = told
            found.append(Part(called, mark, style, men))
            seen.append(at)
    if len(found) < 2 or found[-1].name != FREE[1]:
        return None
    return Reserve(tuple(found), age(known.now - min(seen)))


def _is(known: Known, key: str, name: str) -> bool:
    told = known.scene.told[key]
    return told.of == "self" and (told.kind or KIND) == KIND and key.partition(".")[2] == name


def _read(known: Known, key: str, name: str) -> tuple[float, int] | None:
    figure = known.view.figures.get(key)
    value = figure.values[0] if figure is not None and figure.values else None
    if figure is None or not isinstance(value, float | int):
        return None
    return max(float(value), 0.0), min(figure.as_of)


def blocks(found: Reserve, cells: int = BLOCKS) -> list[tuple[Part, int]]:
    """How many blocks each part gets: in proportion, none lost while there are men in it."""
    total = sum(part.men for part in found.parts)
    if total <= 0:
        return [(part, 0) for part in found.parts]
    counts = [max(round(cells * part.men / total), 1 if part.men > 0 else 0)
              for part in found.parts]  # fmt: skip
    while sum(counts) > cells:
        counts[counts.index(max(counts))] -= 1
    return list(zip(found.parts, counts, strict=True))


def reserve_lines(found: Reserve, width: int) -> list[Line]:
    """The bar with what is free, and below it what each shape stands for."""
    cells = max(min(BLOCKS, width - 28), 6)
    bar: list[Run] = [(part.mark * count, part.style) for part, count in blocks(found, cells)]
    free = phrase(" {amount} free", amount=amount(found.free, ""))
    old = phrase(" {age} old", age=found.age)
    head = line(phrase(" Reserve "), *bar, (free, "bold"), (old, "$faint"))
    said = "  ".join(f"{p.name} {amount(p.men, '')} {p.mark}" for p in found.parts[:-1])
    return [cut(head, width), cut(line((f" {said}", "$dim")), width)]


def in_words(found: Reserve) -> str:
    """For plain play: `tied 1,240, moving 300, resting 160, free 180; 1 h old`."""
    said = ", ".join(f"{part.name} {amount(part.men, '')}" for part in found.parts)
    return phrase("{said}; told {age} ago", said=said, age=found.age)
