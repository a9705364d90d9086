"""What keys do in a game: open boards, give and take back orders, leave."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.app import SystemCommand
from textual.filter import LineFilter
from textual.screen import Screen

from tui.debriefing import Debriefing
from tui.kept_boards import KeptBoards
from tui.output import AsciiOnly, NoColours
from tui.picture.cards import argued, card_rows, cost_of
from tui.picture.figures import meters
from tui.picture.known import Known
from tui.picture.orders import order_rows
from tui.screens.airlift import AirliftScreen
from tui.screens.bargain import BargainScreen
from tui.screens.board import Board
from tui.screens.deals import DealsScreen
from tui.screens.help import EVERYWHERE, help_lines, names_in
from tui.screens.lists import (
    CardsScreen,
    ForcesScreen,
    ReportsScreen,
)
from tui.screens.lobby import LobbyScreen
from tui.screens.opening import OpeningScreen
from tui.screens.order import OrderScreen
from tui.screens.orders import OrdersScreen
from tui.screens.pages import BriefScreen, NoteScreen, note_lines
from tui.screens.pair import Pair
from tui.screens.places import MapScreen
from tui.screens.room import RoomScreen
from tui.session import Trouble
from tui.words import phrase

BOARDS: dict[str, type[Board]] = {
    "reports": ReportsScreen,
    "cards": CardsScreen,
    "forces": ForcesScreen,
    "airlift": AirliftScreen,
    "brief": BriefScreen,
    "orders": OrdersScreen,
    "deals": DealsScreen,
}


class Playing(KeptBoards, Debriefing):
    """Keys, boards and orders of a game."""

    BINDINGS = [
        ("n", "close_move", phrase("Close the move")),
        ("p", "toggle_run", phrase("Run or pause")),
        ("space", "toggle_run", phrase("Run or pause")),
        ("plus,equals_sign", "speed(1)", phrase("Faster")),
        ("minus", "speed(-1)", phrase("Slower")),
        ("full_stop", "step", phrase("One beat on")),
        ("1", "card(1)", phrase("Fill in card 1")),
        ("2", "card(2)", phrase("Fill in card 2")),
        ("3", "card(3)", phrase("Fill in card 3")),
        ("o", "board('cards')", phrase("All cards")),
        ("i", "board('reports')", phrase("Reports")),
        ("m", "board('map')", phrase("Map")),
        ("a", "board('forces')", phrase("Forces and airlift")),
        ("d", "board('deals')", phrase("Deals: offers, words given, evidence")),
        ("u", "take_back", phrase("Take back the last order")),
        ("z", "maximise", phrase("One pane as large as the screen")),
        ("question_mark", "keys", phrase("Keys")),
        ("q", "leave", phrase("Leave; the game is saved")),
    ]
    ALWAYS = frozenset({"keys", "leave", "maximise", "help_quit", "command_palette"})
    GAME = frozenset("close_move toggle_run speed step card board take_back fill_in".split())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of the game do nothing in the lobby, and none of them while a form is filled in."""
        if action in self.GAME | self.ASKING | self.IN_MOVES:
            filling = getattr(self.screen, "FILLING", False)
            return self.known is not None and not filling
        return super().check_action(action, parameters)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Keys and palettes by name, and in a game each order and each figure by its own."""
        yield from super().get_system_commands(screen)
        known = self.known
        if known is None or not isinstance(screen, Board) or screen.FILLING or known.clock.over:
            return
        for row in card_rows(known):
            if row.open:
                yield SystemCommand(
                    phrase("Order: {title}", title=row.form.title),
                    cost_of(row.form),
                    partial(self.action_fill_in, row.card),
                )
        for meter in meters(known):
            yield SystemCommand(
                phrase("Why: {title}", title=meter.title),
                phrase("{value}, {age} old", value=meter.value, age=meter.age),
                partial(self.action_why_of, meter.key),
            )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Plain characters or no colours, where they are wanted."""
        own: list[LineFilter] = [AsciiOnly()] if self.ascii_only else []
        if self.no_color:
            own.append(NoColours())
        return [*super().get_line_filters(), *own]

    async def enter(self, new: bool) -> None:
        """Into the room; a new game begins with its briefing."""
        assert self.keeper is not None
        await self.drop_boards()
        self.known = await self.keeper.look(self.pace.words(3600))
        room = RoomScreen(self.known, self.ascii_only)
        if isinstance(self.screen, LobbyScreen | OpeningScreen):
            await self.switch_screen(room)
        else:
            await self.push_screen(room)
        if new and not self.known.clock.over:
            await self.push_screen(BriefScreen(self.known, whole=False))
            note = self.known.scene.content_note
            if note and not self.warned:
                lines = note_lines(note)
                await self.push_screen(
                    NoteScreen(phrase("Before you play"), lines, phrase("to the briefing"))
                )
        self.after_look()

    def action_to_room(self) -> None:
        """To the room; what a move asks for is asked there."""
        while len(self.screen_stack) > 2 and not isinstance(self.screen, RoomScreen):
            self.pop_screen()
        self.call_after_refresh(self.ask_in_turn)

    def action_board(self, name: str) -> None:
        """Another board, from anywhere; the same key again goes back."""
        if self.known is None:
            return
        wanted = MapScreen if name == "map" else BOARDS[name]
        again = isinstance(self.screen, wanted)
        self.action_to_room()
        if not again:
            self.push_screen(self._opened(name, self.known))

    def _opened(self, name: str, known: Known) -> Board:
        if name == "map":
            return self.kept_board(name, known, lambda known: MapScreen(known, self.ascii_only))
        kind = BOARDS[name]
        return self.kept_board(name, known, kind) if issubclass(kind, Pair) else kind(known)

    def action_card(self, number: int) -> None:
        """Fill in one of the three cards of the room."""
        if self.known is not None:
            cards = argued(self.known)
            if number <= len(cards):
                self.action_fill_in(cards[number - 1].card)

    def action_fill_in(self, card: str) -> None:
        """A card as a form; a running clock is held meanwhile."""
        if self.known is None or card not in self.known.scene.cards or self.known.clock.over:
            return
        self.pace.hold()
        self.action_to_room()
        self.show_pace()
        self.push_screen(OrderScreen(self.known, card))

    async def on_order_screen_sent(self, event: OrderScreen.Sent) -> None:
        """An order: back to where it came from if it was accepted, else the form says why not."""
        await self.give(event.card, event.fields)

    async def action_take_back(self) -> None:
        """Withdraw the last order whose beat has not opened."""
        if self.keeper is None or self.known is None:
            return
        waiting = [row for row in order_rows(self.known) if row.waits]
        if not waiting:
            self.say(phrase("Nothing to take back: no order is waiting."))
        else:
            refusal = await self.keeper.submit(self.known, "withdraw", {"order": waiting[0].order})
            title = waiting[0].title
            self.say(
                phrase("Not taken back: {refusal}.", refusal=refusal)
                if refusal
                else phrase("Taken back: {title}.", title=title)
            )
        await self.look()

    def action_keys(self) -> None:
        """The keys of this screen."""
        here = getattr(self.screen, "LOCAL", ()) or getattr(self.screen, "KEYS", ())
        named = {name for key, _ in (*here, *EVERYWHERE) for name in names_in(key)}
        rest = [
            (self.get_key_display(active.binding), active.binding.description.lower())
            for active in self.screen.active_bindings.values()
            if active.binding.description and active.binding.key not in named
        ]
        self.push_screen(NoteScreen(phrase("Keys"), help_lines((*here, *rest), self.key_map.shown)))

    def action_maximise(self) -> None:
        """One pane as large as the screen, and back."""
        if self.screen.maximized is not None:
            self.screen.minimize()
        elif self.screen.focused is not None:
            self.screen.maximize(self.screen.focused)

    async def action_leave(self) -> None:
        """Leave; asks only if an order is half filled in."""
        screen = self.screen
        if isinstance(screen, OrderScreen | BargainScreen) and screen.touched:
            text = phrase(
                "This form is half filled in and would not be sent.\nThe game itself is saved."
            )
            note = NoteScreen(phrase("Leave?"), note_lines(text), phrase("leave"))
            self.push_screen(note, self._left)
        else:
            await self.quit_game()

    async def action_quit(self) -> None:
        """The terminal's own key for leaving does the same."""
        await self.action_leave()

    async def _left(self, sure: bool | None) -> None:
        if sure:
            await self.quit_game()

    async def quit_game(self) -> None:
        """Seal the save, and say how to go on."""
        self.pace.hold()
        path = None if self.keeper is None else self.keeper.path
        over = False
        if self.keeper is not None:
            try:
                over = bool((await self.keeper.session.clock())["over"])
                await self.keeper.session.close()
            except Trouble as problem:
                self.farewell = phrase("The game did not close well: {problem}", problem=problem)
        if path is not None and not self.farewell:
            self.farewell = (
                phrase("Saved. Its results, in full: whitecell results '{path}'", path=path)
                if over
                else phrase("Saved. Go on with: whitecell play --resume '{path}'", path=path)
            )
        self.exit()
