"""What a schema says beside its shapes: a sentence for each section, and examples."""

from engine.dimensions import example
from engine.quantities import parse_unit
from engine.written import Declared

SECTIONS = {
    "extends": "a scenario, or a list of them, to begin from: names, never paths",
    "regions": "parts of the map",
    "places": "where things happen: towns, each in a region, with people and sites",
    "meters": "at most twelve shares with a ledger of who moved them",
    "agents": "what goes on by itself; their order is their rank",
    "forces": "people who can be sent, with what carries them",
    "seats": "who plays: what they spend, what they are told, what they want",
    "powers": "named conditions that give a seat authority",
    "cards": "what can be decided",
    "offers": "what seats may put before each other: pledges, asks, threats, questions, evidence",
    "exhibits": "the evidence that there is to find",
    "credit": "how much the credit of one seat with another moves, and when",
    "injects": "what is brought in: at a time, on a condition, on inaction, or by hand",
    "hidden": "questions that nobody in the game can answer, with their possible truths",
    "endings": "how it can end, tried once a beat from the top; one holds `otherwise`",
    "outcomes": "figures that are reported",
    "formats": "when moves open; the first is played unless another is named",
    "systems": "what must be seen to work, and what switches it off",
    "variants": "other settings of the same scenario, by paths",
    "doctrine": "how the bot in each seat plays: the first boxes that hold",
    "staff": "what a seat's staff orders when nobody says otherwise",
    "harm": "the ledger of people killed, hurt, held or ill-treated, read when a game is over",
    "afterwards": "the aftermath in sentences, told when a game is over",
    "temperaments": "ways in which bots may play",
    "plans": "orders of a seat that are played as written",
    "forecasts": "questions for the slips",
    "history": "what was done in fact, as orders",
    "objectives": "what players should learn or show",
    "accepted": "warnings that are right as they are, by path and code, each with its reason",
    "sources": "where facts are from, by code",
    "evidence": "what is known of each number, under the number's own path",
}

EXAMPLES: dict[str, list[object]] = {
    "condition": ["always", "trust < 40 % for 6 h", "done(listen) and now > day 2 06:00"],
    "ending_when": ["otherwise", "now >= day 4 06:00 and trust > 50 %"],
    "sum": ["times(send_tankers)", "min(places.days_left)"],
    "amount": ["6 h", "50 EUR (40 to 80)", "length / 2"],
    "moment": ["day 2 18:00", "2031-11-04 18:00"],
    "date": ["2031-11-03 06:00"],
    "zone": ["+01:00"],
    "flag": ["true", "false"],
    "point": [[51.2, 2.1]],
    "whole": ["25"],
    "unit": ["h", "people", "t/d"],
    "format": ["1"],
    "template": ["We have {water.days_left} left, {now}."],
    "templates": [["No water since four.", "The taps are dry."]],
    "fields": [{"length": "12 h (6 to 24)", "where": "region", "tone": {"warm": "Thank them"}}],
    "cost": [{"budget": "50 EUR"}],
    "known_to": ["all", [{"with": {"how": "openly"}, "who": "all"}, {"who": {"press": "15 %/h"}}]],
    "learners": ["all", {"press": "15 %/h", "council": "2 h"}],
    "effects": [[{"shift": "trust", "by": "-5 %", "fading": "12 h"}, {"tell": "all", "text": "…"}]],
    "unless": [{"seat": "council", "card": "ration", "within": "24 h"}],
    "told": [{"stock": "1 h", "trust": {"after": "6 h", "error": "10 %"}}],
    "stocks": [{"budget": {"start": "900 EUR", "each_move": "100 EUR"}}],
    "needs": [{"word": {"from": "council", "text": "A word tonight", "when": "trust < 40 %"}}],
    "aims": [{"calm": {"text": "Trust ends above 55 %", "when": "trust > 55 %"}}],
    "sites": [{"depot": {"title": "The depot", "sort": "store", "posts": "12 people"}}],
    "term": [{"will": "ration", "within": "12 h"}, {"will_not": "ration", "for": "48 h"}],
    "set": [{"injects.storm.when": "never", "agents.water.journey": "4 h"}],
    "short": [{"title": "Send tankers", "for": "Ten tonnes are ten hours."}],
    "likely": [{"tired": "80 %", "unpaid": "30 %"}],
    "answers": [{"tired": {"text": "The crews are worn out", "odds": "40 %"}}],
    "chapters": [{"The heat": ["day 1 06:00", "day 1 18:00"]}],
    "opens": [{"at": "day 2 06:00", "played_by": "history"}],
    "extra": [{"most": "2", "when": "trust < 30 %"}],
    "openings": [{"low": {"when": "trust < 30 %", "text": "Trust has gone."}}],
    "orders": ["2", {"otherwise": "2", "council": "3"}],
    "chosen": [{"load": "12 t"}],
    "rungs": [{"hearing": "They are heard", "payment": "They are paid"}],
    "parts": [["alliance.decided", "storm"]],
    "sources": ["WB30", ["WB30", "HM31"]],
    "lists": [{"depot": ["market", "school"]}],
    "posture": ["calm", {"everywhere": "calm"}],
}


def examples(what: Declared) -> list[object]:
    """How something of this sort is written."""
    if what.written is not None:
        return [what.written]
    if what.unit == "*":
        return ["10 %"] if what.sort in ("value", "varying") else []
    if what.sort in ("value", "varying", "place_table", "agent_table"):
        amount = example(parse_unit(what.unit, None).dimension)
        return [{"everywhere": amount}] if what.sort == "place_table" else [amount]
    return EXAMPLES.get(what.sort, [])
