"""What an answer or an offer would do, in words: said before it is sent."""

from collections.abc import Mapping, Sequence

from engine.quantities import show
from tui.ink import HARD_SPACE
from tui.picture.data import Field
from tui.picture.data_of_deals import Deal, Offerable, OfferForm, Term, TermWritten
from tui.picture.deals import hearers, named
from tui.picture.known import Known
from tui.picture.pledges import giver
from tui.picture.times import age, hour

Rows = Sequence[tuple[str, str]]
"""What each line is about, and what it says."""

LONGEST = 240.0
"""Hours: nobody may wait longer for an answer."""
UNANSWERED = ("pledge", "evidence")
"""Sorts of offers that nobody answers."""


def reply_field(deal: Deal) -> Field:
    """What may be replied to a deal, to choose from."""
    label = "Your answer" if deal.side == "received" else "You"
    return Field(name="reply", label=label, sort="word", unit="", choices=list(deal.replies))


def reply_rows(known: Known, deal: Deal, reply: str) -> Rows:
    """What a reply would bind whom to, what it costs, and who learns of it."""
    match reply:
        case "accept":
            rows = [*_binds(known, deal), *_at_stake(known, deal)]
        case "refuse":
            rows = [("Binds", "nobody"), *_or_else(deal)]
        case "recall":
            rows = [("Binds", "nobody: the offer is gone")]
        case "extend":
            cost = _points(known, "extended")
            whom = hearers(known, deal)
            rows = [("Costs", f"{cost} of your credit with {whom}")] if cost else []
            rows.append(("Then", "the hour is put off, and they have time to answer again"))
        case _:
            rows = [("Binds", "nobody: it is an answer, and can be held against what you do")]
    return [*rows, ("Who learns", "everybody" if deal.public else "you two alone")]


def _binds(known: Known, deal: Deal) -> Rows:
    bound = [term for term in deal.terms if term.side in ("gives", "asks")]
    own = [term for term in bound if _mine(known, deal, term)]
    theirs = [term for term in bound if term not in own]
    rows = [("Binds you", f"{term.said}") for term in own] or [("Binds you", "to nothing")]
    return [*rows, *(("Binds them", term.said) for term in theirs)]


def _mine(known: Known, deal: Deal, term: Term) -> bool:
    return known.scene.seat in (giver(deal, term), term.seat)


def _at_stake(known: Known, deal: Deal) -> Rows:
    who = hearers(known, deal) if deal.side == "made" else named(known, deal.from_)
    return _credit_at_stake(known, who)


def _credit_at_stake(known: Known, who: str) -> Rows:
    kept, broken = _points(known, "kept"), _points(known, "broken")
    return [("Credit", f"with {who}: {kept} if kept, {broken} if broken")] if kept else []


def _points(known: Known, why: str) -> str:
    share = known.scene.credit_moves.get(why, 0.0)
    return f"{'+' if share > 0 else '−'}{abs(round(100 * share))}" if share else ""


def _or_else(deal: Deal) -> Rows:
    return [("Then", term.said) for term in deal.terms if term.side == "or_else"]


def reply_sentence(known: Known, deal: Deal, reply: str) -> str:
    """What sending the answer means, in one sentence, and how long it can be taken back."""
    said = dict(deal.replies).get(reply, reply)
    verbs = {"accept": "You accept", "refuse": "You refuse", "recall": "You take back",
             "extend": "You give more time for"}  # fmt: skip
    head = f"{verbs[reply]} “{deal.title}”" if reply in verbs else f"You answer: {said.rstrip('.')}"
    own = [term.said for term in deal.terms if _mine(known, deal, term) and term.side != "or_else"]
    bound = f", and are bound: {'; '.join(own)}" if reply == "accept" and own else ""
    return f"{head}{bound}. {taken_back(known)}"


def taken_back(known: Known) -> str:
    """How long an order can be taken back."""
    beat = known.scene.beat
    due = -(-known.now // beat) * beat
    if due == known.now:
        return "You can take it back until time runs on (u)."
    return f"You can take it back until {hour(known.scene.start, due, known.now)} (u)."


def offer_fields(
    known: Known, form: OfferForm, offer: Offerable, to: str, hot: bool
) -> list[Field]:
    """The fields of an offer; what can be shown depends on `to`, and `hot` puts that line first."""
    titles = dict(form.to)
    found = []
    if offer.several:
        choices = [(seat, titles.get(seat, seat)) for seat in offer.to]
        found.append(Field(name="to", label="To whom", sort="seat", unit="", choices=choices))
    if len(form.shows) > 1:
        named_, held = dict(form.shows), offer.shows.get(to, [])
        choices = [(id, named_.get(id, id)) for id in held]
        found.append(Field(name="shows", label="Show what", sort="word", unit="", choices=choices))
    if form.sort not in UNANSWERED:
        found.append(
            Field(
                name="within", label="Answer within", sort="number", unit="h",
                default=form.hours, default_text=form.answer_by or show(form.hours, "h"),
                low=1.0, high=LONGEST, range_text=f"1 h to {LONGEST:g} h",
            )
        )  # fmt: skip
    if not to_all(form):
        usual, line = ("no", "in the usual way"), ("yes", "over the hot line")
        choices = [line, usual] if hot else [usual, line]
        choices = [line] if known.view.offers_left == 0 else choices
        found.append(Field(name="hot", label="How", sort="word", unit="", choices=choices))
    return found


def to_all(form: OfferForm) -> bool:
    """Whether an offer goes to everybody at once."""
    return [seat for seat, _ in form.to] == ["all"]


def first_hearer(form: OfferForm, offer: Offerable) -> str:
    """To whom an offer goes if nobody chooses."""
    return "all" if to_all(form) else next(iter(offer.to), form.to[0][0])


def offer_rows(known: Known, form: OfferForm, chosen: Mapping[str, str], to: str) -> Rows:
    """What an offer would bind whom to, what it costs, and who learns of it."""
    whom = dict(form.to).get(to, to)
    hot = chosen.get("hot") == "yes"
    gives = [term for term in form.terms if term.side == "gives"]
    rows: list[tuple[str, str]] = []
    if form.question:
        rows.append(("Asks", form.question[0]))
    rows += _terms(form.terms, "gives", "Binds you" if form.sort == "pledge" else "You would")
    rows += _terms(form.terms, "asks", "You ask")
    rows += _terms(form.terms, "or_else", "Or else")
    rows.append(("Costs", cost(known, hot)))
    if gives:
        rows += _credit_at_stake(known, whom)
    if form.sort == "threat":
        rows.append(("Or nothing", f"{_points(known, 'lapsed')} of credit if you do not act"))
    if form.sort == "evidence":
        rows.append(("If false", f"{_points(known, 'false')} of credit once it is found out"))
    return [*rows, ("Who learns", learns(form, whom, hot))]


def _terms(terms: Sequence[TermWritten], side: str, label: str) -> Rows:
    return [(label, term.said) for term in terms if term.side == side]


def cost(known: Known, hot: bool) -> str:
    """What it takes to put an offer, in words."""
    left, move = known.view.offers_left, known.view.move
    if hot:
        if move is None:
            return "nothing; the line is free"
        orders = "your last order" if move.left == 1 else f"one of your {move.left} orders"
        return f"{orders} of this move"
    if left is None:
        return "nothing"
    return "your offer of this move" if left else "you have put your offer of this move"


def learns(form: OfferForm, whom: str, hot: bool) -> str:
    """Who learns of an offer."""
    if hot:
        return f"{whom} alone; {form.leak.replace(' ', HARD_SPACE)} that others hear you spoke"
    return "everybody" if form.public or to_all(form) else f"{whom} alone"


def offer_sentence(
    known: Known, form: OfferForm, chosen: Mapping[str, str], words: Mapping[str, str], to: str
) -> str:
    """What sending the offer means, in one sentence."""
    whom = dict(form.to).get(to, to)
    hot = " over the hot line" if chosen.get("hot") == "yes" else ""
    shown = f": {words['shows']}" if "shows" in words else ""
    within = f", and want an answer within {words['within']}" if "within" in words else ""
    return (
        f"You put “{form.title}”{shown} to {whom}{hot}{within}. "
        f"Cost: {cost(known, bool(hot))}. {taken_back(known)}"
    )


def own_words(known: Known, card: str) -> Rows:
    """Words of this seat that forbid a card, given or offered: read before an order is sent.

    Whether an order breaks one hangs on its fields; the door says so, and asks once more.
    """
    seat, start = known.scene.seat, known.scene.start
    rows = []
    for deal in known.view.deals:
        who = hearers(known, deal) if deal.side == "made" else named(known, deal.from_)
        for term in deal.terms:
            if term.card != card or term.seat != seat or term.will:
                continue
            if term.state == "running":
                at = hour(start, term.until, known.now)
                rows.append(("Your word", f"to {who}, until {at}: {term.said}"))
            elif deal.state == "open" and deal.side == "made":
                rows.append(("You offered", f"to {who}, not answered yet: {term.said}"))
    return rows


def breach_lines(known: Known, code: str, about: Mapping[str, object]) -> Rows:
    """Which word an order would break, in full; what that costs."""
    if code != "breaks_word":
        title = known.title(str(about.get("card", "")))
        return [("It waits", f"{title}, which you ordered; both cannot stand")]
    side, _, number = str(about.get("term", "")).partition(".")
    id, whom = str(about.get("deal", "")), str(about.get("to", ""))
    who = "all" if whom == "all" else named(known, whom)
    rows = [("Your word", said) for said in _said(known, id, side, int(number or 0))]
    until = _until(known, id, side, int(number or 0))
    if until:
        at = hour(known.scene.start, until, known.now)
        rows.append(("It runs", f"until {at}, {age(until - known.now)} more"))
    broken = _points(known, "broken")
    return [*rows, ("It costs", f"{broken} of your credit with {who}, once it goes out")]


def _said(known: Known, id: str, side: str, number: int) -> list[str]:
    deal = next((each for each in known.view.deals if each.deal == id), None)
    if deal is not None:
        found = [t.said for t in deal.terms if (t.side, t.number) == (side, number)]
        return [f"“{deal.title}”. {said}." for said in found]
    form = known.scene.offers.get(id)
    if form is None:
        return []
    written = [term.said for term in form.terms if term.side == side]
    return [f"“{form.title}”, not out yet. {said}." for said in written[number : number + 1]]


def _until(known: Known, id: str, side: str, number: int) -> int:
    for deal in known.view.deals:
        for term in deal.terms:
            if (deal.deal, term.side, term.number) == (id, side, number):
                return term.until if term.state == "running" else 0
    return 0
