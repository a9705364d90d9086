"""Apps over invented data, and pictures of them to compare with."""

import re
from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.types import SerializableData, SerializedData

from tests.tui.stage import HandSession, chosen
from tui.app import WhitecellApp


class Picture(SingleFileSnapshotExtension):
    """A screenshot as SVG, without the identifiers that Textual draws anew each time."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: SerializableData, **_: object) -> SerializedData:
        """See SingleFileSnapshotExtension."""
        return re.sub(r"terminal-\d+", "terminal", str(data))


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """`app.export_screenshot() == picture`; write them anew with `--snapshot-update`."""
    return snapshot.use_extension(Picture)


@pytest.fixture
def app_of() -> Callable[..., WhitecellApp]:
    """An app that enters a game of invented data at once."""

    def made(session: HandSession | None = None, **options: object) -> WhitecellApp:
        return WhitecellApp(chosen(**options), session or HandSession())

    return made
