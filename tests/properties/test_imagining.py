"""What a seat imagines rests on what it knows, and on nothing that is hidden from it."""

from engine.game import Game
from engine.imagining import imagined
from engine.orders import Order
from engine.setup import Wanted, prepare, start
from tests.properties.test_secrecy import HIDDEN, SEAT, SHUT

SETS = dict(path.split("=", 1) for path in (SHUT,))
OTHER = SETS | dict(path.split("=", 1) for path in HIDDEN)


def played(sets: dict[str, str]) -> tuple[Game, object]:
    ready = prepare(Wanted("harbour", seed=5, sets=sets, bots="idle", people={SEAT: "x"}))
    game = start(ready)
    game.submit(Order(id="one", seat=SEAT, card="work_to_rule", fields={"until": "day"}))
    game.advance(40)
    return game, ready.manifest


def published(game: Game, manifest: object, number: int) -> str:
    from engine.saves import Manifest

    assert isinstance(manifest, Manifest)
    # Settings are published; the hidden difference stands for one that nobody was told of.
    plain = manifest.model_copy(update={"sets": SETS})
    return imagined(plain, game.view(SEAT), number).journal.digest()


def test_a_hidden_fact_changes_no_imagined_world() -> None:
    assert published(*played(SETS), 0) == published(*played(OTHER), 0)


def test_imagined_worlds_differ_from_each_other_and_from_the_run() -> None:
    game, manifest = played(SETS)
    found = {published(game, manifest, number) for number in range(3)}
    assert len(found) == 3
    assert game.journal.digest() not in found


def test_the_seats_own_orders_are_given_in_the_imagined_world() -> None:
    game, manifest = played(SETS)
    plain = manifest.model_copy(update={"sets": SETS})  # type: ignore[attr-defined]
    world = imagined(plain, game.view(SEAT), 0).world
    assert world.tallies["card:work_to_rule"].times == 1
    assert world.now == game.now
