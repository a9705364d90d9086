"""The field of an exhibit line by line: what the card offers now, and nothing that is not held."""

from unittest.mock import patch

import pytest

from tests.tui.stage import HandSession
from tui import plain_look
from tui.plain_choice import Left
from tui.session import Plain

FIELD: Plain = {
    "name": "paper", "label": "Paper", "sort": "exhibit", "unit": "", "range_text": "",
    "default_text": "", "choices": [],
}  # fmt: skip


class Holding(HandSession):
    """A seat of which one card offers two papers now, and another none."""

    async def view(self) -> Plain:
        """See Session."""
        offered = {"ask": {"paper": [["none", "Nothing"], ["map", "Map of hours"]]}}
        return await super().view() | {"narrowed": offered}


async def test_what_is_held_is_offered_by_name():
    with patch("click.prompt", return_value="2"):
        assert await plain_look.asked(Holding(), FIELD, "ask") == "map"


async def test_a_form_that_needs_a_paper_says_that_there_is_none(
    capsys: pytest.CaptureFixture[str],
):
    with pytest.raises(Left):
        await plain_look.asked(Holding(), FIELD, "speak")
    assert "you have been told of none yet" in capsys.readouterr().out
