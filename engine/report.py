"""The report of a run: its ending, its timeline, its outcomes, and what each system did."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.catalogue import quiet, sentence
from engine.facts import CarriedOut
from engine.game import Game
from engine.journal import Entry
from engine.outcomes import Row
from engine.saves import Manifest
from engine.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a timeline: local time in ISO 8601 with its offset, and what happened."""

    at: str
    kind: str
    system: str
    place: str
    text: str

    def plain(self) -> dict[str, object]:
        """As JSON holds it; `system` only where the event belongs to one."""
        row: dict[str, object] = {"at": self.at, "kind": self.kind}
        if self.system:
            row["system"] = self.system
        return row | {"place": self.place, "text": self.text}


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a run."""

    scenario: str
    title: str
    hash: str
    engine: str
    seed: int
    replicate: int
    variant: str | None
    drawn: bool
    hidden: Mapping[str, str]
    bots: Mapping[str, str]
    ending: str
    ending_title: str
    timeline: tuple[Item, ...]
    outcomes: tuple[Row, ...]
    systems: Mapping[str, int]
    digest: str
    format: str = ""
    """The format that was in force, if one was."""

    def bots_text(self) -> str:
        """Who sat where, in a phrase."""
        names = sorted(set(self.bots.values()))
        if len(names) == 1:
            return names[0]
        return ", ".join(f"{seat} {bot}" for seat, bot in self.bots.items()) or "none"

    def last_rows(self) -> list[Row]:
        """Of every outcome the national row of the last day that has a value."""
        last: dict[str, Row] = {}
        for row in self.outcomes:
            if row.scope == "national" and (row.value is not None or row.metric not in last):
                last[row.metric] = row
        return list(last.values())

    def plain(self) -> dict[str, object]:
        """As JSON holds it."""
        return {
            "scenario": self.scenario,
            "hash": self.hash,
            "engine": self.engine,
            "seed": self.seed,
            "replicate": self.replicate,
            "variant": self.variant,
            "parameters": "drawn" if self.drawn else "central",
            "hidden": dict(self.hidden),
            "format": self.format or None,
            "bots": dict(self.bots),
            "ending": self.ending or None,
            "timeline": [item.plain() for item in self.timeline],
            "outcomes": [row.plain() for row in self.outcomes],
            "systems": dict(self.systems),
            "digest": self.digest,
        }


def report_of(game: Game, manifest: Manifest) -> Report:
    """The report of a game as far as it has been played."""
    scenario = game.scenario
    systems = Systems(scenario)
    ending = game.world.ending
    return Report(
        scenario=scenario.name,
        title=scenario.title,
        hash=manifest.hash,
        engine=manifest.engine,
        seed=manifest.seed,
        replicate=manifest.replicate,
        variant=manifest.variant,
        drawn=manifest.drawn,
        hidden=manifest.hidden,
        bots=manifest.bots,
        ending=ending,
        ending_title=scenario.endings[ending].title if ending else "",
        timeline=tuple(timeline(game, systems)),
        outcomes=tuple(game.outcomes()),
        systems=systems.counted(game),
        digest=game.journal.digest(),
        format=manifest.play_format,
    )


def timeline(game: Game, systems: "Systems") -> Iterator[Item]:
    """Every event worth a line, in order."""
    for entry in game.journal:
        if not quiet(game.scenario, entry) and not _told_already(game.scenario, entry):
            yield Item(
                game.scene.moment(entry.at).isoformat(),
                entry.name,
                systems.of(entry),
                entry.event.place,
                sentence(game.scenario, entry),
            )


def _told_already(scenario: Scenario, entry: Entry) -> bool:
    """An offer or an answer is told by itself; that the act was done adds nothing."""
    act = entry.event
    plain = isinstance(act, CarriedOut) and act.card not in scenario.cards
    return plain and getattr(act, "result", "") == "as_ordered"


class Systems:
    """Which of the scenario's systems an event belongs to: the most particular mention wins."""

    def __init__(self, scenario: Scenario) -> None:
        self._named = {
            mention: system for system, spec in scenario.systems.items() for mention in spec.of
        }
        self._all = tuple(scenario.systems)

    def of(self, entry: Entry) -> str:
        """The system of an event; empty for one that belongs to none."""
        event = entry.event
        for mention in (
            entry.name,
            getattr(event, "inject", ""),
            getattr(event, "card", ""),
            entry.agent,
        ):
            if mention and mention in self._named:
                return self._named[mention]
        return ""

    def counted(self, game: Game) -> dict[str, int]:
        """Events by system; a system that did nothing counts 0."""
        counts = dict.fromkeys(self._all, 0)
        for entry in game.journal:
            system = self.of(entry)
            if system:
                counts[system] += 1
        return counts
