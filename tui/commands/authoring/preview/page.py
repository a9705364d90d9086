"""The whole page: one file, no script, nothing fetched."""

from collections.abc import Sequence
from datetime import timedelta

from engine.errors import Problem
from engine.scenario.scenario import Scenario
from tui.commands.authoring.preview.drawing import map_of, times_of
from tui.commands.authoring.preview.html import listed, section, tag, terms, text
from tui.commands.authoring.preview.parts import Parts

MADE_BY = '<meta name="generator" content="whitecell preview">'
STYLE = """
:root { color-scheme: light dark; --line: #8888; --mark: #0a6c8f; }
@media (prefers-color-scheme: dark) { :root { --mark: #5cc0e0; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
h2 { border-bottom: 2px solid var(--mark); margin-top: 2.5rem; }
article { border-top: 1px solid var(--line); padding-top: .5rem; }
.brief { border-left: 4px solid var(--mark); padding: .1rem 1rem; max-width: 45rem; }
.note { background: #f5d76e33; padding: .5rem 1rem; } .wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; } th { text-align: left; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; vertical-align: top; }
code { font-size: .85em; overflow-wrap: anywhere; } ul { margin: .2rem 0; padding-left: 1.2rem; }
dl { margin: .2rem 0; display: grid; grid-template-columns: auto 1fr; gap: 0 .6rem; }
dt { opacity: .75; } dd { margin: 0; } summary { cursor: pointer; padding: .2rem 0; }
svg { width: 100%; height: auto; max-height: 70vh; border: 1px solid var(--line); }
svg text { font: 11px system-ui, sans-serif; fill: currentColor; }
svg .line { fill: none; stroke: var(--line); } svg .day { stroke: var(--line); }
svg .place, svg .inject { fill: var(--mark); fill-opacity: .7; } svg .move { fill: currentColor; }
svg .past { stroke: var(--mark); stroke-width: 2; } td:first-child code { white-space: nowrap; }
svg { min-width: 40rem; } svg.times { min-width: 60rem; max-height: none; }
@media (max-width: 40rem) {
  table, caption, tbody, tr, td { display: block; width: auto; } thead { display: none; }
  td { border: 0; padding: .1rem .5rem; } tr { border: 1px solid var(--line); }
  td::before { content: attr(data-of); display: block; font-size: .8em; opacity: .75; }
  td:empty { display: none; } td:first-child code { white-space: normal; }
}
@media print { nav { display: none; } section { break-inside: avoid-page; } }
"""
PARTS = {
    "map": "Map", "times": "Times", "meters": "Meters", "agents": "Agents", "seats": "Seats",
    "offers": "Offers", "ends": "Endings",
    "hidden": "Hidden", "sources": "Sources", "check": "Check",
}  # fmt: skip


def page_of(scenario: Scenario, problems: Sequence[Problem]) -> str:
    """The page of a scenario that can be played, with what `check` says of it."""
    parts = Parts(scenario)
    seats = listed(
        tag("a", text(seat.title), href=f"#seat-{id}") for id, seat in scenario.seats.items()
    )
    bodies = {
        "map": section("map", "Where", map_of(scenario)),
        "times": section("times", "When", times_of(scenario), parts.injects()),
        "meters": parts.more.meters(),
        "agents": parts.agents(),
        "seats": parts.seats(),
        "offers": parts.more.offers(),
        "ends": parts.ends(),
        "hidden": parts.hidden(),
        "sources": parts.sources(),
        "check": section("check", "What `check` says", _check(problems)),
    }
    links = "".join(tag("a", PARTS[id], href=f"#{id}") for id, body in bodies.items() if body)
    head = (
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{MADE_BY}<title>{text(scenario.title)}</title>{tag('style', STYLE)}"
    )
    main = tag("main", _head(scenario) + seats + "".join(bodies.values()))
    body = tag("body", tag("nav", links) + main)
    whole = tag("html", tag("head", head) + body, lang=scenario.language)
    return f"<!doctype html>\n{whole}\n"


def _head(scenario: Scenario) -> str:
    end = scenario.start + timedelta(seconds=scenario.end)
    facts = terms({
        "from": text(f"{scenario.start:%Y-%m-%d %H:%M}"),
        "to": text(f"{end:%Y-%m-%d %H:%M}"),
        "a beat": text(f"{scenario.beat / 3600:g} h"),
        "holds": text(
            f"{len(scenario.places)} places, {len(scenario.seats)} seats, "
            f"{len(scenario.cards)} cards, {len(scenario.injects)} injects"
        ),
        "note": text(scenario.content_note),
    })  # fmt: skip
    warning = "This page tells everything that players must not know. It is for the author."
    return (
        tag("h1", text(scenario.title)) + tag("p", text(scenario.summary)) + facts
        + tag("p", warning, class_="note")
    )  # fmt: skip


def _check(problems: Sequence[Problem]) -> str:
    if not problems:
        return tag("p", "No mistakes and no warnings.")
    return listed(text(problem) for problem in problems)
