"""What else is on the page: meters, ladders, powers, deals, exhibits, clues, and how bots play."""

from collections.abc import Iterator, Mapping

from engine.quantities import show
from engine.scenario.scenario import Scenario
from tui.commands.authoring.preview.html import code, prose, section, table, tag, text
from tui.commands.authoring.preview.saying import Raw, Words, shown

MOVES = ("order", "make", "accept", "refuse", "extend")


class More:
    """Tables of one scenario, each empty where it has nothing of the sort."""

    def __init__(self, scenario: Scenario, raw: Raw) -> None:
        self.scenario, self.raw = scenario, raw
        self.words = Words(scenario)

    def _section(self, name: str) -> Mapping[str, Raw]:
        things = self.raw.get(name)
        if not isinstance(things, dict):
            return {}
        return {id: thing for id, thing in things.items() if isinstance(thing, dict)}

    def meters(self) -> str:
        """Meters and powers: what everybody moves, and what gives authority."""
        meters = [
            (_named(written.get("title"), id), text(shown(written.get("start", ""))),
             text(shown(written.get("drift", "")) or "stays"),
             code(shown(written["of"])) if "of" in written else "")
            for id, written in self._section("meters").items()
        ]  # fmt: skip
        powers = [
            (_named(written.get("title"), id), code(shown(written.get("when", ""))))
            for id, written in self._section("powers").items()
        ]
        return section(
            "meters", "Meters and powers",
            table("Meters", ("meter", "begins at", "by itself", "shows"), meters),
            table("Powers", ("power", "a seat has it when"), powers),
        )  # fmt: skip

    def rungs(self, agent: str) -> str:
        """The ladder of an agent that has one, lowest first."""
        rungs = self._section("agents").get(agent, {}).get("rungs")
        rows = rungs.items() if isinstance(rungs, dict) else ()
        cells = ((code(id), text(shown(said))) for id, said in rows)
        return table(f"Rungs of {agent}, lowest first", ("rung", "what it says"), cells)

    def offers(self) -> str:
        """What seats may put before each other, and the evidence that there is."""
        words = self.words
        offers = [
            (_named(deal.get("title"), id) + _line(deal.get("text")),
             text(f"{words.title(deal.get('from'))} → {words.titles(deal.get('to'))}"),
             text(words.terms(deal["gives"]) if "gives" in deal else ""),
             text(words.terms(deal["asks"]) if "asks" in deal else "") + self._else(deal),
             text(shown(deal.get("answer_by", "12 h"))),
             code(shown(deal["when"])) if "when" in deal else "")
            for id, deal in self._section("offers").items()
        ]  # fmt: skip
        exhibits = [
            (_named(item.get("title"), id), text(words.titles(item.get("to"))),
             code(shown(item.get("when", ""))), text(shown(item.get("true", ""))),
             prose(shown(item.get("text", ""))))
            for id, item in self._section("exhibits").items()
        ]  # fmt: skip
        heads = ("offer", "from → to", "the first gives", "the second gives", "answer by", "when")
        found = ("exhibit", "found by", "when", "genuine", "what it shows")
        return section(
            "offers", "Offers",
            table("Offers", heads, offers), table("Exhibits", found, exhibits),
        )  # fmt: skip

    def _else(self, deal: Raw) -> str:
        """What else stands in an offer: a threat, a question, what it shows."""
        said = ""
        if "or_else" in deal:
            said += tag("p", text(f"or else: {self.words.terms(deal['or_else'])}"))
        question = deal.get("question")
        if isinstance(question, dict):
            replies = question.get("replies")
            answers = replies.values() if isinstance(replies, dict) else ()
            inner = f"{shown(question.get('ask', ''))} {' / '.join(map(shown, answers))}"
            said += tag("p", text(inner))
        if "shows" in deal:
            said += tag("p", text(f"shows {self.words.titles(deal['shows'])}"))
        return said

    def doctrine(self, seat: str) -> str:
        """How the bot in a seat plays: its boxes, tried from the top."""
        boxes = self._section("doctrine").get(seat, {})
        rows = (
            (code(id), code(shown(box.get("when", "always"))), text("; ".join(self._does(box))))
            for id, box in boxes.items()
            if isinstance(box, dict)
        )
        return table("How its bot plays, tried from the top", ("box", "when", "it does"), rows)

    def _does(self, box: Raw) -> Iterator[str]:
        for key in MOVES:
            if key in box:
                yield f"{key}s “{self.words.title(box[key])}”"
        fields = box.get("fields")
        if isinstance(fields, dict):
            yield ", ".join(f"{id}: {self.words.title(v)}" for id, v in fields.items())
        for key in ("to", "reply", "only"):
            if key in box:
                yield f"{key} {self.words.titles(box[key])}"

    def formats(self) -> str:
        """Each format with its chapters and the times at which moves open."""
        rows = []
        for id, played in self.scenario.formats.items():
            chapters = self._section("formats").get(id, {}).get("chapters")
            lines = [
                f"{tag('strong', text(title))}: {text(', '.join(map(shown, times)))}"
                for title, times in (chapters.items() if isinstance(chapters, dict) else ())
                if isinstance(times, list)
            ]
            count = sum(map(len, played.chapters.values()))
            orders = ", ".join(
                f"{'others' if seat == 'otherwise' else self.words.title(seat)} {most}"
                for seat, most in played.orders.items()
            )
            rows.append((
                _named(played.title, id), text(f"{played.minutes} minutes, {count} moves"),
                text(orders), "<br>".join(lines),
            ))  # fmt: skip
        return table("Formats", ("format", "length", "orders a move", "moves open at"), rows)

    def clues(self, question: str) -> str:
        """The clues to a hidden question: what they say, when, and how likely under each answer."""
        written = self._section("hidden").get(question, {}).get("clues")
        rows = []
        for id, clue in self.scenario.hidden[question].clues.items():
            raw = written.get(id) if isinstance(written, dict) else None
            raw = raw if isinstance(raw, dict) else {}
            comes = text(shown(raw["at"])) if "at" in raw else ""
            when = code(shown(raw["when"])) if "when" in raw else ""
            likely = ", ".join(f"{name} {show(v.number, '%')}" for name, v in clue.likely.items())
            head = f"{tag('strong', text(clue.headline))}<br>" if clue.headline else ""
            rows.append((
                code(id), comes + when, text(self.words.titles(list(clue.to))),
                head + prose(clue.text.written), text(likely),
            ))  # fmt: skip
        return table("Clues", ("clue", "comes", "to", "what it says", "likely under"), rows)


def _named(title: object, id: str) -> str:
    return (f"{tag('strong', text(title))}<br>" if title else "") + code(id)


def _line(words: object) -> str:
    return tag("p", prose(shown(words))) if words else ""
