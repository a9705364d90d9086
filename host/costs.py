"""What a card costs and how long it takes, in words: nobody is shown a formula."""

import re

from engine.quantities import show
from engine.scenario.amounts import Amount

_QUANTITY = r"\d[\d,.]*(?: (?:[a-z]+|%))?"
_PER = re.compile(rf"(\w+) / ({_QUANTITY})(?: \* ({_QUANTITY}))?")
_RATE = re.compile(r"(\d[\d.]* \w+)/(\w+) \* (\w+)|(\w+) \* (\d[\d.]* \w+)/(\w+)")
_MORE = re.compile(rf"({_QUANTITY}) \+ .+")


def amount_words(amount: Amount) -> str:
    """`2 h`, `1 for every 500 people`, `2 h for each t of load`, `1 h or more`, or that it depends.

    A sum that is one name alone is left as it is: that is a field of the card, which the form
    fills in. Of what else a sum reads, a seat may know nothing, so no value of it is shown.
    """
    if amount.value is not None:
        return show(amount.value.number, amount.unit)
    text = "" if amount.sum is None else amount.sum.text.strip()
    if not text or re.fullmatch(r"\w+", text):
        return text
    if found := _PER.fullmatch(text):
        name, each, gives = found.groups()
        counted = each if " " in each else f"{each} {name.replace('_', ' ')}"
        return f"{gives or '1'} for every {counted}"
    if found := _RATE.fullmatch(text):
        each, unit, name, name_first, each_last, unit_last = found.groups()
        of = (name or name_first).replace("_", " ")
        return f"{each or each_last} for each {unit or unit_last} of {of}"
    if found := _MORE.fullmatch(text):
        return f"{found.group(1)} or more"
    return "as much as it needs"
