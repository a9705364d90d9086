"""When a row of a list comes, as an inject says it."""

import re
from dataclasses import dataclass

from engine.moments import parse_moment
from engine.names import did_you_mean
from engine.quantities import QuantityError
from engine.scenario.reader import Reader

DAYS = re.compile(r"(?:d ?\+ ?)(\d{1,3})[ ,]+(\d{1,2}):(\d\d)(?: (when .+))?", re.IGNORECASE)
ELAPSED = re.compile(r"(?:startex ?|h ?|t ?)?\+ ?(\d{1,3}):(\d\d)", re.IGNORECASE)
CLOCK = re.compile(r"(\d{1,2}):(\d\d)")
UNLESS = re.compile(
    r"unless (\w+) orders (\w+) within (\d+(?:\.\d+)?) ?(h|min|d)(?: of (\w+))?", re.IGNORECASE
)
BY_HAND = ("", "on call", "scheduled", "as required", "tbd", "manual", "-")


@dataclass(frozen=True, slots=True)
class When:
    """What an inject says of its time: nothing, a moment, a condition, an event, or inaction.

    `unless` is the value of `unless_ordered` as it is written.
    """

    at: str = ""
    when: str = ""
    unless: str = ""
    event: str = ""

    def written(self) -> dict[str, str]:
        """By the keys of an inject; those that it does not have are left out."""
        found = {
            "at": self.at,
            "event": self.event,
            "when": self.when,
            "unless_ordered": self.unless,
        }
        return {key: value for key, value in found.items() if value}


class NoTime(Exception):
    """A time that cannot be read; the sentence says what to write."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)

    def __str__(self) -> str:
        return self.sentence


def when_of(text: str, reader: Reader) -> When:
    """The time of a row. Raises `NoTime`."""
    word = text.strip()
    if word.lower() in BY_HAND:
        return When()
    if word.lower().startswith("when "):
        return When(when=word[5:].strip())
    if word.lower().startswith("with "):
        event, _, condition = word[5:].strip().partition(" when ")
        return When(when=condition.strip(), event=event.strip())
    if word.lower().startswith("unless "):
        return When(unless=_unless(word, reader))
    if found := DAYS.fullmatch(word):
        day, hour, minute, condition = found.groups()
        at = f"day {int(day) + 1} {int(hour):02}:{minute}"
        return When(_known(at, reader), (condition or "")[5:].strip())
    if found := ELAPSED.fullmatch(word):
        return When(clocked(int(found[1]) * 3600 + int(found[2]) * 60, reader))
    if found := CLOCK.fullmatch(word):
        return When(_known(f"day 1 {int(found[1]):02}:{found[2]}", reader))
    return When(_known(word[:16].replace("T", " ") if "-" in word else word.lower(), reader))


def _unless(word: str, reader: Reader) -> str:
    """What comes of inaction, as an inject says it."""
    found = UNLESS.fullmatch(word)
    if found is None:
        sentence = "write `unless council orders ration within 24 h`, and `of` an inject if need be"
        raise NoTime(f"`{word}`: {sentence}")
    seat, card, hours, unit, since = found.groups()
    for sort, id in (("seat", seat), ("card", card), ("inject", since)):
        known = reader.index.of(sort)
        if id and id not in known:
            raise NoTime(f"no {sort} `{id}`{did_you_mean(id, known)}")
    more = f", since: {since}" if since else ""
    return f"{{seat: {seat}, card: {card}, within: {hours} {unit.lower()}{more}}}"


def _known(word: str, reader: Reader) -> str:
    try:
        parse_moment(word, reader.start, reader.zone)
    except QuantityError:
        sentence = "write `D+1 15:00` (D+0 is the first day), `day 2 15:00`, `2031-11-04 15:00`"
        raise NoTime(
            f"`{word}` is no time; {sentence}, `when …`, `unless …` or `on call`"
        ) from None
    return word


def days_and_clock(second: int, reader: Reader) -> str:
    """So many seconds after the start, as a list says it."""
    day, time = clocked(second, reader).removeprefix("day ").split()
    return f"D+{int(day) - 1} {time}"


def clocked(second: int, reader: Reader) -> str:
    """So many seconds after the start, as an author writes it."""
    first = reader.start.hour * 3600 + reader.start.minute * 60
    day, rest = divmod(first + second, 86400)
    return f"day {day + 1} {rest // 3600:02}:{rest % 3600 // 60:02}"
