"""What came afterwards, each sentence with the decision that did most; and what had been drawn."""

from collections.abc import Iterator

from tui.ink import Line, hanging, line, wrap
from tui.picture.data_of_endings import Clue, Drawn, Results
from tui.picture.ending import did_most, when
from tui.words import phrase


def afterwards_lines(found: Results, width: int) -> list[Line]:
    """The sentences of the aftermath."""
    if not found.afterwards:
        return [(), line((phrase(" This scenario tells nothing of afterwards."), "$dim"))]
    lines: list[Line] = []
    for told in found.afterwards:
        lines += [(), line((f" {told.title}", "bold"))]
        lines += [line(f"   {row}") for row in wrap(told.text, width - 3)]
        lines += hanging(line("   "), did_most(told.decision, told.unit), width, "$dim")
    return lines


def causes_lines(found: Results, seat: str, width: int) -> list[Line]:
    """What nobody knew, what this run had drawn, and the clues that reached this seat."""
    if not found.hidden:
        return [(), line((phrase(" Nothing was hidden in this run."), "$dim"))]
    lines: list[Line] = []
    for question in found.hidden:
        lines += [(), line((f" {question.question_text}", "bold"))]
        answer = phrase(
            "{answer_text} (odds {odds:g} %).",
            answer_text=question.answer_text.rstrip("."),
            odds=question.odds,
        )
        lines += hanging(line((phrase("   In this run: "), "$dim")), answer, width)
        lines += _clues(question, seat, width)
    said = phrase("What was drawn is true of this run alone; of the world it settles nothing.")
    return [*lines, (), *[line((f" {row}", "$faint")) for row in wrap(said, width - 1)]]


def _clues(question: Drawn, seat: str, width: int) -> Iterator[Line]:
    shown = [clue for clue in question.clues if clue.shown]
    mine = [clue for clue in shown if seat in clue.to or "everybody" in clue.titles]
    for clue in mine:
        yield from hanging(line("   • "), _clue(clue, question), width)
    if not mine:
        yield line((phrase("   No clue of it reached you."), "$dim"))
    others = [clue for clue in shown if clue not in mine]
    for clue in others:
        said = f"{', '.join(clue.titles)}: {_clue(clue, question)}"
        yield from hanging(line(("   − ", "$faint")), said, width, "$dim")


def _clue(clue: Clue, question: Drawn) -> str:
    fits = phrase("as it was") if clue.likeliest == question.answer else phrase("which it was not")
    points = clue.likeliest_text.rstrip(".")
    name = clue.headline or clue.clue.replace("_", " ").capitalize()
    return phrase(
        "{name}, {when}: likeliest if “{points}”, {fits}.",
        name=name,
        when=when(clue.at),
        points=points,
        fits=fits,
    )
