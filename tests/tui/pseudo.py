"""A language that nobody speaks, to see what is not translated: no letter of it is plain."""

import struct
from collections.abc import Iterable
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

from tools.words import Message

NAME = "xx"
ODD = "áḃċďéḟġĥíĵķĺṁńóṗɋŕśťúṽẃẋýž"
LETTERS = str.maketrans(ascii_lowercase + ascii_uppercase, ODD + ODD.upper())
LONGER = "·" * 100
HEAD = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def said(text: str) -> str:
    """A message in marks, a third longer, without a plain letter but in its fields."""
    letters, depth = "", 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        letters += sign if depth else sign.translate(LETTERS)
    body = letters.rstrip("\n")
    ends = letters[len(body) :]
    last = body.rpartition("\n")[2]
    return f"⟦{body}{LONGER[: max(len(last) * 3 // 10, 1)]}⟧{ends}"


def catalogue(messages: Iterable[Message]) -> bytes:
    """These messages in that language, as gettext reads a catalogue."""
    found = {"": HEAD}
    for each in messages:
        if each.many:
            found[f"{each.one}\0{each.many}"] = f"{said(each.one)}\0{said(each.many)}"
        elif each.of:
            found[f"{each.of}\4{each.one}"] = said(each.one)
        else:
            found[each.one] = said(each.one)
    rows = sorted((one.encode(), other.encode()) for one, other in found.items())
    table, texts = b"", b""
    start = 28 + 16 * len(rows)
    for column in (0, 1):
        for row in rows:
            table += struct.pack("<II", len(row[column]), start + len(texts))
            texts += row[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + table + texts


def install(data: Path, messages: Iterable[Message]) -> None:
    """Keep the catalogue where a player would."""
    file = data / "whitecell" / "locale" / NAME / "LC_MESSAGES" / "whitecell.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(catalogue(messages))
