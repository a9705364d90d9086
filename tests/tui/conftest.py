"""Apps over invented data, and pictures of them to compare with."""

import re
from collections.abc import Callable
from pathlib import Path

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


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads what somebody prefers, or writes to where they keep it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def app_of() -> Callable[..., WhitecellApp]:
    """An app that enters a game of invented data at once."""

    def made(session: HandSession | None = None, **options: object) -> WhitecellApp:
        return WhitecellApp(chosen(**options), session or HandSession())

    return made
