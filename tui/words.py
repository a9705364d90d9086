"""The terminal's own words: in English as they stand in the code, or in a catalogue's language.

The language is chosen when this module is read in, so that words at the head of a module or of a
class are looked up there and then, and nothing that draws waits for a language. English has no
catalogue: it is said as it stands.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

DOMAIN = "whitecell"
HERE = Path(__file__).parent / "locale"
"""Catalogues that come with the program; those in the player's folder of data go before them."""

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says what its user reads; the first that is set counts, as everywhere."""

NEEDS_NONE = ("", "C", "POSIX", "en")
"""Languages in which the words stand already."""

_words: Callable[[str], str] | None = None
_plurals: Callable[[str, str, int], str] | None = None
_senses: Callable[[str, str], str] | None = None


def phrase(english: str, /, **fields: object) -> str:
    """A phrase in the player's language, with the fields put in where their names stand."""
    if _words is None:
        return english.format(**fields) if fields else english
    return _filled(_words(english), english, fields)


def sense(of: str, english: str, /) -> str:
    """A short word that means one thing here and another elsewhere: said `of` this."""
    return english if _senses is None else _senses(of, english)


def plural(one: str, many: str, number: int, /, **fields: object) -> str:
    """A phrase that goes with a number, which stands in it as `{number}`."""
    english = one if number == 1 else many
    if _plurals is None:
        return english.format(number=number, **fields)
    return _filled(_plurals(one, many, number), english, {"number": number, **fields})


def _filled(said: str, english: str, fields: Mapping[str, object]) -> str:
    """A translation with its fields; the English where it names a field that there is not."""
    if not fields:
        return said
    try:
        return said.format(**fields)
    except (LookupError, ValueError, AttributeError):
        return english.format(**fields)


def of_the_system() -> str:
    """What the system says that its user reads; several languages stand between colons."""
    return next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")


def use(wanted: str) -> None:
    """Speak the first of these languages that there is a catalogue of; English where there is none.

    What has been looked up already stays as it is.
    """
    global _words, _plurals, _senses
    _words = _plurals = _senses = None
    names = list(_until_english(wanted))
    if not names:
        return
    import struct
    from gettext import translation

    from platformdirs import user_data_path

    for folder in (user_data_path(DOMAIN, appauthor=False) / "locale", HERE):
        try:
            found = translation(DOMAIN, folder, names)
        except (OSError, ValueError, LookupError, struct.error):
            # No catalogue, or one that cannot be read: the next folder, or English.
            continue
        _words, _plurals, _senses = found.gettext, found.ngettext, found.pgettext
        return


def _until_english(wanted: str) -> Iterator[str]:
    for name in wanted.split(":"):
        if name.partition(".")[0].partition("_")[0] in NEEDS_NONE:
            return
        yield name


def prefer(settings: Path) -> None:
    """Speak the `language` of a file of settings, if one stands there.

    A file that cannot be read says nothing: whoever checks it says why.
    """
    if not settings.exists():
        return
    import tomllib

    try:
        found = tomllib.loads(settings.read_text(encoding="utf-8")).get("language")
    except (OSError, ValueError):
        return
    if isinstance(found, str) and found:
        use(found)


use(of_the_system())
