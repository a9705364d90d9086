"""`whitecell results`: harm first and apart, then the ending, aims beside par, and afterwards."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import click

from engine.results import Results, results_of
from engine.results_plain import plain
from engine.saves import Save
from host.debrief import debrief
from lab.par import par
from tui.commands.common import ended, say_json
from tui.picture.data_of_endings import Decision
from tui.picture.data_of_luck import Debrief
from tui.picture.ending import between, did_most
from tui.picture.written import written_pages

Plain = Mapping[str, object]


def show_results(
    path: Path, seat: str | None, with_par: bool, as_markdown: bool, as_json: bool
) -> None:
    """Play a save again and print its results. Raises BadSave if it has not ended."""
    save = Save.open(path)
    with closing(save):
        game = ended(path, save, "results are read at the end")
        scenario = game.scenario
        if seat is not None and seat not in scenario.seats:
            raise click.UsageError(f"no seat `{seat}`; there are {', '.join(scenario.seats)}")
        seats = (seat,) if seat is not None else tuple(save.manifest.seats or scenario.seats)
        seats = seats[:1] if as_markdown else seats
        beside: dict[str, Results] = {}
        if with_par:
            log = save.orders()
            beside = {each: results_of(par(save.manifest, log, each)) for each in seats}
        results = results_of(game)
        found = plain(scenario, results, seats, beside)
        if as_markdown:
            page = Debrief.model_validate(debrief(game, results, seats[0]) | found)
            click.echo(written_pages(page, None, "", seats[0]), nl=False)
            return
    if as_json:
        say_json(found)
        return
    for line in lines(found):
        click.echo(line)


def lines(found: Plain) -> Iterator[str]:
    """The results for people. Harm stands first, on its own, and nothing is added to it."""
    yield str(found["title"])
    yield ""
    yield "Harm"
    yield from _harm(_rows(found["harm"]))
    yield ""
    yield from _ending(found["ending"])
    seats = found["seats"]
    assert isinstance(seats, Mapping)
    for about in seats.values():
        yield ""
        yield from _aims(about)
    if found["hidden"]:
        yield ""
        yield "What nobody knew"
        for question in _rows(found["hidden"]):
            yield from _hidden(question)
    if found["afterwards"]:
        yield ""
        yield "Afterwards"
        for told in _rows(found["afterwards"]):
            yield f"  {told['title']}: {told['text']}"
            yield f"    {_decision(told['decision'], told['unit'])}"


def _harm(rows: Sequence[Plain]) -> Iterator[str]:
    if not rows:
        yield "  This scenario counts none."
    for row in rows:
        yield f"  {row['title']}: {row['said']}"
        yield from _counts(row)
        for part in _rows(row["parts"]):
            who = _names(part["titles"]) or "no seat"
            yield f"    {part['said']} could have been prevented by: {who}; {_between(part)}"


def _counts(row: Plain) -> Iterator[str]:
    counts = row["counts"]
    assert isinstance(counts, Mapping)
    for name, count in counts.items():
        gaps = f", with no word from {count['missing']} places" if count["missing"] else ""
        yield f"    {name}, as {count['title']} was told: {count['said']}{gaps}"


def _between(part: Plain) -> str:
    return between(str(part["first"]), str(part["last"]))


def _ending(found: object) -> Iterator[str]:
    assert isinstance(found, Mapping)
    yield f"Ending: {found['title']}, {_when(found['at'])}"
    yield f"  {found['text']}"
    if found["because"]:
        yield f"  Why: {_because(found)}"
    if found["rule"]:
        yield f"  The rule, published before: {'; '.join(_texts(found['rule']))}"


def _aims(about: Plain) -> Iterator[str]:
    yield f"Aims of {about['title']}"
    beside = about["par"]
    others: Sequence[Plain] = ()
    if isinstance(beside, Mapping):
        others = _rows(beside["aims"])
    for number, aim in enumerate(_rows(about["aims"])):
        ticked = " (chosen)" if aim["ticked"] else ""
        yield f"  {aim['text']}{ticked}: {_met(aim)}"
        if not aim["met"]:
            yield f"    It asks: {'; and '.join(_texts(aim['rule']))}"
        yield f"    {_because(aim)}"
        if others:
            yield f"    Par: {_met(others[number])}; {_because(others[number])}"
    foreseen = about["forecasts"]
    if isinstance(foreseen, Mapping):
        mean = f"{foreseen['questions']} probabilities, mean Brier score {foreseen['mean']:.2f}"
        yield f"  Forecasts: {mean} (0 is perfect, always saying 50 % gets 0.25)"
    if isinstance(beside, Mapping):
        ended = beside["ending"]
        assert isinstance(ended, Mapping)
        yield f"  Par, the doctrine bot in this chair, ended with: {ended['title']}"
        for row in _rows(beside["harm"]):
            yield f"    {row['title']}: {row['said']}"


def _met(aim: Plain) -> str:
    return "met" if aim["met"] else "not met"


def _because(aim: Plain) -> str:
    said = dict.fromkeys(f"{one['title']}: {one['said']}" for one in _rows(aim["because"]))
    return ", ".join(said) or "nothing was asked"


def _hidden(question: Plain) -> Iterator[str]:
    text = str(question["answer_text"]).rstrip(".")
    yield f"  {question['question_text']} In this run: {text} (odds {question['odds']:g} %)."
    for clue in _rows(question["clues"]):
        if not clue["shown"]:
            continue
        fits = "as it was" if clue["likeliest"] == question["answer"] else "which it was not"
        points = str(clue["likeliest_text"]).rstrip(".")
        name = clue["headline"] or str(clue["clue"]).replace("_", " ")
        told = f"{name} ({_names(clue['titles'])}, {_when(clue['at'])})"
        yield f'    {told}: likeliest if "{points}", {fits}.'


def _decision(found: object, unit: object) -> str:
    return did_most(Decision.model_validate(found) if found else None, str(unit))


def _when(iso: object) -> str:
    return f"{datetime.fromisoformat(str(iso)):%d %b %H:%M}"


def _names(titles: object) -> str:
    assert isinstance(titles, list)
    return "; ".join(map(str, titles))


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(each) for each in value]


def _rows(value: object) -> list[Plain]:
    assert isinstance(value, list)
    return value
