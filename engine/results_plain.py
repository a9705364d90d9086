"""Results as plain data with the words that people read: for JSON, for screens, for the wire."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from engine.asked import asked_title, asked_value, number_of
from engine.catalogue import title_of
from engine.counted import Counted
from engine.decisions import Decision
from engine.events import EVERYONE
from engine.harm import Row
from engine.outcomes import shown_in
from engine.results import Component, Forecasts, Reading, Results
from engine.saying import in_sentences
from engine.scenario.scenario import Scenario

Plain = dict[str, object]


def plain(
    scenario: Scenario,
    results: Results,
    seats: Iterable[str] = (),
    par: Mapping[str, Results] | None = None,
) -> Plain:
    """The results for these seats (by default all), with par beside those that have it.

    Numbers are in the unit that stands beside them, times local in ISO 8601.
    """
    beside = par or {}
    return {
        "harm": [row(scenario, each) for each in results.harm],
        "title": scenario.title,
        "began": _local(scenario, 0),
        "ending": ending(scenario, results),
        "seats": {
            seat: {
                "title": title_of(scenario, seat),
                "aims": [component(scenario, seat, each) for each in results.aims[seat]],
                "par": par_of(scenario, seat, beside[seat]) if seat in beside else None,
                "forecasts": _forecasts(results.forecasts.get(seat)),
            }
            for seat in tuple(seats) or tuple(results.aims)
        },
        "hidden": [_hidden(scenario, results, question) for question in results.hidden],
        "afterwards": [
            {
                "id": told.id,
                "title": told.title,
                "text": told.text,
                "value": shown_in(told.value, told.unit),
                "unit": told.unit,
                "decision": decision(scenario, told.decision, told.unit),
            }
            for told in results.afterwards
        ],
    }


def row(scenario: Scenario, found: Row) -> Plain:
    """One row of harm, its parts by the seats that could have prevented them."""
    return {
        "id": found.id,
        "title": found.title,
        "unit": found.unit,
        "amount": shown_in(found.amount, found.unit),
        "parts": [
            {
                "seats": list(part.seats),
                "titles": [title_of(scenario, seat) for seat in part.seats],
                "amount": shown_in(part.amount, found.unit),
                "said": number_of(part.amount, found.unit),
                "first": _local(scenario, part.first),
                "last": _local(scenario, part.last),
            }
            for part in found.parts
        ],
        "said": number_of(found.amount, found.unit),
        "counts": {name: _count(scenario, each, found.unit) for name, each in found.counts.items()},
        "not_counted": _not_counted(found),
        "uncounted": _uncounted(scenario, found),
        "decision": decision(scenario, found.decision, found.unit),
    }


def ending(scenario: Scenario, results: Results) -> Plain | None:
    """The ending, None while there is none."""
    if not results.ending:
        return None
    found = scenario.endings[results.ending]
    at = _local(scenario, results.ended)
    because = [reading(scenario, each) for each in results.because]
    test = "" if found.when is None else found.when.text
    about: Plain = {"id": results.ending, "title": found.title, "text": found.text, "at": at}
    rule = () if found.when is None else in_sentences(scenario, found.when)
    return about | {"test": test, "rule": list(rule), "because": because}


def reading(scenario: Scenario, found: Reading) -> Plain:
    """What a condition asked and was answered: as data, and in the words that people read."""
    value, unit = found.value, found.unit
    return {
        "reading": found.name,
        "value": shown_in(value, unit) if isinstance(value, float) else value,
        "unit": unit,
        "title": asked_title(scenario, found.name),
        "said": _said(scenario, found),
    }


def _said(scenario: Scenario, found: Reading) -> str:
    """What was answered; the results know everything, so that what has no value has none."""
    if found.value is None:
        return "none"
    if found.name in scenario.cards:
        return "ordered" if found.value else "not ordered"
    return asked_value(scenario, found.name, found.value, found.unit)


def component(scenario: Scenario, seat: str, found: Component) -> Plain:
    """One aim, met or not, what it asks in words, and the readings that made it so."""
    rule = in_sentences(scenario, scenario.seats[seat].aims[found.aim].when)
    because = [reading(scenario, each) for each in found.because]
    return {
        "aim": found.aim,
        "text": found.text,
        "ticked": found.ticked,
        "met": found.met,
        "rule": list(rule),
        "because": because,
    }


def decision(scenario: Scenario, found: Decision | None, unit: str) -> Plain | None:
    """The decision that did most, with its part of what was moved; None where there is none."""
    if found is None:
        return None
    return {
        "seat": found.seat,
        "seat_title": title_of(scenario, found.seat),
        "card": found.card,
        "card_title": title_of(scenario, found.card),
        "at": _local(scenario, found.at),
        "amount": shown_in(found.amount, unit),
        "moved": shown_in(found.moved, unit),
        "by_nobody": shown_in(found.nobody, unit),
    }


def par_of(scenario: Scenario, seat: str, par: Results) -> Plain:
    """The same chair played by rule: its ending, its aims and the harm of that game, apart."""
    return {
        "ending": ending(scenario, par),
        "aims": [component(scenario, seat, each) for each in par.aims[seat]],
        "harm": [row(scenario, each) for each in par.harm],
    }


def _count(scenario: Scenario, found: Counted, unit: str) -> Plain:
    """What a source had counted, and of when the oldest part of it is."""
    return {
        "seat": found.seat,
        "title": title_of(scenario, found.seat),
        "amount": shown_in(found.amount, unit),
        "said": number_of(found.amount, unit),
        "as_of": _local(scenario, found.as_of),
        "missing": found.missing,
    }


def _not_counted(found: Row) -> str:
    """What no source had counted, in words; empty for a row that no source counts."""
    if not found.counts:
        return ""
    rest = found.amount - max(each.amount for each in found.counts.values())
    # The sources are inexact as well, so that the rest is no finer than a guess.
    return f"about {number_of(rest, found.unit)}" if rest >= 0.5 else "none"


def _uncounted(scenario: Scenario, found: Row) -> Mapping[str, str]:
    """Why there is no count of a source: nobody is named to count, or nobody told who is."""
    written = scenario.harm[found.id]
    named = {"official": written.official, "independent": written.independent}
    return {
        name: f"{title_of(scenario, seat)} was told nothing of it" if seat else "no seat counts it"
        for name, seat in named.items()
        if name not in found.counts
    }


def _forecasts(found: Forecasts | None) -> Plain | None:
    return None if found is None else {"questions": found.questions, "mean": found.mean}


def _hidden(scenario: Scenario, results: Results, question: str) -> Plain:
    written, answer = scenario.hidden[question], results.hidden[question]
    return {
        "question": question,
        "question_text": written.question,
        "answer": answer,
        "answer_text": written.answers[answer].text,
        "odds": shown_in(written.answers[answer].odds.number, "%"),
        "clues": [
            {
                "clue": clue.clue,
                "headline": written.clues[clue.clue].headline,
                "to": list(written.clues[clue.clue].to),
                "titles": [
                    "everybody" if seat == EVERYONE else title_of(scenario, seat)
                    for seat in written.clues[clue.clue].to
                ],
                "at": _local(scenario, clue.at),
                "shown": clue.shown,
                "likeliest": clue.likeliest,
                "likeliest_text": written.answers[clue.likeliest].text,
            }
            for clue in results.clues
            if clue.question == question
        ],
    }


def _local(scenario: Scenario, second: int) -> str:
    return (scenario.start + timedelta(seconds=second)).isoformat()
