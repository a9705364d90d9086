"""The scenario that the authors' guide builds is a whole one: it is checked and played here."""

import re
from pathlib import Path

import pytest

from engine.orders import ACTS
from engine.scenario.load import check, load
from engine.setup import Wanted, prepare, start

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "author.md").read_text(encoding="utf-8")
BLOCK = re.compile(r'^```\w+ title="flour/([\w./]+)"\n(.*?)^```', re.MULTILINE | re.DOTALL)
FILES = dict(BLOCK.findall(GUIDE))
MESSAGE = re.compile(r"^```text\n(.*)\n```", re.MULTILINE)


@pytest.fixture
def flour(tmp_path: Path) -> Path:
    """The folder, written file by file as the guide shows it."""
    folder = tmp_path / "flour"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def play(folder: Path, bots: str, seed: int = 1, **sets: str):
    """One whole run; `sets` are numbers of the stocks by name."""
    paths = {f"agents.flour.{name}": value for name, value in sets.items()}
    game = start(prepare(Wanted(str(folder), seed=seed, bots=bots, sets=paths)), keep=False)
    game.play()
    return game


def test_the_guide_shows_every_file_once():
    assert len(FILES) == len(BLOCK.findall(GUIDE)) >= 10


def test_the_scenario_has_neither_mistakes_nor_warnings(flour: Path):
    assert check(flour) == ()


def test_its_variants_have_none_either(flour: Path):
    variants = load(flour).variants
    assert variants
    assert [check(flour, variant=name) for name in variants] == [()] * len(variants)


@pytest.mark.parametrize("bots", ["doctrine", "idle", "random", "history"])
def test_bots_play_it_to_an_ending(flour: Path, bots: str):
    assert play(flour, bots).over


def test_what_is_decided_changes_how_it_ends(flour: Path):
    assert play(flour, "doctrine").world.ending == "settled"
    assert play(flour, "idle").world.ending == "hungry"


def test_every_card_is_carried_out_in_some_run(flour: Path):
    carried = set()
    for seed in range(1, 7):
        for lorries in ("6 t/d", "0 t/d"):
            tallies = play(flour, "random", seed, lorries=lorries).world.tallies
            carried |= {name.removeprefix("card:") for name in tallies if name[:5] == "card:"}
    assert carried - {*ACTS} == set(load(flour).cards)


def test_the_promise_that_the_guide_shows_is_made_and_kept(flour: Path):
    tallies = set()
    for seed in range(1, 7):
        tallies |= set(play(flour, "doctrine", seed).world.tallies)
    assert "kept:pay_for_carts" in tallies


def test_every_inject_that_needs_no_hand_comes_in_some_run(flour: Path):
    injects = load(flour).injects
    come = set()
    for bots, seed in (("idle", 1), ("doctrine", 1), ("random", 1), ("random", 2), ("random", 3)):
        come |= set(play(flour, bots, seed).world.fired)
    assert come >= set(injects) - {"inspector"}


def test_the_message_that_the_guide_shows_is_the_message(flour: Path):
    cards = flour / "cards.yaml"
    cards.write_text(cards.read_text().replace("case_against", "case_agianst", 1))
    (shown,) = [text for text in MESSAGE.findall(GUIDE) if "agianst" in text]
    assert [str(problem) for problem in check(flour)] == [shown]


def test_the_setting_that_the_guide_shows_can_be_set(flour: Path):
    path, value = re.findall(r"--set (\S+)='([^']+)'", GUIDE)[0]
    assert check(flour, variant="mild-winter", sets={path: value}) == ()


FEVER = re.search(
    r'^```yaml title="fever/scenario.yaml"\n(.*?)^```', GUIDE, re.MULTILINE | re.DOTALL
)


@pytest.fixture
def fever(flour: Path) -> Path:
    """The folder that the guide puts beside the other, with an illness by place."""
    assert FEVER is not None
    folder = flour.parent / "fever"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(FEVER[1], encoding="utf-8")
    return folder


def test_the_fever_beside_it_is_clean_and_breaks_out_in_every_place(fever: Path):
    assert check(fever) == ()
    game = play_of(fever, "idle")
    levels = game.world.agents["fever"].levels
    assert "few_drivers" in game.world.fired
    assert all(ill + well > 0.01 for ill, well in zip(*levels[1:], strict=True))
    assert [sum(place) for place in zip(*levels, strict=True)] == pytest.approx([1.0] * 3)


def test_a_closed_market_slows_the_fever(fever: Path):
    games = {bots: play_of(fever, bots, seed=3) for bots in ("idle", "random")}
    assert not games["idle"].world.tallies.get("card:close_market")
    held = games["random"].world.tallies
    assert held.get("card:close_market")
    assert held["fever.held"].times == held["card:close_market"].times


def play_of(folder: Path, bots: str, seed: int = 1):
    """One whole run of a folder with nothing changed in it."""
    game = start(prepare(Wanted(str(folder), seed=seed, bots=bots)), keep=False)
    game.play()
    return game
