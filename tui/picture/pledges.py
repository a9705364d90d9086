"""Words given and taken: each term that binds, with its clock and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.ink import Line, ends, line, pad
from tui.picture.data import News
from tui.picture.data_of_deals import Deal, Term
from tui.picture.deals import hearers, named
from tui.picture.known import Known
from tui.picture.times import age, hour
from tui.words import phrase, sense

RUNS, KEPT, BROKEN, OVER = "◷", "✓", "×", "–"
STYLES = {RUNS: "$ask", KEPT: "$kept", BROKEN: "bold $viol", OVER: "$faint"}
GLYPHS = {"running": RUNS, "waiting": RUNS, "kept": KEPT, "broken": BROKEN}
OFFERED = "offered"
"""The state of a term whose deal does not bind."""

KEEP, BREAK = "game.term_kept", "game.word_broken"
WORD_NAMES = 0.42
"""The share of a row that who and whom may take."""
BRIEF = 56
"""Narrower rows say how long a word still runs, and not until when."""
Name = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word that binds or has bound: whose, to whom, what, and how it stands."""

    key: str
    glyph: str
    who: str
    what: str
    state: str
    brief: str
    own: bool
    open: bool
    will: bool
    until: int


def word_rows(known: Known) -> list[WordRow]:
    """Words that run first, the first to fall due first; then those that are over, latest first."""
    ends_at = _ended(known.news)
    found = [
        _row(known, deal, term, ends_at)
        for deal in known.view.deals
        for term in deal.terms
        if term.state != OFFERED and binding(deal)
    ]
    running = [row for row in found if row.open]
    over = [row for row in found if not row.open]
    return [
        *sorted(running, key=lambda row: (not row.until, row.until)),
        *sorted(over, key=lambda row: -row.until),
    ]


def binding(deal: Deal) -> bool:
    """Whether a deal has come to bind anybody."""
    return deal.state in ("running", "due", "kept", "broken", "void")


def _ended(news: tuple[News, ...]) -> Mapping[Name, News]:
    """What was told of the end of each term."""
    return {
        (str(item.fields["deal"]), str(item.fields["side"]), int(str(item.fields["term"]))): item
        for item in news
        if item.event in (KEEP, BREAK)
    }


def end_of(known: Known, deal: Deal, term: Term) -> News | None:
    """What was told when a term was kept or broken."""
    return _ended(known.news).get((deal.deal, term.side, term.number))


def giver(deal: Deal, term: Term) -> str:
    """Whose word a term is: of who put the deal, or of who heard it."""
    return deal.to[0] if term.side == "asks" else deal.from_


def _row(known: Known, deal: Deal, term: Term, ended: Mapping[Name, News]) -> WordRow:
    own = giver(deal, term)
    whom = named(known, deal.from_) if term.side == "asks" else hearers(known, deal)
    told = ended.get((deal.deal, term.side, term.number))
    open_ = term.state in ("running", "waiting")
    return WordRow(
        f"{deal.deal}|{term.side}|{term.number}",
        GLYPHS.get(term.state, OVER),
        f"{named(known, own)} → {whom}",
        _what(known, term),
        state_of(known, term, told),
        state_of(known, term, told).rpartition(", ")[2],
        known.scene.seat in (own, term.seat),
        open_,
        term.will,
        term.until if open_ or told is None else told.at,
    )


def _what(known: Known, term: Term) -> str:
    title = known.title(term.card) if term.card in known.words() else _deed(term.said)
    return title if term.will else phrase("not: {title}", title=title)


def _deed(said: str) -> str:
    """What a term is about, taken from its sentence: what stands between its verb and its hours."""
    for verb in (" will: ", " will not: ", " will "):
        _, found, rest = said.partition(verb)
        if found:
            return rest.partition(", within ")[0].partition(", for ")[0]
    return said


def state_of(known: Known, term: Term, told: News | None) -> str:
    """How a term stands, with its hour and the time that is left."""
    start, now = known.scene.start, known.now
    match term.state:
        case "waiting":
            return phrase("not yet running")
        case "running":
            verb = sense("an hour", "by") if term.will else phrase("until")
            left = age(max(term.until - now, 0))
            return phrase(
                "{verb} {hour}, {left} left",
                verb=verb,
                hour=hour(start, term.until, now),
                left=left,
            )
        case "kept" | "broken":
            at = "" if told is None else f" {hour(start, told.at, now)}"
            state = phrase("kept") if term.state == "kept" else phrase("broken")
            return f"{state}{at}"
        case _:
            return sense("a word", "over")


def word_line(row: WordRow, width: int, names: int) -> Line:
    """A word in one line: its clock, whose it is, what it says, and how it stands."""
    tone = "bold" if row.own and row.open else "" if row.open else "$dim"
    left = (
        (f"{row.glyph} ", STYLES[row.glyph]),
        *pad(line((row.who, tone)), names),
        (f"  {row.what}", "$dim"),
    )
    said = row.brief if width < BRIEF else row.state
    state = line((said, "$ask" if row.own and row.open else "$dim"))
    return ends(left, state, width)
