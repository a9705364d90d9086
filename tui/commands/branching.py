"""`whitecell branch`: another save that shares everything before a date."""

from pathlib import Path

import click

from engine.saves import Save
from engine.setup import check_version, replayed
from host.branches import branch_from
from tui.commands.common import say_json, second_of
from tui.words import phrase

SAME = "same"


def branch_it(path: Path, at: str, luck: str, out: Path | None, as_json: bool) -> None:
    """Replay a save, and write a branch of it from a beat on. Bad usage for a date out of it."""
    if luck != SAME and not luck.isdecimal():
        raise click.UsageError(
            phrase("--luck takes {same} or a number, got `{luck}`", same=SAME, luck=luck)
        )
    replicate = None if luck == SAME else int(luck[:9])
    save = Save.open(path)
    check_version(save)
    game = replayed(save, keep=True)
    beat = game.scene.beat_seconds
    second = second_of(game.scenario, at, "--at") // beat * beat
    if second not in game.snapshots:
        last = game.scene.moment(game.now)
        raise click.UsageError(
            phrase("--at {at}: the game was played to {last:%Y-%m-%d %H:%M}", at=at, last=last)
        )
    found = branch_from(game, save.manifest, path, second, replicate, out)
    save.close()
    moment = game.scene.moment(second)
    if as_json:
        said = {"path": str(found), "at": moment.isoformat(), "luck": replicate}
        say_json(said)
        return
    with_luck = (
        phrase("the same luck")
        if replicate is None
        else phrase("luck {replicate}", replicate=replicate)
    )
    click.echo(
        phrase(
            "{found}: branches off {name} at {moment:%Y-%m-%d %H:%M}, with {with_luck}.",
            found=found,
            name=path.name,
            moment=moment,
            with_luck=with_luck,
        )
    )
    click.echo(phrase("Play it with: whitecell play --resume '{found}'", found=found))
