"""What a screen is shown: the fixed part of a game for one seat, and its news as texts."""

from collections.abc import Iterable, Mapping

from engine.arguing import arguing, played_lately
from engine.called import reading_called
from engine.cases import said
from engine.catalogue import rendered, report_label, story
from engine.effects import shown
from engine.envs import SeatEnv
from engine.game import Game
from engine.quantities import show
from engine.scenario.effects import Offer
from engine.scenario.models import Card, FieldSpec
from engine.scenario.models_world import Told
from engine.scenario.scenario import Scenario
from engine.views import MOST_REPORTS, Seen
from host.costs import amount_words
from host.estimates import readings_of
from host.showing_cards import acts_on, card_rows, learners, narrowed, spoken
from host.showing_deals import (
    checks_of,
    credit_moves,
    deal_rows,
    exhibit_rows,
    need_rows,
    offer_forms,
)
from host.showing_freed import freeing
from host.showing_map import outline_of
from host.showing_moves import moving
from host.showing_promises import promise_of
from host.words import move_in_words

Plain = dict[str, object]


def scene_for(game: Game, seat: str) -> Plain:
    """Everything about a game that never changes and that this seat may know, as plain data."""
    scenario = game.scenario
    about: Plain = {
        "name": scenario.name,
        "title": scenario.title,
        "summary": scenario.summary,
        "content_note": scenario.content_note,
        "real_events": scenario.real_events,
        "start": scenario.start.isoformat(),
        "end": scenario.end,
        "beat": scenario.beat,
        "seed": game.settings.seed,
        "readings": readings_of(scenario),
        "people": list(game.settings.people),
        "backing": promise_of(scenario),
    }
    return about | _of_the_map(game) | _of_the_seat(game, seat)


def _of_the_map(game: Game) -> Plain:
    scenario = game.scenario
    return {
        "regions": {id: region.title for id, region in scenario.regions.items()},
        "places": [_place(scenario, id) for id in scenario.places],
        "sites": [
            {"id": s.id, "title": s.title, "sort": s.sort, "place": game.scene.places[s.place]}
            for s in game.scene.sites
        ],
        "forces": {id: force.title for id, force in scenario.forces.items()},
        "meters": {id: meter.title for id, meter in scenario.meters.items()},
        "outline": outline_of(scenario.map),
        "rungs": rungs_of(scenario),
    }


def _of_the_seat(game: Game, seat: str) -> Plain:
    scenario = game.scenario
    written = scenario.seats[seat]
    return {
        "seat": seat,
        "seats": {id: other.title for id, other in scenario.seats.items()},
        "brief": brief_of(game, seat),
        "aims": {id: aim.text for id, aim in written.aims.items()},
        "needs": bool(written.needs),
        "stocks": {
            id: {"title": stock.title, "unit": stock.start.unit, "start": stock.start.number}
            for id, stock in written.stocks.items()
        },
        "told": {
            f"{told.agent}.{told.reading}": _told(game, name, told)
            for name, told in written.told.items()
        },
        "offers": offer_forms(scenario, seat),
        "checks": checks_of(scenario, seat),
        "credit_moves": credit_moves(scenario),
        "cards": {
            id: card_form(scenario, card)
            for id, card in scenario.cards.items()
            if card.seat == seat or id in _may_be_opened(scenario)
        },
    }


def _told(game: Game, name: str, told: Told) -> Plain:
    """What a reading is: its unit, what it counts, of what kind of agent, and how late it comes."""
    scenario = game.scenario
    kind = scenario.agents[told.agent].kind if told.agent else ""
    text = game.scene.agents[told.agent].readings[told.reading].text if told.agent else ""
    config = scenario.agents[told.agent].config if told.agent else None
    return {
        "name": name,
        "title": "" if config is None else reading_called(config, told.reading),
        "of": told.of,
        "unit": _unit(scenario, told.agent, told.reading, game),
        "kind": kind,
        "text": text,
        "after": round(told.after.number * 3600),
        "error": 0.0 if told.error is None else told.error.number,
    }


def view_of(game: Game, seat: str) -> Plain:
    """What the seat knows now; its reports as pairs of id and words, as forms offer them."""
    view = game.view(seat)
    plain = view.plain()
    held = view.reports[:MOST_REPORTS]
    plain["deals"] = deal_rows(game, view.deals)
    plain["cards"] = card_rows(game.scenario, view)
    plain["said"], plain["narrowed"] = said(game.scenario, view), narrowed(game.scenario, view)
    plain["lately"] = list(played_lately(view))
    plain["argued"] = [argued.plain() for argued in arguing(game.scenario, view)]
    plain["exhibits"] = exhibit_rows(game.scenario, game.world, seat)
    plain["needs"] = need_rows(game, seat)
    plain["offers_left"] = view.offers_left
    plain["reports"] = [[id, report_label(game.scenario, view.report(id))] for id in held]
    plain["move"] = move_in_words(game.scenario, view.move, view.cost_of)
    return plain


def _may_be_opened(scenario: Scenario) -> frozenset[str]:
    """The cards that an effect may put before a seat that does not own them."""
    lists = [card.effects for card in scenario.cards.values()]
    lists += [inject.effects for inject in scenario.injects.values()]
    offers = (e for effects in lists for e in effects if isinstance(e, Offer))
    return frozenset(offer.what for offer in offers if offer.sort == "card")


def _place(scenario: Scenario, id: str) -> Plain:
    town = scenario.places[id]
    return {
        "id": id,
        "title": town.title,
        "region": town.region,
        "latitude": town.at[0],
        "longitude": town.at[1],
        "people": town.people.number,
    }


def _unit(scenario: Scenario, agent: str, reading: str, game: Game) -> str:
    if not agent:
        return "%"
    return game.scene.agents[agent].readings[reading].unit


def rungs_of(scenario: Scenario) -> dict[str, dict[str, str]]:
    """The ladders of the agents that have one: rung to its text, lowest first."""
    found: dict[str, dict[str, str]] = {}
    for id, agent in scenario.agents.items():
        rungs = getattr(agent.config, "rungs", None)
        if isinstance(rungs, Mapping):
            found[id] = {str(rung): str(text) for rung, text in rungs.items()}
    return found


def brief_of(game: Game, seat: str) -> str:
    """The seat's brief in Markdown, with what it has been told filled in."""
    scenario = game.scenario
    text = scenario.briefs.get(scenario.language, {}).get(seat)
    if text is None:
        return ""
    return rendered(scenario, text, dict(shown(text, SeatEnv(game.world, seat))))


def card_form(scenario: Scenario, card: Card) -> Plain:
    """A card as a form: its fields with defaults and limits, its costs, and the case for it."""
    return {
        "title": card.title,
        "short": dict(card.short),
        "fields": [_field(scenario, spec) for spec in card.fields.values()],
        "text": card.text,
        "cost": {
            scenario.seats[card.seat].stocks[stock].title or stock: amount_words(amount)
            for stock, amount in card.cost.items()
        },
        "takes": "" if card.takes is None else amount_words(card.takes),
        "authority": scenario.powers[card.authority].title if card.authority else "",
        "carried_by": card.carried_by,
        "may_fail": card.may_fail,
        "known_to": list(learners(scenario, card)),
        "case_for": card.case_for,
        "case_against": card.case_against,
        "unknown": card.unknown,
        "spoken": spoken(scenario, card),
        "acts_on": acts_on(scenario, card),
        "moves": moving(scenario, card),
        "frees": freeing(scenario, card),
    }


def _field(scenario: Scenario, spec: FieldSpec) -> Plain:
    return {
        "name": spec.name,
        "label": spec.name.replace("_", " ").capitalize(),
        "sort": spec.sort,
        "unit": spec.unit,
        "default": spec.default,
        "default_text": "" if spec.default is None else show(spec.default, spec.unit),
        "low": spec.low,
        "high": spec.high,
        "range_text": _range(spec),
        "choices": [list(choice) for choice in _choices(scenario, spec)],
    }


def _range(spec: FieldSpec) -> str:
    if spec.sort == "moment":
        return "such as day 2 18:00"
    if spec.low is None or spec.high is None:
        return ""
    return f"{show(spec.low, spec.unit)} to {show(spec.high, spec.unit)}"


def _choices(scenario: Scenario, spec: FieldSpec) -> Iterable[tuple[str, str]]:
    if spec.choices:
        from engine.catalogue import title_of

        return [
            (w, label if label and label != w else title_of(scenario, w))
            for w, label in spec.choices
        ]
    sites = {
        id: f"{town.title}, {site.title}"
        for town in scenario.places.values()
        for id, site in town.sites.items()
    }
    tables: Mapping[str, Mapping[str, str]] = {
        "place": {id: town.title for id, town in scenario.places.items()},
        "region": {id: region.title for id, region in scenario.regions.items()},
        "site": sites,
        "seat": {id: seat.title for id, seat in scenario.seats.items()},
        "force": {id: force.title for id, force in scenario.forces.items()},
    }
    return tables.get(spec.sort, {}).items()


def seen_rows(game: Game, seat: str, since: int) -> list[Plain]:
    """What the seat was told from number `since` on, each with its headline and text."""
    return [row_of(game.scenario, seen) for seen in game.seen(seat)[since:]]


def row_of(scenario: Scenario, seen: Seen) -> Plain:
    """One thing told, as plain data with the words that people read."""
    told = story(scenario, seen)
    return seen.row() | {
        "headline": told.headline,
        "text": told.text,
        "sender": told.sender,
        "sort": told.sort,
    }
