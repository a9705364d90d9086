"""A save: one file with a manifest, the order log, and the journal beside it as a cache."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from engine.errors import WhitecellError
from engine.game import Logged
from engine.journal import Journal
from engine.orders import Order, answer_from

FORMAT = 2
"""Raised whenever an older program could not read what a newer one writes."""

SCHEMA = """
CREATE TABLE manifest (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
CREATE TABLE orders (number INTEGER PRIMARY KEY, beat INTEGER NOT NULL, json TEXT NOT NULL);
CREATE TABLE journal (number INTEGER PRIMARY KEY, line TEXT NOT NULL);
CREATE TABLE progress (one INTEGER PRIMARY KEY CHECK (one = 1), beats INTEGER NOT NULL,
                       digest TEXT NOT NULL);
"""


MAGIC = b"SQLite format 3\0"
"""How the file of any save begins: what begins otherwise is never opened, let alone changed."""


class BadSave(WhitecellError):
    """A save that cannot be used: where, what is wrong, and a code for programs."""

    def __init__(self, path: str, sentence: str, code: str) -> None:
        super().__init__(path, sentence, code)
        self.path, self.sentence, self.code = path, sentence, code

    def __str__(self) -> str:
        return f"{self.path}: {self.sentence} [{self.code}]"


class Manifest(BaseModel):
    """What a run is made of: with the order log, enough to recompute every line of its journal.

    `scenario` is the resolved scenario itself as canonical JSON; `parameters` are the numbers in
    force by path, in canonical units; `hidden` has the answer of each hidden question that has one
    in this run, which the scenario kept here has set already; `bots` says who plays a seat that no
    person plays. A branch names the digest of its `parent` manifest and the beat from which it
    goes its own way; `earlier` lists the replicates played before `replicate`, each with the beat
    it was played to.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: int = FORMAT
    engine: str
    numpy: str
    name: str
    scenario: str
    hash: str
    variant: str | None = None
    sets: dict[str, str] = {}
    seed: int
    replicate: int = 0
    parameters: dict[str, float] = {}
    drawn: bool = False
    hidden: dict[str, str] = {}
    bots: dict[str, str] = {}
    seats: dict[str, str] = {}
    parent: str = ""
    parent_beat: int | None = None
    earlier: tuple[tuple[int, int], ...] = ()
    play_format: str = ""
    """The scenario's format in force: when moves open, and how many orders each has."""

    def digest(self) -> str:
        """The name of this manifest: a SHA-256 over everything in it."""
        return sha256(self.model_dump_json().encode()).hexdigest()


def engine_version() -> str:
    """The version of this program."""
    try:
        return version("whitecell")
    except PackageNotFoundError:
        return "0+source"


def numpy_version() -> str:
    """The version of numpy, on which the draws depend."""
    return str(np.__version__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a game had been played: how many beats had opened, and the journal's digest."""

    beats: int
    digest: str


class Save:
    """An open save. Orders are on the disk before their answer is given."""

    def __init__(self, path: Path, connection: sqlite3.Connection, manifest: Manifest) -> None:
        self.path, self._db, self.manifest = path, connection, manifest
        self._durable = False
        self._journaled = self._one("SELECT count(*) FROM journal")
        self._logged = self._one("SELECT count(*) FROM orders")

    def _one(self, question: str) -> int:
        (answer,) = self._db.execute(question).fetchone()
        return int(answer)

    @classmethod
    def create(cls, path: Path, manifest: Manifest) -> "Save":
        """A new save. Raises BadSave if something is there already, or cannot be written there."""
        if path.exists():
            raise BadSave(str(path), "there is a file of that name already", "E-save-exists")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(path)
            with connection:
                connection.executescript(SCHEMA)
                connection.execute(
                    "INSERT INTO manifest VALUES (1, ?)", [manifest.model_dump_json()]
                )
        except (sqlite3.Error, OSError) as problem:
            raise BadSave(str(path), f"cannot be written: {problem}", "E-save-write") from None
        return cls(path, connection, manifest)

    @classmethod
    def open(cls, path: Path) -> "Save":
        """An existing save. Raises BadSave if it is none, is damaged, or of a later format."""
        if not path.is_file():
            raise BadSave(str(path), "there is no such save", "E-save-missing")
        try:
            with path.open("rb") as file:
                if file.read(len(MAGIC)) != MAGIC:
                    raise BadSave(str(path), "is no save of Whitecell", "E-save-damaged")
            connection = sqlite3.connect(path, check_same_thread=False)
            with _closed_on_failure(connection):
                return cls(path, connection, _manifest_in(path, connection))
        except (sqlite3.Error, OSError, TypeError, ValueError) as problem:
            sentence = f"is no save of Whitecell: {problem}"
            raise BadSave(str(path), sentence, "E-save-damaged") from None

    def log(self, logged: Logged) -> None:
        """Write an order and its answer, durably, before anybody hears the answer."""
        line = json.dumps(
            {
                "order": logged.order.model_dump(),
                "answer": logged.answer.plain(),
            },
            ensure_ascii=False,
        )
        with self._writing() as db:
            db.execute("INSERT INTO orders VALUES (?, ?, ?)", [self._logged, logged.beat, line])
        self._logged += 1

    def keep(self, journal: Journal, beats: int) -> None:
        """Write what has come to the journal since last time, and how many beats have opened."""
        fresh = journal.entries[self._journaled :]
        with self._writing() as db:
            db.executemany(
                "INSERT INTO journal VALUES (?, ?)", ((e.number, e.line()) for e in fresh)
            )
            db.execute("INSERT OR REPLACE INTO progress VALUES (1, ?, ?)", [beats, ""])
        self._journaled += len(fresh)

    def seal(self, journal: Journal, beats: int) -> None:
        """Keep everything, with the digest by which `verify` knows the journal again."""
        self.keep(journal, beats)
        with self._writing() as db:
            done = [beats, journal.digest()]
            db.execute("INSERT OR REPLACE INTO progress VALUES (1, ?, ?)", done)

    def orders(self) -> list[Logged]:
        """The order log. Raises BadSave at the first line that was altered."""
        rows = self._rows("SELECT number, beat, json FROM orders ORDER BY number")
        return [_logged(self.path, number, beat, text) for number, beat, text in rows]

    def lines(self) -> Iterator[str]:
        """The journal as it was kept, line by line. Raises BadSave."""
        for (line,) in self._rows("SELECT line FROM journal ORDER BY number"):
            yield str(line)

    def progress(self) -> Progress:
        """How far the game had been played when it was last kept. Raises BadSave."""
        for beats, digest in self._rows("SELECT beats, digest FROM progress"):
            if not isinstance(beats, int):
                raise BadSave(str(self.path), "its progress is damaged", "E-save-damaged")
            return Progress(beats, str(digest))
        return Progress(0, "")

    def close(self) -> None:
        """Let go of the file, leaving one file that can be copied and read anywhere."""
        with suppress(sqlite3.Error):
            self._db.execute("PRAGMA journal_mode=DELETE")
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, on the disk when it ends. Raises BadSave if it cannot be written."""
        try:
            if not self._durable:
                _make_durable(self._db)
                self._durable = True
            with self._db:
                yield self._db
        except sqlite3.IntegrityError:
            sentence = "somebody else is playing on with this save"
            raise BadSave(str(self.path), sentence, "E-save-shared") from None
        except sqlite3.Error as problem:
            sentence = f"cannot be written: {problem}"
            raise BadSave(str(self.path), sentence, "E-save-write") from None

    def _rows(self, question: str) -> Iterator[tuple[object, ...]]:
        try:
            yield from self._db.execute(question)
        except sqlite3.Error as problem:
            sentence = f"cannot be read: {problem}"
            raise BadSave(str(self.path), sentence, "E-save-damaged") from None


@contextmanager
def _closed_on_failure(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False)
    _make_durable(connection)
    return connection


def _make_durable(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


def _manifest_in(path: Path, connection: sqlite3.Connection) -> Manifest:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise BadSave(str(path), "the file is damaged", "E-save-damaged")
    row = connection.execute("SELECT json FROM manifest").fetchone()
    if row is None:
        raise BadSave(str(path), "has no manifest", "E-save-damaged")
    return _manifest(path, row[0])


def _manifest(path: Path, text: object) -> Manifest:
    try:
        raw = json.loads(str(text))
        found = raw.get("format") if isinstance(raw, Mapping) else None
        if isinstance(found, int) and found > FORMAT:
            sentence = f"was written by a later version (format {found}; this one reads {FORMAT})"
            raise BadSave(str(path), sentence, "E-save-version")
        return Manifest.model_validate(raw)
    except (ValidationError, ValueError, RecursionError) as problem:
        first = str(problem).splitlines()[0]
        raise BadSave(str(path), f"its manifest is damaged: {first}", "E-save-damaged") from None


def _logged(path: Path, number: object, beat: object, text: object) -> Logged:
    try:
        if not isinstance(beat, int) or beat < 0:
            raise ValueError(f"`{beat}` is no beat")
        raw = json.loads(str(text))
        return Logged(beat, Order.model_validate(raw["order"]), answer_from(raw["answer"]))
    except (ValidationError, ValueError, KeyError, TypeError, RecursionError) as problem:
        first = str(problem).splitlines()[0]
        sentence = f"order {number} of its log is damaged: {first}"
        raise BadSave(str(path), sentence, "E-save-damaged") from None


def peek(path: Path) -> Manifest:
    """The manifest of a save, without keeping it open. Raises BadSave."""
    save = Save.open(path)
    with closing(save):
        return save.manifest
