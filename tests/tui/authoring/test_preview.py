"""`whitecell preview`: a whole scenario on one harmless page."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from engine.scenario.load import load, shipped
from tests.engine.scenario.copies import change
from tests.tui.authoring.shell import held, whitecell
from tui.commands.authoring.new import begun
from tui.commands.authoring.preview.drawing import map_of, times_of
from tui.commands.authoring.preview.page import page_of

EMPTY = ("meta", "br", "link", "img")


class Page(HTMLParser):
    """What is on a page: its text, its elements, and whether each is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.wrong: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "\n".join(self.words)


@pytest.fixture
def mine(tmp_path: Path, monkeypatch) -> Path:
    begun(tmp_path / "mine", "Mine")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "mine"


@pytest.mark.parametrize("name", [name for name, _, _ in shipped()])
def test_everything_of_a_scenario_is_on_its_page(name: str):
    scenario = load(name)
    page = Page(page_of(scenario, ()))
    assert (page.open, page.wrong) == ([], [])
    parts = (
        scenario.agents, scenario.cards, scenario.injects, scenario.endings, scenario.outcomes,
        scenario.variants, scenario.hidden, scenario.sources,
    )  # fmt: skip
    for part in parts:
        assert [id for id in part if id not in page.words] == []
    for seat in scenario.seats.values():
        assert seat.title in page.text
    for town in scenario.places.values():
        assert town.title in page.words
    for card in scenario.cards.values():
        assert card.case_against in page.text or "{" in card.case_against


def test_a_page_has_no_script_and_fetches_nothing(mine: Path):
    page = Page(page_of(load(mine), ()))
    tags = {tag for tag, _ in page.tags}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form"})
    for _, given in page.tags:
        assert not [name for name in given if name.startswith("on")]
        assert str(given.get("href", "#")).startswith("#")
    ids = [given["id"] for _, given in page.tags if "id" in given]
    assert len(ids) == len(set(ids))
    links = {str(given["href"])[1:] for _, given in page.tags if "href" in given}
    assert links <= set(ids)


def test_what_an_author_writes_stays_text(mine: Path):
    change(mine, "cards.yaml", "title: Forbid hoses", 'title: "<script>x</script>"')
    change(mine, "briefs/growers.md", "Four dry weeks.", "<b onclick=x> & **bold** {trust}.")
    page = page_of(load(mine), ())
    assert "<script" not in page
    assert "&lt;b onclick=x&gt; &amp; <strong>bold</strong> <code>{trust}</code>" in page


def test_the_pictures_show_places_moves_and_timed_injects(mine: Path):
    scenario = load(mine)
    assert map_of(scenario).count("<circle") == 2
    times = times_of(scenario)
    assert times.count('class="move"') == 6
    assert times.count('class="inject"') == 1
    assert "A pump has failed" in times
    assert times.count("day ") >= 4
    assert ">day 1 20:00</td>" in page_of(scenario, ())
    (mine / "past.yaml").write_text("history: {one: {at: day 2 06:00, order: listen}}\n")
    assert times_of(load(mine)).count('class="past"') == 1


def test_a_page_is_written_again_and_nothing_else_is_written_over(mine: Path):
    first = held("preview", "mine", "--json")
    assert isinstance(first, dict)
    assert first["file"] == "mine-preview.html"
    kept = Path("mine-preview.html").read_bytes()
    assert len(kept) == first["bytes"]
    assert whitecell("preview", "mine").exit_code == 0
    assert Path("mine-preview.html").read_bytes() == kept
    Path("other.html").write_text("mine")
    done = whitecell("preview", "mine", "--to", "other.html")
    assert (done.exit_code, Path("other.html").read_text()) == (1, "mine")


def test_warnings_stand_on_the_page_and_mistakes_make_none(mine: Path):
    change(mine, "cards.yaml", "cost: {harvest: 12 %}\n", "cost: {harvest: 120 %}\n")
    assert whitecell("preview", "mine").exit_code == 0
    assert "[W-card]" in Path("mine-preview.html").read_text()
    change(mine, "cards.yaml", "cost: {harvest: 120 %}\n", "cost: {harvest: 12}\n")
    done = whitecell("preview", "mine", "--to", "none.html")
    assert (done.exit_code, Path("none.html").exists()) == (1, False)


def test_a_variant_and_a_setting_are_previewed_as_they_would_be(mine: Path):
    more = ("--variant", "kind-summer", "--set", "title=Other", "--to", "a.html")
    whitecell("preview", "mine", *more)
    assert "<h1>Other</h1>" in Path("a.html").read_text()
