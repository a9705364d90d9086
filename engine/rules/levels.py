"""Levels by place that grow, fade, turn into one another and pass along links between places.

A set of levels is one array of shape (..., levels, places). Flows say how fast each changes at an
instant; `stepped` carries them out over some hours by the midpoint rule, whose error falls with the
square of the step. Whatever passes leaves one level and comes to another in the same amount, and
no level is ever driven below its least or above its most.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.rules.exact import exp, log, power
from engine.rules.fields import FloatArray

Gate = tuple[int, float]
"""A level, by its place in the array, and a threshold in its unit."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One flow of a model, held for one step; `rate` is one number a place, or many rows of them.

    `does` is `grows fades gains loses turns gives infects catches` or `moves`. `of` and `into` are
    levels by their place in the array. `full` is the level at which growth stops. `whole` are the
    levels whose sum a share of the infected is taken of. It runs only where every level of `needs`
    is at or above its threshold, and every one of `stopped_by` below.
    """

    does: str
    of: int
    rate: FloatArray
    into: int | None = None
    full: float = np.inf
    whole: tuple[int, ...] = ()
    needs: tuple[Gate, ...] = ()
    stopped_by: tuple[Gate, ...] = ()


@dataclass(frozen=True, slots=True)
class Passing:
    """What passes in an hour out of `source` into `target`; None is the world outside.

    `amount` has shape (..., places), or (..., from, to) where it passes along links.
    """

    source: int | None
    target: int | None
    amount: FloatArray
    along: bool = False

    @property
    def leaves(self) -> FloatArray:
        """What leaves each place, shape (..., places)."""
        return np.add.reduce(self.amount, -1) if self.along else self.amount

    @property
    def comes(self) -> FloatArray:
        """What comes to each place, shape (..., places)."""
        return np.add.reduce(self.amount, -2) if self.along else self.amount


def linked(
    pairs: Sequence[tuple[int, int]], km: FloatArray, within_km: float, thins_km: float
) -> FloatArray:
    """Weights of links, shape (places, places), the same both ways and 0 from a place to itself.

    Linked are the pairs, and all places within a distance of each other. A link weighs 1, and half
    as much for every `thins_km` of its length; with 0 all weigh the same.
    """
    joined = (km <= within_km) & (within_km > 0)
    for one, other in pairs:
        joined[one, other] = joined[other, one] = True
    np.fill_diagonal(joined, False)
    weights = power(0.5, km / thins_km) if thins_km > 0 else np.ones_like(km)
    return np.where(joined, weights, 0.0)


def varied(normal: FloatArray, spread: float) -> FloatArray:
    """Lognormal factors of mean 1 whose standard deviation is `spread`, from normal draws."""
    if spread <= 0:
        return np.ones_like(normal)
    variance = log(1.0 + spread * spread)
    factors: FloatArray = exp(np.sqrt(variance) * normal - 0.5 * variance)
    return factors


def stepped(
    levels: FloatArray,
    flows: Sequence[Flow],
    links: FloatArray,
    least: FloatArray,
    most: FloatArray,
    hours: float,
    pushed: Sequence[Passing] = (),
) -> FloatArray:
    """Levels some hours later, by the midpoint rule; `least` and `most` have shape (levels, 1).

    `pushed` passes at a steady pace beside what the flows do.
    """
    half = _after(levels, _passing(levels, flows, links, pushed), least, most, hours / 2)
    return _after(levels, _passing(half, flows, links, pushed), least, most, hours)


def _passing(
    levels: FloatArray, flows: Sequence[Flow], links: FloatArray, pushed: Sequence[Passing]
) -> list[Passing]:
    return [*(passing(levels, flow, links) for flow in flows), *pushed]


def passing(levels: FloatArray, flow: Flow, links: FloatArray) -> Passing:
    """What a flow lets pass in an hour while levels are as they are."""
    own, rate = levels[..., flow.of, :], flow.rate * _open(levels, flow)
    match flow.does:
        case "gains":
            return Passing(None, flow.of, rate + np.zeros_like(own))
        case "loses":
            return Passing(flow.of, None, rate + np.zeros_like(own))
        case "grows":
            return Passing(None, flow.of, rate * own * _room(own, flow.full))
        case "fades":
            return Passing(flow.of, None, rate * own)
        case "turns":
            return Passing(flow.of, flow.into, rate * own)
        case "gives":
            return Passing(None, flow.into, rate * own)
        case "infects":
            return Passing(flow.of, flow.into, rate * own * _infected(levels, flow))
        case "catches":
            return _caught(levels, flow, links, rate)
        case "moves":
            return Passing(flow.of, flow.of, (rate * own)[..., :, None] * links, along=True)
        case _:
            raise ValueError(f"no flow does `{flow.does}`")


def _open(levels: FloatArray, flow: Flow) -> FloatArray:
    """1 where a flow runs, 0 where what it needs is missing or something stops it."""
    found = np.ones_like(levels[..., flow.of, :])
    for level, threshold in flow.needs:
        found = np.where(levels[..., level, :] >= threshold, found, 0.0)
    for level, threshold in flow.stopped_by:
        found = np.where(levels[..., level, :] < threshold, found, 0.0)
    return found


def _room(own: FloatArray, full: float) -> FloatArray:
    """The share of growth that is left near the full level: 1 far below it, 0 at it and above."""
    return np.ones_like(own) if np.isinf(full) else np.maximum(1.0 - own / full, 0.0)


def _infected(levels: FloatArray, flow: Flow) -> FloatArray:
    """The share of the whole at each place that can infect others; 0 where there is nobody."""
    assert flow.into is not None
    whole = sum((levels[..., level, :] for level in flow.whole), np.zeros(levels.shape[-1]))
    return np.where(whole > 0, levels[..., flow.into, :] / np.where(whole > 0, whole, 1.0), 0.0)


def _caught(levels: FloatArray, flow: Flow, links: FloatArray, rate: FloatArray) -> Passing:
    """What is caught over links: from others' infected, or by growth from others' own level."""
    if flow.into is None:
        own = levels[..., flow.of, :]
        felt = np.add.reduce(links * own[..., None, :], -1)
        return Passing(None, flow.of, rate * felt * _room(own, flow.full))
    felt = np.add.reduce(links * _infected(levels, flow)[..., None, :], -1)
    return Passing(flow.of, flow.into, rate * levels[..., flow.of, :] * felt)


# How what passes is kept within what there is and what there is room for.

PASSES = 8
"""Rounds in which flows into what is full are cut; a chain of full levels needs one for each."""


def _after(
    levels: FloatArray, wanted: list[Passing], least: FloatArray, most: FloatArray, hours: float
) -> FloatArray:
    within = _supplied(levels - least, wanted, hours)
    limit = most + np.zeros_like(levels)
    for turn in range(PASSES):
        out = _total(levels, within, leaving=True)
        # In the last round nothing is hoped for of what leaves, so that every limit is kept.
        room = limit - levels + (out * hours if turn < PASSES - 1 else 0.0)
        comes = _total(levels, within, leaving=False) * hours
        if not (comes > room + 1e-12).any():
            break
        within = _cut(within, _ratio(np.maximum(room, 0.0), comes), coming=True)
    net = _total(levels, within, leaving=False) - _total(levels, within, leaving=True)
    return np.clip(levels + hours * net, least, most)


def _supplied(there: FloatArray, wanted: list[Passing], hours: float) -> list[Passing]:
    """What passes when nothing gives more than it has: each outflow is cut by the same share."""
    out = _total(there, wanted, leaving=True) * hours
    return _cut(wanted, _ratio(np.maximum(there, 0.0), out), coming=False)


def _ratio(there: FloatArray, wanted: FloatArray) -> FloatArray:
    """The share of what is wanted that can be had, at most 1."""
    return np.where(wanted > there, there / np.where(wanted > there, wanted, 1.0), 1.0)


def _total(levels: FloatArray, passing: list[Passing], *, leaving: bool) -> FloatArray:
    found = np.zeros_like(levels)
    for each in passing:
        level = each.source if leaving else each.target
        if level is not None:
            found[..., level, :] += each.leaves if leaving else each.comes
    return found


def _cut(passing: list[Passing], share: FloatArray, *, coming: bool) -> list[Passing]:
    found = []
    for each in passing:
        level = each.target if coming else each.source
        if level is None:
            found.append(each)
            continue
        part = share[..., level, :]
        if each.along:
            part = part[..., None, :] if coming else part[..., :, None]
        found.append(replace(each, amount=each.amount * part))
    return found
