"""Commands run in this process."""

import json

from click.testing import CliRunner, Result

from tui.cli import main


def whitecell(*arguments: object) -> Result:
    """A command that ends in an ordinary way, whatever its status."""
    done = CliRunner().invoke(main, [str(word) for word in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "Traceback" not in done.output
    return done


def held(*arguments: object) -> object:
    """What a command that succeeds prints as JSON."""
    done = whitecell(*arguments)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)
