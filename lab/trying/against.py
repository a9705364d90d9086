"""A trial held against an earlier one of the same scenario."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from lab.trying.figures import Figures


class NotComparable(Exception):
    """A file that holds no earlier report; `str()` says why."""


class EarlierItem(BaseModel):
    """One thing of the scenario as it was reached then."""

    path: str
    plays: Mapping[str, int]


class Earlier(BaseModel):
    """As much of an earlier report as is compared."""

    test: int
    plays: int
    finished: int
    coverage: float
    items: Sequence[EarlierItem]
    endings: Mapping[str, int]


def earlier_from(path: Path) -> Earlier:
    """The report that `--json` printed. Raises NotComparable, and OSError."""
    try:
        return Earlier.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, ValidationError):
        sentence = "no report of `whitecell test --json`; name one"
        raise NotComparable(f"{path}: {sentence}") from None


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise than before: sides by `path:side`, shares of endings in percent."""

    coverage: tuple[float, float]
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    endings: Mapping[str, tuple[float, float]]

    def plain(self) -> dict[str, object]:
        """As JSON; pairs are before and now."""
        return asdict(self)

    def lines(self) -> Iterator[str]:
        """For people."""
        before, now = self.coverage
        yield f"Against the earlier report: {before:.1f} % reached then, {now:.1f} % now."
        for word, sides in (("No longer reached", self.lost), ("Reached now", self.gained)):
            if sides:
                yield f"{word}:"
                yield from (f"  {side}" for side in sides)
        for ending, (was, is_now) in self.endings.items():
            yield f"  ending {ending}: {was:.0f} % then, {is_now:.0f} % now"


def compared(earlier: Earlier, figures: Figures) -> Change:
    """What has changed since; sides that only one of the two scenarios has are left out."""
    before = {
        f"{item.path}:{side}": bool(count)
        for item in earlier.items
        for side, count in item.plays.items()
    }
    now = {
        f"{each.item.path}:{side}": bool(count)
        for each in figures.reached
        for side, count in each.plays.items()
    }
    ids = dict.fromkeys((*earlier.endings, *figures.endings))
    return Change(
        (earlier.coverage, round(100 * figures.coverage, 1)),
        tuple(side for side in now if before.get(side) and not now[side]),
        tuple(side for side in now if before.get(side) is False and now[side]),
        {
            id: (
                _percent(earlier.endings.get(id, 0), earlier.finished),
                _percent(figures.endings.get(id, 0), figures.finished),
            )
            for id in ids
        },
    )


def _percent(count: int, of: int) -> float:
    return round(100 * count / of, 1) if of else 0.0
