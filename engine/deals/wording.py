"""Offers and their terms in words, and why the door refuses an act of dealing."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from engine.quantities import show
from engine.scenario.expressions import Compiled
from engine.scenario.models import Chosen, Deal, FieldSpec, Term
from engine.scenario.scenario import Scenario

Title = Callable[[str], str]
_IS_TRUE = re.compile(r"(\w+)\.(\w+) is 1")

REFUSALS = {
    "no_such_offer": "there is no such offer",
    "already_open": "that offer is open already",
    "no_offer_left": "you have put your offer of this move; the hot line takes an order",
    "no_such_deal": "there is no such deal",
    "deal_closed": "it is not open to an answer",
    "no_exhibit": "you have no such evidence at hand",
    "shown_already": "it was shown to {to} already",
    "breaks_word": "this breaks your word to {to}",
    "against_order": "an order of yours that waits would break that word: {card}",
}
"""Why the door refuses an act of dealing, or an order against a word."""

RESULTS = {
    "already_open": "not put: it was open by then",
    "deal_closed": "not done: it was over by then",
}
"""Why an act that was accepted came to nothing."""

LEAD = {"gives": "", "asks": "asked: ", "or_else": "or else "}


def term_in_words(scenario: Scenario, term: Term, who: str, title: Title) -> str:
    """A term as a clause of a sentence."""
    hours = show(term.hours.number, "h")
    if term.exhibit:
        what = "evidence" if term.exhibit == "any" else title(term.exhibit)
        said = f"{who} will show {what} within {hours}"
    elif term.will:
        said = f"{who} will: {title(term.card)}, within {hours}"
    else:
        said = f"{who} will not: {title(term.card)}, for {hours}"
    asked = scenario.cards[term.card].fields if term.card else {}
    above = (f"{name.replace('_', ' ')} above the limit" for name in term.over)
    limits = [*in_form(asked, term.with_, title), *above, *(title(place) for place in term.at)]
    said += f" ({', '.join(limits)})" if limits else ""
    return f"{said}, {once(scenario, term.when)}" if term.when is not None else said


def once(scenario: Scenario, rule: Compiled) -> str:
    """When a term begins, in words: `once help was agreed to` where a reading says so itself.

    Any other condition is said as the rule of an ending is.
    """
    found = _IS_TRUE.fullmatch(rule.text)
    said = _said_of(scenario, found[1], found[2]) if found else ""
    if said.startswith("1 "):
        return said.removeprefix("1 ")
    # What is said of rules asks the catalogue for titles, which says deals in the words of here.
    from engine.saying import in_sentences

    return f"once {'; and '.join(in_sentences(scenario, rule))}"


def _said_of(scenario: Scenario, agent: str, reading: str) -> str:
    """What a reading counts, as its kind says it; empty for no reading of an agent."""
    # Kinds read deals themselves while they are loaded.
    from engine.agents.registry import kinds

    kind = kinds().get(scenario.agents[agent].kind) if agent in scenario.agents else None
    return kind.readings[reading].text if kind is not None and reading in kind.readings else ""


def in_form(
    asked: Mapping[str, FieldSpec], with_: Mapping[str, Chosen], title: Title
) -> Iterator[str]:
    """What is filled in, field by field, such as `how: on television`."""
    for name, value in with_.items():
        label = name.replace("_", " ")
        if isinstance(value, str):
            yield f"{label}: {dict(asked[name].choices).get(value) or title(value)}"
        else:
            yield f"{label} from {show(value, asked[name].unit)}"


def in_words(scenario: Scenario, deal: Deal, to: Sequence[str], title: Title) -> str:
    """What an offer says: its own text, then its terms."""
    owner = {
        "gives": title(deal.from_),
        "asks": title(to[0]) if to else "",
        "or_else": title(deal.from_),
    }
    parts = [
        LEAD[side] + term_in_words(scenario, term, title(term.by) if term.by else who, title)
        for side, who in owner.items()
        for term in deal.side(side)
    ]
    said = "; ".join(parts)
    sentences = [deal.text, f"{said[:1].upper()}{said[1:]}." if said else ""]
    if deal.question is not None:
        sentences.append(deal.question.ask)
    return " ".join(filter(None, sentences))
