"""Three turning points, and the decisions of a seat beside the record."""

from collections.abc import Iterator, Sequence

from tui.ink import Line, hanging, line, wrap
from tui.picture.data_of_luck import Debrief, OwnDecision, Recorded
from tui.picture.ending import when
from tui.words import phrase

FOUND = phrase(
    "Chosen from your own decisions first, then from what others did or what came by itself; in "
    "brackets, the share of all that moved it. Found in the journal, not written."
)
NONE_OWN = phrase(
    "No order of yours moved any of what is read here by one part in a hundred. What did was "
    "ordered by others, or came by itself:"
)


def turning_lines(found: Debrief, width: int) -> list[Line]:
    """The moves at which most began, each with what did most in it."""
    if not found.turns:
        return [(), line((phrase(" No decision or event moved what is read here."), "$dim"))]
    lines: list[Line] = []
    if not any(turn.own for turn in found.turns):
        lines += [(), *hanging(line(" "), NONE_OWN, width)]
    for turn in found.turns:
        seat = phrase("You") if turn.own else turn.seat_title
        who = f"{seat}: {turn.title}" if seat else turn.title
        verb = phrase("went out") if turn.seat_title else phrase("came")
        went = f" ({verb} {when(turn.at)})" if turn.at != turn.move else ""
        lines += [(), *hanging(line((f" {when(turn.move):<14}", "bold $focus")), who + went, width)]
        for effect in turn.effects:
            said = f"{effect.title}: {effect.said} ({effect.share} %)"
            lines += hanging(line((" " * 15, "")), said, width, "$dim")
    return [*lines, (), *[line((f" {row}", "$faint")) for row in wrap(FOUND, width - 1)]]


def record_lines(found: Debrief, width: int) -> list[Line]:
    """Card by card: what this seat ordered, and below it what was done in fact."""
    lines: list[Line] = []
    recorded = {each.card: each for each in found.record}
    own = list(dict.fromkeys(each.card for each in found.decisions))
    for card in own:
        mine = [each for each in found.decisions if each.card == card]
        lines += [(), line((f" {_title(mine, recorded.get(card))}", "bold"))]
        lines += _mine(mine, width)
        lines += _in_fact(recorded.get(card), width)
    for each in found.record:
        if each.card not in own and each.dated:
            lines += [(), line((f" {each.title}", "bold"))]
            lines.append(line((phrase("   you     "), "$faint"), (phrase("not used"), "$dim")))
            lines += _in_fact(each, width)
    return lines or [(), line((phrase(" You ordered nothing, and there is no record."), "$dim"))]


def _title(mine: Sequence[OwnDecision], recorded: Recorded | None) -> str:
    return recorded.title if recorded is not None else mine[0].words.partition(" (")[0]


def _mine(mine: Sequence[OwnDecision], width: int) -> Iterator[Line]:
    for each in mine:
        _, bracket, choice = each.words.partition(" (")
        said = f"{when(each.at)}  {choice.removesuffix(')') if bracket else phrase('as it is')}"
        by = phrase(", your staff") if each.by == "staff" else ""
        yield from hanging(
            line((phrase("   you     "), "$faint")), f"{said}; {each.state}{by}", width
        )


def _in_fact(recorded: Recorded | None, width: int) -> Iterator[Line]:
    said = phrase("no record") if recorded is None or not recorded.record else recorded.record
    yield from hanging(line((phrase("   record  "), "$faint")), said, width, "$dim")
    for past in recorded.dated if recorded is not None else ():
        _, bracket, choice = past.words.partition(" (")
        exact = f" ({past.precision})" if past.precision else ""
        text = f"{when(past.at)}{exact}  {choice.removesuffix(')') if bracket else ''}".rstrip()
        sources = f" [{'] ['.join(past.source)}]" if past.source else ""
        yield from hanging(line(("           ", "")), f"{text}{sources}", width, "$dim")
