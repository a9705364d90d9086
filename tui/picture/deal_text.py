"""A deal, a word or a piece of evidence in full, as a detail pane or a page shows it."""

from tui.ink import Line, hanging, line, wrap
from tui.picture.data_of_deals import Deal, Exhibit, OfferForm, Term
from tui.picture.deals import SORTS, hearers, named, ordinal, times_put
from tui.picture.known import Known
from tui.picture.pledges import BREAK, GLYPHS, OFFERED, OVER, STYLES, end_of, giver, state_of
from tui.picture.times import age, dated, hour
from tui.words import phrase

STATES = {
    "open": phrase("It waits for an answer."),
    "due": phrase("Its hour has passed; whoever made it must act."),
    "running": phrase("It binds."),
    "kept": phrase("Every word of it was kept."),
    "broken": phrase("A word of it was broken."),
    "refused": phrase("It was refused."),
    "recalled": phrase("It was taken back."),
    "lapsed": phrase("It has lapsed."),
    "answered": phrase("It was answered."),
    "unanswered": phrase("It was not answered."),
    "shown": phrase("It was shown."),
    "void": phrase("The game ended first."),
}
LABEL = 12
"""Cells for what a line is about."""


def deal_of(known: Known, id: str) -> Deal | None:
    """A deal that the seat knows of."""
    return next((deal for deal in known.view.deals if deal.deal == id), None)


def deal_lines(known: Known, deal: Deal, width: int) -> list[Line]:
    """A deal: what it says, whom it would bind to what, and how it stands."""
    pair = f"{named(known, deal.from_)} → {hearers(known, deal)}"
    times = times_put(known, deal)
    parts = [
        pair,
        SORTS.get(deal.sort, deal.sort),
        phrase("put {dated}", dated=known.dated(deal.put)),
    ]
    parts += [phrase("over the hot line")] if deal.hot else []
    parts += [phrase("in public")] if deal.public else []
    parts += [phrase("for the {ordinal} time", ordinal=ordinal(times))] if times > 1 else []
    found = [line((f" {deal.title}", "bold"))]
    found += _wrapped(" · ".join(parts), width, "$dim")
    found += [(), *_wrapped(deal.text, width)] if deal.text else []
    found += [(), *_wrapped(deal.question[0], width, "bold")] if deal.question else []
    if deal.terms:
        found.append(())
    for term in deal.terms:
        found += _labelled(label_of(known, deal, term), term.said, width)
        if term.state != OFFERED:
            found += _standing(known, deal, term, width)
    if deal.shows:
        found += _labelled(phrase("Evidence"), _exhibit_title(known, deal.shows), width)
    return [*found, (), *_wrapped(standing(known, deal), width, "$dim")]


def said_lines(known: Known, deal: Deal, width: int) -> list[Line]:
    """What a deal says in its own words, and how it stands: without its terms."""
    found = _wrapped(deal.text, width) if deal.text else []
    found += _wrapped(deal.question[0], width, "bold") if deal.question else []
    times = times_put(known, deal)
    again = phrase(", for the {ordinal} time", ordinal=ordinal(times)) if times > 1 else ""
    return [
        *found,
        *_wrapped(
            phrase(
                "Put {dated}{again}. {standing}",
                dated=known.dated(deal.put),
                again=again,
                standing=standing(known, deal),
            ),
            width,
            "$dim",
        ),
    ]


def label_of(known: Known, deal: Deal, term: Term) -> str:
    """Whose side a term is on, for the seat that reads."""
    who = giver(deal, term)
    if term.side == "or_else":
        return phrase("Or else")
    if who == known.scene.seat:
        return phrase("You give") if term.side == "gives" else phrase("You would")
    return phrase("They give") if term.side == "gives" else phrase("They would")


def standing(known: Known, deal: Deal) -> str:
    """How a deal stands, in a sentence or two."""
    said = STATES.get(deal.state, deal.state)
    if deal.state == "answered" and deal.reply:
        said = phrase("Answered: {reply}.", reply=deal.reply.rstrip("."))
    if deal.state == "open" and deal.answer_by:
        then = phrase("its maker must act") if deal.sort == "threat" else phrase("it lapses")
        at, left = hour(known.scene.start, deal.answer_by, known.now), deal.answer_by - known.now
        if left <= 0:
            return phrase("An answer is wanted now; when time goes on, {then}.", then=then)
        return phrase(
            "An answer is wanted by {at}, in {age}; then {then}.", at=at, age=age(left), then=then
        )
    return said


def _standing(known: Known, deal: Deal, term: Term, width: int) -> list[Line]:
    glyph = GLYPHS.get(term.state, OVER)
    told = end_of(known, deal, term)
    said = state_of(known, term, told)
    if told is not None and told.event == BREAK:
        said += phrase(" by order of {named}", named=named(known, str(told.fields["seat"])))
        heard = int(str(told.fields["heard_at"]))
        if not told.fields["knew"]:
            said += phrase(
                ", who learned of it {hour}", hour=hour(known.scene.start, heard, known.now)
            )
        if told.fields["how"] == "not_done":
            said = phrase("{state_of}: it was not done", state_of=state_of(known, term, told))
    head = line(("   ", ""), (f"{glyph} ", STYLES[glyph]))
    return hanging(head, said, width, "$dim")


def exhibit_lines(known: Known, exhibit: Exhibit, width: int) -> list[Line]:
    """A piece of evidence: what it says, what it proved to be, who has seen it."""
    start = known.scene.start
    proved = {
        "genuine": phrase("You had it checked: it is genuine."),
        "false": phrase("It is known to you to be false."),
    }.get(exhibit.checked, phrase("Nobody has checked it for you; it may not be what it seems."))
    found = [
        line((f" {exhibit.title}", "bold")),
        line((phrase(" at hand since {dated}", dated=dated(start, exhibit.at)), "$dim")),
        (),
        *_wrapped(exhibit.text, width),
        (),
        *_wrapped(proved, width, "bold" if exhibit.checked != "unknown" else ""),
    ]
    for who, whom, at in exhibit.shown:
        said = phrase(
            "{who} to {whom}, {hour}",
            who=named(known, who),
            whom=named(known, whom),
            hour=hour(start, at, known.now),
        )
        found += _labelled(phrase("Shown"), said, width)
    if not exhibit.shown:
        found += _wrapped(phrase("You have shown it to nobody."), width, "$dim")
    false = known.scene.credit_moves.get("false")
    if false and exhibit.checked == "unknown":
        said = phrase(
            "Shown and found out to be false, it costs {false} of credit.",
            false=abs(round(100 * false)),
        )
        found += _wrapped(said, width, "$dim")
    return found


def shown_lines(known: Known, form: OfferForm, chosen: str, width: int) -> list[Line]:
    """The piece of evidence that goes with an offer, as whoever gets it will read it."""
    id = chosen or next(iter(dict(form.shows)), "")
    held = next((each for each in known.view.exhibits if each.exhibit == id), None)
    return (
        [] if held is None else _labelled(phrase("It shows"), f"{held.title}: {held.text}", width)
    )


def _exhibit_title(known: Known, id: str) -> str:
    held = {each.exhibit: each.title for each in known.view.exhibits}
    forms = {key: title for form in known.scene.offers.values() for key, title in form.shows}
    return held.get(id) or forms.get(id) or known.title(id)


def _labelled(label: str, text: str, width: int) -> list[Line]:
    return hanging(line((f" {label:<{LABEL}}", "$faint")), text, width)


def _wrapped(text: str, width: int, style: str = "") -> list[Line]:
    return [line((f" {row}", style)) for row in wrap(text, width - 2)]
