"""What several commands share: settings from the shell, seeds, and bad usage."""

import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from tui.words import phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.game import Game
    from engine.hidden import Asked
    from engine.saves import Save
    from engine.scenario.scenario import Scenario
    from engine.setup import Ready, Wanted


def pairs(given: Sequence[str], option: str) -> dict[str, str]:
    """`a=b` settings by name. Bad usage if one has no `=`."""
    found = {}
    for item in given:
        name, sign, value = item.partition("=")
        if not sign or not name:
            raise click.UsageError(
                phrase("{option} takes NAME=VALUE, got `{item}`", option=option, item=item)
            )
        found[name.strip()] = value.strip()
    return found


def hidden_of(given: Sequence[str]) -> "Asked":
    """What `--hidden` asks for; None if it was not given. Bad usage for anything else."""
    if not given:
        return None
    from engine.hidden import DRAWN, NONE, OTHERWISE

    words = [item for item in given if "=" not in item]
    for word in words:
        if word not in (NONE, DRAWN):
            sentence = phrase(
                "--hidden takes none, drawn or QUESTION=ANSWER, got `{word}`", word=word
            )
            raise click.UsageError(sentence)
    if len(set(words)) > 1:
        raise click.UsageError(phrase("--hidden is either none or drawn"))
    found = pairs([item for item in given if "=" in item], "--hidden")
    if words:
        found[OTHERWISE] = words[0]
    return found or None


def seed_of(given: int | None) -> int:
    """The seed asked for, or a fresh one small enough to be read out aloud."""
    return secrets.randbelow(1_000_000) if given is None else given


def second_of(scenario: "Scenario", text: str, option: str = "--until") -> int:
    """The second of a date such as `2022-01-06` or `2022-01-06 12:00`. Bad usage otherwise."""
    for form in ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"):
        try:
            found = datetime.strptime(text, form).replace(tzinfo=scenario.start.tzinfo)
        except ValueError:
            continue
        second = int((found - scenario.start).total_seconds())
        if second <= 0:
            raise click.UsageError(
                phrase(
                    "{option} {text} is not after the start, {start}",
                    option=option,
                    text=text,
                    start=scenario.start,
                )
            )
        return second
    from engine.moments import parse_moment
    from engine.quantities import QuantityError

    try:
        return parse_moment(text, scenario.start, scenario.zone)
    except QuantityError:
        sentence = phrase(
            "{option} takes 2022-01-06, '2022-01-06 12:00' or 'day 2 12:00', got `{text}`",
            option=option,
            text=text,
        )
        raise click.UsageError(sentence) from None


def prepared(wanted: "Wanted") -> "Ready":
    """A game made ready. Raises BadScenario; bad usage for a seat or a bot that there is not."""
    # What plays games is heavy, and most commands play none.
    from engine.setup import prepare

    try:
        return prepare(wanted)
    except LookupError as problem:
        if isinstance(problem, KeyError | IndexError):
            raise
        raise click.UsageError(str(problem.args[0])) from None


def say_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def ended(path: "Path", save: "Save", told: str) -> "Game":
    """The game of a save, played again to its end; `told` is what is told only then.

    Raises BadSave for a game that goes on, and for a save of another version.
    """
    from engine.saves import BadSave
    from engine.setup import check_version, replayed

    check_version(save)
    game = replayed(save)
    if not game.over:
        raise BadSave(
            str(path), phrase("its game has not ended; {told}", told=told), "E-save-unended"
        )
    return game
