"""What an answer or an offer would do, in words: said before it is sent."""

from collections.abc import Mapping, Sequence

from engine.quantities import show
from tui.ink import HARD_SPACE
from tui.picture.data import Field
from tui.picture.data_of_deals import Deal, Offerable, OfferForm, Term, TermWritten
from tui.picture.deals import hearers, named
from tui.picture.known import Known
from tui.picture.pledges import giver
from tui.picture.times import hour
from tui.words import phrase

Rows = Sequence[tuple[str, str]]
"""What each line is about, and what it says."""

LONGEST = 240.0
"""Hours: nobody may wait longer for an answer."""
UNANSWERED = ("pledge", "evidence")
"""Sorts of offers that nobody answers."""


def reply_field(deal: Deal) -> Field:
    """What may be replied to a deal, to choose from."""
    label = phrase("Your answer") if deal.side == "received" else phrase("You")
    return Field(name="reply", label=label, sort="word", unit="", choices=list(deal.replies))


def reply_rows(known: Known, deal: Deal, reply: str) -> Rows:
    """What a reply would bind whom to, what it costs, and who learns of it."""
    match reply:
        case "accept":
            rows = [*_binds(known, deal), *_at_stake(known, deal)]
        case "refuse":
            rows = [(phrase("Binds"), phrase("nobody")), *_or_else(deal)]
        case "recall":
            rows = [(phrase("Binds"), phrase("nobody: the offer is gone"))]
        case "extend":
            cost = points(known, "extended")
            whom = hearers(known, deal)
            rows = (
                [
                    (
                        phrase("Costs"),
                        phrase("{cost} of your credit with {whom}", cost=cost, whom=whom),
                    )
                ]
                if cost
                else []
            )
            rows.append(
                (phrase("Then"), phrase("the hour is put off, and they have time to answer again"))
            )
        case _:
            rows = [
                (
                    phrase("Binds"),
                    phrase("nobody: it is an answer, and can be held against what you do"),
                )
            ]
    return [
        *rows,
        (phrase("Who learns"), phrase("everybody") if deal.public else phrase("you two alone")),
    ]


def _binds(known: Known, deal: Deal) -> Rows:
    bound = [term for term in deal.terms if term.side in ("gives", "asks")]
    own = [term for term in bound if _mine(known, deal, term)]
    theirs = [term for term in bound if term not in own]
    rows = [(phrase("Binds you"), f"{term.said}") for term in own] or [
        (phrase("Binds you"), phrase("to nothing"))
    ]
    return [*rows, *((phrase("Binds them"), term.said) for term in theirs)]


def _mine(known: Known, deal: Deal, term: Term) -> bool:
    return known.scene.seat in (giver(deal, term), term.seat)


def _at_stake(known: Known, deal: Deal) -> Rows:
    who = hearers(known, deal) if deal.side == "made" else named(known, deal.from_)
    return _credit_at_stake(known, who)


def _credit_at_stake(known: Known, who: str) -> Rows:
    kept, broken = points(known, "kept"), points(known, "broken")
    return (
        [
            (
                phrase("Credit"),
                phrase(
                    "with {who}: {kept} if kept, {broken} if broken",
                    who=who,
                    kept=kept,
                    broken=broken,
                ),
            )
        ]
        if kept
        else []
    )


def points(known: Known, why: str) -> str:
    """What something moves credit by, in points with their sign; empty for nothing."""
    share = known.scene.credit_moves.get(why, 0.0)
    return f"{'+' if share > 0 else '−'}{abs(round(100 * share))}" if share else ""


def _or_else(deal: Deal) -> Rows:
    return [(phrase("Then"), term.said) for term in deal.terms if term.side == "or_else"]


def reply_sentence(known: Known, deal: Deal, reply: str) -> str:
    """What sending the answer means, in one sentence, and how long it can be taken back."""
    said = dict(deal.replies).get(reply, reply)
    verbs = {
        "accept": phrase("You accept"),
        "refuse": phrase("You refuse"),
        "recall": phrase("You take back"),
        "extend": phrase("You give more time for"),
    }
    head = (
        f"{verbs[reply]} “{deal.title}”"
        if reply in verbs
        else phrase("You answer: {said}", said=said.rstrip("."))
    )
    own = [term.said for term in deal.terms if _mine(known, deal, term) and term.side != "or_else"]
    bound = (
        phrase(", and are bound: {own}", own="; ".join(own)) if reply == "accept" and own else ""
    )
    return f"{head}{bound}. {taken_back(known)}"


def taken_back(known: Known) -> str:
    """How long an order can be taken back."""
    beat = known.scene.beat
    due = -(-known.now // beat) * beat
    if due == known.now:
        return phrase("You can take it back until time runs on (u).")
    return phrase(
        "You can take it back until {hour} (u).", hour=hour(known.scene.start, due, known.now)
    )


def offer_fields(
    known: Known, form: OfferForm, offer: Offerable, to: str, hot: bool
) -> list[Field]:
    """The fields of an offer; what can be shown depends on `to`, and `hot` puts that line first."""
    titles = dict(form.to)
    found = []
    if offer.several:
        choices = [(seat, titles.get(seat, seat)) for seat in offer.to]
        found.append(
            Field(name="to", label=phrase("To whom"), sort="seat", unit="", choices=choices)
        )
    if len(form.shows) > 1:
        named_, held = dict(form.shows), offer.shows.get(to, [])
        choices = [(id, named_.get(id, id)) for id in held]
        found.append(
            Field(name="shows", label=phrase("Show what"), sort="word", unit="", choices=choices)
        )
    if form.sort not in UNANSWERED:
        found.append(
            Field(
                name="within", label=phrase("Answer within"), sort="number", unit="h",
                default=form.hours, default_text=form.answer_by or show(form.hours, "h"),
                low=1.0, high=LONGEST, range_text=phrase("1 h to {longest:g} h", longest=LONGEST),
            )
        )  # fmt: skip
    if not to_all(form):
        usual, line = ("no", phrase("in the usual way")), ("yes", phrase("over the hot line"))
        choices = [line, usual] if hot else [usual, line]
        choices = [line] if known.view.offers_left == 0 else choices
        found.append(Field(name="hot", label=phrase("How"), sort="word", unit="", choices=choices))
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
        rows.append((phrase("Asks"), form.question[0]))
    rows += _terms(
        form.terms, "gives", phrase("Binds you") if form.sort == "pledge" else phrase("You would")
    )
    rows += _terms(form.terms, "asks", phrase("You ask"))
    rows += _terms(form.terms, "or_else", phrase("Or else"))
    rows.append((phrase("Costs"), cost(known, hot)))
    if gives:
        rows += _credit_at_stake(known, whom)
    if form.sort == "threat":
        rows.append(
            (
                phrase("Or nothing"),
                phrase("{points} of credit if you do not act", points=points(known, "lapsed")),
            )
        )
    if form.sort == "evidence":
        rows.append(
            (
                phrase("If false"),
                phrase("{points} of credit once it is found out", points=points(known, "false")),
            )
        )
    return [*rows, (phrase("Who learns"), learns(form, whom, hot))]


def _terms(terms: Sequence[TermWritten], side: str, label: str) -> Rows:
    return [(label, term.said) for term in terms if term.side == side]


def cost(known: Known, hot: bool) -> str:
    """What it takes to put an offer, in words."""
    left, move = known.view.offers_left, known.view.move
    if hot:
        if move is None:
            return phrase("nothing; the line is free")
        if move.left == 1:
            return phrase("your last order of this move")
        return phrase("one of your {left} orders of this move", left=move.left)
    if left is None:
        return phrase("nothing")
    return (
        phrase("your offer of this move")
        if left
        else phrase("you have put your offer of this move")
    )


def learns(form: OfferForm, whom: str, hot: bool) -> str:
    """Who learns of an offer."""
    if hot:
        return phrase(
            "{whom} alone; {leak} that others hear you spoke",
            whom=whom,
            leak=form.leak.replace(" ", HARD_SPACE),
        )
    return phrase("everybody") if form.public or to_all(form) else phrase("{whom} alone", whom=whom)


def offer_sentence(
    known: Known, form: OfferForm, chosen: Mapping[str, str], words: Mapping[str, str], to: str
) -> str:
    """What sending the offer means, in one sentence."""
    whom = dict(form.to).get(to, to)
    hot = phrase(" over the hot line") if chosen.get("hot") == "yes" else ""
    shown = f": {words['shows']}" if "shows" in words else ""
    within = (
        phrase(", and want an answer within {within}", within=words["within"])
        if "within" in words
        else ""
    )
    return phrase(
        "You put “{title}”{shown} to {whom}{hot}{within}. Cost: {cost}. {taken_back}",
        title=form.title,
        shown=shown,
        whom=whom,
        hot=hot,
        within=within,
        cost=cost(known, bool(hot)),
        taken_back=taken_back(known),
    )
