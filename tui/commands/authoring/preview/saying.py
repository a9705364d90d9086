"""Stocks, forms, delays and promises in words, from what an author wrote."""

from collections.abc import Callable, Iterator, Mapping

from engine.scenario.scenario import Scenario

Raw = Mapping[str, object]
NAMED = ("places", "regions", "seats", "cards", "injects", "offers", "agents", "exhibits", "meters")
STOCK = {
    "start": "{} at the start",
    "each_move": "{} more each move",
    "each_day": "{} more each midnight",
    "most": "at most {}",
}
TERM = {
    "within": "within {}",
    "for": "for {}",
    "at": "at {}",
    "when": "from when {}",
    "over": "with more than {}",
    "with": "with {}",
    "by": "kept by {}",
    "heard_after": "which hears of it after {}",
}
KEYS = {
    "when": "open when",
    "authority": "needs the power",
    "fields": "form",
    "cost": "costs",
    "takes": "takes",
    "known_to": "is known to",
    "carried_by": "is carried by",
    "closed": "says when closed",
}
"""What the keys of a card are called on the page."""


def shown(value: object) -> str:
    """What an author wrote, on one line."""
    return "".join(_pieces(value))


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{{{', '.join(f'{key}: {shown(item)}' for key, item in value.items())}}}"
    elif isinstance(value, list):
        yield f"[{', '.join(shown(item) for item in value)}]"
    else:
        yield str(value)


class Words:
    """Says things of one scenario, with titles in place of ids."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def title(self, id: object) -> str:
        """What a thing is called; its id in words where it has no title."""
        for section in NAMED:
            things: Mapping[str, object] = getattr(self.scenario, section)
            found = getattr(things.get(str(id)), "title", "")
            if found:
                return str(found)
        return str(id).replace("_", " ")

    def titles(self, value: object) -> str:
        """Several things in a row."""
        items = value if isinstance(value, list) else [value]
        return ", ".join(self.title(item) for item in items)

    def stock(self, value: object) -> str:
        """What a seat has to spend, and what is added."""
        if not isinstance(value, dict):
            return shown(value)
        said = [form.format(shown(value[key])) for key, form in STOCK.items() if key in value]
        title = str(value.get("title", ""))
        return (f"{title}: " if title else "") + ", ".join(said)

    def told(self, value: object) -> str:
        """How late a reading is told, and how wrong."""
        if not isinstance(value, dict):
            return _after(value)
        said = [_after(value["after"])] if "after" in value else ["at once"]
        if "error" in value:
            said.append(f"wrong by {shown(value['error'])}")
        rest = {k: v for k, v in value.items() if k not in ("after", "error")}
        return ", ".join([*said, *(f"{k} {shown(v)}" for k, v in rest.items())])

    def card(self, key: str, value: object) -> str:
        """What a card asks for, under one of its keys."""
        says: Mapping[str, Callable[[object], str]] = {
            "fields": self.fields,
            "cost": self.cost,
            "known_to": self.known_to,
            "carried_by": self.title,
            "authority": lambda power: getattr(
                self.scenario.powers.get(str(power)), "title", str(power)
            ),
        }
        return says.get(key, shown)(value)

    def fields(self, value: object) -> str:
        """The form of an order."""
        if not isinstance(value, dict):
            return shown(value)
        return "; ".join(f"{id.replace('_', ' ')}: {self._field(v)}" for id, v in value.items())

    def _field(self, value: object) -> str:
        if isinstance(value, dict):
            return " or ".join(shown(label) for label in value.values())
        if isinstance(value, list):
            return " or ".join(self.title(item) for item in value)
        return shown(value)

    def cost(self, value: object) -> str:
        """What an order takes from the stocks of its seat."""
        if not isinstance(value, dict):
            return shown(value)
        return ", ".join(f"{id.replace('_', ' ')} {shown(v)}" for id, v in value.items())

    def known_to(self, value: object) -> str:
        """Who learns of an order, and how late."""
        if value == "all":
            return "everybody at once"
        if isinstance(value, list):
            return "; ".join(self._row(row) for row in value)
        if not isinstance(value, dict):
            return shown(value)
        if not value:
            return "nobody else"
        return ", ".join(f"{self.title(seat)} {_after(late)}" for seat, late in value.items())

    def _row(self, row: object) -> str:
        if not isinstance(row, dict):
            return shown(row)
        given = row.get("with")
        said = self.known_to(row.get("who"))
        return f"with {self.cost(given)}: {said}" if given else said

    def terms(self, value: object) -> str:
        """What one side of an offer promises."""
        items = value if isinstance(value, list) else [value]
        return "; ".join(self._term(item) for item in items)

    def _term(self, term: object) -> str:
        if not isinstance(term, dict):
            return shown(term)
        if "will" in term:
            said = f"orders “{self.title(term['will'])}”"
        elif "will_not" in term:
            said = f"does not order “{self.title(term['will_not'])}”"
        else:
            said = f"shows {self.title(term.get('will_show', 'any'))}"
        for key, form in TERM.items():
            if key in term:
                value = term[key]
                inner = self.title(value) if key in ("by", "at") else self._plain(value)
                said += f" {form.format(inner)}"
        return said

    def _plain(self, value: object) -> str:
        return self.cost(value) if isinstance(value, dict) else shown(value)


def _after(value: object) -> str:
    """A delay in words: at once, after a time, or by a chance that adds up."""
    late = shown(value)
    if late.split() and late.split()[0] == "0":
        return "at once"
    return f"by a leak of {late}" if "%" in late else f"after {late}"
