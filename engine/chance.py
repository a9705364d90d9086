"""The only maker of random numbers: draws are addressed, never taken in turn."""

from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.random import Generator, Philox

Dice = Generator
Kept = tuple[Philox, Generator, Any, list[int]]


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[int, int]:
    """Two 64-bit words that stand for `text`, the same on every machine."""
    digest = blake2b(text.encode(), digest_size=16).digest()
    return int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:], "little")


class Chance:
    """Luck by address: the same address gives the same draws, whatever was drawn before.

    The key of a Philox is a hash of (seed, replicate, agent, purpose); its counter holds the
    entity and the ordinal. No generator has a position, so a copied world needs no streams.
    """

    __slots__ = ("_kept", "_replicate", "_seed")

    def __init__(self, seed: int, replicate: int = 0) -> None:
        self._seed = seed
        self._replicate = replicate
        self._kept: dict[tuple[str, str], Kept] = {}

    @property
    def seed(self) -> int:
        """The seed that every address is mixed with."""
        return self._seed

    @property
    def replicate(self) -> int:
        """Which luck of this seed: 0 is the first."""
        return self._replicate

    def at(self, agent: str, purpose: str, ordinal: int = 0, entity: str = "") -> Dice:
        """Dice standing at an address; good until the next call with this agent and purpose."""
        kept = self._kept.get((agent, purpose))
        if kept is None:
            kept = self._kept[agent, purpose] = self._make(agent, purpose)
        philox, dice, state, counter = kept
        # The generator copies what it is given, so that one list serves every address.
        counter[1] = ordinal
        counter[2], counter[3] = words(entity) if entity else (0, 0)
        philox.state = state
        return dice

    def _make(self, agent: str, purpose: str) -> Kept:
        # \x1f cannot stand in an id, so two addresses never run together.
        address = "\x1f".join((str(self._seed), str(self._replicate), agent, purpose))
        philox = Philox(key=np.array(words(address), dtype=np.uint64))
        # `state` names the counter, an empty buffer and no half-used word: setting it whole
        # forgets whatever the last address left behind. Plain lists are read three times as fast
        # as the arrays that it comes in.
        stands: Any = philox.state
        inner = {name: array.tolist() for name, array in stands["state"].items()}
        counter: list[int] = inner["counter"]
        state = {**stands, "state": inner, "buffer": stands["buffer"].tolist()}
        return philox, Generator(philox), state, counter
