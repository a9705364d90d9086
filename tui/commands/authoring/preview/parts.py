"""The parts of the page, each from what the author wrote."""

import re

from engine.quantities import show
from engine.scenario.merge import plain
from engine.scenario.models import Inject
from engine.scenario.scenario import Scenario
from engine.scenario.scheduled import scheduled
from engine.scenario.sheet import topped
from tui.commands.authoring.msel.rows import ON_CALL, SCHEDULED, time_of
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
from tui.commands.authoring.preview.more import More
from tui.commands.authoring.preview.saying import KEYS, Raw, Words, shown
from tui.commands.explaining import explained


class Parts:
    """The parts of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        assert scenario.sheet is not None, "a scenario that was read knows its sheet"
        raw = plain(topped(scenario.sheet).tree)
        assert isinstance(raw, dict)
        self.raw: Raw = raw
        self.words, self.more = Words(scenario), More(scenario, raw)

    def _of(self, section: str, id: str) -> Raw:
        """A thing as its author wrote it."""
        things = self.raw.get(section)
        found = things.get(id) if isinstance(things, dict) else None
        return found if isinstance(found, dict) else {}

    def injects(self) -> str:
        """Everything that is brought in, in the order of a list."""
        rows = []
        by_others = scheduled(self.scenario)
        for id, inject in self.scenario.injects.items():
            said = prose(inject.text.written) if inject.text is not None else tag("em", "silent")
            head = f"{tag('strong', text(inject.headline))}<br>" if inject.headline else ""
            to = ", ".join(self.words.title(seat) for seat in inject.to)
            where = " → ".join(part for part in (inject.from_, to) if part)
            beside = terms({"expects": text(inject.expects), "objective": text(inject.objective)})
            rows.append((
                code(id), text(self._comes(inject, id in by_others)), text(where),
                text(inject.means),
                head + said + _effects(self._of("injects", id)) + beside,
            ))  # fmt: skip
        columns = ("inject", "comes", "from → to", "means", "what it says and does")
        return table("Injects in file order", columns, rows)

    def _comes(self, inject: Inject, by_others: bool) -> str:
        """When an inject comes, with days counted as authors count them."""
        said = time_of(self.scenario, inject)
        found = re.match(r"D\+(\d+)", said)
        said = f"day {int(found[1]) + 1}{said[found.end() :]}" if found else said
        said = SCHEDULED if said == ON_CALL and by_others else said
        odds = f", in {show(inject.odds.number, '%')} of games" if inject.odds is not None else ""
        return f"{said}{', each time' if inject.repeat else ''}{odds}"

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
            parts.append(tag("details", tag("summary", title) + inner + self.more.rungs(id)))
        return section("agents", "What goes on by itself", *parts)

    def seats(self) -> str:
        """Each seat: what it holds, is told and wants, its brief, and its cards."""
        return section("seats", "Seats", *(self._seat(id) for id in self.scenario.seats))

    def _seat(self, id: str) -> str:
        seat = self.scenario.seats[id]
        written = self._of("seats", id)
        stocks = written.get("stocks")
        held = {
            name: text(self.words.stock(value))
            for name, value in (stocks.items() if isinstance(stocks, dict) else ())
        }
        told = written.get("told")
        heard = {
            name: text(self.words.told(value))
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
            self.more.doctrine(id),
        )
        return tag("article", "".join(inner), id=f"seat-{id}")

    def _cards(self, seat: str) -> str:
        rows = []
        for id, card in self.scenario.cards.items():
            if card.seat != seat:
                continue
            written = self._of("cards", id)
            asked = {
                said: (code if key == "when" else text)(self.words.card(key, written[key]))
                for key, said in KEYS.items()
                if key in written
            }
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
        variants = [
            (code(id), text(variant.title), code(shown(dict(variant.set))))
            for id, variant in s.variants.items()
        ]
        goals = listed(f"{code(id)} {text(goal.text)}" for id, goal in s.objectives.items())
        return section(
            "ends", "How it ends, and what is counted",
            table("Endings, tried from the top", ("ending", "when", "text"), endings),
            table("Outcomes", ("outcome", "of", "by, every"), outcomes),
            self.more.formats(),
            table("Variants", ("variant", "title", "sets"), variants),
            tag("h3", "Objectives") + goals if goals else "",
        )  # fmt: skip

    def hidden(self) -> str:
        """Questions nobody can answer, with their truths and clues."""
        parts = []
        for id, question in self.scenario.hidden.items():
            answers = [
                (code(name), text(answer.text), text(show(answer.odds.number, "%")),
                 code(shown(dict(answer.set))))
                for name, answer in question.answers.items()
            ]  # fmt: skip
            head = tag("h3", f"{text(question.question)} {code(id)}")
            columns = ("answer", "text", "odds", "sets")
            parts.append(head + table("Answers", columns, answers) + self.more.clues(id))
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
    return code(", ".join(f"{key} {shown(value)}" for key, value in item.items()))
