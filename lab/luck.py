"""Was that me, or luck? Futures as they come in, and what they amount to so far."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from engine.outcomes import shown_in
from engine.results import Results
from engine.results_plain import par_of
from engine.scenario.scenario import Scenario
from lab.again import Failed, Future, Job, News, Par, ParJob, Swap
from lab.luck_words import words_of
from lab.spread import chance_of, span_of

Plain = dict[str, object]

USUAL = 40
"""Futures with the same decisions, and as many with one of them swapped."""


def jobs_of(futures: int, swap: Swap | None, par: bool = False) -> tuple[Job | ParJob, ...]:
    """What is to be played, first what is wanted first: par, the swap under the game's own luck,
    then luck by luck the same decisions and the swap, so that the two are always compared."""
    first: list[Job | ParJob] = [ParJob()] if par else []
    if swap is not None:
        first.append(Job(0, swap))
    for luck in range(1, futures + 1):
        first.append(Job(luck))
        if swap is not None:
            first.append(Job(luck, swap))
    return tuple(first)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is compared: `harm` (less is better), `aim` (met or not), or a `level`."""

    sort: str
    id: str
    title: str
    unit: str
    here: float | None


@dataclass
class Luck:
    """Takes futures in, and says at any time what is known by then.

    Futures with the same decisions stay when another swap is asked for: luck by luck they are what
    every swap is held against.
    """

    scenario: Scenario
    seat: str
    results: Results
    of: int = 0
    swap: Swap | None = None
    par: Results | None = None
    trouble: str = ""
    stopped: bool = False
    _same: dict[int, Future] = field(default_factory=dict)
    _swapped: dict[Swap, dict[int, Future]] = field(default_factory=dict)

    def wanted(self, futures: int, swap: Swap | None, par: bool) -> tuple[Job | ParJob, ...]:
        """Ask for so many; what is to be played that was not played yet."""
        self.of, self.swap, self.trouble, self.stopped = futures, swap, "", False
        mine = self._swapped.get(swap, {}) if swap is not None else {}
        return tuple(
            job
            for job in jobs_of(futures, swap, par and self.par is None)
            if isinstance(job, ParJob) or job.luck not in (self._same if job.swap is None else mine)
        )

    def hear(self, news: Iterable[News]) -> None:
        """Take in what came."""
        for item in news:
            match item:
                case Future(job):
                    arm = (
                        self._same if job.swap is None
                        else self._swapped.setdefault(job.swap, {})
                    )  # fmt: skip
                    arm[job.luck] = item
                case Par(results):
                    self.par = results
                case Failed(sentence):
                    self.trouble = sentence

    @property
    def same(self) -> Mapping[int, Future]:
        """Futures with the same decisions, by luck, as many as are wanted."""
        return {luck: found for luck, found in self._same.items() if 0 < luck <= self.of}

    @property
    def swapped(self) -> Mapping[int, Future]:
        """Futures with the swap, by luck; 0 is the game's own."""
        found = self._swapped.get(self.swap, {}) if self.swap is not None else {}
        return {luck: each for luck, each in found.items() if luck <= self.of}

    @property
    def finished(self) -> bool:
        """Whether nothing more will come."""
        here = self.swap is None or len(self.swapped) == self.of + 1
        return self.stopped or bool(self.trouble) or (len(self.same) == self.of and here)

    def rows(self) -> list[Row]:
        """What is compared, harm first."""
        scenario, found = self.scenario, self.results
        rows = [Row("harm", row.id, row.title, row.unit, row.amount) for row in found.harm]
        rows += [Row("aim", aim.aim, aim.text, "", float(aim.met)) for aim in found.aims[self.seat]]
        values = {told.id: told.value for told in found.afterwards}
        return rows + [
            Row("level", id, _titled(scenario, told.meter, told.title), told.of.unit, values[id])
            for id, told in scenario.afterwards.items()
            if told.of is not None
        ]

    def summary(self) -> Plain:
        """What it amounts to now, as plain data; numbers in the unit that stands beside them."""
        swapped = {luck: each for luck, each in self.swapped.items() if luck}
        return {
            "of": self.of,
            "same": len(self.same),
            "swapped": len(swapped),
            "swap": None if self.swap is None else {"order": self.swap.order},
            "finished": self.finished,
            "trouble": self.trouble,
            "rows": [self._row(at, row) for at, row in enumerate(self.rows())],
            "endings": self._endings(swapped),
            "refused": [_refused(self.same), _refused(swapped)],
            "par": None if self.par is None else par_of(self.scenario, self.seat, self.par),
        }

    def _row(self, at: int, row: Row) -> Plain:
        same = {luck: _value(self.scenario, each, row, at) for luck, each in self.same.items()}
        swap = {luck: _value(self.scenario, each, row, at) for luck, each in self.swapped.items()}
        own = swap.pop(0, None)
        about: Plain = {
            "sort": row.sort,
            "id": row.id,
            "title": row.title,
            "unit": row.unit,
            "here": shown_in(row.here, row.unit),
            "swapped_here": shown_in(own, row.unit),
            "same": _arm(same, row.unit),
            "swapped": _arm(swap, row.unit),
            "less": _less({luck: (value, row.here) for luck, value in same.items()}),
            "swap_less": _less({k: (swap[k], same[k]) for k in swap.keys() & same.keys()}),
        }
        return about | {"words": words_of(about, self.swap is not None)}

    def _endings(self, swapped: Mapping[int, Future]) -> list[Plain]:
        ids = [self.results.ending, *(each.ending for each in self.same.values())]
        ids += [each.ending for each in swapped.values()]
        counts = {
            id: [sum(each.ending == id for each in arm.values()) for arm in (self.same, swapped)]
            for id in sorted(dict.fromkeys(ids))
        }
        ranked = sorted(counts, key=lambda id: (-counts[id][0], -counts[id][1], id))
        return [
            {
                "id": id,
                "title": self.scenario.endings[id].title if id in self.scenario.endings else id,
                "here": id == self.results.ending,
                "same": counts[id][0],
                "swapped": counts[id][1],
            }
            for id in ranked
        ]


def _titled(scenario: Scenario, meter: str, title: str) -> str:
    return scenario.meters[meter].title if meter else title


def _value(scenario: Scenario, future: Future, row: Row, at: int) -> float | None:
    if row.sort == "harm":
        return future.harm[at]
    if row.sort == "aim":
        return float(future.aims[at - len(future.harm)])
    return future.afterwards[list(scenario.afterwards).index(row.id)]


def _arm(values: Mapping[int, float | None], unit: str) -> Plain:
    """The values of one set of futures, lowest first, and between which they lie."""
    known = sorted(value for value in values.values() if value is not None)
    span = span_of({number: [value] for number, value in enumerate(known)})
    return {
        "values": [shown_in(value, unit) for value in known],
        "span": None if span is None else [shown_in(span.low, unit), shown_in(span.median, unit),
                                           shown_in(span.high, unit)],
        "chance": _chance([float(value > 0.5) for value in known]),
    }  # fmt: skip


def _chance(values: Sequence[float]) -> list[float] | None:
    found = chance_of({number: [value] for number, value in enumerate(values)})
    return None if found is None else list(found)


def _less(pairs: Mapping[int, tuple[float | None, float | None]]) -> Plain | None:
    """In how many of the pairs the first is less than the second, and in how many the same.

    The range is of all pairs that differ; it is 8 in 10 sure.
    """
    known = [(a, b) for a, b in pairs.values() if a is not None and b is not None]
    if not known:
        return None
    chance = _chance([float(a < b) for a, b in known])
    more = _chance([float(a > b) for a, b in known])
    gaps = sorted(a - b for a, b in known)
    return {
        "of": len(known),
        "less": chance,
        "more": more,
        "same": sum(a == b for a, b in known),
        "fewer": sum(a < b for a, b in known),
        "greater": sum(a > b for a, b in known),
        "gap": gaps[len(gaps) // 2],
    }


def _refused(arm: Mapping[int, Future]) -> int:
    """In how many futures some order could not be given again."""
    return sum(each.refused > 0 for each in arm.values())
