"""The three lines of the room, and what happens if nothing is decided."""

from tui.picture.calm import calm
from tui.picture.known import Known
from tui.picture.moves import first_look, staff
from tui.picture.orders import called, order_rows
from tui.picture.ranking import ranked
from tui.picture.reports import Report, opened_by, reports
from tui.picture.times import DAY, ahead, hour
from tui.picture.waiting import running_out, wanted
from tui.picture.waking import woken
from tui.words import phrase, plural

NEWEST = 2
FIRST = phrase("To order, press 1, 2 or 3.")
LOOKED_AT = 60
"""Reports among which a question is looked for."""


def changed(known: Known) -> str:
    """What changed: the weightiest news of this move, or how long nothing was heard."""
    heard = reports(known, 1)
    fresh = [report for report in ranked(known) if report.new]
    # Somebody's words say more than the bare news that an order was given or carried out; and
    # what asks something stands in the line below.
    opened = {item.number for item in known.news[known.new_from :] if opened_by(item)}
    fresh.sort(key=lambda report: (report.number not in opened, report.bare, _asks(report)))
    begun = [
        phrase("{title} begins to matter: open it with a.", title=title)
        for title in woken(known)[:1]
    ]
    if fresh:
        if fresh[0].number in opened:
            begun.insert(0, _said(fresh.pop(0)))
        return "  ".join([*begun, *(_said(report) for report in fresh[:NEWEST])])
    if heard:
        return phrase(
            "Nothing new in this move. Last heard {age} ago: {said}",
            age=heard[0].age,
            said=_said(heard[0]),
        )
    return phrase("Nobody has reported yet.")


def _said(report: Report) -> str:
    if not report.headline or report.text.startswith(report.headline):
        text = report.text
    else:
        text = f"{report.headline}: {report.text}" if report.text else report.headline
    return text if text.endswith((".", "?", "!", "”", '"')) else f"{text}."


def _asks(report: Report) -> bool:
    return report.text.rstrip('”" ').endswith("?")


def asked(known: Known) -> tuple[str, bool]:
    """What is asked of the seat, and whether anything is."""
    if known.clock.over:
        return phrase("Nothing more. The game is over."), False
    questions = [report for report in reports(known, LOOKED_AT) if report.new and _asks(report)]
    soon, later = wanted(known)
    said = [*soon, *(_said(report) for report in questions), *later]
    if said:
        return "  ".join(said[:NEWEST]), True
    silent = [row.title for row in order_rows(known) if row.silent]
    playable = sum(1 for row in known.view.cards if row.open)
    if playable and first_look(known):
        return FIRST, True
    cards = plural("{number} card can be played", "{number} cards can be played", playable)
    if silent:
        return phrase(
            "Nothing. No word yet of {silent}. {cards}.",
            silent=", ".join(silent[:NEWEST]),
            cards=cards,
        ), False
    return phrase("Nothing is asked of you by name. {cards}.", cards=cards), False


def expires(known: Known) -> str:
    """What comes first: orders that take effect, offers that lapse, the next move, the end."""
    start, now = known.scene.start, known.now
    if known.clock.over:
        return phrase("Nothing. n shows the ending again, t everything that this seat saw.")
    found = [
        (order.due, phrase("{called} takes effect", called=called(known, order.card, order.fields)))
        for order in known.view.orders
        if order.state == "accepted"
    ]
    found += running_out(known)
    if known.clock.next_move is not None:
        found.append((known.clock.next_move, phrase("this move closes")))
    if not found or known.scene.end - now <= DAY:
        found.append((known.scene.end, phrase("the game ends")))
    quiet = calm(known)
    if quiet and len(found) == 1:
        return quiet
    found.sort(key=lambda pair: pair[0])
    said = [
        f"{hour(start, at, now)} {what}"
        if at > now
        else phrase("{what} as soon as time goes on", what=what)
        for at, what in found[:3]
    ]
    return " · ".join(said)


def default(known: Known, key: str = "x") -> str:
    """What closing the move without another decision means; `key` keeps the staff from it."""
    if known.clock.over:
        return ""
    waiting = [row.title for row in order_rows(known) if row.waits]
    ordered = staff(known)
    nothing = (
        phrase("your staff orders {ordered} ({key}: it does not)", ordered=ordered, key=key)
        if ordered
        else phrase("no order goes out")
    )
    out = plural(
        "{titles} goes out; nothing else",
        "{titles} go out; nothing else",
        max(len(waiting), 1),
        titles=_listed(waiting),
    )
    given = out if waiting else nothing
    at = known.clock.next_move if known.clock.next_move is not None else known.scene.end
    return phrase(
        "{given}; time runs to {hour}, {ahead}.",
        given=given,
        hour=hour(known.scene.start, at, known.now),
        ahead=ahead(at - known.now),
    )


def _listed(titles: list[str]) -> str:
    if len(titles) < 2:
        return "".join(titles)
    return phrase("{titles} and {last}", titles=", ".join(titles[:-1]), last=titles[-1])
