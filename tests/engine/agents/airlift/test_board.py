"""What is told of each flight and stand, beside what is so."""

from tests.engine.agents.airlift.bridge import lift_of, tasked
from tests.engine.stage import HOUR


def rows(stage):
    text = stage.read("airlift", "board")
    return [row.split(",") for row in text.split(";")] if text else []


def test_there_is_no_board_before_the_first_order():
    from tests.engine.agents.airlift.bridge import bridge, force

    assert bridge(lift_of(2), [force(3)]).read("airlift", "board") == ""


def test_every_flight_under_way_is_on_the_board_and_no_other():
    stage = tasked(lift_of(2), 6)
    for hour in range(0, 30, 2):
        stage.until(hour)
        state = stage.world.agents["airlift"]
        coming = {
            s.id: s
            for s in state.sorties.values()
            if s.phase in ("flying", "holding", "parked", "broken")
        }
        told = {row[0]: row for row in rows(stage) if row[0][0] not in "=+"}
        assert set(told) == set(coming)
        for id, row in told.items():
            sortie = coming[id]
            minutes = [int(each) for each in row[7:] if each]
            times = (
                sortie.loaded_at, sortie.ready_at, sortie.took_off_at, sortie.arrived_at,
                sortie.parked_at,
            )  # fmt: skip
            known = [at // 60 for at in times if at >= 0]
            assert [sum(minutes[: n + 1]) for n in range(len(minutes))] == known
        waiting = sum(int(row[2]) for row in rows(stage) if row[0][0] == "+")
        assert waiting == sum(
            s.phase in ("waiting", "loading", "mending", "ready") for s in state.sorties.values()
        )


def test_when_a_stop_will_end_is_nowhere_on_the_board():
    stage = tasked(lift_of(2), 6).until(9)
    ends = {str(s.due // 60) for s in stage.world.agents["airlift"].of("parked")}
    assert ends
    assert not ends & {part for row in rows(stage) for part in row}


def test_stands_and_whether_they_are_open_are_on_the_board():
    stage = tasked(lift_of(2), 6).until(1)
    assert rows(stage)[0] == ["=strip", "2", "1"]
    stage.do("incidents", "lose", at="strip").until(2)
    assert rows(stage)[0] == ["=strip", "2", "0"]
    assert stage.world.now >= HOUR
