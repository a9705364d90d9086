"""Screens that are a list with its detail: reports, cards, figures, forces, the timeline."""

from collections.abc import Sequence

from tui.ink import Line, cut, ends, hanging, line, wrap
from tui.picture.airlift import airlift_sentences, summed
from tui.picture.boards import Block, blocks
from tui.picture.card_groups import grouped
from tui.picture.cards import CardRow, card_rows, case_lines, cost_of
from tui.picture.consultation import (
    clock_lines,
    clocks_key,
    consultation,
    is_clocks,
    sentences,
)
from tui.picture.figures import meaning, rows_say, title_of, told_so_far
from tui.picture.flights import board_key, is_board, lift
from tui.picture.gathering import gathered, parts_of
from tui.picture.known import Known
from tui.picture.ranking import disputed
from tui.picture.reports import TRUST, Report, report_lines, reports, trust
from tui.screens.pair import Pair
from tui.widgets.listing import Row
from tui.words import phrase


class ReportsScreen(Pair):
    """Everything that was reported to the seat."""

    TITLE, DETAIL = phrase("Reports"), phrase("In full")
    EMPTY = phrase("Nobody has reported yet.")
    NEWEST_FIRST = True
    KEYS = (
        ("↑↓", phrase("report")),
        ("/", phrase("find")),
        ("Esc", phrase("room")),
        ("t", phrase("timeline")),
        ("n", phrase("close the move")),
    )

    def rows(self, known: Known, width: int) -> Sequence[Row]:
        """One line a report."""
        return [Row(str(r.number), tuple(report_lines(r, width, 1))) for r in gathered(known)]

    def detail(self, known: Known, key: str, width: int) -> Sequence[Line]:
        """The whole text, who sent it, when and where."""
        found = next((each for each in gathered(known) if str(each.number) == key), None)
        if found is None:
            return ()
        where = f", {found.place}" if found.place and found.place != found.headline else ""
        head = [
            line((f" {found.headline or found.sender}", "bold")),
            line((f" {found.at}{where}", "$dim")),
        ]
        if found.seen:
            head.append(line((phrase(" as it was {seen}", seen=found.seen), "$dim")))
        if found.sender:
            said = phrase(" from: {sender}", sender=found.sender)
            trusted = f"  {trust(found.reliability)} {TRUST[found.reliability]}"
            head.append(line((said, "$dim"), (trusted if found.reliability else "", "$faint")))
        other = next((r for r in reports(known) if r.number == _other(known, found.number)), None)
        if other is not None:
            against = (
                f"≠ {other.headline}, {other.sender or phrase('a check')}, {other.at}: {other.text}"
            )
            head += [line((f" {row}", "$ask")) for row in wrap(against, width - 2)]
        text = [line(f" {row}") for row in wrap(found.text, width - 2)]
        return [*head, (), *text, *_gathered(known, found, width)]


def _gathered(known: Known, found: Report, width: int) -> list[Line]:
    """What was gathered into one report, each with its hour."""
    rows: list[Line] = []
    for each in parts_of(known, found) if found.older else ():
        said = f"{each.headline}: {each.text}" if each.text else each.headline
        rows += hanging(line((f" {each.at:<17}", "$dim")), said, width)
    return [(), *rows] if rows else []


def _other(known: Known, number: int) -> int:
    """The report that disputes this one; -1 if none does."""
    return disputed(known.news).get(number, -1)


class CardsScreen(Pair):
    """Every card of the seat, with what is said for and against it."""

    TITLE, DETAIL = phrase("All cards"), phrase("What is said of it")
    EMPTY = phrase("This seat has no cards.")
    KEYS = (
        ("Enter", phrase("fill in")),
        ("↑↓", phrase("card")),
        ("/", phrase("find")),
        ("Esc", phrase("room")),
        ("n", phrase("close the move")),
    )

    def rows(self, known: Known, width: int) -> Sequence[Row]:
        """In groups, playable cards first in each; the others say that they are closed."""
        groups = grouped(card_rows(known))
        return [
            _card_row(row, title if not number and len(groups) > 1 else "", width)
            for title, rows in groups
            for number, row in enumerate(rows)
        ]

    def detail(self, known: Known, key: str, width: int) -> Sequence[Line]:
        """Cost, who learns of it, and the case."""
        row = next((each for each in card_rows(known) if each.card == key), None)
        if row is None:
            return ()
        lines: list[Line] = [line((f" {row.form.title}", "bold"))]
        if row.reason:
            lines += [
                line((phrase(" Not now: {text}", text=text), "$ask"))
                for text in wrap(row.reason, width - 10)
            ]
        lines += [line(f" {text}") for text in wrap(row.form.text, width - 2) if text]
        lines += [line((f" {text}", "$dim")) for text in wrap(cost_of(row.form), width - 2)]
        if row.by:
            who = phrase("On your staff would play it now: {by}", by=", ".join(row.by))
            lines += [line((f" {text}", "$dim")) for text in wrap(who, width - 2)]
        if row.form.known_to:
            who = phrase("Who learns of it: {known_to}", known_to=", ".join(row.form.known_to))
            lines += [line((f" {text}", "$dim")) for text in wrap(who, width - 2)]
        return [*lines, (), *case_lines(row.form, width)]

    def picked(self, key: str) -> None:
        """Fill it in."""
        self.app.call_later(self.app.run_action, f"app.fill_in({key!r})")


def _card_row(row: CardRow, heading: str, width: int) -> Row:
    """A card in a line, below the heading of its group if it is the first."""
    title = line((row.form.title, "bold" if row.open else "$dim"))
    text = ends(title, line((_offered(row), "$faint")), width)
    head = (cut(line((heading, "bold $own")), width),) if heading else ()
    return Row(row.card, (*head, text), len(head))


def _offered(row: CardRow) -> str:
    if row.open:
        return cost_of(row.form)
    return (
        phrase("too dear: {cost_of}", cost_of=cost_of(row.form, takes=False))
        if row.unpaid
        else phrase("not now")
    )


class ForcesScreen(Pair):
    """Forces and airlift: every figure the seat is told of them, with its age."""

    TITLE, DETAIL = phrase("Forces and airlift"), phrase("What it counts")
    EMPTY = phrase("Nothing is told to this seat of forces, allies or an airlift.")
    KEYS = (
        ("↑↓", phrase("figure")),
        ("l", phrase("flights and stands")),
        ("/", phrase("find")),
        ("o", phrase("cards")),
        ("m", phrase("map")),
        ("Esc", phrase("room")),
    )
    BINDINGS = [("l", "app.board('airlift')", phrase("Flights and stands"))]

    def rows(self, known: Known, width: int) -> Sequence[Row]:
        """One block an agent, one line a figure."""
        found = _consulting(known, width) + _flying(known, width)
        for block in blocks(known):
            if block.brings:
                found.append(_asleep(block, width))
            for number, row in enumerate(block.rows):
                name = f"{row.title}, {row.where}" if row.where else row.title
                text = ends(
                    line((f"{name}", "")),
                    line(
                        (f"{row.value}", "bold" if row.fresh else "$dim"),
                        (f"{row.age:>13}", "$faint"),
                    ),
                    width,
                )
                head = (cut(line((block.title, "bold $own")), width),) if not number else ()
                found.append(Row(f"{row.key}|{row.where}", (*head, text), len(head)))
        return found

    def detail(self, known: Known, key: str, width: int) -> Sequence[Line]:
        """What the reading means, and what was told of it before."""
        reading = key.partition("|")[0]
        asleep = next((b for b in blocks(known) if b.brings and b.title == reading), None)
        if asleep is not None:
            head = line((f" {asleep.title}", "bold"))
            return [head, *(line((f" {row}", "$dim")) for row in wrap(asleep.brings, width - 2))]
        if is_board(reading):
            said = [row for each in airlift_sentences(known) for row in wrap(each, width - 2)]
            return [line(f" {row}") for row in said]
        if is_clocks(reading):
            return [line(f" {row}") for said in sentences(known) for row in wrap(said, width - 2)]
        told = known.scene.told.get(reading)
        lines = [line((f" {title_of(known.scene, reading)}", "bold"))]
        if told is not None and told.text:
            lines += [line((f" {row}", "$dim")) for row in wrap(meaning(told), width - 2)]
        if told is None or told.of != "self":
            return lines
        lines += [line((f" {row}", "$dim")) for row in wrap(rows_say(known, reading), width - 2)]
        return [*lines, *(cut(row, width) for row in told_so_far(known, reading, width))]

    def picked(self, key: str) -> None:
        """Enter on the flights opens their board."""
        if is_board(key.partition("|")[0]):
            self.app.call_later(self.app.run_action, "app.board('airlift')")


def _flying(known: Known, width: int) -> list[Row]:
    """The airlift in a line; flights and stands have a board of their own."""
    found = lift(known)
    if found is None:
        return []
    head = cut(
        line((phrase("Flights and stands"), "bold $own"), (phrase("  l opens them"), "$dim")), width
    )
    return [Row(f"{board_key(known)}|", (head, cut(line(summed(known, found)), width)), 1)]


def _asleep(block: Block, width: int) -> Row:
    """A part of the board that does not matter yet: its name, and that nothing is there."""
    text = line((f"{block.title}  ", "bold $own"), (block.brings, "$dim"))
    return Row(f"{block.title}|", (cut(text, width),))


def _consulting(known: Known, width: int) -> list[Row]:
    """The clocks of a consultation side by side, above the figures."""
    clocks = consultation(known)
    if not clocks:
        return []
    head = cut(line((phrase("The consultation"), "bold $own")), width)
    lines = (head, *clock_lines(known, clocks, width))
    return [Row(f"{clocks_key(known)}|", lines, 1)]
