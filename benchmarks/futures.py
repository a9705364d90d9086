"""Staff estimates: what a future costs beside a replay, and how long a person waits for them."""

from dataclasses import dataclass
from statistics import median
from time import process_time

from benchmarks.games import FLAGSHIP
from benchmarks.measure import Line, Pair, Report, Work, interleaved, span
from engine.bots.common import open_cards
from engine.game import Game, replay
from engine.setup import Ready, Wanted, prepare, start
from lab.choices.forms import filled
from lab.futures import TOGETHER, Opening, Room, Sight
from lab.grounds import Option, Question, grounds_of
from lab.worlds import IMAGINED, SHARES

SEED, WORKERS, RUNS = 2, 2, 5
BEFORE, AHEAD = 96 * 3600, 240 * 3600
"""Seconds: where the game stands when the staff is asked, and how far ahead it looks."""

OPTIONS, FUTURES = 3, 16
"""Futures of each option in the question that is timed."""

ASKED = (64, 300)
TIMES, SECONDS = 50.0, 2.0


@dataclass
class Spent:
    """Processor seconds of one share: to imagine its worlds, for a first number, for futures."""

    imagining: float = 0.0
    first: float = 0.0
    playing: float = 0.0
    futures: int = 0


def run() -> Report:
    """A future and a replay in turn; then one question, cold, to workers as a person puts it."""
    ready = prepare(Wanted(FLAGSHIP, seed=SEED))
    seat = next(iter(ready.scenario.seats))
    game = start(ready, keep=False)
    game.play(until=BEFORE)
    game.snapshots = {BEFORE: game.snapshot()}
    pair = interleaved(lambda run: _again(ready, game, run), lambda run: _branch(game, run), RUNS)
    forms = {card: filled(ready.scenario, card) for card in open_cards(game.view(seat))}
    cards = [Option(card, tuple(form.items())) for card, form in forms.items() if form is not None]
    options = (Option(), *cards[: OPTIONS - 1])
    question = Question(grounds_of(ready.manifest, game.view(seat)), options, AHEAD, FUTURES)
    return Report(
        f"Staff estimates in {FLAGSHIP}: ten days ahead, asked on day {BEFORE // 86_400}",
        (*_beside(pair), *_waited(_asked(question), len(options))),
        (
            f"All is processor time; where several work, that of {WORKERS} workers who have a core "
            "each and begin with nothing. Worlds are kept from one question to the next.",
        ),
    )


def _again(ready: Ready, game: Game, run: int) -> Work:
    def work() -> None:
        fresh = start(ready, keep=False)
        bots, fresh.settings.bots = fresh.settings.bots, {}
        replay(fresh, game.orders, game.opened)
        fresh.settings.bots = bots
        fresh.turn_luck(run + 1)
        fresh.play(until=BEFORE + AHEAD)

    return work


def _branch(game: Game, run: int) -> Work:
    return lambda: game.branch(BEFORE, replicate=run + 1).play(until=BEFORE + AHEAD)


def _beside(pair: Pair) -> tuple[Line, ...]:
    return (
        Line("a future by playing the orders again, then on", span(median(pair.plain))),
        Line("a future from a copy of the world", span(median(pair.engine))),
        Line(
            "so many times as many futures",
            pair.times_faster(),
            f"at least {TIMES:.0f}",
            median(pair.ratios) >= TIMES,
        ),
    )


def _asked(question: Question) -> Spent:
    """One share of a question, in this process; the others cost as much."""
    room, found = Room(0), Spent()
    began, near = process_time(), 0
    for news in room.answer(question):
        spent = process_time() - began
        match news:
            case Opening():
                found.imagining = spent
            case Sight(mark=0):
                near += 1
                found.first = spent if near <= TOGETHER * len(question.options) else found.first
            case Sight(mark=mark) if mark == len(question.marks) - 1:
                found.futures += 1
            case _:
                pass
    found.playing = process_time() - began - found.imagining
    return found


def _waited(found: Spent, options: int) -> tuple[Line, ...]:
    each = found.playing / found.futures
    ready = found.imagining * SHARES / WORKERS
    rows = []
    for futures in ASKED:
        whole = each * futures * options / WORKERS
        met = None if futures != ASKED[-1] else whole <= SECONDS
        target = "" if met is None else f"at most {span(SECONDS)}"
        what = f"{options} x {futures} futures, once worlds are imagined"
        rows.append(Line(what, span(whole), target, met))
    return (
        Line(
            "a world, imagined and played to where the seat stands",
            span(found.imagining / IMAGINED),
        ),
        Line("until every world is imagined", span(ready)),
        Line("until a first number can be shown", span(found.first)),
        Line("a future of ten days, looked at", span(each)),
        Line("futures a second", f"{WORKERS / each:.2f}"),
        *rows,
    )
