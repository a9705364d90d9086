"""The keys of every section, with what each says: read by the loader, schema and reference."""

from engine.scenario.shapes_cards import CARD as CARD
from engine.scenario.shapes_cards import CASE as CASE
from engine.scenario.shapes_cards import EFFECTS, may, need
from engine.scenario.shapes_deals import CREDIT as CREDIT
from engine.scenario.shapes_deals import EXHIBIT as EXHIBIT
from engine.scenario.shapes_deals import OFFER as OFFER
from engine.scenario.shapes_deals import QUESTION as QUESTION
from engine.scenario.shapes_deals import TERM as TERM

WHEN = may("condition", "only while this holds")

REGION = {
    "title": need("text", "its name"),
    "zone": may("zone", "its own clock, such as +05:00"),
}
PLACE = {
    "title": need("text", "its name"),
    "region": need("region", "the region it lies in"),
    "at": need("point", "latitude and longitude"),
    "people": need("value", "who live there", "people", at_least=0.0),
    "sites": may("sites", "buildings and works that matter"),
}
SITE = {
    "title": need("text", "its name"),
    "sort": may("ids", "a word that kinds may be told, such as `airfield`"),
    "posts": may("value", "how many guard it", "people", at_least=0.0),
    "arms": may("count", "arms stored there"),
    "draws": may("value", "its weight as a target, by default 1", at_least=0.0),
}
METER = {
    "title": need("text", "its name"),
    "start": may("value", "where it begins", "%", at_least=0.0, at_most=1.0),
    "drift": may("value", "how it moves by itself", "%/d"),
    "of": may("sum", "a reading that it shows, in place of a start"),
}
FORCE = {
    "title": need("text", "its name"),
    "of": may("member", "whose men they are"),
    "men": need("value", "how many", "people", at_least=0.0),
    "vehicles": may("count", "with how many vehicles"),
    "from": may("word", "where they are: a place, a site or an agent's origin"),
    "by": may("word", "what carries them, such as a type of aircraft"),
    "guards": may("sites", "the sites they are sent to guard"),
}
SEAT = {
    "title": need("text", "its name"),
    "short": may("short", "texts for narrow screens"),
    "stocks": may("stocks", "what it spends"),
    "told": may("told", "the readings that reach it, with delay and error"),
    "aims": may("aims", "what it wants"),
    "needs": may("needs", "what it needs from others, what matters most first"),
}
STOCK = {
    "title": may("text", "its name, by default its id in words"),
    "start": need("any", "what it has at the start"),
    "each_move": may("any", "what each move adds"),
    "each_day": may("any", "what each midnight of the scenario's zone adds"),
    "most": may("any", "where moves and days stop adding"),
}
TOLD = {
    "after": may("value", "how late", "h", at_least=0.0),
    "error": may("value", "how wrong", "%", at_least=0.0),
}
AIM = {"text": need("text", "what it wants"), "when": need("condition", "what makes it true")}
NEED = {
    "from": need("seat", "the seat that can meet it"),
    "text": need("text", "what is needed, in a few words"),
    "when": may("condition", "when it matters, as far as the seat is told"),
    "met": may("condition", "when it is met, as far as the seat is told"),
    "by": may("met_by", "cards of that seat, or offers of this one, that can meet it"),
}
POWER = {
    "title": need("text", "its name"),
    "when": need("condition", "when somebody has it, judged from what they are told"),
}
INJECT = {
    "at": may("moment", "when it comes"),
    "when": may("condition", "comes when this becomes true"),
    "event": may("event", "comes with an event such as `tankers.landed`, and where that was"),
    "repeat": may("flag", "comes each time it becomes true, or the event happens"),
    "unless_ordered": may("unless", "comes if a card was not ordered in time"),
    "odds": may("value", "the chance of a game in which it can come", "%", at_least=0, at_most=1),
    "from": may("text", "who sends it"),
    "to": may("seats", "who receives it"),
    "means": may("text", "how it comes: radio, telephone, letter"),
    "text": may("template", "what it says; one without a text is a silent trigger"),
    "also": may("templates", "other words for it, each told at most once a game"),
    "headline": may("text", "its headline, at most 36 characters with the place"),
    "expects": may("text", "what the facilitator hopes to see"),
    "objective": may("text", "the training objective it serves"),
    "effects": EFFECTS,
}
UNLESS = {
    "seat": need("seat", "whose inaction"),
    "card": need("card", "the card not ordered"),
    "within": need("value", "within this time", "h", at_least=0.0),
    "since": may("inject", "of this inject, by default of the start"),
}
HIDDEN = {
    "question": need("text", "the question nobody can answer"),
    "answers": need("answers", "each possible truth"),
    "clues": may("clues", "reports that hint at it"),
}
ANSWER = {
    "text": need("text", "the answer"),
    "odds": need("value", "how likely it is", "%", at_least=0.0, at_most=1.0),
    "set": may("set", "what it sets"),
}
CLUE = {
    "to": need("seats", "who receives it"),
    "at": may("moment", "when it comes"),
    "when": may("condition", "comes when this becomes true"),
    "text": need("template", "what it says"),
    "headline": may("text", "its headline"),
    "likely": need("likely", "its chance under each answer"),
}
ENDING = {
    "title": need("text", "its name"),
    "when": need("ending_when", "when it holds; `otherwise` for the one when time is up"),
    "text": need("text", "how it ends"),
}
OUTCOME = {
    "title": may("text", "its name"),
    "of": need("sum", "what is counted or measured"),
    "unit": may("unit", "the unit it is reported in"),
    "by": may("words", "for each", choices=("national", "place", "region")),
    "every": may("words", "how often", choices=("end", "day")),
    "sense": may("words", "which figure", choices=("total", "day", "peak", "at")),
}
HARM = {
    "title": need("text", "who was harmed, and how"),
    "of": need("sum", "how many, from the start on"),
    "unit": may("unit", "the unit it is shown in"),
    "when": may("condition", "what it rises by counts only while this holds"),
    "by": need("blamed", "seats that could have prevented it, each with when that is"),
    "under": may("events", "events that decide how it comes, such as orders to forces"),
    "official": may("seat", "whose count is the official one"),
    "independent": may("seat", "whose count is the independent one"),
}
AFTERWARD = {
    "title": need("text", "what it is about"),
    "of": may("sum", "the meter or reading that it is about"),
    "harm": may("harm_row", "the row of harm that it is about"),
    "under": may("events", "events to put down to what no chain leads back to an order"),
    "says": need("says", "sentences; the first that holds is told"),
}
SAYING = {
    "when": may("condition", "when it is told; the last sentence has none"),
    "text": need("template", "the sentence"),
}
FORMAT = {
    "title": may("text", "its name"),
    "minutes": need("whole", "minutes of play"),
    "orders": may("orders", "orders a move, as a number or by seat"),
    "opens": may("opens", "when the players take over, and who plays before"),
    "extra": may("extra", "moves that events may open"),
    "ends": may("moment", "when it ends, by default with the scenario"),
    "chapters": need("chapters", "titles with the times at which moves begin"),
}
OPENS = {
    "at": need("moment", "when the players take over"),
    "played_by": may("words", "the bot before", choices=("history", "doctrine", "idle", "random")),
}
EXTRA = {
    "most": need("whole", "at most so many"),
    "when": may("condition", "what opens one"),
    "text": may("text", "what everybody is told when it does"),
    "by": may("openings", "in their place, several by name, each with `when` and `text`"),
}
OPENING = {
    "when": need("condition", "what opens one"),
    "text": may("text", "what everybody is told when it does"),
}
SYSTEM = {
    "title": need("text", "its name"),
    "of": need("parts", "agents, injects, cards, or events such as `alliance.decided`"),
    "off": may("set", "what to set to switch it off"),
}
VARIANT = {"title": need("text", "its name"), "set": may("set", "what it sets")}
BOX = {
    "when": may("condition", "when it holds, over what the seat is told"),
    "order": may("card", "the card it orders"),
    "fields": may("chosen", "how it fills the form in"),
    "breaks": may("flag", "it orders that even against its word"),
    "make": may("offer", "the offer it puts"),
    "to": may("seat", "to whom, where there is a choice"),
    "accept": may("offer", "the offer it accepts, or the question it answers"),
    "reply": may("text", "with which reply, if it is a question"),
    "refuse": may("offer", "the offer it refuses, or the question it leaves"),
    "extend": may("offer", "the threat of its own that it puts off when its hour has passed"),
    "only": may("tempers", "the temperaments whose box it is, by default everybody's"),
}
TEMPERAMENT = {
    "title": need("text", "its name"),
    "traits": may("traits", "factors that conditions of boxes may name"),
}
TRAIT = need("value", "a factor; whoever has not this trait has 100 %", "%", at_least=0.0)
PLAN = {
    "title": need("text", "its name"),
    "seat": need("seat", "whose plan it is"),
    "orders": need("rows", "its orders by name, or `history` for what the seat did"),
    "then": may("then", "who decides the rest: `doctrine`, one with a temperament, or `idle`"),
    "without": may("cards", "cards that it never orders beyond its own rows"),
}
ROW = {
    "at": may("moment", "when it is ordered"),
    "when": may("condition", "when it holds, over what the seat is told"),
    "order": need("card", "the card"),
    "fields": may("chosen", "how the form is filled in"),
}
STAFF = {key: ROW[key] for key in ("when", "order", "fields")}
FORECAST = {
    "ask": need("text", "the question"),
    "when": need("condition", "what would make it true"),
    "open": may("condition", "while a seat is asked it, as far as that seat is told"),
}
OBJECTIVE = {"text": need("text", "what players should learn or show")}
PAST = {
    "at": need("moment", "when it was done"),
    "order": need("card", "the card"),
    "fields": may("chosen", "how the form was filled in"),
    "precision": may("text", "how exactly the time is known"),
    "source": may("sources", "codes of sources"),
    "note": may("text", "what else is known"),
}
SOURCE = {
    "title": need("text", "what it is"),
    "grade": may("text", "how far it is trusted, A to D"),
    "url": may("text", "where it is found"),
    "note": may("text", "what else is known"),
}
EVIDENCE = {
    "source": may("sources", "codes of sources"),
    "confidence": may("words", "how sure", choices=("high", "medium", "low")),
    "basis": may("text", "where it comes from: record, fitted, design"),
    "dist": may("words", "how it is drawn", choices=("triangular", "uniform", "normal", "fixed")),
    "note": may("text", "what else is known"),
}
TOP = {
    "whitecell": need("format", "the version of this language: 1"),
    "title": need("text", "its name"),
    "summary": need("text", "two sentences for the list of scenarios"),
    "start": need("date", "the first moment, local"),
    "end": need("moment", "the last moment"),
    "zone": may("zone", "the clock, such as +01:00; by default UTC"),
    "beat": may("value", "the step at which orders take effect, by default 1 h", "h"),
    "real_events": may("flag", "it happened to real people: needs sources"),
    "content_note": may("text", "what readers should be warned of"),
    "begin_here": may("flag", "whoever never played begins with this one: it is offered first"),
    "counts": may("ids", "things counted beside people"),
    "language": may("text", "the language of the texts, by default en"),
}
SECTIONS = {
    "regions": REGION,
    "places": PLACE,
    "meters": METER,
    "forces": FORCE,
    "seats": SEAT,
    "powers": POWER,
    "cards": CARD,
    "offers": OFFER,
    "exhibits": EXHIBIT,
    "injects": INJECT,
    "hidden": HIDDEN,
    "endings": ENDING,
    "outcomes": OUTCOME,
    "harm": HARM,
    "afterwards": AFTERWARD,
    "formats": FORMAT,
    "systems": SYSTEM,
    "variants": VARIANT,
    "temperaments": TEMPERAMENT,
    "plans": PLAN,
    "forecasts": FORECAST,
    "history": PAST,
    "objectives": OBJECTIVE,
    "sources": SOURCE,
}
"""Sections whose things all have one shape."""
