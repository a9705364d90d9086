"""What people read of deals: each event as a headline and a sentence."""

from collections.abc import Callable, Mapping

from engine.deals.events import (
    CreditMoved,
    DeadlineMoved,
    DeadlinePassed,
    DealBound,
    DealEnded,
    DealLeaked,
    ExhibitChecked,
    ExhibitExposed,
    ExhibitFound,
    ExhibitJudged,
    ExhibitShown,
    OfferAnswered,
    OfferPut,
    TermBegan,
    TermHeard,
    TermKept,
    WordBroken,
)
from engine.deals.wording import Title, in_words, term_in_words
from engine.events import name_of
from engine.moments import clock
from engine.quantities import show
from engine.scenario.scenario import Scenario
from engine.stories import Story

Fields = Mapping[str, object]

REPLIES = {
    "accept": "{who} accepts “{deal}”.",
    "refuse": "{who} refuses “{deal}”.",
    "recall": "{who} takes “{deal}” back.",
    "extend": "{who} gives more time for “{deal}”.",
}

ENDS = {
    "kept": "Every word of “{deal}” was kept.",
    "lapsed": "“{deal}” has lapsed.",
    "unanswered": "{whom} did not answer “{deal}”.",
    "void": "The game ended before “{deal}” was decided.",
}

CHECKS = {
    "genuine": "The check is back: it is genuine.",
    "false": "The check is back: it is false.",
    "open": "The check is back, and could not settle it.",
}


def told(scenario: Scenario, title: Title, name: str, fields: Fields) -> Story | None:
    """What a seat reads of an event of deals; None if it is none of theirs, or repeats another."""
    teller = TELLERS.get(name.removeprefix("game."))
    return None if teller is None else teller(scenario, title, fields)


def _head(scenario: Scenario, fields: Fields) -> str:
    deal = scenario.offers.get(str(fields.get("offer", "")))
    return "" if deal is None else deal.title


def _names(title: Title, value: object) -> str:
    return ", ".join(title(str(seat)) for seat in value) if isinstance(value, list) else ""


def _put(scenario: Scenario, title: Title, fields: Fields) -> Story:
    deal = scenario.offers[str(fields["offer"])]
    hearers = fields["hearers"]
    to = [str(seat) for seat in hearers] if isinstance(hearers, list) else []
    whom = "all" if deal.to_all else _names(title, to)
    who = title(str(fields["seat"]))
    said = f"To {whom}{', over the hot line' if fields.get('hot') else ''}. "
    said += in_words(scenario, deal, to, title)
    if fields.get("shows"):
        said += f" Evidence: {title(str(fields['shows']))}."
    by = int(str(fields["answer_by"]))
    said += f" Answer by {_when(scenario, by)}." if by else ""
    return Story(deal.title, said.strip(), who, "report")


def _when(scenario: Scenario, second: int) -> str:
    return f"{clock(second, scenario.start, scenario.zone):%d %b %H:%M}"


def _answer(scenario: Scenario, title: Title, fields: Fields) -> Story:
    who, reply = title(str(fields["seat"])), str(fields["reply"])
    question = scenario.offers[str(fields["offer"])].question
    if fields.get("by_deed"):
        said = f"{who} does what was asked."
    elif question is not None:
        said = f"{who}: {question.replies.get(reply, reply)}"
    else:
        said = REPLIES[reply].format(who=who, deal=_head(scenario, fields))
    return Story(_head(scenario, fields), said, who, "report")


def _term(scenario: Scenario, title: Title, fields: Fields) -> str:
    term = scenario.offers[str(fields["offer"])].side(str(fields["side"]))[int(str(fields["term"]))]
    return title(term.card) if term.card else "evidence"


def _began(scenario: Scenario, title: Title, fields: Fields) -> Story:
    what, until = _term(scenario, title, fields), _when(scenario, int(str(fields["until"])))
    return Story(
        _head(scenario, fields), f"It counts from now: {what}, until {until}.", "", "report"
    )


def _heard(scenario: Scenario, title: Title, fields: Fields) -> Story:
    deal = scenario.offers[str(fields["offer"])]
    term = deal.side(str(fields["side"]))[int(str(fields["term"]))]
    said = f"Word was given for you: {term_in_words(scenario, term, title(term.by), title)}."
    said += " It is broken already." if fields["state"] == "broken" else ""
    return Story(deal.title, said, title(deal.from_), "report")


def _kept(scenario: Scenario, title: Title, fields: Fields) -> Story:
    who = title(str(fields["seat"]))
    head = _head(scenario, fields)
    said = f"{who} has kept its word of “{head}”: {_term(scenario, title, fields)}."
    return Story(head, said, "", "report")


def _broken(scenario: Scenario, title: Title, fields: Fields) -> Story:
    who, what = title(str(fields["seat"])), _term(scenario, title, fields)
    if fields["how"] == "not_done":
        said = f"Broken: {who} has not done it ({what})."
    else:
        said = f"Broken by order of {who} ({what})"
        late = int(str(fields["heard_at"]))
        said += "." if fields["knew"] else f", who learned of it at {_when(scenario, late)}."
    return Story(_head(scenario, fields), said, "", "report")


def _passed(scenario: Scenario, title: Title, fields: Fields) -> Story:
    who = title(str(fields["seat"]))
    return Story(_head(scenario, fields), f"The hour has passed. {who} must act.", "", "report")


def _moved(scenario: Scenario, title: Title, fields: Fields) -> Story:
    until = _when(scenario, int(str(fields["answer_by"])))
    return Story(_head(scenario, fields), f"Put off until {until}.", "", "report")


def _ended(scenario: Scenario, title: Title, fields: Fields) -> Story:
    said = ENDS.get(str(fields["how"]), "")
    whom = " or ".join(title(seat) for seat in scenario.offers[str(fields["offer"])].to)
    sort = "report" if said else "means"
    head = _head(scenario, fields)
    return Story(head, said.format(whom=whom, deal=head), "", sort)


def _leaked(scenario: Scenario, title: Title, fields: Fields) -> Story:
    who, whom = title(str(fields["seat"])), _names(title, fields["hearers"])
    said = f"It has become known: {who} spoke to {whom}."
    return Story(_head(scenario, fields), said, "", "report")


def _credit(scenario: Scenario, title: Title, fields: Fields) -> Story:
    who, other = title(str(fields["seat"])), title(str(fields["other"]))
    by = show(abs(float(str(fields["by"]))), "%")
    sign = "rises" if float(str(fields["by"])) > 0 else "falls"
    return Story("Credit", f"{who} {sign} by {by} with {other}.", "", "means")


def _found(scenario: Scenario, title: Title, fields: Fields) -> Story:
    exhibit = scenario.exhibits[str(fields["exhibit"])]
    return Story(exhibit.headline or exhibit.title, exhibit.text, "evidence", "report")


def _shown(scenario: Scenario, title: Title, fields: Fields) -> Story:
    exhibit = scenario.exhibits[str(fields["exhibit"])]
    who = title(str(fields["seat"]))
    return Story(exhibit.title, f"{who} shows: {exhibit.text}", who, "report")


def _checked(scenario: Scenario, title: Title, fields: Fields) -> Story:
    return Story(title(str(fields["exhibit"])), CHECKS[str(fields["found"])], "", "report")


def _exposed(scenario: Scenario, title: Title, fields: Fields) -> Story:
    said = f"It is found to be false. It was shown by {_names(title, fields['seats'])}."
    return Story(title(str(fields["exhibit"])), said, "", "report")


def _untold(scenario: Scenario, title: Title, fields: Fields) -> Story:
    """It repeats what another event says, or is for nobody."""
    return Story("", "", "", "means")


Teller = Callable[[Scenario, Title, Fields], Story]
TELLERS: Mapping[str, Teller] = {
    name_of(OfferPut): _put,
    name_of(DealBound): _untold,
    name_of(ExhibitJudged): _untold,
    name_of(OfferAnswered): _answer,
    name_of(TermBegan): _began,
    name_of(TermHeard): _heard,
    name_of(TermKept): _kept,
    name_of(WordBroken): _broken,
    name_of(DeadlinePassed): _passed,
    name_of(DeadlineMoved): _moved,
    name_of(DealEnded): _ended,
    name_of(DealLeaked): _leaked,
    name_of(CreditMoved): _credit,
    name_of(ExhibitFound): _found,
    name_of(ExhibitShown): _shown,
    name_of(ExhibitChecked): _checked,
    name_of(ExhibitExposed): _exposed,
}
