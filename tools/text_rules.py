"""Rules that every file of the repository keeps, read as plain text.

A breach reads `path:line: what is wrong`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

CODE = ("engine", "tui", "host", "lab")

# Written with escapes and groups so that no pattern is found in its own text.
_ELSEWHERE = re.compile(r"(?<![\w.:/])/(?:root|home|Users|work|opt)/\w")
_HOSTS = re.compile(
    r"pypi\.org|python[h]osted\.org|npm[j]s\.(?:org|com)|debian\.[o]rg|proxy\.golang"
)
_UNFINISHED = re.compile(
    r"\b(?:T[O]DO|F[I]XME)\b|\bNotImplemented(?:Error)\b|\bpytest\.(?:skip|importorskip|[x]fail)\b"
    r"|\bmark\.(?:skip|skipif|[x]fail)\b"
)

# Beginnings of names of the real world, whatever the scenarios of the day are.
STEMS = tuple(
    "kazakh qazaq astana nur-sultan almaty aktau zhanaozen mangystau shymkent aktobe russia moscow "
    "kremlin putin lavrov armenia yerevan pashinyan belarus minsk lukashenk kyrgyz bishkek tajik "
    "dushanbe uzbek tashkent beijing china chinese ankara turkish afghan kabul taliban soviet "
    "csto odkb nato tokayev tokaev nazarbayev nazarbaev masimov massimov karimov "
    "serdyukov".split()
)

# Words that stand in a title and name nobody.
COMMON = frozenset(
    "abroad airport alliance allied allies and army authority border bridge capital capitals "
    "central chair city civic civil council county district east eastern facilitator farms "
    "federation ferry foreign from government hall high hill hills interior island lead lower "
    "media middle minister ministry mountain movement north northern oblast observers office "
    "over people plain point police port power president press protest province public quay "
    "region republic river seat security service shore society south southern staff state "
    "steppe street the town union uplands upper valley village west western white with".split()
)


def machine_paths(path: str, text: str) -> list[str]:
    """No file names a folder that exists on one machine only."""
    return _found(path, text, _ELSEWHERE, "a path of one machine")


def registry_hosts(path: str, text: str) -> list[str]:
    """No file says from which host packages come."""
    return _found(path, text, _HOSTS, "the host of a registry")


def unfinished(path: str, text: str) -> list[str]:
    """Nothing is left for later and no test is passed over."""
    return _found(path, text, _UNFINISHED, "unfinished")


def scenario_names(path: str, text: str, names: Iterable[str]) -> list[str]:
    """No code names what belongs to a scenario: `names` whole, and any word on a known stem."""
    if path.split("/")[0] not in CODE:
        return []
    return _found(path, text, _pattern(tuple(names)), "a name of a scenario")


def names_of(scenario: Path) -> set[str]:
    """Names that belong to one scenario: its own, its regions and places, and whom its seats
    stand for.

    Where the events are real, single words of a title and ids count as well; a fictional
    place may be called Old Town, and then only the whole of it is a name.
    """
    documents = [_read(path) for path in sorted(scenario.glob("*.yaml"))]
    real = any(document.get("real_events") == "true" for document in documents)
    # What a scenario is called is a name even if it is a common word.
    own = {scenario.name, *(str(document.get("title", "")) for document in documents)} - {""}
    names: set[str] = set()
    for document in documents:
        for section in ("regions", "places"):
            for key, title in _titles(document.get(section)):
                names.add(title)
                if real:
                    names.update({key, *re.findall(r"[^\W\d_]{4,}", title)})
        for _, title in _titles(document.get("seats")):
            # The first word is capital in any title.
            names.update(re.findall(r"(?<=[\s(])[A-Z][^\W\d_]{3,}", title))
    return own | {name for name in names if len(name) > 3 and name.lower() not in COMMON}


def _read(path: Path) -> Mapping[str, object]:
    # The base loader leaves every scalar a text, so an id such as `no` stays what was written.
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return document if isinstance(document, dict) else {}


def _titles(section: object) -> Iterator[tuple[str, str]]:
    if isinstance(section, dict):
        for key, value in section.items():
            if isinstance(value, dict):
                yield str(key), str(value.get("title", key))


def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    def loosely(name: str) -> str:
        return r"[\s_-]+".join(re.escape(part) for part in re.split(r"[\s_-]+", name) if part)

    stems = "|".join(loosely(stem) for stem in STEMS)
    whole = "|".join(loosely(name) for name in sorted(names))
    # An underscore parts two words as a space does.
    ends = rf"|(?:{whole})(?![^\W_])" if whole else ""
    return re.compile(rf"(?<![^\W_])(?:(?:{stems}){ends})", re.IGNORECASE)


def _found(path: str, text: str, pattern: re.Pattern[str], what: str) -> list[str]:
    return [
        f"{path}:{number}: {what}: {match.group()}"
        for number, line in enumerate(text.splitlines(), start=1)
        for match in pattern.finditer(line)
    ]
