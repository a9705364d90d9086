"""A merged tree read section by section into a scenario."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timezone

from engine.errors import Place, Problem, in_order
from engine.moments import parse_date
from engine.names import nearest
from engine.quantities import QuantityError
from engine.scenario import (
    outline,
    read_aims,
    read_bots,
    read_cards,
    read_deals,
    read_formats,
    read_known,
    read_play,
    read_results,
    read_world,
)
from engine.scenario.crosses import Crosses
from engine.scenario.expressions import Names
from engine.scenario.harmless import harmless
from engine.scenario.index import Index, crowded, indexed
from engine.scenario.known import doubts, headlines
from engine.scenario.merge import Layers
from engine.scenario.models_play import Outcome
from engine.scenario.models_world import Seat
from engine.scenario.read_head import beat_of, head
from engine.scenario.read_needs import with_needs
from engine.scenario.reader import Reader
from engine.scenario.records import zone
from engine.scenario.scenario import Scenario
from engine.scenario.secrets import secrets
from engine.scenario.sheet import Sheet, topped
from engine.scenario.source import Scalar, Table

LANGUAGE = "en"


def assembled(sheet: Sheet) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The scenario of a sheet, None when it cannot be played, and every problem in file order."""
    layers = topped(sheet)
    reader = reading(sheet, layers)
    if reader is None:
        return None, in_order(layers.problems)
    scenario = _scenario(sheet, layers, reader)
    if reader.names is None:
        place = Place(sheet.name)
        sentence = "names are checked once every file, section and kind of agent can be read"
        reader.error(place, sentence, "E-unchecked")
    found = in_order(reader.problems)
    if scenario is None or any(not problem.warning for problem in found):
        return None, found
    return replace(scenario, warnings=found), found


def reading(sheet: Sheet, layers: Layers) -> Reader | None:
    """A reader that knows every name; None when there is nothing to read."""
    tree = layers.tree
    if sheet.unreadable:
        layers.problems[:] = [p for p in layers.problems if p.code != "E-delete"]
    if sheet.cut_off:
        return None
    if not tree.items:
        if not layers.problems:
            layers.problems.append(Problem(Place(sheet.name), "nothing is written", "E-empty"))
        return None
    if crowded(tree, layers.problems):
        return None
    index = indexed(tree, layers.deleted, sheet.kinds, layers.problems)
    index.complete = index.complete and not sheet.unreadable
    start, clock = _beginning(tree)
    reader = Reader(index, start, clock, problems=layers.problems)
    if index.complete:
        reader.names = names(index, start)
    return reader


def _beginning(tree: Table) -> tuple[datetime, timezone]:
    """The start and the zone, without judging them."""
    quiet = Reader(Index(), datetime(2000, 1, 1), UTC)
    clock = tree.items.get("zone")
    found = (zone(quiet, clock) if clock is not None else None) or UTC
    start = tree.items.get("start")
    try:
        moment = parse_date(start.text) if isinstance(start, Scalar) else datetime(2000, 1, 1)
    except QuantityError:
        moment = datetime(2000, 1, 1)
    return moment.replace(tzinfo=found), found


def names(index: Index, start: datetime) -> Names:
    """What conditions may name."""
    kinds = index.kinds.items()
    return Names(
        start=start,
        zone=start.tzinfo,
        sorts=index.sorts,
        readings={agent: kind.readings for agent, kind in kinds},
        rungs=index.rungs,
        events={agent: frozenset(kind.named_events()) for agent, kind in kinds},
        stocks=index.stocks,
        members=index.members,
        told={seat: frozenset(_meant(told, index)) for seat, told in index.told.items()},
        deleted={id: str(place) for id, place in index.deleted.items()},
        counts=index.counts,
        replies=index.replies,
    )


def _meant(told: tuple[str, ...], index: Index) -> Iterator[str]:
    """What a seat is told, and beside a misspelt name the one that was probably meant."""
    known = [name for kind in index.kinds.values() for name in kind.readings]
    known += index.of("meter")
    events = {name for kind in index.kinds.values() for name in kind.named_events()}
    for name in told:
        yield name
        if name.rpartition(".")[2] in events:
            continue
        meant = None if name in known else nearest(name, known)
        if meant is not None:
            yield meant


def _scenario(sheet: Sheet, layers: Layers, reader: Reader) -> Scenario | None:
    tree = layers.tree
    top = head(reader, tree)
    end = top.get("end") if top else None
    reader.end = end if isinstance(end, int) else 10**9
    if isinstance(end, int) and end <= 0:
        reader.error(tree.items["end"].place, "a scenario ends after it starts", "E-time")
    if reader.names is not None:
        headlines(reader, tree)
    beat = beat_of(reader, tree, top or {})
    parts = _parts(sheet, reader, tree, str((top or {}).get("language", LANGUAGE)))
    if top is None or not isinstance(end, int) or reader.names is None:
        return None
    reader.real_events = top.get("real_events") is True
    doubts(reader, tree)
    return Scenario(
        name=sheet.name,
        title=str(top["title"]),
        summary=str(top["summary"]),
        start=reader.start,
        end=end,
        zone=reader.zone,
        beat=beat,
        real_events=top.get("real_events") is True,
        content_note=str(top.get("content_note", "")),
        counts=tuple(sorted(reader.index.counts)),
        language=str(top.get("language", LANGUAGE)),
        names=reader.names,
        variant=sheet.variant,
        sets=dict(sheet.sets),
        answers=dict(sheet.answers),
        spelling=reader.spelling,
        where=reader.places,
        sheet=sheet,
        **parts,  # type: ignore[arg-type]  # the sections, by name
    )


def _parts(sheet: Sheet, reader: Reader, tree: Table, language: str) -> dict[str, object]:
    """Every section, by its name."""
    get = tree.items.get
    cards = read_cards.cards(reader, get("cards"))
    read_cards.widths(reader, get("cards"))
    offers = read_deals.offers(reader, get("offers"), cards)
    injects = read_cards.injects(reader, get("injects"))
    hidden = read_cards.hidden(reader, get("hidden"))
    if reader.names is not None:
        Crosses(reader, tree, cards, offers, injects, hidden).check()
        secrets(reader, get("hidden"))
    outcomes = read_play.outcomes(reader, get("outcomes"))
    tempers = read_bots.temperaments(reader, get("temperaments"))
    known = read_bots.Known(cards, offers, tempers)
    seats = read_world.seats(reader, tree.items.get("seats"))
    seats = with_needs(reader, tree.items.get("seats"), seats, cards, offers)
    return {
        **_world(reader, tree),
        "seats": seats,
        "cards": cards,
        "offers": offers,
        "exhibits": read_deals.exhibits(reader, get("exhibits")),
        "credit": read_deals.credit(reader, get("credit")),
        "injects": injects,
        "hidden": hidden,
        "endings": read_play.endings(reader, get("endings")),
        "outcomes": outcomes,
        "formats": read_formats.formats(reader, get("formats")),
        "systems": read_play.systems(reader, get("systems")),
        "variants": read_play.variants(reader, get("variants")),
        "temperaments": tempers,
        "doctrine": read_bots.doctrine(reader, get("doctrine"), known),
        "staff": read_bots.staff(reader, get("staff"), known),
        "plans": read_bots.plans(reader, get("plans"), known),
        "forecasts": read_bots.forecasts(reader, get("forecasts")),
        "history": read_bots.history(reader, get("history"), known),
        "objectives": read_aims.objectives(reader, get("objectives"), get("injects"), injects),
        "accepted": read_aims.accepted(reader, get("accepted")),
        **_results(reader, tree, seats),
        **_known(sheet, reader, tree, outcomes, language),
    }


def _results(reader: Reader, tree: Table, seats: Mapping[str, Seat]) -> dict[str, object]:
    """What a game is read by when it is over."""
    rows = read_results.harm(reader, tree.items.get("harm"))
    harmless(reader, tree, seats, rows.values())
    told = read_results.afterwards(reader, tree.items.get("afterwards"), tree.items.get("harm"))
    return {"harm": rows, "afterwards": told}


def _world(reader: Reader, tree: Table) -> dict[str, object]:
    """The map, the agents and the seats."""
    get = tree.items.get
    return {
        "regions": read_world.regions(reader, get("regions")),
        "places": read_world.places(reader, get("places")),
        "meters": read_world.meters(reader, get("meters")),
        "agents": read_world.agents(reader, get("agents")),
        "forces": read_world.forces(reader, get("forces"), read_world.origins(get("agents"))),
        "powers": read_world.powers(reader, get("powers"), read_world.users(get("cards"))),
    }


def _known(
    sheet: Sheet, reader: Reader, tree: Table, outcomes: Mapping[str, Outcome], language: str
) -> dict[str, object]:
    """What is known, and the files beside."""
    get, beside, shown = tree.items.get, sheet.beside, sheet.shown
    sources = read_known.sources(reader, get("sources"))
    read_known.citations(reader, tree, sources)
    record, sets = beside.get("record.csv"), beside.get("posterior.json")
    drawn = beside.get("map.geojson", "")
    reader.problems.extend(outline.doubts(drawn, shown.get("map.geojson", "map.geojson")))
    at_record = shown.get("record.csv", "record.csv")
    at_sets = shown.get("posterior.json", "posterior.json")
    return {
        "sources": sources,
        "evidence": read_known.evidence(reader, get("evidence")),
        "briefs": read_known.briefs(reader, beside, shown, language),
        "texts": read_known.translations(reader, sheet.translations, tree),
        "map": drawn,
        "record": read_known.rows(reader, record, at_record, outcomes, sources) if record else (),
        "posterior": read_known.posterior(reader, sets, at_sets) if sets else (),
    }
