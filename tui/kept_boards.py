"""Boards that are made once for a game, and stand as at first whenever they are opened again.

To make one takes several times as long as to open one that is there.
"""

from collections.abc import Callable

from tui.picture.known import Known
from tui.screens.pair import Pair
from tui.timed import Timed


class KeptBoards(Timed):
    """Holds the boards of whoever sits here; nothing of them stays for anybody else."""

    _boards: dict[str, Pair] | None = None

    def kept_board(self, name: str, known: Known, make: Callable[[Known], Pair]) -> Pair:
        """The board of this name, with what is known now."""
        if self._boards is None:
            self._boards = {}
        board = self._boards.get(name)
        if board is None:
            board = self._boards[name] = make(known)
            self.install_screen(board, name=name)
        elif board in self.screen_stack:
            # It stays where it is, below others; this one is closed like any other screen.
            return make(known)
        elif board.is_mounted:
            board.as_at_first(known)
        return board

    async def drop_boards(self) -> None:
        """Somebody else sits down, or another game begins."""
        boards, self._boards = self._boards or {}, None
        for board in boards.values():
            self.uninstall_screen(board)
            if board.is_attached:
                await board.remove()
