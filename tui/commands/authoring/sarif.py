"""Problems as SARIF 2.1.0, which editors and code hosts show beside the line."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from engine.errors import Problem
from engine.saves import engine_version
from engine.scenario.source_lines import Lines
from tui.commands.authoring.codes import codes

Json = dict[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(found: Iterable[tuple[Lines, Sequence[Problem]]]) -> Json:
    """One run of the check: the problems of each scenario, with the rules that they break."""
    checked = [(lines, problem) for lines, problems in found for problem in problems]
    rules = sorted({problem.code for _, problem in checked})
    results = [_result(lines, problem, rules.index(problem.code)) for lines, problem in checked]
    driver: Json = {
        "name": "whitecell",
        "version": engine_version(),
        "rules": [_rule(code) for code in rules],
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> Json:
    level = "warning" if code.startswith("W") else "error"
    rule: Json = {"id": code, "defaultConfiguration": {"level": level}}
    known = codes().get(code)
    if known is not None:
        rule["shortDescription"] = {"text": f"{known.when[:1].upper()}{known.when[1:]}."}
        rule["fullDescription"] = {"text": known.why}
        rule["help"] = {"text": f"{known.why}\n\nWrong: {known.wrong}\n\nRight: {known.right}"}
    return rule


def _result(lines: Lines, problem: Problem, index: int) -> Json:
    place = problem.place
    where: Json = {"artifactLocation": {"uri": _uri(lines, place.file)}}
    if place.line:
        region: Json = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
            region["endColumn"] = place.column + lines.width(place)
        where["region"] = region
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": "warning" if problem.warning else "error",
        "message": {"text": problem.sentence},
        "locations": [{"physicalLocation": where}],
    }


def _uri(lines: Lines, file: str) -> str:
    """Where the file is from here; how messages name it where it is nowhere below."""
    path = lines.path(file)
    if path is not None:
        try:
            return quote(path.resolve().relative_to(Path.cwd()).as_posix())
        except ValueError:
            pass
    return quote(file)
