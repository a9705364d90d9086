"""Small pieces of a page, with every text of an author made harmless."""

import re
from collections.abc import Iterable, Mapping
from html import escape

BOLD = re.compile(r"\*\*(.+?)\*\*")
NAME = re.compile(r"\{([a-z0-9_. ]+)\}")


def text(words: object) -> str:
    """A text, as text."""
    return escape(str(words), quote=True)


def tag(name: str, inner: str, **attributes: str) -> str:
    """An element around what is HTML already; `class_` is its class."""
    names = {key: key.rstrip("_").replace("_", "-") for key in attributes}
    given = "".join(f' {names[key]}="{text(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{inner}</{name}>"


def code(words: object) -> str:
    """What an author wrote, as it is written."""
    return tag("code", text(words))


def section(id: str, title: str, *inner: str) -> str:
    """A part of the page that the list at its top leads to; nothing if nothing is in it."""
    body = "".join(inner)
    return tag("section", tag("h2", text(title)) + body, id=id) if body else ""


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are HTML already; nothing if it has no rows."""
    head = tuple(head)
    lines = [
        "".join(tag("td", cell, data_of=said) for said, cell in zip(head, row, strict=True))
        for row in rows
    ]
    if not lines:
        return ""
    top = tag("tr", "".join(tag("th", text(cell), scope="col") for cell in head))
    body = "".join(tag("tr", line) for line in lines)
    whole = tag("caption", text(caption)) + tag("thead", top) + tag("tbody", body)
    return tag("div", tag("table", whole), class_="wide")


def terms(pairs: Mapping[str, str]) -> str:
    """Names with what they are, HTML already; those without are left out."""
    inner = "".join(tag("dt", text(k)) + tag("dd", v) for k, v in pairs.items() if v)
    return tag("dl", inner) if inner else ""


def listed(items: Iterable[str]) -> str:
    """A list of things that are HTML already."""
    inner = "".join(tag("li", item) for item in items)
    return tag("ul", inner) if inner else ""


def prose(words: str) -> str:
    """A text with names in braces, in which the names are seen."""
    return NAME.sub(lambda found: f"<code>{{{found[1]}}}</code>", text(words))


def brief(words: str) -> str:
    """A brief: headings, paragraphs, lists and bold, which is all that briefs use."""
    parts = []
    for block in re.split(r"\n\s*\n", words.strip()):
        lines = block.split("\n")
        if lines[0].startswith("#"):
            parts.append(tag("h4", _inline(lines[0].lstrip("# "))))
            lines = lines[1:]
        if lines and all(line.lstrip().startswith(("- ", "* ")) for line in lines):
            parts.append(listed(_inline(line.lstrip()[2:]) for line in lines))
        elif lines:
            parts.append(tag("p", _inline("\n".join(lines))))
    return tag("div", "".join(parts), class_="brief")


def _inline(words: str) -> str:
    return BOLD.sub(lambda found: tag("strong", found[1]), prose(words))
