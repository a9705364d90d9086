"""The pictures of the README, made from real runs: `make pictures`."""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from tui.app import WhitecellApp
from tui.commands.playing import Chosen

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
SIZE = (112, 34)
SCENARIO, SEAT, SEED = "kazakhstan-2022", "president", 7
NIGHT, LANDED = 4 * 24 + 2, 5 * 24 + 11
"""Hours after the start: in the second night, and when aircraft have landed."""

ENOUGH = 24
"""Futures of each card that stand on the picture of an estimate, while more of them come."""

PATIENCE = 1200.0
Shoot = Callable[[str], None]


def cleaned(svg: str) -> str:
    """Without ids that are drawn anew each time, fonts from a host, comments and blank ends."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "w", svg)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


async def quiet(pilot: Pilot[None], seen: Callable[[], bool]) -> None:
    """Wait until something is so and everything is painted."""
    for _ in range(int(PATIENCE / 0.1)):
        if seen():
            break
        await pilot.pause(0.1)
    else:
        raise TimeoutError("what the picture is of did not come")
    await pilot.pause(0.3)


async def lobby(wanted: set[str], shoot: Callable[[str, WhitecellApp], None]) -> None:
    """The lobby, with its first scenario read."""
    if "lobby" not in wanted:
        return
    app = WhitecellApp(_chosen(None, None))
    async with app.run_test(size=SIZE) as pilot:
        from tui.widgets.listing import Listing

        await quiet(pilot, lambda: bool(app.screen.query_one("#seats", Listing).rows))
        shoot("lobby", app)


async def game(wanted: set[str], shoot: Callable[[str, WhitecellApp], None]) -> None:
    """One run from its first move to its end, where the first card is ordered in every move."""
    app = WhitecellApp(_chosen(SCENARIO, SEAT))
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot, lambda: app.known is not None)
        await _into_the_room(app, pilot)
        steps: tuple[tuple[str, Callable[[], Awaitable[None]]], ...] = (
            ("room-calm", lambda: _board(pilot, "")),
            ("order", lambda: _board(pilot, "1")),
            ("estimate", lambda: _estimate(app, pilot)),
            ("room-night", lambda: _later(app, pilot, NIGHT, "")),
            ("deals", lambda: _board(pilot, "d")),
            ("airlift", lambda: _airlift(app, pilot)),
            ("timeline", lambda: _board(pilot, "t")),
            ("harm", lambda: _later(app, pilot, 10_000, "n")),
        )
        last = max((n for n, (name, _) in enumerate(steps) if name in wanted), default=-1)
        for name, step in steps[: last + 1]:
            if name in wanted or name in ("room-night", "airlift"):
                await step()
                if name in wanted:
                    shoot(name, app)
                if name != "harm":
                    await _back(app, pilot)
        await app.quit_game()


async def _into_the_room(app: WhitecellApp, pilot: Pilot[None]) -> None:
    from tui.screens.room import RoomScreen

    for _ in range(40):
        if isinstance(app.screen, RoomScreen):
            return
        modal = type(app.screen).__name__ in ("AimsScreen", "SlipScreen", "CloseScreen")
        await pilot.press("escape" if modal else "enter")
        await pilot.pause(0.3)


async def _back(app: WhitecellApp, pilot: Pilot[None]) -> None:
    app.action_to_room()
    await pilot.pause(0.3)
    await _into_the_room(app, pilot)


async def _board(pilot: Pilot[None], key: str) -> None:
    if key:
        await pilot.press(key)
    await pilot.pause(0.5)


async def _airlift(app: WhitecellApp, pilot: Pilot[None]) -> None:
    """Flights and stands, once aircraft have landed."""
    await _later(app, pilot, LANDED, "a")
    await _board(pilot, "l")


async def _estimate(app: WhitecellApp, pilot: Pilot[None]) -> None:
    await pilot.press("e")
    await pilot.pause(0.3)
    await pilot.press("enter")
    await quiet(pilot, lambda: _played(app) >= ENOUGH)


def _played(app: WhitecellApp) -> int:
    """How many futures the staff has played out, as the screen says."""
    said = re.search(r"(\d+) of \d+ each", _words(app.export_screenshot()))
    return 0 if said is None else int(said[1])


def _words(svg: str) -> str:
    """What is written in a picture, without its styles."""
    return " ".join(re.sub(r"<[^>]*>", " ", svg).replace("&#160;", " ").split())


async def _order(app: WhitecellApp, pilot: Pilot[None]) -> None:
    """The first of the three cards as the staff would fill it in, where it can be given so."""
    await pilot.press("1")
    await pilot.pause(0.2)
    await pilot.press("enter")
    await pilot.pause(0.3)
    if type(app.screen).__name__ == "OrderScreen":
        await pilot.press("escape")
        await pilot.pause(0.2)


async def _later(app: WhitecellApp, pilot: Pilot[None], hours: int, key: str) -> None:
    """Close moves until so many hours have gone by, or until the game is over."""
    while app.known is not None and app.known.now < hours * 3600 and not app.known.clock.over:
        await _into_the_room(app, pilot)
        if app.pace.moving or app.pace.busy:
            await pilot.pause(0.1)
            continue
        before = app.known.now
        await _order(app, pilot)
        await pilot.press("n")
        await pilot.pause(0.2)
        if type(app.screen).__name__ == "CloseScreen" and app.known.now == before:
            await pilot.press("enter")
            await pilot.pause(0.2)
    await pilot.pause(0.5)
    await _into_the_room(app, pilot)
    await _board(pilot, key)


def _chosen(scenario: str | None, seat: str | None) -> Chosen:
    return Chosen(scenario, seat, SEED, None, None, None, "doctrine", False, False)


NAMES = (
    "lobby", "room-calm", "order", "estimate", "room-night", "deals", "airlift", "timeline", "harm",
)  # fmt: skip
ON_DEMAND = "estimate"
"""Hundreds of futures keep a busy machine for minutes: made only where it is named."""


def picture(app: WhitecellApp) -> str:
    """What stands on the screen, as SVG."""
    return cleaned(app.export_screenshot(title="Whitecell"))


def main(names: list[str]) -> None:
    """Make the pictures that are named, or all that the README shows."""
    wanted = set(names) or set(NAMES) - {ON_DEMAND}
    if unknown := wanted - set(NAMES):
        raise SystemExit(f"no picture {sorted(unknown)[0]}; there are {', '.join(NAMES)}")
    FOLDER.mkdir(parents=True, exist_ok=True)

    def shoot(name: str, app: WhitecellApp) -> None:
        (FOLDER / f"{name}.svg").write_text(picture(app), encoding="utf-8")
        print(name)

    with tempfile.TemporaryDirectory() as home:
        os.environ.update(XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
        asyncio.run(lobby(wanted, shoot))
        if wanted - {"lobby"}:
            asyncio.run(game(wanted, shoot))


if __name__ == "__main__":
    main(sys.argv[1:])
