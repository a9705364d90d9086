"""Forces, loyalty, contingents and freed men together, begun again at every hour."""

from engine.agents.contingents import KIND as CONTINGENTS
from engine.agents.freed import KIND as FREED
from engine.agents.loyalty import KIND as LOYALTY
from engine.agents.security import KIND as SECURITY
from engine.kernel import Kernel
from tests.engine.agents.contingents.landings import (
    FIRST,
    PLACES,
    POSITIONS,
    SITES,
    SMALL,
    airlift,
    withdrawal,
)
from tests.engine.agents.security.doubles import crowds
from tests.engine.stage import Stage, stage_of

LOADS = [(20.0 + i, "first", 40, 4) for i in range(12)]
BACK = {"gate": 60.0, "tower": 64.0, "plant": 68.0}
ORDERS: dict[int, tuple[str, str, dict[str, object]]] = {
    6: ("security", "mass", {"at": "city", "share": 0.5}),
    9: ("security", "secure_arms", {"at": "gate", "how": "move"}),
    12: ("loyalty", "back", {"strength": 0.3, "for": 20.0}),
    26: ("contingents", "rules", {"level": "self_defence"}),
    30: ("loyalty", "replace_chief", {"who": "guard"}),
    33: ("security", "relieve", {"at": ("city",)}),
}


def crisis(order: list[str] | None = None) -> Stage:
    agents = {
        "unrest": crowds([900, 9000, 300], [90, 900, 30], since=4),
        "airlift": airlift(LOADS, (FIRST, SMALL)),
        "withdrawal": withdrawal(BACK),
        "security": (SECURITY, SECURITY.Config()),
        "loyalty": (LOYALTY, LOYALTY.Config(departures=("tower",))),
        "contingents": (CONTINGENTS, CONTINGENTS.Config()),
        "freed": (FREED, FREED.Config()),
    }
    return stage_of(
        agents, places=PLACES, positions=POSITIONS, sites=SITES, forces=(FIRST, SMALL), order=order
    )


def played(forked: bool, order: list[str] | None = None) -> Stage:
    stage = crisis(order)
    for hour in range(90):
        if forked:
            stage.world = stage.world.copy()
            stage.kernel = Kernel(stage.world, stage.journal, stage.kernel.chance, order)
        if hour in ORDERS:
            agent, verb, given = ORDERS[hour]
            stage.do(agent, verb, **given)  # type: ignore[arg-type]
        stage.until(hour + 1)
    return stage


def test_a_run_forked_at_every_hour_writes_the_same_journal():
    plain, forked = played(False), played(True)
    assert list(plain.journal.lines()) == list(forked.journal.lines())
    names = {entry.name for entry in plain.journal}
    assert {"freed.tied_again", "contingents.ready_home", "loyalty.backing_heard"} <= names


def test_agents_begun_in_another_order_write_the_same_journal():
    ids = sorted(crisis().world.agents, reverse=True)
    assert played(True, ids).journal.digest() == played(False).journal.digest()
