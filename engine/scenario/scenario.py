"""A whole scenario, read: what every other part of the program is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from engine.errors import Place, Problem
from engine.scenario.amounts import Text
from engine.scenario.expressions import Names
from engine.scenario.models import (
    Agent,
    Box,
    Card,
    Credit,
    Deal,
    Ending,
    Evidence,
    Exhibit,
    Force,
    Forecast,
    Format,
    Hidden,
    Inject,
    Meter,
    Objective,
    Outcome,
    Past,
    Plan,
    Power,
    RecordRow,
    Region,
    Row,
    Seat,
    Source,
    System,
    Temperament,
    Town,
    Variant,
)
from engine.scenario.models_results import Afterward, HarmRow

if TYPE_CHECKING:
    from engine.scenario.sheet import Sheet


@dataclass(frozen=True)
class Scenario:
    """Everything an author wrote, validated and compiled; mappings keep the order of the files.

    `start` knows its zone; `end` and `beat` are seconds. `variant` and `sets` are what it was
    loaded with, `answers` the hidden answers that have been set into it (none until they are
    drawn). `texts` holds translations as language → path → text; `spelling` says how values by
    place and over time were written (see engine.scenario.parameters).
    """

    name: str
    title: str
    summary: str
    start: datetime
    end: int
    zone: tzinfo
    beat: int
    real_events: bool
    content_note: str
    counts: tuple[str, ...]
    language: str
    regions: Mapping[str, Region]
    places: Mapping[str, Town]
    meters: Mapping[str, Meter]
    agents: Mapping[str, Agent]
    forces: Mapping[str, Force]
    seats: Mapping[str, Seat]
    powers: Mapping[str, Power]
    cards: Mapping[str, Card]
    offers: Mapping[str, Deal]
    exhibits: Mapping[str, Exhibit]
    credit: Credit
    injects: Mapping[str, Inject]
    hidden: Mapping[str, Hidden]
    endings: Mapping[str, Ending]
    outcomes: Mapping[str, Outcome]
    harm: Mapping[str, HarmRow]
    afterwards: Mapping[str, Afterward]
    formats: Mapping[str, Format]
    systems: Mapping[str, System]
    variants: Mapping[str, Variant]
    temperaments: Mapping[str, Temperament]
    doctrine: Mapping[str, Mapping[str, Box]]
    staff: Mapping[str, Mapping[str, Row]]
    """By seat, what its staff orders where nobody decides."""
    plans: Mapping[str, Plan]
    forecasts: Mapping[str, Forecast]
    history: Mapping[str, Past]
    sources: Mapping[str, Source]
    evidence: Mapping[str, Evidence]
    briefs: Mapping[str, Mapping[str, Text]]
    """By language, then by seat."""
    texts: Mapping[str, Mapping[str, Text]]
    record: tuple[RecordRow, ...]
    map: str
    """The text of map.geojson, or empty."""
    posterior: tuple[Mapping[str, float], ...]
    names: Names
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    accepted: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Warnings that the author accepts: path → code → why."""
    variant: str | None = None
    sets: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    drawn: Mapping[str, float] = field(default_factory=dict)
    """Numbers that differ from what is written, by path, in canonical units."""
    warnings: tuple[Problem, ...] = ()
    spelling: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    where: Mapping[str, Place] = field(default_factory=dict, repr=False)
    """Where each number stands, by its path."""
    sheet: "Sheet | None" = field(default=None, repr=False, compare=False)
    """What it was made of, from which it can be made again with other answers."""
