"""The command `whitecell`. Heavy modules are imported inside commands, so that help is quick."""

from pathlib import Path

import click

from tui import cli_authoring, cli_lab, cli_saves
from tui.examples import Group
from tui.shell import AS_JSON, HIDDEN, PLUG_INS, SEED, SETS, VARIANT, people_read_errors


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="whitecell", message="whitecell %(version)s")
def main() -> None:
    """Play, run and examine crises at a table.

    \b
    Examples:
      whitecell play                        choose a scenario and a seat
      whitecell run {scenario} --seed 1        let bots play it
      whitecell check my-scenario           find mistakes in a scenario
    """
    from engine.memory import collect_seldom, leave_at_once

    # What a command reads in is no garbage, and the search for some took a thirtieth of a check.
    collect_seldom()
    leave_at_once()


@main.command("list")
@AS_JSON
@people_read_errors
def list_scenarios(as_json: bool) -> None:
    """List the scenarios that can be played.

    \b
    Examples:
      whitecell list
      whitecell list --json
    """
    from tui.commands.listing import list_them

    list_them(as_json)


@main.command()
@click.argument("scenario", required=False)
@click.option("--seat", help="The seat you play.")
@click.option(
    "--with", "others", metavar="SEAT", multiple=True, help="Another person here plays this seat."
)
@click.option("--daily", is_flag=True, help="Today's seed, the same for all; invented ones only.")
@SEED
@VARIANT
@HIDDEN
@click.option("--resume", type=click.Path(path_type=Path), help="Go on with a save.")
@click.option("--save", type=click.Path(path_type=Path), help="Where to keep the game.")
@click.option("--bots", default="doctrine", show_default=True, help="Who plays the other seats.")
@click.option("--format", metavar="NAME", help="Which moves are played; by default the first.")
@click.option("--plain", is_flag=True, help="Line by line, without a screen.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with plain characters only.")
@PLUG_INS
@people_read_errors
def play(
    scenario: str | None,
    seat: str | None,
    others: tuple[str, ...],
    daily: bool,
    seed: int | None,
    variant: str | None,
    hidden: tuple[str, ...],
    resume: Path | None,
    save: Path | None,
    bots: str,
    format: str | None,
    plain: bool,
    ascii_only: bool,
) -> None:
    """Play a seat of a scenario; without arguments, choose on the screen.

    \b
    Examples:
      whitecell play
      whitecell play {scenario} --seat {seat} --seed 7
      whitecell play {scenario} --seat {seat} --with {other} --daily
      whitecell play --plain {scenario} --seat {other}
      whitecell play {scenario} --seat {seat} --format {format}
      whitecell play --resume my-game.wcsave
    """
    from tui import words
    from tui.settings import settings_file

    # Words at the head of a module are looked up as it is read in, so the language comes first.
    words.prefer(settings_file())
    from tui.commands.playing import Chosen, play_it

    play_it(
        Chosen(
            scenario, seat, seed, variant, resume, save, bots, plain, ascii_only, hidden, format,
            others=others, daily=daily,
        )
    )  # fmt: skip


@main.command()
@click.argument("scenario")
@SEED
@click.option("--bots", default="doctrine", show_default=True, help="The bot in every seat.")
@click.option("--bot", "bot_of", metavar="SEAT=KIND", multiple=True, help="The bot in one seat.")
@click.option("--until", metavar="DATE", help="Stop there: 2031-11-06 or 2031-11-06 12:00.")
@VARIANT
@SETS
@click.option("--format", metavar="NAME", help="Play in these moves, with their limits on orders.")
@click.option(
    "--parameters",
    type=click.Choice(["central", "drawn"]),
    default="central",
    show_default=True,
    help="Central values, or a draw from each range.",
)
@HIDDEN
@click.option("--save", type=click.Path(path_type=Path), help="Keep the run in this file.")
@click.option("--why", metavar="METER", multiple=True, help="Say what moved this meter.")
@AS_JSON
@PLUG_INS
@people_read_errors
def run(
    scenario: str,
    seed: int | None,
    bots: str,
    bot_of: tuple[str, ...],
    until: str | None,
    variant: str | None,
    sets: tuple[str, ...],
    format: str | None,
    parameters: str,
    hidden: tuple[str, ...],
    save: Path | None,
    why: tuple[str, ...],
    as_json: bool,
) -> None:
    """Let bots play a scenario from its start to its end.

    \b
    Examples:
      whitecell run {scenario} --seed 1
      whitecell run {scenario} --bots idle --bot {seat}=doctrine --json
      whitecell run {scenario} --bots doctrine:{temperament} --bot {seat}=plan:{plan}
      whitecell run {scenario} --variant {variant} --set {path}='{value}'
      whitecell run {scenario} --hidden {question}={answer}
    """
    from tui.commands.running import Asked, run_it

    drawn = parameters == "drawn"
    asked = Asked(
        scenario, seed, bots, bot_of, until, variant, sets, drawn, save, as_json, hidden, format,
        why,
    )  # fmt: skip
    run_it(asked)


@main.command()
@click.argument("save", type=click.Path(path_type=Path))
@AS_JSON
@PLUG_INS
@people_read_errors
def verify(save: Path, as_json: bool) -> None:
    """Play a save again from its orders, and compare every line of its journal.

    \b
    Examples:
      whitecell verify my-game.wcsave
      whitecell verify my-game.wcsave --json
    """
    from tui.commands.saved import verify_it

    verify_it(save, as_json)


@main.command()
@click.argument("save", type=click.Path(path_type=Path))
@AS_JSON
@PLUG_INS
@people_read_errors
def replay(save: Path, as_json: bool) -> None:
    """Play a save again from its orders, and print what happened.

    \b
    Examples:
      whitecell replay my-game.wcsave
      whitecell replay my-game.wcsave --json
    """
    from tui.commands.saved import replay_it

    replay_it(save, as_json)


@main.command()
@click.argument("save", type=click.Path(path_type=Path))
@click.option("--as", "seat", metavar="SEAT", help="Only what this seat was told.")
@PLUG_INS
@people_read_errors
def export(save: Path, seat: str | None) -> None:
    """Print a save's journal as JSON, one event a line.

    \b
    Examples:
      whitecell export my-game.wcsave > journal.jsonl
      whitecell export my-game.wcsave --as {other}
    """
    from tui.commands.saved import export_it

    export_it(save, seat)


@main.command()
@click.argument("save", type=click.Path(path_type=Path))
@click.option("--seat", metavar="SEAT", help="Only this seat's aims; by default those people had.")
@click.option("--par", "with_par", is_flag=True, help="Beside the doctrine bot in that chair.")
@click.option("--markdown", "as_markdown", is_flag=True, help="As one page of one seat.")
@AS_JSON
@PLUG_INS
@people_read_errors
def results(save: Path, seat: str | None, with_par: bool, as_markdown: bool, as_json: bool) -> None:
    """Read the results of a finished game: harm, ending, aims, and what came afterwards.

    \b
    Examples:
      whitecell results my-game.wcsave
      whitecell results my-game.wcsave --seat {seat} --par
      whitecell results my-game.wcsave --seat {seat} --markdown > {seat}.md
      whitecell results my-game.wcsave --json
    """
    from tui.commands.resulting import show_results

    show_results(save, seat, with_par, as_markdown, as_json)


@main.command()
@click.argument("scenario")
@VARIANT
@SETS
@click.option("--verbs", is_flag=True, help="What agents can be told, with every argument.")
@AS_JSON
@PLUG_INS
@people_read_errors
def explain(
    scenario: str, variant: str | None, sets: tuple[str, ...], verbs: bool, as_json: bool
) -> None:
    """Print the agents of a scenario: parameters, units, ranges and sources.

    \b
    Examples:
      whitecell explain {scenario}
      whitecell explain {scenario} --verbs
      whitecell explain {scenario} --json
    """
    from tui.commands.explaining import explain_it

    explain_it(scenario, variant, sets, as_json, verbs)


@main.command("explain-kind")
@click.argument("kind", required=False)
@AS_JSON
@PLUG_INS
@people_read_errors
def explain_kind(kind: str | None, as_json: bool) -> None:
    """Say what a kind of agent takes, tells and can do; without a kind, list them.

    \b
    Examples:
      whitecell explain-kind
      whitecell explain-kind field
    """
    from tui.commands.kinds import explain_kind as explain_it

    explain_it(kind, as_json)


for command in (*cli_authoring.COMMANDS, *cli_lab.COMMANDS, *cli_saves.COMMANDS):
    main.add_command(command)


if __name__ == "__main__":
    main()
