"""The commands of analysts. Heavy modules are imported inside commands, so that help is quick."""

from pathlib import Path

import click

from tui.examples import Command
from tui.shell import AS_JSON, HIDDEN, PLUG_INS, SETS, VARIANT, people_read_errors


@click.command(cls=Command)
@click.argument("scenario")
@click.option("--runs", type=click.IntRange(1), default=10, show_default=True, help="Worlds.")
@click.option("--seed", type=int, default=1, show_default=True, help="Luck of the first world.")
@click.option(
    "--bots", default="any", show_default=True, help="Who plays: any temperament, or one."
)
@click.option("--format", metavar="NAME", help="Play in these moves, with their limits.")
@click.option("--plans", is_flag=True, help="Play every scripted plan in every world.")
@click.option("--openings", is_flag=True, help="Try each early order alone in every world.")
@click.option("--before", metavar="DATE", help="Orders before this are early.")
@click.option("--until", metavar="DATE", help="Early orders are tried only so far.")
@click.option("--averts", metavar="ENDING", default="", help="What no early order should reach.")
@click.option(
    "--swaps", type=click.IntRange(0), default=0, help="Decisions made otherwise a world."
)
@VARIANT
@SETS
@HIDDEN
@click.option(
    "--parameters", type=click.Choice(["central", "drawn"]), default="drawn", show_default=True
)
@click.option("--workers", type=click.IntRange(1), help="Processes; one a processor if not said.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Keep plays here, and go on with them."
)
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown instead of text.")
@PLUG_INS
@AS_JSON
@people_read_errors
def choices(
    scenario: str,
    runs: int,
    seed: int,
    bots: str,
    format: str | None,
    plans: bool,
    openings: bool,
    before: str | None,
    until: str | None,
    averts: str,
    swaps: int,
    variant: str | None,
    sets: tuple[str, ...],
    hidden: tuple[str, ...],
    parameters: str,
    workers: int | None,
    out: Path | None,
    as_markdown: bool,
    as_json: bool,
) -> None:
    """Let bots play many worlds, and report what choices there really are.

    \b
    Examples:
      whitecell choices {scenario} --runs 20
      whitecell choices {scenario} --runs 20 --plans --swaps 3 --out plays.jsonl
      whitecell choices {scenario} --openings --before {day} --json
    """
    from tui.commands.choosing import Wished, choices_of

    played = (runs, seed, bots, format, variant, sets, hidden, parameters == "drawn")
    tried = (plans, openings, before, until, averts, swaps)
    choices_of(Wished(scenario, *played, *tried, workers, out, as_json, as_markdown))


@click.command("test", cls=Command)
@click.argument("scenario")
@click.option(
    "--plays",
    "--runs",
    "plays",
    type=click.IntRange(1),
    default=200,
    show_default=True,
    help="Plays.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Luck of the first play.")
@click.option(
    "--bots", default="doctrine,random,idle", show_default=True, help="Who plays, with commas."
)
@click.option("--format", metavar="NAME", help="Play in these moves, with their limits.")
@VARIANT
@SETS
@HIDDEN
@click.option(
    "--parameters", type=click.Choice(["central", "drawn"]), default="drawn", show_default=True
)
@click.option("--workers", type=click.IntRange(1), help="Processes; one a processor if not said.")
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Status 1 if less is reached.",
)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Compare with what --json printed earlier.",
)
@click.option(
    "--junit", type=click.Path(path_type=Path), metavar="FILE", help="Write JUnit XML here too."
)
@PLUG_INS
@AS_JSON
@people_read_errors
def test(
    scenario: str,
    plays: int,
    seed: int,
    bots: str,
    format: str | None,
    variant: str | None,
    sets: tuple[str, ...],
    hidden: tuple[str, ...],
    parameters: str,
    workers: int | None,
    fail_under: float | None,
    against: Path | None,
    junit: Path | None,
    as_json: bool,
) -> None:
    """Let bots play a scenario many times: what breaks, and what is never reached.

    \b
    Examples:
      whitecell test {scenario} --plays 40
      whitecell test my-scenario --fail-under 90 --junit report.xml
      whitecell test my-scenario --json > report.json
      whitecell test my-scenario --against report.json
    """
    from tui.commands.trying import Wished, try_it

    played = (plays, seed, bots, format, variant, sets, hidden, parameters == "drawn")
    try_it(Wished(scenario, *played, workers, fail_under, against, junit, as_json))


COMMANDS = (test, choices)
