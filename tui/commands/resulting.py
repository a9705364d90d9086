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
from tui.words import phrase

Plain = Mapping[str, object]


def show_results(
    path: Path, seat: str | None, with_par: bool, as_markdown: bool, as_json: bool
) -> None:
    """Play a save again and print its results. Raises BadSave if it has not ended."""
    save = Save.open(path)
    with closing(save):
        game = ended(path, save, phrase("results are read at the end"))
        scenario = game.scenario
        if seat is not None and seat not in scenario.seats:
            raise click.UsageError(
                phrase(
                    "no seat `{seat}`; there are {seats}",
                    seat=seat,
                    seats=", ".join(scenario.seats),
                )
            )
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
    yield phrase("Harm")
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
        yield phrase("What nobody knew")
        for question in _rows(found["hidden"]):
            yield from _hidden(question)
    if found["afterwards"]:
        yield ""
        yield phrase("Afterwards")
        for told in _rows(found["afterwards"]):
            yield f"  {told['title']}: {told['text']}"
            yield f"    {_decision(told['decision'], told['unit'])}"


def _harm(rows: Sequence[Plain]) -> Iterator[str]:
    if not rows:
        yield phrase("  This scenario counts none.")
    for row in rows:
        yield f"  {row['title']}: {row['said']}"
        yield from _counts(row)
        for part in _rows(row["parts"]):
            who = _names(part["titles"]) or phrase("no seat")
            yield phrase(
                "    {said} could have been prevented by: {who}; {between}",
                said=part["said"],
                who=who,
                between=_between(part),
            )


def _counts(row: Plain) -> Iterator[str]:
    counts = row["counts"]
    assert isinstance(counts, Mapping)
    for name, count in counts.items():
        gaps = (
            phrase(", with no word from {missing} places", missing=count["missing"])
            if count["missing"]
            else ""
        )
        yield phrase(
            "    {name}, as {title} was told: {said}{gaps}",
            name=name,
            title=count["title"],
            said=count["said"],
            gaps=gaps,
        )


def _between(part: Plain) -> str:
    return between(str(part["first"]), str(part["last"]))


def _ending(found: object) -> Iterator[str]:
    assert isinstance(found, Mapping)
    yield phrase("Ending: {title}, {when}", title=found["title"], when=_when(found["at"]))
    yield f"  {found['text']}"
    if found["because"]:
        yield phrase("  Why: {because}", because=_because(found))
    if found["rule"]:
        yield phrase(
            "  The rule, published before: {texts}", texts="; ".join(_texts(found["rule"]))
        )


def _aims(about: Plain) -> Iterator[str]:
    yield phrase("Aims of {title}", title=about["title"])
    beside = about["par"]
    others: Sequence[Plain] = ()
    if isinstance(beside, Mapping):
        others = _rows(beside["aims"])
    for number, aim in enumerate(_rows(about["aims"])):
        ticked = phrase(" (chosen)") if aim["ticked"] else ""
        yield f"  {aim['text']}{ticked}: {_met(aim)}"
        if not aim["met"]:
            yield phrase("    It asks: {texts}", texts=phrase("; and ").join(_texts(aim["rule"])))
        yield f"    {_because(aim)}"
        if others:
            yield phrase(
                "    Par: {met}; {because}",
                met=_met(others[number]),
                because=_because(others[number]),
            )
    foreseen = about["forecasts"]
    if isinstance(foreseen, Mapping):
        mean = phrase(
            "{questions} probabilities, mean Brier score {mean:.2f}",
            questions=foreseen["questions"],
            mean=foreseen["mean"],
        )
        yield phrase("  Forecasts: {mean} (0 is perfect, always saying 50 % gets 0.25)", mean=mean)
    if isinstance(beside, Mapping):
        ended = beside["ending"]
        assert isinstance(ended, Mapping)
        yield phrase(
            "  Par, the doctrine bot in this chair, ended with: {title}", title=ended["title"]
        )
        for row in _rows(beside["harm"]):
            yield f"    {row['title']}: {row['said']}"


def _met(aim: Plain) -> str:
    return phrase("met") if aim["met"] else phrase("not met")


def _because(aim: Plain) -> str:
    said = dict.fromkeys(f"{one['title']}: {one['said']}" for one in _rows(aim["because"]))
    return ", ".join(said) or phrase("nothing was asked")


def _hidden(question: Plain) -> Iterator[str]:
    text = str(question["answer_text"]).rstrip(".")
    yield phrase(
        "  {question_text} In this run: {text} (odds {odds:g} %).",
        question_text=question["question_text"],
        text=text,
        odds=question["odds"],
    )
    for clue in _rows(question["clues"]):
        if not clue["shown"]:
            continue
        fits = (
            phrase("as it was")
            if clue["likeliest"] == question["answer"]
            else phrase("which it was not")
        )
        points = str(clue["likeliest_text"]).rstrip(".")
        name = clue["headline"] or str(clue["clue"]).replace("_", " ")
        told = f"{name} ({_names(clue['titles'])}, {_when(clue['at'])})"
        yield phrase(
            '    {told}: likeliest if "{points}", {fits}.', told=told, points=points, fits=fits
        )


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
