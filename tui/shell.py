"""What all commands share: their common options, and how they fail."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from tui.words import phrase

P = ParamSpec("P")

BAD_INPUT = 1


class SeedText(click.ParamType[int]):
    """A seed as a number, or in words that can be said aloud."""

    name = "seed"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number."""
        from tui.seed_words import heard

        if isinstance(value, int):
            return value
        try:
            return heard(str(value))
        except ValueError as problem:
            self.fail(str(problem), param, ctx)


SEED = click.option(
    "--seed",
    type=SeedText(),
    metavar="NUMBER|WORDS",
    default=None,
    help="Luck of the run: 7, or amber-acorn-07; printed if drawn.",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
VARIANT = click.option("--variant", metavar="NAME", help="One of the scenario's variants.")
HIDDEN = click.option(
    "--hidden",
    metavar="none|drawn|QUESTION=ANSWER",
    multiple=True,
    help="How hidden questions are answered; by default drawn when parameters are.",
)
SETS = click.option("--set", "sets", metavar="PATH=VALUE", multiple=True, help="Change one value.")


def _plug_in(context: click.Context, option: click.Parameter, names: tuple[str, ...]) -> None:
    from engine.agents.registry import BadPlugIn, plug_in

    try:
        plug_in(names)
    except BadPlugIn as problem:
        raise click.UsageError(str(problem)) from None


PLUG_INS = click.option(
    "--plugin",
    metavar="FILE_OR_NAME",
    multiple=True,
    expose_value=False,
    callback=_plug_in,
    help="Know this kind of agent too; runs its code.",
)
"""Loads what it names before the command begins; nothing else ever does."""


def people_read_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Bad input ends with sentences and status 1, bad usage with 2; never with a traceback."""

    @wraps(command)
    def wrapped(*arguments: P.args, **options: P.kwargs) -> None:
        from engine.errors import WhitecellError

        try:
            command(*arguments, **options)
            sys.stdout.flush()
        except WhitecellError as problem:
            click.echo(str(problem), err=True)
            raise SystemExit(BAD_INPUT) from None
        except BrokenPipeError:
            # Whoever read has left; what is still in the buffer has nowhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from None
        except OSError as problem:
            click.echo(_said(problem), err=True)
            raise SystemExit(BAD_INPUT) from None
        except KeyboardInterrupt:
            click.echo(phrase("Stopped."), err=True)
            raise SystemExit(130) from None

    return wrapped


def _said(problem: OSError) -> str:
    """What the system says of a file that cannot be read or written, its name first."""
    about = f"{problem.filename}: " if problem.filename else ""
    return f"{about}{problem.strerror or problem}"
