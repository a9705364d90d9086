"""Why a figure moved, with the words that its seat reads."""

from engine.catalogue import sentence, title_of
from engine.events import DRIFT, ordered_by
from engine.game import Game
from engine.why import NOISE, Part, why
from host.showing import row_of

Plain = dict[str, object]


def why_of(game: Game, seat: str, key: str, since: int, where: int = 0) -> Plain:
    """The ledger of a figure as plain data; empty where there is nothing to tell of it."""
    found = why(game, seat, key, since, where)
    if found is None:
        return {}
    return {
        "key": key,
        "start": found.start,
        "end": found.end,
        "before": found.before,
        "after": found.after,
        "exact": found.exact,
        "parts": [_part(game, seat, part) for part in found.parts],
    }


def _part(game: Game, seat: str, part: Part) -> Plain:
    """A part: `sort` is `told` with what was told, `revealed` after the end, `drift`, `noise` or
    `unknown`."""
    plain: Plain = {"amount": part.amount, "at": part.at, "number": part.seen}
    if part.seen >= 0:
        row = row_of(game.scenario, game.seen(seat)[part.seen])
        words = {name: row[name] for name in ("headline", "text", "sender")}
        return plain | words | {"sort": "told", "told_at": row["at"]}
    if part.seen == NOISE:
        return plain | {"sort": "noise"}
    if not part.cause:
        return plain | {"sort": "unknown"}
    if part.cause == DRIFT:
        return plain | {"sort": "drift"}
    return plain | {"sort": "revealed", "headline": _revealed(game, part.cause)}


def _revealed(game: Game, cause: str) -> str:
    """A cause that never reached the seat, for those who may see everything."""
    sort, _, what = cause.partition(":")
    if sort == "event":
        entry = next(each for each in game.journal.entries if each.number == int(what))
        return sentence(game.scenario, entry)
    if sort == "order":
        who, order = ordered_by(cause), what.partition("/")[2]
        logged = next((o.order for o in game.orders if o.order.id == order), None)
        card = "" if logged is None else title_of(game.scenario, logged.card)
        return f"{title_of(game.scenario, who)}: {card}"
    return title_of(game.scenario, what)
