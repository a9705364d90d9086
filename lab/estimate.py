"""A staff estimate as it comes in: what is known of the futures so far, as ranges and chances."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lab.futures import Failed, Finished, Imagining, News, Opening, Sight
from lab.grounds import Question
from lab.spread import chance_of, gap_of, settled, span_of
from lab.worlds import IMAGINED, SHARES

Plain = dict[str, object]

ENOUGH = 8
"""Futures of each option from which on a later mark is shown instead of an earlier one."""


@dataclass
class Estimate:
    """Takes in what the shares report, and says at any time what it amounts to."""

    question: Question
    rows: tuple[tuple[str, str, str, str], ...] = ()
    trouble: str = ""
    _imagined: dict[int, int] = field(default_factory=dict)
    _used: dict[int, int] = field(default_factory=dict)
    _finished: set[int] = field(default_factory=set)
    _left: bool = False
    _sights: dict[tuple[int, int], dict[int, Sight]] = field(default_factory=dict)
    """By option and mark, then by pair."""

    def hear(self, news: Iterable[News]) -> None:
        """Take in what came."""
        for item in news:
            match item:
                case Imagining(share, done):
                    self._imagined[share] = done
                case Opening(share, rows, used, _):
                    self._used[share] = used
                    self._imagined[share] = IMAGINED
                    self.rows = self.rows or rows
                case Sight(option, _, pair, mark, _):
                    self._sights.setdefault((option, mark), {})[pair] = item
                case Finished(share):
                    self._finished.add(share)
                case Failed(share, sentence):
                    self._finished.add(share)
                    self.trouble = sentence

    @property
    def finished(self) -> bool:
        """Whether nothing more will come."""
        return self._left or len(self._finished) == SHARES

    def stop(self) -> None:
        """Nothing more is wanted."""
        self._left = True

    @property
    def through(self) -> float:
        """The share of all the time in all futures that has been looked at."""
        marks = self.question.marks
        steps = [mark - before for mark, before in zip(marks, (0, *marks), strict=False)]
        seen = sum(steps[mark] * len(sights) for (_, mark), sights in self._sights.items())
        return seen / (marks[-1] * self._of * len(self.question.options))

    @property
    def _of(self) -> int:
        return -(-self.question.futures // SHARES) * SHARES

    @property
    def mark(self) -> int:
        """The mark that is shown: the last that enough futures of every option have reached."""
        best, last = 0, len(self.question.marks) - 1
        enough = min(ENOUGH, self.question.futures)
        for mark in range(last + 1):
            if all(len(self._at(option, mark)) >= enough for option in self._options):
                best = mark
        return last if len(self._finished) == SHARES else best

    @property
    def _options(self) -> range:
        return range(len(self.question.options))

    def _at(self, option: int, mark: int) -> Mapping[int, Sight]:
        return self._sights.get((option, mark), {})

    def summary(self) -> Plain:
        """What it amounts to now, as plain data; shares and ranges in canonical units."""
        mark, last = self.mark, len(self.question.marks) - 1
        return {
            "imagined": sum(self._imagined.values()),
            "worlds": IMAGINED * SHARES,
            "used": sum(self._used.values()),
            "done": min(len(self._at(option, last)) for option in self._options),
            "looked": min(len(self._at(option, mark)) for option in self._options),
            "of": self._of,
            "through": self.through,
            "finished": self.finished,
            "trouble": self.trouble,
            "asked_at": self.question.grounds.now,
            "until": self.question.grounds.now + self.question.marks[mark],
            "rows": [row for row in map(self._row, range(len(self.rows))) if row is not None],
            "against": [self._against(option) for option in self._options[1:]],
        }

    def _groups(self, option: int, row: int) -> dict[int, list[float]]:
        found: dict[int, list[float]] = {}
        for sight in self._at(option, self.mark).values():
            value = sight.values[row]
            if value is not None:
                found.setdefault(sight.world, []).append(value)
        return found

    def _row(self, number: int) -> Plain | None:
        """One row: a range or a chance for each option; None where there is nothing to tell."""
        key, title, unit, sort = self.rows[number]
        groups = [self._groups(option, number) for option in self._options]
        seen = {value for group in groups for values in group.values() for value in values}
        if sort != "harm" and len(seen) < 2 and not (sort == "level" and seen - {0.0}):
            return None
        return {
            "key": key,
            "title": title,
            "unit": unit,
            "sort": sort,
            "spans": [_span(sort, group) for group in groups],
            "gaps": [self._gap(option, number) for option in self._options[1:]],
            "settled": self.mark == len(self.question.marks) - 1
            and all(settled(group, self._of) for group in groups),
        }

    def _gap(self, option: int, row: int) -> Plain | None:
        """By how much this option has more of a row than the first, under the same world and luck.

        Most of what tells futures apart is their world, and it is the same on both sides: the gap
        is known far better than either of the two.
        """
        ours, theirs = self._at(0, self.mark), self._at(option, self.mark)
        groups: dict[int, list[float]] = {}
        for pair in sorted(ours.keys() & theirs.keys()):
            a, b = ours[pair].values[row], theirs[pair].values[row]
            if a is not None and b is not None:
                groups.setdefault(ours[pair].world, []).append(b - a)
        gap = gap_of(groups)
        return None if gap is None else {"least": gap.least, "mean": gap.mean, "most": gap.most}

    def _against(self, option: int) -> Plain | None:
        """In how many futures the first option has less of the first row than this one does.

        The two are compared under the same world and the same luck; a tie counts for half.
        """
        if not self.rows:
            return None
        ours, theirs = self._at(0, self.mark), self._at(option, self.mark)
        groups: dict[int, list[float]] = {}
        level = 0
        for pair in ours.keys() & theirs.keys():
            a, b = ours[pair].values[0], theirs[pair].values[0]
            if a is not None and b is not None:
                level += a == b
                groups.setdefault(ours[pair].world, []).append(
                    0.5 if a == b else 1.0 if a < b else 0.0
                )
        chance = chance_of(groups)
        count = sum(map(len, groups.values()))
        if chance is None:
            return None
        return {"less": list(chance), "same": level / count, "row": self.rows[0][1]}


def _span(sort: str, groups: Mapping[int, list[float]]) -> Plain | None:
    if sort == "chance":
        chance = chance_of(groups)
        return None if chance is None else {"chance": list(chance)}
    span = span_of(groups)
    if span is None:
        return None
    of = {
        "low": span.low,
        "q1": span.q1,
        "median": span.median,
        "q3": span.q3,
        "high": span.high,
        "least": span.least,
        "most": span.most,
    }
    return {"of": of}
