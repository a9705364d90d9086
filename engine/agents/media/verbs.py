"""What the media can be told to do: cut and restore, address, publish, check, send, count."""

from engine.agents.media import events as e
from engine.agents.media import network, rules
from engine.agents.media.network import state_of
from engine.agents.media.state import Claim, Report
from engine.agents.media.stories import CUTS, EXPOSES
from engine.chance import Chance
from engine.events import EVERYONE, ordered_by
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.moments import HOUR
from engine.rules.reporting import delay_hours
from engine.rules.rounding import nine
from engine.world import World

STANDINGS = ("alleged", "reported", "confirmed")
CHECKS = {
    "second": (6.0, 0.0),
    "video": (4.0, 0.08),
    "hospital": (8.0, 0.04),
    "office": (3.0, -0.1),
}
"""Ways to check a report: mean hours, and by how much surer or less sure the result is."""


def seconds_of(given: object) -> int:
    """A length of time that a verb was given, in whole seconds."""
    assert isinstance(given, int | float)
    return round(given * HOUR)


def cut(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Cut the network; the latest word on a place holds."""
    until = world.now + seconds_of(given["for"])
    spared = given["spare"] == "banks"
    for place in world.scene.area(given["at"]):
        yield e.NetworkCut(
            cause=cause, place=place, depth=str(given["depth"]), spared=spared,
            at=world.now, until=until,
        )  # fmt: skip


def restore(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Let a cut network work again, for good or for a window."""
    lasts = seconds_of(given["for"])
    until = world.now + lasts if lasts > 0 else None
    for place in world.scene.area(given["at"]):
        if place in state_of(world, me).cuts:
            yield e.NetworkRestored(cause=cause, place=place, at=world.now, until=until)


def speak(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Put an address on the air."""
    places = world.scene.area(given["at"])
    until = world.now + seconds_of(given["for"])
    yield e.Addressed(cause=cause, places=places, at=world.now, until=until)


def _held(world: World, me: str, given: Arguments, cause: str) -> tuple[Report, Claim] | None:
    """The report that is named; one that an order names must have been told to that seat."""
    state, by = state_of(world, me), ordered_by(cause)
    report = state.reports.get(str(given["claim"]))
    if report is None or (by and report.seat != by):
        return None
    return report, state.claims[report.claim]


def publish(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Make a report common knowledge, true or not."""
    held = _held(world, me, given, cause)
    if held is None:
        return
    report, claim = held
    state = state_of(world, me)
    shielded, standing = given["shield"] == "shielded", str(given["standing"])
    name = f"publication_{state.published + 1}"
    number = yield e.Published(
        cause=cause, to=(EVERYONE,), place="" if shielded else claim.place, publication=name,
        story=claim.story, number=report.size, seen_at=0 if shielded else claim.at,
        standing=standing, shielded=shielded,
    )  # fmt: skip
    heard = network.reach_of_all(world, me)
    worth = nine(rules.weight(standing, shielded, world.value(me, "shielded"), heard))
    exposes = EXPOSES.get(claim.story, "")
    so = f"event:{number}"
    yield e.Weighed(
        cause=so, publication=name, claim=claim.number, at=world.now, exposes=exposes, weight=worth
    )
    yield from _exposed(exposes, claim.place, worth, so)
    if not claim.true:
        yield e.FalsehoodPublished(cause=so, publication=name)


def _exposed(what: str, place: str, weight: float, cause: str) -> Happenings:
    match what:
        case "posts":
            yield e.PostsExposed(cause=cause, place=place, weight=weight)
        case "force":
            yield e.ForceExposed(cause=cause, place=place, weight=weight)
        case "offers":
            yield e.OfferExposed(cause=cause, place=place, weight=weight)
        case _:
            return


def verify(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Have a report checked; the result comes later and can be wrong."""
    held = _held(world, me, given, cause)
    if held is None:
        return
    report, claim = held
    how = str(given["how"])
    hours, surer = CHECKS[how]
    key = f"{claim.story}:{claim.place}:{claim.at}:{report.seat}:{how}"
    dice = chance.at(me, "check", ordinal=report.checks, entity=key)
    right = float(dice.random()) < world.value(me, "checked") + surer
    takes = nine(delay_hours(dice, hours, 4.0))
    yield e.CheckBegan(
        cause=cause, check=f"{report.id}_check_{report.checks + 1}", report=report.id,
        seat=report.seat, how=how, due=world.now + max(round(takes * HOUR), 1),
        stands=claim.true == right,
    )  # fmt: skip


def correct(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Take back what was published of a report."""
    held = _held(world, me, given, cause)
    if held is None or given["how"] == "not":
        return
    how = str(given["how"])
    for each in list(state_of(world, me).publications.values()):
        if each.claim == held[1].number and each.weight > 0:
            to = (EVERYONE,) if how == "at_once" else ()
            yield e.Corrected(cause=cause, to=to, publication=each.id, how=how)


def send(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Send somebody to a place."""
    state, seat, place = state_of(world, me), str(given["seat"]), str(given["at"])
    takes = HOUR if given["who"] == "local" else round(world.value(me, "travel") * HOUR)
    yield e.ReporterSent(
        cause=cause, to=(seat,), place=place, seat=seat, who=str(given["who"]),
        reporter=f"{seat}_reporter_{state.sent.get(seat, 0) + 1}", due=world.now + takes,
    )  # fmt: skip


def round_blackout(
    world: World, me: str, given: Arguments, cause: str, chance: Chance
) -> Happenings:
    """Open a way round a cut network for one desk."""
    seat, until = str(given["seat"]), world.now + seconds_of(given["for"])
    for place in world.scene.area(given["at"]):
        yield e.LineOpened(
            cause=cause, to=(seat,), place=place, seat=seat, means=str(given["means"]), until=until
        )


def slant(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Have what goes up to a seat told smaller, as it is, or larger."""
    factor = {"steadied": 0.75, "candid": 1.0, "alarmed": 1.25}[str(given["how"])]
    places = world.scene.area(given["at"])
    yield e.Slanted(cause=cause, seat=str(given["seat"]), places=places, factor=factor)


def count(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Keep an independent count of the dead from now on."""
    seat = str(given["seat"])
    if seat not in state_of(world, me).counts:
        yield e.CountBegan(cause=cause, seat=seat, at=world.now)


AT = Argument("area", "where", default="everywhere", required=False)
CLAIM = Argument("report", "a report that the seat holds")
SEAT = Argument("seat", "for which seat")


def _words(text: str, words: tuple[str, ...], default: str) -> Argument:
    return Argument("words", text, words, default=default, required=False)


VERBS = {
    "cut": Verb("Slow or cut the network", cut, {
        "at": AT,
        "depth": Argument("words", "how deep", CUTS),
        "for": Argument("h", "how long"),
        "spare": _words("who is spared", ("banks", "none"), "none"),
    }),
    "restore": Verb("Let a cut network work again", restore, {
        "at": AT,
        "for": Argument("h", "for a window only; 0 is for good", default=0.0, required=False),
    }),
    "speak": Verb("Put an address on the air, which more people hear", speak, {
        "at": AT,
        "for": Argument("h", "how long it is repeated", default=3.0, required=False),
    }),
    "publish": Verb("Make a report common knowledge", publish, {
        "claim": CLAIM,
        "standing": _words("what is said of it", STANDINGS, "reported"),
        "shield": _words("whether place and hour are named", ("open", "shielded"), "open"),
    }),
    "verify": Verb("Have a report checked", verify, {
        "claim": CLAIM, "how": _words("how", tuple(CHECKS), "second"),
    }),
    "correct": Verb("Take back what was published of a report", correct, {
        "claim": CLAIM, "how": _words("how", ("at_once", "quietly", "not"), "at_once"),
    }),
    "send": Verb("Send somebody to report from a place", send, {
        "at": Argument("place", "where"), "who": _words("whom", ("crew", "local"), "crew"),
        "seat": SEAT,
    }),
    "round_blackout": Verb("Hear from places round a cut network", round_blackout, {
        "at": AT, "means": _words("how", ("line", "satellite", "courier", "abroad"), "line"),
        "for": Argument("h", "how long", default=24.0, required=False), "seat": SEAT,
    }),
    "slant": Verb("Decide how reports that go up are told", slant, {
        "how": _words("how", ("candid", "steadied", "alarmed"), "candid"), "at": AT,
        "seat": Argument("seat", "who is told so"),
    }),
    "count": Verb("Keep an independent count of the dead", count, {"seat": SEAT}),
}  # fmt: skip
