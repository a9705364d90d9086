"""The lobby: a scenario, a seat, a seed, or a saved game."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.screen import Screen

from tui.commands.playing import Chosen
from tui.front import SAID
from tui.ink import line, wrap
from tui.picture.shelf import about, format_lines, note_of, save_line, seat_line, title_line
from tui.screens.lobby_parts import BRIEFLY, WHOLE, Ahead, Begin, Left, TakeUp, panes
from tui.screens.opening import OPENING
from tui.screens.pages import NoteScreen, note_lines
from tui.seed_words import of_the_day
from tui.shelf import Offered, Saved, offered
from tui.widgets.clock_bar import ClockBar
from tui.widgets.key_bar import KeyBar
from tui.widgets.listing import Listing, Row
from tui.widgets.pane import Lines
from tui.widgets.seed import Seed
from tui.widgets.too_small import TooSmall
from tui.words import phrase

WIDE = 110
"""Columns from which on the lobby has room for what the first paint says."""


class LobbyScreen(Screen[None]):
    """Posts Begin or TakeUp; the app opens the game."""

    BINDINGS = [
        ("r", "pane('#saves')", phrase("Resume")),
        ("s", "pane('#seed')", phrase("Seed")),
        ("d", "today", phrase("Today's seed")),
        ("f", "format(1)", phrase("Next format")),
        ("h", "person", phrase("A person here for this seat")),
        ("c", "note", phrase("Content note")),
        ("left", "seat(-1)", phrase("Seat before")),
        ("right", "seat(1)", phrase("Seat after")),
    ]
    KEYS, LOCAL = BRIEFLY, WHOLE

    def __init__(
        self,
        scenarios: Callable[[], Sequence[tuple[str, str, str]]],
        saves: Callable[[], Sequence[Saved]],
        chosen: Chosen,
        seed: int,
        begin_here: Callable[[], frozenset[str]],
        played: bool,
    ) -> None:
        """Scenarios and saved games are asked for once the screen stands.

        Whoever has `played` before finds the cursor on the first scenario that is none to begin
        with.
        """
        super().__init__()
        self._ask_scenarios, self._ask_saves, self._seed = scenarios, saves, seed
        self._chosen = chosen
        self._ask_first, self._played = begin_here, played
        self._first: frozenset[str] = frozenset()
        self._noted: set[str] = set()
        """Scenarios whose content note was read here."""
        self._scenarios: Sequence[tuple[str, str, str]] = ()
        self._saves: Sequence[Saved] = ()
        self._offered: dict[str, Offered] = {}
        self._people: set[str] = set()
        self._said = ""
        self._pressed = False
        """Whether Enter came before the seats were read."""

    def compose(self) -> ComposeResult:
        """Scenarios and saves at the left, what is chosen at the right."""
        yield ClockBar()
        yield from panes()
        yield KeyBar(self.KEYS)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show what is known at once, and look for the rest when that is painted."""
        self.query_one(ClockBar).pace = "" if self.size.width < WIDE else SAID
        self.query_one("#about", Lines).can_focus = False
        self.query_one(Seed).show(self._seed)
        self.query_one("#scenarios", Listing).focus()
        self._show()
        self.call_after_refresh(self._look_for_scenarios)

    def on_resize(self) -> None:
        """Texts are set to the width."""
        self.call_after_refresh(self._show)
        self.call_after_refresh(self._fill_saves)

    @work(thread=True)
    def _look_for_scenarios(self) -> None:
        self._first = self._ask_first()
        found = self._ask_scenarios()
        self.app.call_from_thread(self._have_scenarios, found)

    def _have_scenarios(self, found: Sequence[tuple[str, str, str]]) -> None:
        """Fill the shelf, and read the seats of the scenario under the cursor."""
        self._scenarios = found
        names = [name for name, _, _ in found]
        listing = self.query_one("#scenarios", Listing)
        width = max(listing.size.width - 2, 20)
        listing.fill(
            [
                Row(name, (title_line(title, name in self._first, width),))
                for name, title, _ in found
            ]
        )
        wanted = self._chosen.scenario
        if wanted is None and self._played:
            wanted = next((name for name in names if name not in self._first), None)
        if wanted in names and listing.key != wanted:
            # A cursor that moves has its row read.
            listing.cursor = names.index(wanted)
        else:
            self._read(listing.key)
        self._look_for_saves()

    @work(thread=True)
    def _look_for_saves(self) -> None:
        found = self._ask_saves()
        self.app.call_from_thread(self._have_saves, found)

    def _have_saves(self, found: Sequence[Saved]) -> None:
        self._saves = found
        self._fill_saves()

    def _fill_saves(self) -> None:
        for id, ended in (("#saves", False), ("#past", True)):
            listing = self.query_one(id, Listing)
            # A pane that is not shown has no width of its own yet.
            width = max(self.query_one("#scenarios").size.width - 2, 20)
            rows = [each for each in self._saves if bool(each.ending) == ended]
            listing.fill([Row(str(each.path), (save_line(each, width),)) for each in rows])
            listing.set_class(not rows, "absent")

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Another scenario: its text now, its seats as soon as they are read."""
        event.stop()
        if event.listing.id in ("formats", "seats"):
            self._count()
        if event.listing.id == "scenarios":
            self._people.clear()
            self._pressed = False
            self._show()
            self._read(event.key)

    def on_listing_picked(self, event: Listing.Picked) -> None:
        """Enter: begin, or take a save up."""
        event.stop()
        if event.listing.id in ("saves", "past"):
            self.say(phrase("Taking the game up …"))
            self.post_message(TakeUp(Path(event.key)))
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

    def action_format(self, step: int) -> None:
        """Another format, from anywhere; after the last comes the first."""
        listing = self.query_one("#formats", Listing)
        if listing.rows:
            listing.cursor = (listing.cursor + step) % len(listing.rows)

    def action_person(self) -> None:
        """A person here plays the seat under the cursor too, or does not."""
        seat = self.query_one("#seats", Listing).key
        if seat:
            self._people ^= {seat}
            self._show()

    def action_today(self) -> None:
        """The seed of the day, the same for everybody; for invented scenarios alone."""
        found = self._current
        if found is None:
            return
        if found.real_events:
            self.say(phrase("Real events have no seed of the day: they are no game to compare by."))
        else:
            self.query_one(Seed).show(of_the_day(found.name, datetime.now(UTC).date()))

    def action_note(self) -> None:
        """The content note of the scenario."""
        found = self._current
        if found is not None:
            self._noted.add(found.name)
            self.app.push_screen(NoteScreen(phrase("Before you play"), note_lines(note_of(found))))

    @property
    def _current(self) -> Offered | None:
        return self._offered.get(self.query_one("#scenarios", Listing).key)

    @work(thread=True, exclusive=True, group="reading")
    def _read(self, name: str) -> None:
        found = self._offered.get(name)
        if found is None:
            row = next(row for row in self._scenarios if row[0] == name)
            found = offered(*row, variant=self._chosen.variant)
        self.app.call_from_thread(self._have_read, name, found)

    def _have_read(self, name: str, found: Offered) -> None:
        """Show it; an Enter that came before begins it now."""
        self._offered[name] = found
        self._show()
        if self._pressed and self._current is not None:
            self._pressed, self._said = False, ""
            self._begin()

    def _show(self) -> None:
        if not self.is_mounted:
            return
        found = self._current
        pane, seats = self.query_one("#about", Lines), self.query_one("#seats", Listing)
        formats = self.query_one("#formats", Listing)
        width = max(pane.size.width - 2, 20)
        pane.title = phrase("Reading …") if found is None else found.title
        said = [line((f" {row}", "$ask")) for row in wrap(self._said, width)] if self._said else []
        pane.lines = (*said, *(about(found, width) if found is not None else ()))
        rows: Mapping[str, str] = {} if found is None else found.seats
        seats.fill(
            [Row(id, (seat_line(title, id in self._people, width),)) for id, title in rows.items()]
        )
        fresh = not formats.rows
        offers = () if found is None else found.formats
        formats.fill([Row(each.name, format_lines(each, width)) for each in offers])
        self._count()
        names = [each.name for each in offers]
        if fresh and self._chosen.format in names:
            formats.cursor = names.index(self._chosen.format)

    def _count(self) -> None:
        """Say which of how many is chosen: a narrow screen shows one at a time."""
        for id, keys in (("#formats", "f"), ("#seats", phrase("←→ · h several"))):
            listing = self.query_one(id, Listing)
            count, at = len(listing.rows), listing.cursor + 1
            said = phrase("{keys} · {at} of {count}", keys=keys, at=at, count=count)
            listing.note = said if count > 1 else ""

    def _begin(self) -> None:
        found, seat = self._current, self.query_one("#seats", Listing).key
        seed = self.query_one(Seed).number
        if found is None or not seat:
            self._pressed = found is None
            reading = phrase("Its seats are being read.")
            self.say(reading if found is None else phrase("It cannot be played."))
            return
        if seed is None:
            self.action_pane("#seed")
            return
        people = [id for id in found.seats if id in self._people or id == seat]

        format = self.query_one("#formats", Listing).key or None

        def begin(agreed: bool | None) -> None:
            if agreed:
                self.say(OPENING)
                self.post_message(Begin(found.name, people, seed, format))
            else:
                self.post_message(Left())

        if found.content_note and found.name not in self._noted:
            lines = note_lines(note_of(found))
            self.app.push_screen(
                NoteScreen(phrase("Before you play"), lines, phrase("begin")), begin
            )
            self.post_message(Ahead(found.name, people, seed, format))
        else:
            begin(True)
