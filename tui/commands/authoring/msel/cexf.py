"""The core of the Common Exercise Format: what it can say of injects that come at a time.

Read and written are the exercise's name, description and length, and for each inject its name, its
text and the second at which it comes. What the format says beyond that is about tools of computer
security (evaluations, network connections, callbacks) and has no place in a scenario.
"""

import base64
import binascii
import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from engine.errors import Place
from engine.scenario.reader import Reader
from engine.scenario.scenario import Scenario
from tui.commands.authoring.msel.rows import ON_CALL, Row
from tui.commands.authoring.msel.sheets import MOST_BYTES, MOST_LETTERS, MOST_ROWS, bad
from tui.commands.authoring.msel.times import days_and_clock

Json = dict[str, object]
MAIL = "email_to_participants"


def as_cexf(scenario: Scenario, rows: Sequence[Row]) -> bytes:
    """The exercise as JSON; the same scenario has the same identifiers every time."""
    flow, injects, payloads = [], [], []
    for row in rows:
        inject, payload = _uuid(scenario, f"inject:{row.id}"), _uuid(scenario, f"text:{row.id}")
        at = scenario.injects[row.id].at
        flow.append({
            "description": row.headline or row.content,
            "inject_uuid": inject,
            "reporting_callback": [],
            "requirements": {},
            "sequence": {"trigger": ["startex"] if at == 0 else []},
            "timing": {"triggered_at": at},
        })  # fmt: skip
        injects.append({
            "action": MAIL,
            "action_payload_resource_uuid": payload,
            "inject_evaluation": [],
            "name": row.headline or row.id,
            "target_tool": "whitecell",
            "uuid": inject,
        })  # fmt: skip
        payloads.append({
            "name": row.id,
            "parameters": {
                "content": base64.b64encode(row.content.encode()).decode(),
                "content-type": "base64",
                "filename": f"{row.id}.txt",
                "from": row.from_, "means": row.means, "to": row.to,
                "expected": row.expects, "objective": row.objective, "time": row.time,
            },
            "type": "file",
            "uuid": payload,
        })  # fmt: skip
    whole: Json = {
        "exercise": _exercise(scenario),
        "inject_flow": flow,
        "inject_payloads": payloads,
        "injects": injects,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _exercise(scenario: Scenario) -> Json:
    return {
        "description": scenario.summary,
        "expanded": scenario.summary,
        "meta": {},
        "name": scenario.title,
        "namespace": scenario.name,
        "tags": [],
        "total_duration": str(scenario.end),
        "uuid": _uuid(scenario, "exercise"),
        "version": "1",
    }


def _uuid(scenario: Scenario, part: str) -> str:
    """An identifier that another export of the same scenario has as well."""
    return str(UUID(bytes=sha256(f"{scenario.name}/{part}".encode()).digest()[:16], version=4))


def read_cexf(path: Path, reader: Reader) -> tuple[list[Row], list[str]]:
    """The rows of an exercise in the order of its flow, and what of it was left out."""
    whole = _json(path)
    injects = _by_uuid(whole, "injects", path)
    payloads = _by_uuid(whole, "inject_payloads", path)
    rows: list[Row] = []
    left: dict[str, int] = {}
    for number, step in enumerate(_list(whole, "inject_flow", path), 1):
        inject = injects.get(str(step.get("inject_uuid")), {})
        payload = payloads.get(str(inject.get("action_payload_resource_uuid")), {})
        if inject.get("action") != MAIL:
            _count(left, f"an inject of the sort `{inject.get('action')}`")
            continue
        for what in _beyond(step, inject):
            _count(left, what)
        rows.append(_row(step, inject, payload, number, reader))
    if len(rows) > MOST_ROWS:
        raise bad(Place(str(path)), f"a list has at most {MOST_ROWS} rows")
    return rows, [f"{what} ({times} times)" for what, times in left.items()]


def _count(left: dict[str, int], what: str) -> None:
    left[what] = left.get(what, 0) + 1


def _beyond(step: Json, inject: Json) -> Iterator[str]:
    """What is said of an inject that a scenario cannot hold."""
    if inject.get("inject_evaluation"):
        yield "an evaluation by a tool"
    if step.get("reporting_callback"):
        yield "a callback"
    if step.get("requirements"):
        yield "a requirement of an earlier inject"


def _row(step: Json, inject: Json, payload: Json, number: int, reader: Reader) -> Row:
    given = payload.get("parameters")
    parameters: Mapping[str, object] = given if isinstance(given, dict) else {}
    timing = step.get("timing")
    second = timing.get("triggered_at") if isinstance(timing, dict) else None
    sequence = step.get("sequence")
    trigger = sequence.get("trigger") if isinstance(sequence, dict) else None
    begins = "startex" in trigger if isinstance(trigger, list | str) else False
    time = _text(parameters.get("time")) or ON_CALL
    if isinstance(second, int | float | str) and str(second).isdigit() and int(second) < 10**8:
        only = f" when {time.partition(' when ')[2]}" if " when " in time else ""
        time = f"{days_and_clock(int(second), reader)}{only}"
    elif begins:
        time = days_and_clock(0, reader)
    name, headline = _text(payload.get("name")), _text(inject.get("name"))
    return Row(
        time=time,
        from_=_text(parameters.get("from", "Exercise control")),
        to=_text(parameters.get("to", "all")),
        means=_text(parameters.get("means", "e-mail")),
        headline="" if headline == name else headline,
        content=_content(parameters) or _text(step.get("description")),
        expects=_text(parameters.get("expected")),
        objective=_text(parameters.get("objective")),
        id=name if inject.get("target_tool") == "whitecell" else "",
        line=number,
    )


def _text(value: object) -> str:
    return value.strip()[:MOST_LETTERS] if isinstance(value, str) else ""


def _content(parameters: Mapping[str, object]) -> str:
    text = _text(parameters.get("content"))
    if parameters.get("content-type") != "base64":
        return text
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", errors="replace").strip()
    except (binascii.Error, ValueError):
        return text


def _json(path: Path) -> Json:
    if path.stat().st_size > MOST_BYTES:
        raise bad(Place(str(path)), f"a list has at most {MOST_BYTES} bytes")
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise bad(Place(str(path), 1, 1), f"no JSON: {error}") from None
    if not isinstance(found, dict):
        raise bad(Place(str(path), 1, 1), "an exercise is one JSON object")
    return found


def _list(whole: Json, key: str, path: Path) -> list[Json]:
    found = whole.get(key)
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise bad(Place(str(path)), f"an exercise has a list of objects `{key}`")
    return found


def _by_uuid(whole: Json, key: str, path: Path) -> dict[str, Json]:
    return {str(item.get("uuid")): item for item in _list(whole, key, path)}
