"""The lobby: a scenario, a seat, a seed, or a saved game."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen

from tui.ink import Line, cut, ends, line, wrap
from tui.picture.known import in_words
from tui.screens.pages import NoteScreen, note_lines
from tui.shelf import Offered, Saved, offered
from tui.widgets.clock_bar import ClockBar
from tui.widgets.key_bar import KeyBar
from tui.widgets.listing import Listing, Row
from tui.widgets.pane import Lines
from tui.widgets.seed import Seed
from tui.widgets.too_small import TooSmall


class LobbyScreen(Screen[None]):
    """Posts Begin or TakeUp; the app opens the game."""

    BINDINGS = [
        ("r", "pane('#saves')", "Resume"),
        ("s", "pane('#seed')", "Seed"),
        ("c", "note", "Content note"),
        ("f", "format", "Another format"),
        ("left", "seat(-1)", "Seat before"),
        ("right", "seat(1)", "Seat after"),
    ]
    KEYS = (
        ("Enter", "begin"),
        ("↑↓", "choose"),
        ("Tab", "next"),
        ("←→", "seat"),
        ("f", "format"),
        ("s", "seed"),
        ("r", "resume"),
        ("c", "content note"),
        ("q", "leave"),
    )

    class Begin(Message):
        """A new game was chosen."""

        def __init__(self, scenario: str, seat: str, seed: int, format: str = "") -> None:
            super().__init__()
            self.scenario, self.seat, self.seed, self.format = scenario, seat, seed, format

    class TakeUp(Message):
        """A saved game was chosen."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(
        self,
        scenarios: Sequence[tuple[str, str, str]],
        saves: Sequence[Saved],
        seed: int,
        chosen: str | None = None,
        variant: str | None = None,
        format: str | None = None,
    ) -> None:
        super().__init__()
        self._format = format or ""
        self._scenarios, self._saves, self._seed = scenarios, saves, seed
        self._chosen, self._variant = chosen, variant
        self._offered: dict[str, Offered] = {}
        self._said = ""

    def compose(self) -> ComposeResult:
        """Scenarios and saves at the left, what is chosen at the right."""
        yield ClockBar()
        with Horizontal(id="shelf"):
            with Vertical(id="left"):
                yield Listing("Scenarios", id="scenarios")
                saves = Listing("Saved games", "r", id="saves")
                saves.empty = "None yet."
                yield saves
            with Vertical(id="right"):
                yield Lines("", id="about")
                yield Listing("Your seat", "←→", id="seats")
                yield Seed("Seed", "s · the luck of the game", id="seed")
        yield KeyBar(self.KEYS)
        yield TooSmall()

    def on_mount(self) -> None:
        """Fill the shelves, and read the seats of the scenario under the cursor."""
        self.query_one(ClockBar).pace = "a crisis, several seats, one clock"
        self.query_one("#about", Lines).can_focus = False
        self.query_one(Seed).number = str(self._seed)
        listing = self.query_one("#scenarios", Listing)
        listing.fill([Row(n, (line((title, "bold")),)) for n, title, _ in self._scenarios])
        names = [name for name, _, _ in self._scenarios]
        if self._chosen in names:
            listing.cursor = names.index(self._chosen)
        listing.focus()
        self.call_after_refresh(self._fill_saves)
        self._read(listing.key)

    def on_resize(self) -> None:
        """Texts are set to the width."""
        self.call_after_refresh(self._show)
        self.call_after_refresh(self._fill_saves)

    def _fill_saves(self) -> None:
        listing = self.query_one("#saves", Listing)
        width = max(listing.size.width - 2, 20)
        listing.fill([Row(str(each.path), (_save(each, width),)) for each in self._saves])

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Another scenario: its text now, its seats as soon as they are read."""
        event.stop()
        if event.listing.id == "scenarios":
            self._show()
            self._read(event.key)

    def on_listing_picked(self, event: Listing.Picked) -> None:
        """Enter: begin, or take a save up."""
        event.stop()
        if event.listing.id == "saves":
            self.say("Taking the game up …")
            self.post_message(self.TakeUp(Path(event.key)))
        else:
            self._begin()

    def on_seed_given(self, event: Seed.Given) -> None:
        """Enter on the seed begins too."""
        event.stop()
        self._begin()

    def say(self, sentence: str) -> None:
        """Say something at the place of the summary: that a game is opened, or why it is not."""
        self._said = sentence
        self._show()

    def action_pane(self, selector: str) -> None:
        """Go to a pane."""
        self.query_one(selector).focus()

    def action_seat(self, step: int) -> None:
        """Another seat, from anywhere."""
        self.query_one("#seats", Listing).action_move(step)

    def action_format(self) -> None:
        """The next format of the scenario under the cursor."""
        names = [] if self._current is None else [name for name, *_ in self._current.formats]
        if names:
            at = names.index(self._format) if self._format in names else 0
            self._format = names[(at + 1) % len(names)]
            self._show()

    def _chosen_format(self, found: Offered) -> str:
        """The format that is to be played: the first, unless another was chosen."""
        names = [name for name, *_ in found.formats]
        return self._format if self._format in names else next(iter(names), "")

    def action_note(self) -> None:
        """The content note of the scenario."""
        found = self._current
        if found is not None:
            self.app.push_screen(NoteScreen("Before you play", note_lines(_note(found))))

    @property
    def _current(self) -> Offered | None:
        return self._offered.get(self.query_one("#scenarios", Listing).key)

    @work(thread=True, exclusive=True)
    def _read(self, name: str) -> None:
        if name not in self._offered:
            row = next(row for row in self._scenarios if row[0] == name)
            found = offered(*row, variant=self._variant)
            self.app.call_from_thread(self._offered.__setitem__, name, found)
        self.app.call_from_thread(self._show)

    def _show(self) -> None:
        if not self.is_mounted:
            return
        found = self._current
        pane, seats = self.query_one("#about", Lines), self.query_one("#seats", Listing)
        width = max(pane.size.width - 2, 20)
        pane.title = "Reading …" if found is None else found.title
        said = [line((f" {row}", "$ask")) for row in wrap(self._said, width)] if self._said else []
        pane.lines = (*said, *(self._about(found, width) if found is not None else ()))
        rows: Mapping[str, str] = {} if found is None else found.seats
        seats.fill([Row(id, (line(title),)) for id, title in rows.items()])

    def _about(self, found: Offered, width: int) -> list[Line]:
        """The scenario, and the format in which it is to be played."""
        name = self._chosen_format(found)
        rows = [
            line(
                (f" {title}, {minutes} min", ""),
                ("  f another" if len(found.formats) > 1 else "", "$faint"),
            )
            for each, title, minutes in found.formats
            if each == name
        ]
        return [*_about(found, width), *rows]

    def _begin(self) -> None:
        found, seat = self._current, self.query_one("#seats", Listing).key
        if found is None or not seat:
            self.say("Its seats are being read." if found is None else "It cannot be played.")
            return

        def begin(agreed: bool | None) -> None:
            if agreed:
                self.say("Opening the game …")
                seed = self.query_one(Seed).number
                format = self._chosen_format(found)
                self.post_message(self.Begin(found.name, seat, int(seed or self._seed), format))

        if found.content_note:
            lines = note_lines(_note(found))
            self.app.push_screen(NoteScreen("Before you play", lines, "begin"), begin)
        else:
            begin(True)


def _note(found: Offered) -> str:
    invented = "Invented events; nobody in them is real."
    return found.content_note or ("Real events." if found.real_events else invented)


def _about(found: Offered, width: int) -> list[Line]:
    sort = "real events" if found.real_events else "invented"
    rows = [line((f" {row}", "")) for row in wrap(found.summary, width)]
    if found.problem:
        problem = f"Cannot be played: {found.problem}"
        return [*rows, (), *(line((f" {row}", "$ask")) for row in wrap(problem, width))]
    return [*rows, (), line((f" {sort} · {len(found.seats)} seats", "$faint"))]


def _save(saved: Saved, width: int) -> Line:
    name = line((in_words(saved.name), ""), (f"  {in_words(saved.seat)}", "$dim"))
    when = f"{saved.kept.day} {saved.kept:%b %H:%M}"
    return cut(ends(name, line((when, "$faint")), width), width)
