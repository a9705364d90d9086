"""Commands on saves and seats; heavy modules are imported inside them, so that help is quick."""

from pathlib import Path

import click

from tui.examples import Command
from tui.shell import AS_JSON, PLUG_INS, SEED, VARIANT, people_read_errors


@click.command(cls=Command)
@click.argument("save", type=click.Path(path_type=Path))
@click.option("--at", metavar="DATE", required=True, help="From then on: '2031-11-04 12:00'.")
@click.option("--luck", default="same", show_default=True, help="`same`, or a number for another.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to keep it.")
@AS_JSON
@people_read_errors
def branch(save: Path, at: str, luck: str, out: Path | None, as_json: bool) -> None:
    """Begin again from a date of a save: what if you had decided otherwise?

    \b
    Examples:
      whitecell branch my-game.wcsave --at '2031-11-04 12:00'
      whitecell branch my-game.wcsave --at 2031-11-05 --luck 3 --out what-if.wcsave
    """
    from tui.commands.branching import branch_it

    branch_it(save, at, luck, out, as_json)


@click.command(cls=Command)
@click.argument("save", type=click.Path(path_type=Path))
@click.option("--seat", metavar="SEAT", help="Whose decisions; by default those of its person.")
@click.option(
    "--runs",
    type=click.IntRange(1, 1000),
    default=40,
    show_default=True,
    help="Futures with the same decisions, and as many with the swap.",
)
@click.option("--swap", metavar="NUMBER|ORDER", help="Play it again without this decision, too.")
@click.option(
    "--instead", metavar="FIELD=VALUE", multiple=True, help="Swap it for this other choice."
)
@click.option("--workers", type=click.IntRange(min=1), help="Processes; by default all.")
@AS_JSON
@PLUG_INS
@people_read_errors
def luck(
    save: Path,
    seat: str | None,
    runs: int,
    swap: str | None,
    instead: tuple[str, ...],
    workers: int | None,
    as_json: bool,
) -> None:
    """Was that you, or luck? Play a finished game's decisions again with other dice.

    Ctrl-C stops it, and tells what has come by then.

    \b
    Examples:
      whitecell luck my-game.wcsave
      whitecell luck my-game.wcsave --swap 2 --runs 100
      whitecell luck my-game.wcsave --swap 2 --instead berth=south_quay --json
    """
    from tui.commands.lucking import play_luck

    play_luck(save, seat, runs, swap, instead, workers, as_json)


@click.command("print", cls=Command)
@click.argument("scenario")
@click.option("--seat", required=True, help="Whose briefing.")
@click.option("--format", "format_", metavar="NAME", help="One of the scenario's formats.")
@VARIANT
@SEED
@people_read_errors
def print_brief(
    scenario: str, seat: str, format_: str | None, variant: str | None, seed: int | None
) -> None:
    """Print a seat's briefing on one page, in Markdown.

    A number in it that differs from game to game is left open; with --seed it is that game's.

    \b
    Examples:
      whitecell print {scenario} --seat {other}
      whitecell print {scenario} --seat {seat} --format {format} > {seat}.md
    """
    from tui.commands.printing import Asked, print_it

    print_it(Asked(scenario, seat, format_, variant, seed))


COMMANDS = (branch, luck, print_brief)
