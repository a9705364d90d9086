"""What a shift may bend: a meter, an agent's parameter, a seat's stock."""

from engine.names import did_you_mean
from engine.scenario.config import declarations
from engine.scenario.index import AnyKind
from engine.scenario.reader import Reader


def target_of(reader: Reader, name: str) -> tuple[str, str]:
    """The sort of thing a shift bends, and its unit; an empty sort where there is none."""
    if reader.index.sorts.get(name) == "meter":
        return "meter", "%"
    owner, _, part = name.partition(".")
    stocks = reader.index.stocks.get(owner)
    if stocks is not None and part in stocks:
        return "stock", stocks[part]
    kind = reader.index.kinds.get(owner)
    if kind is not None:
        unit = bent(kind).get(part)
        if unit is not None:
            return "parameter", unit
    return "", ""


def bent(kind: AnyKind) -> dict[str, str]:
    """The parameters of a kind that a shift may bend, with their units."""
    numbers = declarations(kind.Config).items()
    own = {key: d.unit for key, (_, d) in numbers if d.sort in ("value", "varying")}
    return own | {name: what.unit for name, what in kind.bends.items()}


def no_target(reader: Reader, name: str) -> str:
    """The sentence about a name that nothing bends by, with the nearest that something does."""
    known = reader.index.of("meter")
    for agent, kind in reader.index.kinds.items():
        known += [f"{agent}.{key}" for key in bent(kind)]
    owner = name.partition(".")[0]
    if owner in reader.index.stocks:
        known += [f"{owner}.{stock}" for stock in reader.index.stocks[owner]]
        return f"`{name}` is no stock of `{owner}`{did_you_mean(name, known)}"
    deleted = reader.index.deleted.get(owner)
    tail = f"; `{owner}` was deleted at {deleted}" if deleted else did_you_mean(name, known)
    return f"`{name}` is no meter and no agent's parameter{tail}"
