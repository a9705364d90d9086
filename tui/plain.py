"""Play line by line: for screen readers, for pipes, and for terminals too small for a screen."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

import click

from engine.catalogue import refusal, result
from engine.orders import Order
from engine.scenario.load import load, shipped
from host.table import Table
from tui import plain_cards, plain_look, plain_more, plain_moves, plain_opening
from tui.commands.playing import Chosen, check_format, new_save_path, wanted_of
from tui.notes import Notes
from tui.picture.fates import fate
from tui.picture.orders import called
from tui.plain_choice import Left, choose
from tui.plain_deals import TAKEN, Dealing
from tui.plain_help import help_for
from tui.plain_seats import Turns, read_endings
from tui.seed_words import spoken
from tui.session import LocalSession, Plain, Session
from tui.words import phrase

MOST_HOURS = 10_000


def play_plainly(chosen: Chosen) -> None:
    """Play from standard input to standard output."""
    if chosen.resume is not None:
        table = Table.resumed(chosen.resume)
    else:
        scenario = chosen.scenario or choose(phrase("Scenario"), [n for n, _, _ in shipped()])
        written = load(scenario, variant=chosen.variant)
        check_format(written, chosen.format)
        seat = chosen.seat or choose(phrase("Seat"), list(written.seats))
        wanted = wanted_of(chosen, scenario, seat, *chosen.others)
        path = chosen.save or new_save_path(scenario, seat, wanted.seed)
        table = Table.new(wanted, seat, path, plain_moves.ticking())
    asyncio.run(Talk(LocalSession(table), table).run())


class Talk:
    """One game in lines."""

    def __init__(self, session: Session, table: Table) -> None:
        self._session, self._table = session, table
        self._heard = 0
        self._since: int | None = None
        """From which number on things told are new; None: since the last move."""
        self._given = 0
        self._scene: Plain = {}
        self._notes = Notes()
        self._dealing = Dealing(session, self._submit)
        self._turns = Turns(session)
        self._read: dict[str, int] = {}

    async def run(self) -> None:
        """Until the game ends, the player quits, or the input does."""
        try:
            await self._turns.begin()
            await self._sit_down()
            while not (await self._session.clock())["over"]:
                await self._act(str(click.prompt(await self._prompt(), prompt_suffix="> ")).split())
        except (EOFError, click.Abort, SystemExit):
            click.echo("")
        path = self._table.save.path if self._table.save is not None else None
        over = bool((await self._session.clock())["over"])
        if over:
            await read_endings(self._turns, self._session, path)
        await self._session.close()
        self._say_goodbye(path, over)

    async def _sit_down(self) -> None:
        """Whoever sits here now is told who they are, once, and what is new."""
        self._scene = await self._session.scene()
        seat = str(self._scene["seat"])
        path = None if self._table.save is None else self._table.save.path
        self._notes = Notes(path, seat if self._turns.several else "")
        self._heard = self._read.get(seat, 0)
        if seat not in self._read:
            self._introduce()
            await plain_moves.tell_before(self._session)
        await self._open()

    async def _open(self) -> None:
        """A move opens, or a seat is taken: what the room would show."""
        if (await self._session.clock())["over"]:
            await self._news()
            return
        self._since = self._heard or None
        self._heard = await plain_opening.tell_opening(self._session, self._since)

    async def _next(self) -> None:
        """Time goes to the next move, once everybody here has said what they want."""
        await plain_moves.tell_closing(self._session)
        if not self._turns.several:
            await self._go(10_000, until_move=True)
            return
        self._read[str(self._scene["seat"])] = self._heard
        if self._turns.last:
            await self._session.advance(10_000, True)
        await self._turns.pass_on()
        await self._sit_down()

    def _introduce(self) -> None:
        scene = self._scene
        plain_opening.say(f"\n{scene['title']}\n{scene['summary']}\n\n")
        if scene["content_note"]:
            plain_opening.say(f"{scene['content_note']}\n\n")
        plain_opening.say(str(scene["brief"]))
        words = spoken(int(str(scene["seed"])))
        click.echo(phrase("Seed {seed}: {words}.", seed=scene["seed"], words=words))
        click.echo(f"\n{help_for(scene)}")

    def _say_goodbye(self, path: Path | None, over: bool) -> None:
        if path is not None and over:
            click.echo(phrase("Saved. Its results again: whitecell results '{path}'", path=path))
        elif path is not None:
            click.echo(
                phrase("Saved. Go on with: whitecell play --plain --resume '{path}'", path=path)
            )

    async def _prompt(self) -> str:
        clock = await self._session.clock()
        return str(clock["local"])[:16].replace("T", " ")

    async def _act(self, words: list[str]) -> None:
        match words:
            case ["quit" | "q"]:
                raise EOFError
            case ["next" | "n"]:
                await self._next()
            case ["wait", _] if self._turns.several:
                click.echo(phrase("Several persons play: time goes when the last one says next."))
            case ["wait", hours] if hours.isdecimal() and 0 < int(hours[:9]) <= MOST_HOURS:
                await self._wait(int(hours))
            case ["cards", *about]:
                await plain_cards.cards(self._session, about)
            case ["look"]:
                await plain_look.look(self._session, self._scene)
            case ["orders"]:
                await self._orders()
            case ["move" | "forecast" | "hold" | "aims" as word]:
                await plain_moves.act(word, self._session, self._submit)
            case [word, *_] if word in plain_more.WORDS:
                await plain_more.more(self._session, self._notes, words)
            case ["brief" | "room" | "more" as word]:
                await plain_opening.again(word, self._session, self._since)
            case ["deals"]:
                await self._dealing.deals()
            case ["offers"]:
                await self._dealing.offers()
            case ["offer" | "answer" as act, number] if number.isdecimal():
                await self._deal(act, int(number[:9]))
            case ["withdraw", number] if number.isdecimal():
                await self._withdraw(int(number[:9]))
            case [number] if number.isdecimal():
                await self._order(int(number[:9]))
            case ["help" | "?"] | []:
                click.echo(help_for(self._scene))
            case _:
                click.echo(
                    phrase("`{words}` is not understood; type `help`.", words=" ".join(words)[:40])
                )

    async def _go(self, beats: int, until_move: bool) -> None:
        done = await self._session.advance(beats, until_move)
        if done["reason"] == "move":
            await self._open()
        else:
            await self._news()

    async def _wait(self, hours: int) -> None:
        beat = int(str(self._scene["beat"]))
        await self._go(min(max(1, hours * 3600 // beat), MOST_HOURS), until_move=False)

    async def _news(self) -> None:
        for row in await self._session.events(self._heard):
            self._heard = int(str(row["number"])) + 1
            if row["sort"] == "means":
                continue
            at = self._when(int(str(row["at"])))
            head = f" {row['headline']}:" if row["headline"] else ""
            click.echo(f"  {at}{head} {row['text']}")

    def _when(self, second: int) -> str:
        from datetime import datetime, timedelta

        start = datetime.fromisoformat(str(self._scene["start"]))
        return (start + timedelta(seconds=second)).strftime("%d %b %H:%M")

    def _forms(self) -> dict[str, Plain]:
        forms = self._scene["cards"]
        assert isinstance(forms, dict)
        return forms

    async def _orders(self) -> None:
        known = await plain_opening.told_since(self._session, self._since)
        for number, order in enumerate(_rows((await self._session.view())["orders"]), start=1):
            fields = order["fields"]
            assert isinstance(fields, dict)
            title = called(known, str(order["card"]), fields)
            state = result(str(order["state"])).split(" (")[0]
            click.echo(f"  {number:2} {title}: {state}")
            for line in plain_opening.hanging(
                "       ", " ".join(fate(known, str(order["order"])))
            ):
                click.echo(line)

    async def _deal(self, act: str, number: int) -> None:
        try:
            await (self._dealing.put if act == "offer" else self._dealing.answer)(number)
        except Left:
            click.echo(phrase("Left as it was."))

    async def _withdraw(self, number: int) -> None:
        orders = _rows((await self._session.view())["orders"])
        if not 1 <= number <= len(orders):
            click.echo(
                phrase(
                    "You have given {orders} orders; type `orders` to see them.", orders=len(orders)
                )
            )
            return
        await self._submit("withdraw", {"order": str(orders[number - 1]["order"])})

    async def _order(self, number: int) -> None:
        cards = _rows((await self._session.view())["cards"])
        if not 1 <= number <= len(cards):
            click.echo(
                phrase("There are {cards} cards; type `cards` to see them.", cards=len(cards))
            )
            return
        row = cards[number - 1]
        card, about = str(row["card"]), row["about"]
        if not row["open"]:
            # Before the form, so that nobody fills in what cannot be ordered.
            assert isinstance(about, dict)
            said = refusal(self._table.game.scenario, str(row["code"]), about)
            click.echo(phrase("Refused: {said}.", said=said))
            return
        form = self._forms()[card]
        costs = form["cost"]
        assert isinstance(costs, dict)
        priced = [f"{stock.replace('_', ' ')}: {amount}" for stock, amount in costs.items()]
        does = f"{form['text']} " if form["text"] else ""
        click.echo(
            phrase(
                "{title}. {does}Costs: {priced}. Takes: {takes}. `back` leaves it.",
                title=form["title"],
                does=does,
                priced=", ".join(priced) or phrase("nothing"),
                takes=form["takes"] or phrase("no time"),
            )
        )
        try:
            fields = {
                str(f["name"]): await plain_look.asked(self._session, f, card)
                for f in _rows(form["fields"])
            }
        except Left:
            click.echo(phrase("Left as it was; nothing is ordered."))
            return
        await self._submit(card, fields)

    async def _submit(
        self, card: str, fields: Mapping[str, str], *, breaking: bool = False
    ) -> None:
        self._given += 1
        clock = await self._session.clock()
        # As many as the screens would have heard by now, so that both give orders the same names.
        told = self._heard + len(await self._session.events(self._heard))
        order = Order(
            id=f"p{clock['now']}-{told}-{self._given}",
            seat=str(self._scene["seat"]),
            by="player",
            card=card,
            fields=dict(fields),
            breaking=breaking,
        )
        answer = await self._session.submit(order)
        if answer.accepted:
            click.echo(TAKEN.get(card, phrase("Accepted.")))
        else:
            said = refusal(self._table.game.scenario, answer.code, dict(answer.about))
            click.echo(phrase("Refused: {said}.", said=said))
            if answer.code in ("breaks_word", "against_order"):
                await self._all_the_same(card, fields)

    async def _all_the_same(self, card: str, fields: Mapping[str, str]) -> None:
        if choose(phrase("Give it all the same"), ["no", "yes"]) == "yes":
            await self._submit(card, fields, breaking=True)


def _rows(value: object) -> list[Plain]:
    assert isinstance(value, list)
    return value
