"""An author's mistakes: each is answered once, at its place, with what to write instead."""

import re
from pathlib import Path

import pytest

from tests.engine.scenario.copies import change, copies, mistakes

SEEN = (
    "a hidden answer sets single parameters of agents alone; a seat could see this,"
    " and would know the answer"
)

GALLERY = [
    ("cards.yaml", "case_against: \"Treasurer", "case_agianst: \"Treasurer",
     "cards.yaml:22:5: no `case_agianst` here; did you mean `case_against`?"),
    ("injects.yaml", "injects:\n", "inject:\n",
     "injects.yaml:1:1: no `inject` here; did you mean `injects`?"),
    ("places.yaml", "{title: Millside, region: uplands", "{title: Millside, region: upland",
     "places.yaml:21:42: no region `upland`; did you mean `uplands`?"),
    ("agents.yaml", "service: 9 h (6 to 14)", "service: 9",
     "agents.yaml:7:14: expected a length of time such as 12 h, got `9`; write the unit too"),
    ("seats.yaml", "told: {waiting: 0 h, stock: 1 h", "told: {waiting: 0 h, stock: 1 hour",
     "seats.yaml:5:33: no unit `hour`; write `h`"),
    ("scenario.yaml", "start: 60 %", "start: 0.6",
     "scenario.yaml:11:50: expected a share such as 5 %, got `0.6`; write 60 %"),
    ("places.yaml", "21000 people", "21,000 people",
     "places.yaml:18:13: `21,000 people`: write numbers without commas"),
    ("agents.yaml", "5 ships/d (3 to 7)", "5 ships/d (6 to 7)",
     "agents.yaml:5:15: `5 ships/d (6 to 7)`: the value lies outside its range"),
    ("cards.yaml", "takes: 3 h\n", "takes: 3 h\n    takes: 4 h\n",
     "cards.yaml:32:5: `takes` is written twice; first at line 31"),
    ("injects.yaml", "minister_visits:", "ration:",
     "injects.yaml:32:3: `ration` is already a card at harbour/cards.yaml:141:3;"
     " an id names one thing"),
    ("places.yaml", "high_farms: ", "High-Farms: ",
     "places.yaml:22:3: `High-Farms` cannot be an id; write small letters, digits and _,"
     " such as `high_farms`"),
    ("cards.yaml", "when: notice is quiet", "when: true",
     "cards.yaml:63:15: `true`: write `always` or `never`"),
    ("cards.yaml", "demands.rung >= rota", "demands.rung >= rotas",
     "cards.yaml:48:27: `rotas` is not one of its values; did you mean `rota`?"),
    ("cards.yaml", "since(night_shift) > 24 h or patience > 50 %", "old_town.stock < 3 t",
     "cards.yaml:128:11: `union` is never told `stock`; add it to seats.union.told,"
     " or ask another thing"),
    ("cards.yaml", "when: notice is quiet", "when: notice == quiet",
     "cards.yaml:63:22: did not expect `==`; write `is`"),
    ("scenario.yaml", "min(places.days_left) > 3 d", "min(places.days_left) > 3 t",
     "scenario.yaml:22:65: compares a length of time with a mass"),
    ("injects.yaml", "any(places.days_left < 2 d)", "places.days_left < 2 d",
     "injects.yaml:13:11: this is one value for each place; put it inside any(), all(), count(),"
     " sum(), mean(), min() or max()"),
    ("seats.yaml", "not done(hire_crews)", "not done(storm_warning)",
     "seats.yaml:8:65: `storm_warning` is of the sort `inject`; done() takes card"),
    ("cards.yaml", "- tell: all", "- tel: all",
     "cards.yaml:75:9: an effect begins with one of do, shift, tell, schedule, cancel, offer, "
     "check, show, end, undo_when, credit;"
     " did you mean `tell`?"),
    ("cards.yaml", "        ships: number\n", "",
     "cards.yaml:34:13: `tankers.divert` needs `ships`"),
    ("cards.yaml", "shift: fuel.use\n", "shift: fuel.usage\n",
     "cards.yaml:153:16: `fuel.usage` is no meter and no agent's parameter;"
     " did you mean `fuel.use`?"),
    ("cards.yaml", "number: 2 ships (1 to 4)", "number: 2 ships",
     "cards.yaml:30:15: `2 ships` needs the range that the form allows: `2 ships (low to high)`"),
    ("cards.yaml", "      length: 12 h (6 to 24) ",
     "      overtime: 1 h (1 to 2)\n      length: 12 h (6 to 24) ",
     "cards.yaml:21:15: `overtime` is a field of this card and a value here as well;"
     " give the field another name"),
    ("injects.yaml", "day 2 15:00", "D+2 15:00",
     "injects.yaml:3:9: `D+2 15:00` is not a time; write day 2 18:00 or 2031-11-04 18:00"),
    ("briefs/port.md", "{tankers.waiting}", "{demands.answered}",
     "briefs/port.md:4:2: `port` is never told `answered`; add it to seats.port.told,"
     " or ask another thing"),
    ("hidden.yaml", "odds: 40 %", "odds: 45 %",
     "hidden.yaml:4:5: the odds of the answers sum to 105 %, not 100 %"),
    ("injects.yaml", '"We close at noon. We will', "We close: we will",
     "injects.yaml:26:19: mapping values are not allowed in this context;"
     " a text with `: ` in it needs quotes"),
]  # fmt: skip


LAYERED = [
    ("harbour-two/scenario.yaml", "arrivals: 3 ships/d (2 to 4)", "kind: stocks",
     "harbour-two/scenario.yaml:5:11: `agents.tankers` is a `queue` at harbour/agents.yaml:4;"
     " delete it with null, and give the `stocks` an id of its own"),
    ("harbour-two/scenario.yaml", "3 ships/d (2 to 4)", "3 t/d",
     "harbour-two/scenario.yaml:5:15: expected a number of things over time such as 3 ships/d,"
     " got `3 t/d`"),
    ("harbour-two/scenario.yaml", "      own_way: null", "      own_wy: null",
     "harbour-two/scenario.yaml:12:7: there is no `own_wy` in `seats.council.aims` to delete;"
     " did you mean `own_way`?"),
    ("harbour-two/scenario.yaml", "seats:\n  council:\n    aims:\n      own_way: null\n", "",
     "seats.yaml:27:66: done() takes card; there is none called `ask_mainland`;"
     " it was deleted at harbour-two/scenario.yaml:8:3"),
    ("harbour-two/scenario.yaml", "extends: harbour", "extends: harbor",
     "harbour-two/scenario.yaml:1:10: no scenario `harbor` to extend; did you mean `harbour`?"),
    ("harbour-two/scenario.yaml", "extends: harbour", "extends: ../harbour",
     "harbour-two/scenario.yaml:1:10: `extends` takes the name of a scenario, or a list of names;"
     " never a path"),
    ("harbour-two/scenario.yaml", "extends: harbour", "extends: harbour-two",
     "harbour-two/scenario.yaml:1:10: a scenario cannot extend itself:"
     " harbour-two → harbour-two"),
]  # fmt: skip

OTHERS = [
    ("agents.yaml", "kind: queue", "kind: queu",
     "agents.yaml:4:11: no kind of agent `queu`; did you mean `queue`?"),
    ("agents.yaml", "breakdown: 4 %", "breakdown: 104 %",
     "agents.yaml:8:16: `104 %`: must be at most 100 %"),
    ("agents.yaml", "north_quay: 2 ships", "north_kay: 2 ships",
     "agents.yaml:6:14: no place, site or region `north_kay`; did you mean `north_quay`?"),
    ("agents.yaml", "day 3 00:00: 75", "day 3 24:01: 75",
     "agents.yaml:17:33: `day 3 24:01`: there is no such day or hour"),
    ("agents.yaml", "  lorries: 90", "  lories: 90",
     "agents.yaml:19:5: no `lories` here; did you mean `lorries`?"),
    ("agents.yaml", "    arrivals: 5 ships/d (3 to 7)      # central value, and the range it is"
     " drawn from\n", "", "agents.yaml:4:5: `tankers` needs `arrivals`"),
    ("cards.yaml", "    title: Ration fuel\n", "",
     "cards.yaml:142:5: `ration` needs `title`"),
    ("cards.yaml", "authority: emergency", "authority: emergencey",
     "cards.yaml:144:16: no power `emergencey`; did you mean `emergency`?"),
    ("cards.yaml", "where: region", "where: regoin",
     "cards.yaml:146:14: no sort of field `regoin`; did you mean `region`?"),
    ("cards.yaml", "cost: {standing: 1}\n    takes: 6 h", "cost: {standng: 1}\n    takes: 6 h",
     "cards.yaml:149:12: `council` has no stock `standng`; did you mean `standing`?"),
    ("cards.yaml", "known_to: {port: 0 h, union: 0 h}", "known_to: {port: 0 h, onion: 0 h}",
     "cards.yaml:170:27: no seat `onion`; did you mean `union`?"),
    ("cards.yaml", "carried_by: demands", "carried_by: demand",
     "cards.yaml:12:17: no agent `demand`; did you mean `demands`?"),
    ("cards.yaml", "do: demands.provoke", "do: demands.provok",
     "cards.yaml:60:14: no verb `demands.provok`; did you mean `demands.provoke`?"),
    ("cards.yaml", "- cancel: pumps_close", "- cancel: pump_close",
     "cards.yaml:159:17: no inject `pump_close`; did you mean `pumps_close`?"),
    ("cards.yaml", "- offer: gate_for_pay", "- offer: gate_for_day",
     "cards.yaml:172:16: no offer or card `gate_for_day`; did you mean `gate_for_pay`?"),
    ("cards.yaml", "        at: shore", "        at: shor",
     "cards.yaml:38:13: no place, region or site `shor`; did you mean `shore`?"),
    ("cards.yaml", "by: 5 %\n", "by: 5 t\n",
     "cards.yaml:120:13: expected a share such as 5 %, got `5 t`"),
    ("cards.yaml", "        times: share\n", "        times: length\n",
     "cards.yaml:155:16: expected a plain number such as 2, got a length of time"),
    ("cards.yaml", "        rung: rung", "        rung: rungs",
     "cards.yaml:135:15: `rungs` is not one of its values; did you mean `rung`?"),
    ("seats.yaml", "days_left: 1 h, rung", "days_lef: 1 h, rung",
     "seats.yaml:5:38: no agent has a reading `days_lef`, and no meter is called so;"
     " did you mean `days_left`?"),
    ("injects.yaml", "to: [council, port]", "to: [counsil, port]",
     "injects.yaml:15:10: no seat `counsil`; did you mean `council`?"),
    ("injects.yaml", "card: ration, within: 48 h", "card: ration, within: 48",
     "injects.yaml:23:59: expected a length of time such as 12 h, got `48`; write the unit too"),
    ("hidden.yaml", "likely: {tired: 80 %, unpaid: 30 %, hoarded: 30 %}",
     "likely: {tired: 80 %, unpaid: 30 %}",
     "hidden.yaml:22:17: says nothing of `hoarded`"),
    ("hidden.yaml", "set: {agents.tankers.service: 12 h}", "set: {agents.tankers.service: 12 t}",
     "hidden.yaml:8:39: expected a length of time such as 12 h, got `12 t`"),
    ("hidden.yaml", "set: {agents.tankers.service: 12 h}", "set: {agents.tanker.service: 12 h}",
     "hidden.yaml:8:15: `agents.tanker.service`: there is no `tanker` in `agents`;"
     " did you mean `tankers`?"),
    ("hidden.yaml", "agents.tankers.service: 12 h", "cards.ration.title: Share fuel",
     f"hidden.yaml:8:15: `cards.ration.title`: {SEEN}"),
    ("hidden.yaml", "agents.tankers.service: 12 h", "seats.port.told.waiting: 3 h",
     f"hidden.yaml:8:15: `seats.port.told.waiting`: {SEEN}"),
    ("hidden.yaml", "agents.tankers.service: 12 h", "agents.demands.rungs.rota: The night ends",
     f"hidden.yaml:8:15: `agents.demands.rungs.rota`: {SEEN}"),
    ("hidden.yaml", "agents.tankers.service: 12 h", "agents.tankers.after: fuel",
     f"hidden.yaml:8:15: `agents.tankers.after`: {SEEN}"),
    ("hidden.yaml", "agents.tankers.service: 12 h", "agents.fuel.use.old_town: null",
     f"hidden.yaml:8:15: `agents.fuel.use.old_town`: {SEEN}"),
    ("scenario.yaml", "    when: otherwise ", "    when: never ",
     "scenario.yaml:20:3: one ending holds `when: otherwise`, for when time is up"),
    ("scenario.yaml", "zone: +01:00", "zone: CET",
     "scenario.yaml:7:7: expected a distance from UTC such as +01:00, got `CET`"),
    ("scenario.yaml", "day 1 18:00, day 2 06:00, day 2 18:00",
     "day 1 18:00, day 1 06:00, day 2 18:00",
     "scenario.yaml:34:45: moves open one after the other"),
    ("scenario.yaml", "every: day, sense: at", "every: week, sense: at",
     "scenario.yaml:15:54: expected one of end or day, got `week`"),
    ("doctrine.yaml", "order: ration, fields: {where: shore}",
     "order: ration, fields: {where: sea}",
     "doctrine.yaml:23:84: no region `sea`; write `shore` or `uplands`"),
    ("doctrine.yaml", "order: divert}", "order: mediate}",
     "doctrine.yaml:5:59: `mediate` is a card of `council`, not of `port`"),
    ("evidence.yaml", "arrivals: {source: HM31", "arrivals: {source: HM32",
     "evidence.yaml:5:37: no source `HM32`; did you mean `HM31`?"),
    ("places.yaml", "tank_farm: {", "everywhere: {",
     "places.yaml:12:7: `everywhere` is a word of the language and cannot be an id;"
     " give it another name"),
    ("places.yaml", "at: [54.10, -3.20]", "at: [154.10, -3.20]",
     "places.yaml:9:9: expected [latitude, longitude] in degrees, such as [54.10, -3.20]"),
    ("texts/fr.yaml", "cards.ration.title:", "cards.raton.title:",
     "texts/fr.yaml:3:1: `cards.raton.title` is no text of this scenario"),
    ("agents.yaml", "    kind: stocks", "    kind: &a stocks",
     "agents.yaml:12:11: anchors and aliases are not used; write it out"),
    ("agents.yaml", "    kind: stocks", "\tkind: stocks",
     "agents.yaml:12:1: a tab cannot indent; write spaces"),
    ("offers.yaml", "gives: {will: night_shift", "gives: {will: open_gate",
     "offers.yaml:7:19: `open_gate` is a card of `union`, not of `port`"),
    ("injects.yaml", "{seat: council, card: ration", "{seat: port, card: ration",
     "injects.yaml:23:40: `ration` is a card of `council`, not of `port`"),
    ("injects.yaml", "day 2 15:00", "day 9 15:00",
     "injects.yaml:3:9: it lies outside the time of the scenario"),
    ("cards.yaml", "- offer: gate_for_pay\n        to: union",
     "- offer: gate_for_pay\n        to: port",
     "cards.yaml:173:13: `gate_for_pay` is an offer to `union`, not to `port`"),
    ("doctrine.yaml", "order: mediate}", "accept: gate_for_pay}",
     "doctrine.yaml:24:49: `gate_for_pay` is an offer to `union`, not to `council`"),
    ("scenario.yaml", "whitecell: 1 ", "whitecell: 2 ",
     "scenario.yaml:2:12: expected `whitecell: 1`, got `2`"),
]  # fmt: skip


def heard(folder: Path, name: str = "harbour") -> list[str]:
    """What is said, without the line that says that names wait."""
    return [line for line in mistakes(folder, name) if "names are checked once" not in line]


@pytest.mark.parametrize(("file", "old", "new", "said"), GALLERY)
def test_each_mistake_of_the_gallery_is_answered_as_printed(tmp_path: Path, file, old, new, said):
    folder = copies(tmp_path)
    change(folder / "harbour", file, old, new)
    assert heard(folder) == [said]


@pytest.mark.parametrize(("file", "old", "new", "said"), OTHERS)
def test_each_other_mistake_is_answered_once_at_its_place(tmp_path: Path, file, old, new, said):
    folder = copies(tmp_path)
    change(folder / "harbour", file, old, new)
    assert heard(folder) == [said]


@pytest.mark.parametrize(("file", "old", "new", "said"), LAYERED)
def test_a_mistake_in_a_layer_is_placed_where_it_was_written(tmp_path: Path, file, old, new, said):
    folder = copies(tmp_path)
    change(folder, file, old, new)
    assert heard(folder, "harbour-two")[:1] == [said]


def test_while_a_kind_is_unknown_one_line_says_that_names_wait(tmp_path: Path):
    folder = copies(tmp_path)
    change(folder / "harbour", "agents.yaml", "kind: queue", "kind: queu")
    assert mistakes(folder)[-1] == (
        "harbour: names are checked once every file, section and kind of agent can be read"
    )


def test_the_shipped_harbours_have_no_mistakes(tmp_path: Path):
    folder = copies(tmp_path)
    assert mistakes(folder) == []
    assert mistakes(folder, "harbour-two") == []


def test_echoes_of_one_mistake_are_counted_and_not_printed(tmp_path: Path):
    folder = copies(tmp_path)
    change(folder / "harbour", "seats.yaml", "  union:\n", "  onion:\n")
    found = [line for line in mistakes(folder) if "no seat `union`" in line]
    assert len(found) == 1
    assert re.search(r"did you mean `onion`\? \(and so in \d+ other places\)$", found[0])
