"""Which way a seat wants meters and stocks to go, as far as its aims say."""

from collections.abc import Mapping

from engine.scenario.harmless import Turning
from engine.scenario.models import Seat


class _Leaning(Turning):
    """How a condition may turn when a meter rises."""

    def _rises(self, text: str) -> bool:
        return any(
            ref.text == text and ref.sort == "meter" and ("", ref.name) in self.counted
            for ref in self.asked.uses
        )


def leanings(id: str, seat: Seat, counts: frozenset[str]) -> Mapping[str, int]:
    """1 for what a seat wants more of and -1 for what it wants less of; the rest is left out.

    Of its own stocks, by `seat.stock`, it wants more; of a meter what all of its aims that ask for
    it agree on.
    """
    asked = {ref.name for aim in seat.aims.values() for ref in aim.when.uses if ref.sort == "meter"}
    found = {f"{id}.{stock}": 1 for stock in seat.stocks}
    for meter in sorted(asked):
        ways = frozenset[int]().union(
            *(
                _Leaning(aim.when, frozenset({("", meter)}), counts).ways()
                for aim in seat.aims.values()
            )
        )
        if len(ways) == 1:
            found[meter] = next(iter(ways))
    return found
