"""The evidence file: what is found, shown once, asked for, and found to be false."""

from pathlib import Path

import pytest

from engine.deals.events import ExhibitExposed, ExhibitFound, ExhibitJudged
from tests.engine.deals.table import Room
from tests.properties.games import game, harbour


def room_of(*sets: str) -> Room:
    found = ("exhibits.manifest.when=now >= day 1 08:00",)
    return Room(game(harbour(*found, *sets), bots="idle"))


FALSE = ("exhibits.manifest.true=0 %",)
SHOW = {"to": "council", "shows": "manifest"}


def test_an_exhibit_is_told_to_those_who_find_it_and_whether_it_is_genuine_to_nobody():
    room = room_of().hours(5)
    assert room.happened(ExhibitFound) == room.happened(ExhibitJudged) == [2]
    assert room.told("port", "exhibit_found") == [{"exhibit": "manifest"}]
    assert room.told("port", "exhibit_judged") == []
    assert room.told("council", "exhibit_found") == []
    assert room.game.view("port").env.times("held", "manifest") == 1


def test_nobody_shows_what_it_does_not_hold():
    room = room_of()
    assert room.offer("port", "show_papers", **SHOW).code == "no_exhibit"
    room.hours(3)
    assert room.offer("port", "show_papers", to="council", shows="rota_sheet").code == "no_exhibit"
    assert room.offer("port", "show_papers", to="council").code == "missing_field"
    assert room.offer("port", "show_papers", **SHOW).accepted


def test_each_exhibit_is_shown_once_to_each():
    room = room_of().hours(3)
    room.offer("port", "show_papers", **SHOW)
    room.hours(1)
    assert room.offer("port", "show_papers", **SHOW).code == "shown_already"
    assert room.offer("port", "show_papers", to="union", shows="manifest").accepted
    room.hours(1)
    assert room.game.world.deals.shown("port", "council") == 1
    assert room.game.world.deals.shown("port", "") == 1
    assert room.told("council", "exhibit_shown")[0]["exhibit"] == "manifest"


def test_evidence_that_is_asked_for_keeps_a_word():
    room = room_of().hours(3)
    room.offer("council", "show_me")
    room.hours(1)
    room.answer("port", "show_me-port-1", "accept")
    room.hours(1)
    room.offer("port", "show_papers", **SHOW)
    assert room.hours(1).state("show_me-port-1") == "kept"
    assert room.credit("port", "council") == 55


def test_showing_it_unasked_answers_the_asking():
    room = room_of().hours(3)
    room.offer("council", "show_me")
    room.hours(1)
    room.offer("port", "show_papers", **SHOW)
    assert room.hours(1).state("show_me-port-1") == "kept"


def test_a_false_one_is_found_out_and_paid_for_by_all_who_used_it():
    room = room_of(*FALSE).hours(3)
    for hearer in ("council", "union"):
        room.offer("port", "show_papers", to=hearer, shows="manifest")
        room.hours(1)
    room.hours(33)
    assert room.happened(ExhibitExposed) == []
    room.hours(3)
    assert room.happened(ExhibitExposed) == [39]
    assert (room.credit("port", "council"), room.credit("port", "union")) == (30, 30)


def test_a_false_one_that_nobody_used_costs_nothing():
    room = room_of(*FALSE)
    room.game.play()
    assert room.happened(ExhibitExposed) == []


def test_at_the_end_every_false_one_that_was_used_is_found_out():
    room = room_of(*FALSE, "exhibits.manifest.found_out=2000 h").hours(3)
    room.offer("port", "show_papers", **SHOW)
    room.game.play()
    assert room.happened(ExhibitExposed) == [room.game.now / 3600]


def test_a_genuine_one_is_never_exposed():
    room = room_of("exhibits.manifest.true=100 %").hours(3)
    room.offer("port", "show_papers", **SHOW)
    room.game.play()
    assert room.happened(ExhibitExposed) == []


CHECK = """
    cards:
      weigh_it:
        title: Weigh a paper
        seat: council
        fields: {which: [manifest, rota_sheet]}
        effects: [{check: which, chance: CHANCE}]
        case_for: "Clerk: paper is patient."
        case_against: "Porter: so am I."
        unknown: Who wrote it.
    exhibits: {manifest: {when: now >= day 1 08:00, true: TRUE}}
"""


def weighed(folder: Path, chance: str, true: str, *, shown: bool = True) -> Room:
    room = Room.changed(folder, CHECK.replace("CHANCE", chance).replace("TRUE", true)).hours(3)
    if shown:
        room.offer("port", "show_papers", **SHOW)
        room.hours(1)
    room.give("council", "weigh_it", {"which": "manifest"})
    return room.hours(1)


@pytest.mark.parametrize(
    ("chance", "true", "found"),
    [
        ("100 %", "0 %", "false"),
        ("100 %", "100 %", "genuine"),
        ("0 %", "0 %", "open"),
    ],
)
def test_a_check_says_whether_it_is_genuine(tmp_path: Path, chance: str, true: str, found: str):
    room = weighed(tmp_path, chance, true)
    (told,) = room.told("council", "exhibit_checked")
    assert told["found"] == found
    env = room.game.view("council").env
    assert env.dealt("checked", "manifest", "") == {"open": "unknown"}.get(found, found)
    assert room.game.view("port").env.dealt("checked", "manifest", "") == "unknown"


def test_what_a_seat_does_not_hold_it_cannot_have_checked(tmp_path: Path):
    room = weighed(tmp_path, "100 %", "0 %", shown=False)
    (told,) = room.told("council", "exhibit_checked")
    assert told["found"] == "open"
