"""What people read: every addressed event as a headline and a sentence, from codes and fields."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine.called import called
from engine.deals import stories as deals
from engine.journal import Entry, own_fields
from engine.moments import clock
from engine.moves.words import of_a_move
from engine.own_orders import in_words, said_of
from engine.quantities import show, show_briefly
from engine.refusals import REFUSALS as REFUSALS
from engine.refusals import RESULTS as RESULTS
from engine.refusals import enough_again, in_a_move, refused
from engine.scenario.amounts import Shown, Text
from engine.scenario.effects import Tell
from engine.scenario.scenario import Scenario
from engine.seen import Said as Fields
from engine.stories import Said, Story, told_by_agent, untold
from engine.views import Seen


def title_of(scenario: Scenario, id: str) -> str:
    """The title of anything that has one, or its id in words."""
    titled = (
        scenario.places, scenario.regions, scenario.seats, scenario.cards, scenario.forces,
        scenario.meters, scenario.powers, scenario.endings, scenario.offers, scenario.exhibits,
    )  # fmt: skip
    for table in titled:
        if id in table:
            return str(table[id].title)
    for town in scenario.places.values():
        if id in town.sites:
            return f"{town.title}, {town.sites[id].title}"
    return id.replace("_", " ")


def refusal(scenario: Scenario, code: str, about: Mapping[str, object]) -> str:
    """Why the door refused, in a sentence."""
    words = {name: title_of(scenario, str(value)) for name, value in about.items()}
    if isinstance(about.get("needs"), float):
        words["needs"] = f"{about['needs']:g}"
    if code == "no_orders_left":
        words |= in_a_move(
            about, lambda at: f"{clock(at, scenario.start, scenario.zone):%d %b %H:%M}"
        )
    if code == "cannot_afford":
        words["again"] = enough_again(
            about, lambda at: f"{clock(at, scenario.start, scenario.zone):%d %b %H:%M}"
        )
    wanted = refused(scenario, code, about)
    try:
        return wanted.format(**words)
    except KeyError:
        return wanted.split(" {")[0]


def result(code: str, share: float = 1.0) -> str:
    """What became of an order, in a few words."""
    return RESULTS.get(code, code).format(share=show(share, "%"))


def story(scenario: Scenario, seen: Seen) -> Story:
    """What a seat reads of one thing that it was told; of the same once more, how often."""
    said = _story(scenario, seen)
    if not seen.again or seen.own is not None or said.sort in ("means", "end") or not said.text:
        return said
    end = "" if said.text.endswith((".", "?", "!")) else "."
    return replace(said, text=f"{said.text}{end} For the {nth(seen.again + 1)} time.")


def nth(number: int) -> str:
    """`2nd`, `13th`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"


def _story(scenario: Scenario, seen: Seen) -> Story:
    fields = seen.fields
    card = title_of(scenario, str(fields.get("card", "")))
    match seen.name:
        case "game.order_known":
            return _known(scenario, fields, card)
        case "game.reported":
            return _report(scenario, fields)
        case "game.stock_moved":
            id = str(fields["stock"])
            stock = scenario.seats[str(fields["seat"])].stocks[id]
            by = float(str(fields["by"]))
            said = f"{'+' if by > 0 else ''}{show(by, stock.start.unit)}"
            return Story(stock.title or title_of(scenario, id), said, "staff", "means")
        case "game.card_opened":
            return Story(card, "This is now open to you.", "staff", "report")
        case "game.ended":
            ending = scenario.endings[str(fields["ending"])]
            return Story(ending.title, ending.text, "", "end")
        case "game.hidden_revealed":
            return _revealed(scenario, fields)
        case "game.told":
            return Story("", "", "", "means")
        case (
            "game.move_opened" | "game.slip_filled" | "game.slips_told" | "game.aims_chosen"
            | "game.seat_held" | "game.staff_named"
        ):  # fmt: skip
            return of_a_move(scenario, seen.name, fields)
        case name if name.startswith("game.order_"):
            return _of_an_order(scenario, seen, card)
        case _:
            return _of_deals(scenario, seen.name, fields) or told(
                scenario, seen.name, seen.place, fields
            )


def _known(scenario: Scenario, fields: Mapping[str, object], card: str) -> Story:
    """An order of another seat, with how its form was filled in."""
    who = title_of(scenario, str(fields["seat"]))
    pairs: Mapping[str, object] = dict(fields.get("fields") or ())  # type: ignore[call-overload]
    form = in_words(scenario, str(fields["card"]), pairs, lambda id: title_of(scenario, id))
    what = f": {', '.join(form)}" if form else ""
    leaked = "; word of it leaked" if fields.get("leaked") else ""
    return Story(f"{who}: {card}", f"The order has been given{what}{leaked}.", who, "report")


def _of_deals(scenario: Scenario, name: str, fields: Mapping[str, object]) -> Story | None:
    if not name.startswith("game."):
        return None
    return deals.told(scenario, lambda id: title_of(scenario, id), name, fields)


def report_label(scenario: Scenario, seen: Seen) -> str:
    """A report as a form offers it: where, when it was told, what it says, and who says so."""
    said = story(scenario, seen)
    when = f"{clock(seen.at, scenario.start, scenario.zone):%d %b %H:%M}"
    by = f" ({said.sender})" if said.sender else ""
    return f"{said.headline}, {when}: {said.text.rstrip('.')}{by}"


def _of_an_order(scenario: Scenario, seen: Seen, card: str) -> Story:
    fields = seen.fields
    card = f"{card[:1].upper()}{card[1:]}"  # An act such as an answer has no title of its own.
    match seen.name:
        case "game.order_refused":
            about = dict(fields.get("about") or ())  # type: ignore[call-overload]
            said = f"Refused: {refusal(scenario, str(fields['code']), about)}."
            return Story(card, said, "the door", "order")
        case _:
            said = said_of(scenario, seen, lambda id: title_of(scenario, id))
            by_door = seen.name in ("game.order_taken", "game.order_withdrawn")
            head = "Withdrawn" if seen.name == "game.order_withdrawn" else card
            return Story(head, said, "the door" if by_door else "staff", "order")


def quiet(scenario: Scenario, entry: Entry) -> bool:
    """Whether an event is left out of timelines."""
    said = _of_deals(scenario, entry.name, Fields(entry.event))
    return said.sort == "means" if said is not None else untold(_kind_event(scenario, entry.name))


def _kind_event(scenario: Scenario, name: str) -> str:
    agent, _, event = name.partition(".")
    kind = scenario.agents[agent].kind if agent in scenario.agents else agent
    return f"{kind}.{event}"


def sentence(scenario: Scenario, entry: Entry) -> str:
    """One event in a sentence, for those who may see everything."""
    fields = own_fields(entry.event)
    if entry.name == "game.reported":
        report = _report(scenario, fields)
        return f"{report.sender}: {report.text}" if report.sender else report.text
    if entry.name == "game.hidden_revealed":
        story = _revealed(scenario, fields)
        return f"{story.headline} {story.text}"
    said = _of_deals(scenario, entry.name, fields)
    return (said or told(scenario, entry.name, entry.event.place, fields)).text


def _revealed(scenario: Scenario, fields: Mapping[str, object]) -> Story:
    """A hidden question with the answer that it had; of real events, that nobody knows it."""
    question = scenario.hidden[str(fields["question"])]
    answer = question.answers[str(fields["answer"])].text.rstrip(".")
    beyond = " The record does not settle it." if scenario.real_events else ""
    return Story(question.question, f"In this run: {answer}.{beyond}", "", "report")


def told(scenario: Scenario, name: str, where: str, fields: Mapping[str, object]) -> Story:
    """An agent's event for people, its fields in words."""
    place = title_of(scenario, where) if where else ""
    words = {
        field: _worded(scenario, field, value)
        for field, value in fields.items()
        if not isinstance(value, list)
    }
    agent = scenario.agents.get(name.partition(".")[0])
    words |= {} if agent is None else called(agent.config, fields)
    places = fields.get("places")
    if isinstance(places, list):
        words["places"] = _places(scenario, [str(id) for id in places])
    if "seen_at" in fields:
        seen = clock(int(float(str(fields["seen_at"]))), scenario.start, scenario.zone)
        words["hour"] = f"{seen:%H:%M} on {seen.day} {seen:%b}"
    said = _said(scenario, name, str(fields.get("wording", "")))
    return told_by_agent(_kind_event(scenario, name), place, words, said)


def _said(scenario: Scenario, name: str, wording: str) -> Said | None:
    """The words that the scenario has for a report, by the agent that brings it."""
    agent = scenario.agents.get(name.partition(".")[0])
    if agent is None or not wording:
        return None
    found = getattr(agent.config, "wordings", {})[wording]
    return Said(found.text, found.headline, found.from_)


def _places(scenario: Scenario, ids: Sequence[str]) -> str:
    """Several places in a few words: everywhere, a region, up to three names, or how many."""
    if len(ids) == len(scenario.places):
        return "everywhere"
    homes = {scenario.places[id].region for id in ids if id in scenario.places}
    for region in homes if len(homes) == 1 else ():
        if sum(town.region == region for town in scenario.places.values()) == len(ids) > 1:
            return title_of(scenario, region)
    if len(ids) > 3:
        return f"{len(ids)} places"
    return ", ".join(title_of(scenario, id) for id in ids)


def _worded(scenario: Scenario, field: str, value: object) -> str:
    if isinstance(value, str):
        # A word of a verb may be called like a card: only a field of cards holds one.
        named = field in ("card", "inject") or value not in scenario.cards
        return title_of(scenario, value) if named else value.replace("_", " ")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 10 else f"{value:g}"
    return str(value)


def _report(scenario: Scenario, fields: Mapping[str, object]) -> Story:
    text, headline = text_at(scenario, str(fields["text"]))
    pairs: Mapping[str, object] = dict(fields.get("values") or ())  # type: ignore[call-overload]
    sender = title_of(scenario, str(fields.get("sender") or ""))
    labelled = {**pairs, **_labels(scenario, str(fields["text"]), pairs)}
    return Story(headline or sender, rendered(scenario, text, labelled), sender, "report")


def _labels(scenario: Scenario, path: str, values: Mapping[str, object]) -> dict[str, str]:
    """The labels of the choices that a card's text shows, by field."""
    section, id, *_ = path.split(".")
    card = scenario.cards.get(id) if section == "cards" else None
    asked = {} if card is None else card.fields
    return {
        name: dict(asked[name].choices).get(str(value)) or title_of(scenario, str(value))
        for name, value in values.items()
        if name in asked and asked[name].choices
    }


def text_at(scenario: Scenario, path: str) -> tuple[Text, str]:
    """The text under a path such as `injects.storm.text`, and its headline if it has one."""
    section, id, *rest = path.split(".")
    if rest[0] == "effects":
        effects = (scenario.cards if section == "cards" else scenario.injects)[id].effects
        effect = effects[int(rest[1])]
        assert isinstance(effect, Tell)
        text, also, headline = effect.text, effect.also, effect.headline
    elif section == "hidden":
        clue = scenario.hidden[id].clues[rest[1]]
        text, also, headline = clue.text, (), clue.headline
    else:
        inject = scenario.injects[id]
        assert inject.text is not None
        text, also, headline = inject.text, inject.also, inject.headline
    return also[int(rest[-1])] if "also" in rest else text, headline


def rendered(scenario: Scenario, text: Text, values: Mapping[str, object]) -> str:
    """A text with its values shown in their units; what is not known is said to be not known."""
    return "".join(
        piece if isinstance(piece, str) else _shown(scenario, piece, values.get(piece.name))
        for piece in text.pieces
    )


def _shown(scenario: Scenario, piece: Shown, value: object) -> str:
    if value is None:
        return "not known"
    if piece.sum.sort == "moment":
        second = int(float(str(value)))
        return f"{clock(second, scenario.start, scenario.zone):%d %b %H:%M}"
    if isinstance(value, str) and piece.sum.sort == "id":
        return title_of(scenario, value)
    if isinstance(value, bool | str):
        return str(value)
    return show_briefly(float(str(value)), piece.sum.unit)
