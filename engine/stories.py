"""Agents' events for people: one template an event, filled with its place and fields.

An event of the engine's own kinds without a template is too small to be told; one of a plug-in's
kind is told plainly, by its name and fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

TEMPLATES = {
    "unrest.protest_began": "{place}: first protest, about {people} people",
    "unrest.killed": "{place}: {people} people in the crowd killed",
    "unrest.conceded": "conceded, {places}: {rung}",
    "unrest.provoked": "a pledge was broken, or an answer came late: more is demanded",
    "unrest.asked": "the movement asks: {rung}",
    "unrest.called": "people are called to a rally",
    "unrest.sent_home": "the movement sends people home",
    "unrest.released": "detained people are let go",
    "unrest.seized": "named people are taken at home",
    "incidents.lost": "{place} falls to a crowd of {people}",
    "incidents.looted": "{place}: {items} arms taken",
    "incidents.retaken": "{place} retaken",
    "incidents.storm_began": "{place}: forces set out to retake it",
    "incidents.storm_failed": "{place}: the attempt to retake it is thrown back",
    "incidents.arms_secured": "{place}: {items} arms secured",
    "incidents.weapons_collected": "{items} weapons found in searches",
    "security.posture_ordered": "forces ordered to {level}: {places}",
    "security.limit_set": "limit on force, {level}: {places}",
    "security.reserve_moved": "{place}: {men} men of the reserve sent from {origin}",
    "security.reserve_came": "{place}: {men} men of the reserve arrive",
    "security.site_left": "{place}: its guard is ordered away",
    "security.called_up": "{men} more men called into the reserve",
    "loyalty.wavered": "{place}: the men waver",
    "loyalty.recovered": "{place}: the men are steady again",
    "loyalty.backing_given": "word of backing is given",
    "loyalty.backing_heard": "the word of backing reaches the ranks",
    "loyalty.backing_honoured": "the promise of backing is honoured: men came",
    "loyalty.departed": "{place}: its guard has left on a word of its chiefs",
    "loyalty.chief_replaced": "a security chief is replaced: {who}",
    "government.emergency_declared": "state of emergency declared: {places}",
    "government.emergency_lifted": "state of emergency lifted: {places}",
    "government.curfew_ignored": "{place}: the curfew is ignored",
    "government.appointed": "{post}: replaced, the new one an {who}",
    "government.cabinet_resigned": "the cabinet goes",
    "government.minister_resigned": "a minister goes",
    "government.council_taken": "the chair of the security council is taken over",
    "government.declared": "the government says what this is: {what}",
    "government.spoke": "an address to the country: {tone}",
    "government.table_opened": "a commission is sent to talk: {places}",
    "government.table_closed": "the talks end: {how}",
    "aid.asked": "help is asked for: {men} men, as {frame}",
    "aid.withdrawn": "the request for help is withdrawn",
    "aid.lapsed": "the request has stayed unanswered and is heard as a refusal",
    "alliance.called": "the members are called, {mode}",
    "alliance.answered": "{member} answers: {answer}",
    "alliance.sat": "{member}: its parliament sits, {votes} for, {present} present",
    "alliance.decided": "the alliance decides: {men} men",
    "alliance.declined": "help is declined ({reason})",
    "alliance.released": "{member}: its men may be sent",
    "alliance.withheld": "{member}: its men will not be sent ({reason})",
    "airlift.tasked": "flights ordered for {force}",
    "airlift.took_off": "a flight for {force} takes off",
    "airlift.unloaded": "{place}: unloaded, {men} men and {vehicles} vehicles of {force}",
    "airlift.broke_down": "an aircraft breaks down",
    "airlift.diverted": "a flight is diverted",
    "airlift.airfield_turned": "{airfield}: open {open}, by {by}",
    "airlift.delivered": "the last man and vehicle ordered so far is on the ground",
    "contingents.arrived": "{place}: {men} men of {force} have arrived",
    "contingents.took_over": "{place}: {force} takes over its guard",
    "contingents.site_taken": "{place}: {force} is to take over its guard",
    "contingents.site_declined": "{place}: {force} is not to guard it",
    "contingents.handed_back": "{place}: {force} hands it back",
    "contingents.left": "{men} men of {force} leave the country",
    "contingents.rules_set": "rules for the contingents: {level}",
    "freed.freed": "{place}: {men} of its own guards are free for other work",
    "freed.site_counted": "{place}: {men} of its own guards are free now, {total} in all",
    "freed.tied_again": "{place}: {men} own men man its posts again; {total} are still free",
    "abroad.spoke": "{party} speaks: {line}",
    "abroad.warned": "{party} warns, over {on}",
    "abroad.warning_crossed": "what {party} warned of has happened: {on}",
    "abroad.warning_kept": "{party} acts on its warning",
    "abroad.warning_empty": "{party} lets its warning pass",
    "abroad.mediated": "{party} offers to go between",
    "abroad.advised": "{party} advises its people: {level}",
    "media.network_cut": "{place}: the network is cut ({depth})",
    "media.network_restored": "{place}: the network works again",
    "media.addressed": "an address is on the air",
    "media.reporter_sent": "{place}: a reporter is on the way there",
    "media.reporter_arrived": "{place}: the reporter is there",
    "media.reporter_lost": "{place}: the reporter reports no more",
    "media.line_opened": "{place}: a direct line round the network is open",
    "media.line_closed": "{place}: the direct line is closed",
    "media.published": "now public: {story}",
    "withdrawal.announced": "the withdrawal is announced",
    "withdrawal.began": "the withdrawal begins",
    "withdrawal.overstayed": "the date has passed; {men} men are still in the country",
    "withdrawal.completed": "the last man has left",
    "aftermath.order_restored": "order is restored",
    "aftermath.order_lost": "order is lost again",
    "aftermath.resurged": "{place}: new unrest begins",
    "aftermath.troops_gone": "the last foreign troops are gone",
    "aftermath.accounted": "an account is given of {about}: {how}",
    "waters.endangered": "{place}: the water stands under the top of the dike",
    "waters.relieved": "{place}: the water stands lower again",
    "waters.broke": "{place}: the dike breaks",
    "waters.closed": "{place}: the gap in the dike is closed",
    "waters.work_began": "{place}: sandbags are laid",
    "waters.raised": "{place}: the dike is higher",
    "waters.pumps_set": "{place}: {pumps} pumps stand there",
    "evacuation.called": "{place}: people are called to leave for {goal}",
    "evacuation.call_ended": "{place}: people are no longer called to leave",
    "evacuation.beds_ready": "{place}: beds for {beds} more are ready",
    "evacuation.full": "{place}: nobody more can be taken in",
    "evacuation.rescue_sent": "{place}: {boats} boats bring people out",
    "evacuation.lost": "{place}: {people} people are reported dead",
    "frontier.fired": "{place}: shots from {across} ({incidents}), {killed} reported dead",
    "frontier.stance_taken": "{place}: armed men are {stance}",
    "frontier.truce_began": "{place}: a truce begins",
    "frontier.truce_broken": "{place}: the truce is broken",
    "frontier.truce_over": "{place}: the truce is over",
    "field.crossed": "{place}: {mark}",
    "field.pushed": "{place}: {level} {amount}",
    "field.push_began": "{place}: work on {level} begins",
    "field.push_ended": "{place}: work on {level} ends",
    "field.held": "{place}: {flow} is held back",
    "field.let_go": "{place}: {flow} is held back no longer",
    "stocks.ran_dry": "{place} has nothing left {goods}",
    "stocks.refilled": "{place} has some again {goods}",
    "stocks.sent": "{place}: a convoy leaves for {destination}, {amount} loaded {goods}",
    "stocks.delivered": "{place}: a convoy unloads {amount} {goods}",
    "queue.arrived": "a ship comes, bound for {place}",
    "queue.berthed": "{place}: a ship takes a stand",
    "queue.broke_down": "{place}: a ship's gear breaks",
    "queue.diverted": "a ship is sent to {place} instead",
    "queue.landed": "{place}: a ship is emptied",
    "demands.asked": "asked for: {rung}",
    "demands.rose": "the demand rises: {rung}",
    "demands.answered": "granted: {rung}",
    "demands.calmed": "those who ask agree to wait",
    "game.inject_fired": "",
    "game.move_opened": "move {number} of {of} opens",
    "game.move_put_off": "something has happened that opens a move, and no more may be opened",
    "game.order_begun": "{seat} orders: {card}",
    "game.carried_out": "{seat}: {card}, {result}",
    "game.failed": "{seat}: {card}, {code}",
    "game.order_refused": "{seat}: {card} refused ({code})",
    "game.order_withdrawn": "{seat} withdraws an order",
    "game.shift_began": "",
    "game.reported": "report",
    "game.ended": "the game ends: {ending}",
    "game.hidden_revealed": "{question} {answer}",
}
"""What a facilitator reads; `{place}` and the event's fields. Empty: left out of timelines."""

REPORTS = {
    "protest": "A crowd of about {number}, at {hour}.",
    "deaths": "People have been killed, by {hour}; {number} is the figure given.",
    "site_attacked": "Under attack, at {hour}.",
    "site_lost": "The crowd is inside, at {hour}.",
    "arms_taken": "Arms are gone, by {hour}; {number} is the figure given.",
    "site_retaken": "Men in uniform are back inside, at {hour}.",
    "post_left": "The gate is open and the guard is not there, at {hour}.",
    "wavering": "Some of the men have put down their shields, at {hour}.",
    "posture": "Orders to the forces have changed, at {hour}.",
    "emergency": "A state of emergency has been declared, at {hour}.",
    "address": "There was an address on television, at {hour}.",
    "post_changed": "A post at the top has changed hands, at {hour}.",
    "cabinet_gone": "The cabinet is gone, at {hour}.",
    "minister_gone": "One minister is gone, at {hour}; the others stay.",
    "aid_asked": "Help has been asked for from outside, at {hour}.",
    "member_answered": "A member has answered, at {hour}; answers so far: {number}.",
    "alliance_decided": "The alliance has decided, at {hour}; the size named is {number} men.",
    "aircraft_landed": "Transport aircraft have landed, by {hour}; flights so far: {number}.",
    "troops_arrived": "Foreign troops have come, by {hour}; {number} is the figure given.",
    "site_handed_over": "Other soldiers stand at the gate, at {hour}.",
    "network_cut": "Telephones and payment terminals have stopped, at {hour}.",
    "withdrawal_announced": "A date for leaving has been announced, at {hour}.",
    "withdrawal_began": "The first troops are leaving, at {hour}.",
    "ship_landed": "Another ship is empty, at {hour}; {number} so far.",
    "ran_dry": "There is nothing left, at {hour}.",
}
"""What a seat reads of a story that the media bring, by the story's code.

The hour is when it was seen: two of these about one place are never the same sentence.
"""

WITH_NONE = {"alliance_decided": "The alliance has decided, at {hour}: no men are to be sent."}
"""What is read instead where a figure of nothing is itself the news."""


@dataclass(frozen=True, slots=True)
class Story:
    """An event for people: a headline of a few words, a sentence, who says so, and its sort.

    `sort` is `order`, `report`, `news`, `means` or `end`; a screen may leave `means` out.
    """

    headline: str
    text: str
    sender: str = ""
    sort: str = "news"


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a report: its text with names in braces, its headline, and who says so."""

    text: str
    headline: str = ""
    sender: str = ""


OWN = frozenset(name.partition(".")[0] for name in TEMPLATES) | {"incidents", "abroad", "freed"}


OF_SITES = ("site_lost", "site_retaken", "site_attacked", "site_handed_over", "post_left")
"""Stories of one site, whose number is how many of its place they speak of, if any."""

FEW = ("", "0", "1")
ONE_OF = "One of {number} there since the last report."


def untold(name: str) -> bool:
    """Whether an event (`kind.event`) is left out of timelines."""
    if name in TEMPLATES:
        return not TEMPLATES[name]
    return name.partition(".")[0] in OWN


def told_by_agent(
    name: str, place: str, words: Mapping[str, str], said: Said | None = None
) -> Story:
    """A kind's event for people: by its template, or plainly by its name and fields.

    `said` are the words that a scenario has for a report, if it comes in any.
    """
    if name == "media.reported":
        return _report(place, words, said)
    if name == "media.verified":
        stands = "It stands." if words.get("stands") == "yes" else "It does not stand."
        return Story(place, f"The check of a report is back. {stands}", "press desk", "report")
    template = TEMPLATES.get(name) or _plain(name, words)
    text = filled(template, {"place": place, **words})
    return Story(place or _sentence(text).rstrip("."), _sentence(text))


def _report(place: str, words: Mapping[str, str], said: Said | None) -> Story:
    sender = words.get("source", "").replace("_", " ")
    many = words["story"].replace(" ", "_") in OF_SITES and words.get("number", "") not in FEW
    more = f" {filled(ONE_OF, words)}" if many else ""
    if said is not None:
        text = filled(said.text, {"place": place, **words}) + more
        return Story(said.headline or place, text, said.sender or sender, "report")
    code = words["story"].replace(" ", "_")
    template = REPORTS.get(code, words["story"])
    if words.get("number") == "0" and ";" in template:
        # A report without a figure says none.
        template = WITH_NONE.get(code, template.partition(";")[0] + ".")
    return Story(place or "Whole country", filled(template, words) + more, sender, "report")


def _plain(name: str, words: Mapping[str, str]) -> str:
    said = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in words.items() if value)
    event = name.partition(".")[2].replace("_", " ")
    return "{place}: " + event + (f" ({said})".replace("{", "(").replace("}", ")") if said else "")


def filled(template: str, words: Mapping[str, str]) -> str:
    """A template with its words; what is not known, or is nowhere, is left out."""
    names = [name for _, name, _, _ in Formatter().parse(template) if name]
    text = template.format(**{name: words.get(name, "") or "" for name in names})
    return text.removeprefix(": ").strip().rstrip(",")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
