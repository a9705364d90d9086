"""`whitecell run --why`: what moved a meter, added up by cause."""

import json

from click.testing import CliRunner, Result

from engine.scenario.load import load
from engine.setup import Wanted, prepare, start
from tui.cli import main
from tui.commands.ledger import causes


def whitecell(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def test_the_causes_sum_to_what_the_meter_moved():
    game = start(prepare(Wanted("first-watch", seed=2, bots="random")), keep=False)
    game.play()
    begun = load("first-watch").meters["calm"].start
    assert begun is not None
    moved = sum(cause.by for cause in causes(game, "calm"))
    now = game.world.meter("calm")
    assert now is not None
    assert abs(begun.number + moved - now) < 1e-6


def test_the_ledger_stands_below_the_run_and_in_its_json():
    done = whitecell("run", "first-watch", "--seed", 2, "--bots", "random", "--why", "calm")
    assert done.exit_code == 0, done.output
    assert "at the end, moved by:" in done.output
    assert "points  " in done.output
    given = ("run", "first-watch", "--seed", 2, "--bots", "random", "--why", "calm", "--json")
    rows = json.loads(whitecell(*given).stdout)["why"]["calm"]
    assert rows
    assert [abs(row["by"]) for row in rows] == sorted((abs(r["by"]) for r in rows), reverse=True)


def test_a_meter_that_there_is_not_is_bad_usage():
    done = whitecell("run", "first-watch", "--why", "clam")
    assert (done.exit_code, "did you mean `calm`?" in done.output) == (2, True)
