"""Keys of an inject changed, put in and taken out in the text of its file."""

from collections.abc import Iterator, Mapping, Sequence

from engine.scenario.migration import Edit, Word


def changes_of(
    text: str, head: Word, mine: Sequence[Word], found: Mapping[str, str]
) -> Iterator[Edit]:
    """What to replace in a file so that an inject says what is found; an empty value goes.

    `head` is the inject's own key, and `mine` are all words below it.
    """
    keys = [word for word in mine if word.is_key and len(word.path) == 2]
    if not keys:
        return
    inline = "{" in text[head.end : keys[0].start]
    written = [word.value for word in keys]
    taken = {word.value: word for word in keys if found.get(word.value) == ""}
    left = {*written, *(key for key, value in found.items() if value)} - {*taken}
    if taken and not left & {"when", "event"}:
        # Without a condition or an event there is nothing that could come again.
        taken |= {word.value: word for word in keys if word.value == "repeat"}
    fresh = [f"{key}: {value}" for key, value in found.items() if value and key not in written]
    for key, word in taken.items():
        if word is not keys[0]:
            yield _without(text, keys, mine, key, inline)
    for key, value in found.items():
        if value and key in written:
            yield _instead(text, mine, head, key, value)
    first = keys[0]
    indent = text[text.rfind("\n", 0, first.start) + 1 : first.start]
    gap = ", " if inline else f"\n{indent}"
    new = "".join(f"{line}{gap}" for line in fresh)
    if first.value in taken:
        start, end, _ = _without(text, keys, mine, first.value, inline)
        yield start, end, new
    elif new:
        yield first.start, first.start, new


def _without(text: str, keys: Sequence[Word], mine: Sequence[Word], key: str, inline: bool) -> Edit:
    """A key and its value taken out, up to the next key; comments of other keys stay."""
    number = next(n for n, word in enumerate(keys) if word.value == key)
    start = keys[number].start
    last = _value(mine, keys[number])[-1].end if _value(mine, keys[number]) else keys[number].end
    if inline:
        if number + 1 < len(keys):
            return start, keys[number + 1].start, ""
        # The last one goes with the comma before it.
        comma = text.rindex(",", 0, start)
        return comma, _closed(text, start, last), ""
    end = _line_after(text, last)
    if number + 1 < len(keys) and not text[end : keys[number + 1].start].strip():
        return start, keys[number + 1].start, ""
    return text.rfind("\n", 0, start) + 1, end, ""


def _line_after(text: str, last: int) -> int:
    """Where the line after a value begins: a text in a block ends where that line does."""
    begun = text.rfind("\n", 0, last) + 1
    if not text[begun:last].strip():
        return begun
    line = text.find("\n", last)
    return len(text) if line < 0 else line + 1


def _closed(text: str, start: int, last: int) -> int:
    """Where a value ends: behind the brackets that it opened."""
    depth = text.count("{", start, last) + text.count("[", start, last)
    while depth and last < len(text):
        depth -= text[last] in "]}"
        last += 1
    return last


def _instead(text: str, mine: Sequence[Word], head: Word, key: str, value: str) -> Edit:
    """Another value in the place of the old one."""
    word = next(w for w in mine if w.is_key and len(w.path) == 2 and w.value == key)
    old = _value(mine, word)
    if not old:
        return word.end, word.end, f": {value}"
    start, end = old[0].start, old[-1].end
    opened = text.rfind(":", word.end, start) + 1
    if text[opened:start].strip(" ") in ("[", "{"):
        start = opened + len(text[opened:start]) - len(text[opened:start].lstrip(" "))
        end = _closed(text, start, end)
    # A text in a block ends with the end of its line.
    if not text[text.rfind("\n", 0, end) + 1 : end].strip():
        end = text.rfind("\n", 0, end)
    return start, end, value


def _value(mine: Sequence[Word], key: Word) -> list[Word]:
    """The words below a key of the inject."""
    path = (*key.path, key.value)
    return [word for word in mine if word.path[:3] == path]
