"""The parts of the page, each from what the author wrote."""

import re
from collections.abc import Iterator, Mapping

from engine.quantities import show
from engine.scenario.merge import plain
from engine.scenario.models import Inject
from engine.scenario.scenario import Scenario
from engine.scenario.sheet import topped
from tui.commands.authoring.msel.rows import time_of
from tui.commands.authoring.preview.html import (
    brief,
    code,
    listed,
    prose,
    section,
    table,
    tag,
    terms,
    text,
)
from tui.commands.explaining import explained

Raw = Mapping[str, object]

ASKED = ("when", "authority", "fields", "cost", "takes", "known_to", "carried_by")


class Parts:
    """The parts of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        assert scenario.sheet is not None, "a scenario that was read knows its sheet"
        raw = plain(topped(scenario.sheet).tree)
        assert isinstance(raw, dict)
        self.raw: Raw = raw

    def _of(self, section: str, id: str) -> Raw:
        """A thing as its author wrote it."""
        things = self.raw.get(section)
        found = things.get(id) if isinstance(things, dict) else None
        return found if isinstance(found, dict) else {}

    def injects(self) -> str:
        """Everything that is brought in, in the order of a list."""
        rows = []
        for id, inject in self.scenario.injects.items():
            said = prose(inject.text.written) if inject.text is not None else tag("em", "silent")
            head = f"{tag('strong', text(inject.headline))}<br>" if inject.headline else ""
            where = " → ".join(part for part in (inject.from_, ", ".join(inject.to)) if part)
            beside = terms({"expects": text(inject.expects), "objective": text(inject.objective)})
            rows.append((
                code(id), text(self._comes(inject)), text(where), text(inject.means),
                head + said + _effects(self._of("injects", id)) + beside,
            ))  # fmt: skip
        columns = ("inject", "comes", "from → to", "means", "what it says and does")
        return table("Injects in file order", columns, rows)

    def _comes(self, inject: Inject) -> str:
        """When an inject comes, with days counted as authors count them."""
        said = time_of(self.scenario, inject)
        found = re.match(r"D\+(\d+)", said)
        return f"day {int(found[1]) + 1}{said[found.end() :]}" if found else said

    def agents(self) -> str:
        """What goes on by itself, with every number and what is known of it."""
        parts = []
        for id in self.scenario.agents:
            found = explained(self.scenario, id)
            numbers = found["parameters"]
            assert isinstance(numbers, list)
            rows = [
                (code(row["path"]), text(row["value"]), text(row["range"]), text(row["text"]),
                 text(", ".join(p for p in (row["source"], row["basis"], row["note"]) if p)))
                for row in numbers
            ]  # fmt: skip
            title = f"{tag('strong', text(id))} · {text(found['kind'])}: {text(found['text'])}"
            inner = table(
                f"Numbers of {id}", ("path", "value", "range", "what it is", "known from"), rows
            )
            parts.append(tag("details", tag("summary", title) + inner))
        return section("agents", "What goes on by itself", *parts)

    def seats(self) -> str:
        """Each seat: what it holds, is told and wants, its brief, and its cards."""
        return section("seats", "Seats", *(self._seat(id) for id in self.scenario.seats))

    def _seat(self, id: str) -> str:
        seat = self.scenario.seats[id]
        written = self._of("seats", id)
        stocks = written.get("stocks")
        held = {
            name: code(_shown(value))
            for name, value in (stocks.items() if isinstance(stocks, dict) else ())
        }
        told = written.get("told")
        heard = {
            name: code(_shown(value))
            for name, value in (told.items() if isinstance(told, dict) else ())
        }
        aims = listed(f"{text(aim.text)} {code(aim.when.text)}" for aim in seat.aims.values())
        briefs = self.scenario.briefs.get(self.scenario.language, {})
        inner = (
            tag("h3", f"{text(seat.title)} {code(id)}"),
            brief(briefs[id].written) if id in briefs else tag("p", "It has no brief."),
            tag("h4", "Aims") + aims if aims else "",
            tag("h4", "Spends") + terms(held) if held else "",
            tag("h4", "Is told (how late, how wrong)") + terms(heard) if heard else "",
            self._cards(id),
        )
        return tag("article", "".join(inner), id=f"seat-{id}")

    def _cards(self, seat: str) -> str:
        rows = []
        for id, card in self.scenario.cards.items():
            if card.seat != seat:
                continue
            written = self._of("cards", id)
            asked = {key: code(_shown(written[key])) for key in ASKED if key in written}
            said = terms({
                "for": prose(card.case_for), "against": prose(card.case_against),
                "unknown": prose(card.unknown), "may fail": prose(card.may_fail),
                "record": prose(card.record),
            })  # fmt: skip
            name = f"{tag('strong', text(card.title))}<br>{code(id)}"
            does = (prose(card.text) if card.text else "") + _effects(written)
            rows.append((name, terms(asked), does, said))
        head = ("card", "asks and costs", "does", "for and against")
        return table("Cards", head, rows)

    def ends(self) -> str:
        """Endings, outcomes, formats, variants and objectives."""
        s = self.scenario
        endings = [
            (tag("strong", text(ending.title)) + "<br>" + code(id),
             code(ending.when.text if ending.when is not None else "otherwise"), prose(ending.text))
            for id, ending in s.endings.items()
        ]  # fmt: skip
        outcomes = [
            (code(id), code(outcome.of.text), text(f"{outcome.by}, {outcome.every}"))
            for id, outcome in s.outcomes.items()
        ]
        formats = [
            (code(id), text(f"{f.minutes} minutes"), text(sum(map(len, f.chapters.values()))),
             text(", ".join(f.chapters)))
            for id, f in s.formats.items()
        ]  # fmt: skip
        variants = [
            (code(id), text(variant.title), code(_shown(dict(variant.set))))
            for id, variant in s.variants.items()
        ]
        goals = listed(f"{code(id)} {text(goal.text)}" for id, goal in s.objectives.items())
        return section(
            "ends", "How it ends, and what is counted",
            table("Endings, tried from the top", ("ending", "when", "text"), endings),
            table("Outcomes", ("outcome", "of", "by, every"), outcomes),
            table("Formats", ("format", "length", "moves", "chapters"), formats),
            table("Variants", ("variant", "title", "sets"), variants),
            tag("h3", "Objectives") + goals if goals else "",
        )  # fmt: skip

    def hidden(self) -> str:
        """Questions nobody can answer, with their truths and clues."""
        parts = []
        for id, question in self.scenario.hidden.items():
            answers = [
                (code(name), text(answer.text), text(show(answer.odds.number, "%")),
                 code(_shown(dict(answer.set))))
                for name, answer in question.answers.items()
            ]  # fmt: skip
            clues = listed(
                f"{text(', '.join(clue.to))}: {prose(clue.text.written)}"
                for clue in question.clues.values()
            )
            head = tag("h3", f"{text(question.question)} {code(id)}")
            columns = ("answer", "text", "odds", "sets")
            parts.append(head + table("Answers", columns, answers) + clues)
        return section("hidden", "Hidden from everybody", *parts)

    def sources(self) -> str:
        """Where facts are from."""
        rows = (
            (code(id), text(source.title), text(source.grade), text(source.url))
            for id, source in self.scenario.sources.items()
        )
        columns = ("code", "title", "grade", "url")
        return section("sources", "Sources", table("Sources", columns, rows))


def _effects(written: Raw) -> str:
    effects = written.get("effects")
    return listed(_effect(item) for item in effects) if isinstance(effects, list) else ""


def _effect(item: object) -> str:
    if not isinstance(item, dict):
        return code(item)
    return code(", ".join(f"{key} {_shown(value)}" for key, value in item.items()))


def _shown(value: object) -> str:
    """What an author wrote, on one line."""
    return "".join(_pieces(value))


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{{{', '.join(f'{key}: {_shown(item)}' for key, item in value.items())}}}"
    elif isinstance(value, list):
        yield f"[{', '.join(_shown(item) for item in value)}]"
    else:
        yield str(value)
