"""The report on choices, as Markdown tables, plain text and JSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

from engine.scenario.scenario import Scenario
from lab.choices.figures import Figures
from lab.choices.judging import by_seat, favoured, verdicts

Row = Sequence[str]
Table = Callable[[Row, Sequence[Row]], list[str]]
"""How a table is written: its head and its rows, as lines."""


def plain(figures: Figures, averts: str = "") -> dict[str, object]:
    """Everything as JSON holds it."""
    found = asdict(figures)
    found["cards"] = {
        id: asdict(card) | {"share": card.share} for id, card in figures.cards.items()
    }
    found["hardest"] = [
        {"posture": posture, "day": day, **asdict(plays)}
        for (posture, day), plays in figures.hardest.items()
    ]
    found["thresholds"] = [asdict(verdict) for verdict in verdicts(figures, averts)]
    return found


def markdown(figures: Figures, scenario: Scenario, averts: str = "") -> str:
    """The report as Markdown."""
    return "\n".join(line for line in _lines(figures, scenario, averts, _table))


def text(figures: Figures, scenario: Scenario, averts: str = "") -> str:
    """The report for a terminal."""
    lines = _lines(figures, scenario, averts, _columns)
    return "\n".join(line.removeprefix("## ").replace("`", "") for line in lines)


def _lines(figures: Figures, scenario: Scenario, averts: str, table: Table) -> Iterator[str]:
    yield from _head(figures)
    yield from _section("Thresholds", table(("wanted", "holds", "found"), [
        (each.wanted, "yes" if each.holds else "no", each.found)
        for each in verdicts(figures, averts)
    ]))  # fmt: skip
    yield from _plans(figures, table)
    yield from _section("Endings", _counted(figures, scenario, table))
    yield from _hardest(figures, table)
    yield from _section("Seats", table(
        ("seat", "moves", "ordered nothing", "fewer than two to choose from", "idle"),
        [(id, str(seat.moves), _p(seat.nothing), _p(seat.empty), _p(seat.idle))
         for id, seat in figures.seats.items()],
    ))  # fmt: skip
    yield from _section("Cards", table(
        ("card", "seat", "moves open", "taken in", "choices", "swaps that changed the ending"),
        [(f"`{id}`", card.seat, str(card.open), _p(card.share), _choices(card.choices),
          f"{card.changed} of {card.swaps}" if card.swaps else "")
         for id, card in figures.cards.items()],
    ))  # fmt: skip
    yield from _otherwise(figures, table)
    yield from _section("What became of orders", table(
        ("result", "orders"),
        [(_RESULTS[name], f"{count:,}") for name, count in figures.results.items()],
    ))  # fmt: skip


def _head(figures: Figures) -> Iterator[str]:
    asked = figures.asked
    how = f"{'drawn' if asked.drawn else 'central'} parameters, bots: {asked.bots}"
    worlds = f"{figures.worlds} worlds from seed {asked.seed}, {how}."
    yield f"{figures.plays} plays of `{asked.scenario}` in {worlds}"
    yield f"A play has {figures.moves:.1f} moves, about {figures.minutes:.0f} min."
    for question, counts in figures.answers.items():
        told = ", ".join(f"{answer} {count}" for answer, count in counts.items())
        yield f"Drawn answers to {question}: {told}."
    yield ""


def _hardest(figures: Figures, table: Table) -> Iterator[str]:
    """Where anybody ordered a posture at all."""
    if any(posture != "none" for posture, _ in figures.hardest):
        yield from _section("Endings by the hardest posture ordered, and its hour", table(
            ("posture", "first ordered", "median hour", "plays", "endings"),
            [(posture, f"day {day}" if day else "", _clock(plays.hour) if day else "",
              str(sum(plays.endings.values())), _ends(plays.endings))
             for (posture, day), plays in figures.hardest.items()],
        ))  # fmt: skip


def _clock(hour: float) -> str:
    return f"{int(hour):02}:{round(hour % 1 * 60) % 60:02}"


def _otherwise(figures: Figures, table: Table) -> Iterator[str]:
    if any(count for count, _ in figures.swaps.values()):
        yield from _section("One decision made otherwise, with the same luck", table(
            ("made otherwise", "decisions", "other endings"),
            [(_HOW[how], str(count), str(changed))
             for how, (count, changed) in figures.swaps.items()],
        ))  # fmt: skip
    if figures.starts:
        yield from _section("Early orders, each alone on top of the bots", table(
            ("order", "seat", "worlds", "another ending", "endings"),
            [(f"`{s.card}`", s.seat, str(s.worlds), str(s.otherwise), _ends(s.endings))
             for s in figures.starts],
        ))  # fmt: skip


_HOW = {
    "default": "the staff's default in place of what was chosen",
    "other": "another choice in place of the default",
    "not": "no such order",
}
_RESULTS = {
    "as_ordered": "done as ordered",
    "in_part": "done in part",
    "late": "done late",
    "beyond": "done beyond the order",
    "failed": "not done",
    "no_answer": "no answer",
}


def _plans(figures: Figures, table: Table) -> Iterator[str]:
    for seat, plans in by_seat(figures).items():
        head = ("plan", "best in", "aims met", "killed", "hurt", "held", "endings")
        yield from _section(f"Plans of {seat}", table(head, [
            (f"`{id}`", _p(fare.best), f"{fare.aims:.1f}",
             *(f"{fare.harm[name]:,.0f}" for name in ("killed", "hurt", "held")),
             _ends(fare.endings))
            for id, fare in plans.items()
        ]))  # fmt: skip
        for question, answers in figures.answers.items():
            marked = {answer: favoured(plans, question, answer) for answer in answers}
            heads = ("plan", *(f"{answer} ({count})" for answer, count in answers.items()))
            yield from _section(f"Best for {seat}, by the answer to {question} (worlds)", table(
                heads,
                [(f"`{id}`", *(
                    _p(fare.under[question][answer]) + ("*" if id in marked[answer] else "")
                    for answer in answers
                )) for id, fare in plans.items()],
            ))  # fmt: skip


def _counted(figures: Figures, scenario: Scenario, table: Table) -> list[str]:
    return table(("ending", "plays", "of these with bots alone"), [
        (scenario.endings[id].title if id in scenario.endings else id, str(count),
         str(figures.based.get(id, 0)))
        for id, count in figures.endings.items()
    ])  # fmt: skip


def _section(title: str, lines: list[str]) -> list[str]:
    return [f"## {title}", "", *lines, ""]


def _p(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"


def _ends(endings: Mapping[str, int]) -> str:
    return ", ".join(f"{name or 'none'} {count}" for name, count in endings.items() if count)


def _choices(choices: Mapping[str, Mapping[str, float]]) -> str:
    """Of every field with more than one choice taken: each with its share, commonest first."""
    told = []
    for name, shares in choices.items():
        if len(shares) > 1:
            told.append(f"{name}: " + " ".join(f"{c} {s:.0%}" for c, s in list(shares.items())[:4]))
    return "; ".join(told)


def _table(head: Row, rows: Sequence[Row]) -> list[str]:
    return [_row(head), _row(["---"] * len(head)), *map(_row, rows)]


def _row(cells: Row) -> str:
    return f"| {' | '.join(cells)} |"


def _columns(head: Row, rows: Sequence[Row]) -> list[str]:
    widths = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *rows)
    ]
