"""What people read of moves."""

from collections.abc import Mapping

from engine.scenario.scenario import Scenario
from engine.stories import Story


def of_a_move(scenario: Scenario, name: str, fields: Mapping[str, object]) -> Story:
    """What a seat reads of an event of moves, by its name."""
    match name:
        case "game.move_opened":
            return move_opened(scenario, fields)
        case "game.aims_chosen":
            known, aims = scenario.seats[str(fields["seat"])].aims, fields["aims"]
            assert isinstance(aims, list | tuple)
            return Story("Aims", "; ".join(known[str(aim)].text for aim in aims) + ".", "", "means")
        case "game.slips_told":
            mean = float(str(fields["mean"]))
            said = f"Over {fields['questions']} questions your mean score is {mean:.2f}"
            scale = "0 is perfect, and always saying 50 % gets 0.25."
            return Story("Forecasts", f"{said}; {scale}", "staff", "report")
        case "game.staff_named":
            return Story("Staff", "Your staff has said what it would do.", "staff", "means")
        case "game.seat_held":
            said = "No order goes out" if fields["held"] else "You may order after all"
            return Story("This move", f"{said}.", "staff", "means")
        case _:
            return Story("Forecasts", "Your slip is in.", "staff", "means")


def move_opened(scenario: Scenario, fields: Mapping[str, object]) -> Story:
    """That a move opened; with news if something opened it, or would have."""
    format = scenario.formats[str(fields["format"])]
    number, extra = int(str(fields["number"])), int(str(fields["extra"]))
    head = f"Extra move {extra}" if extra else f"Move {number} of {fields['of']}"
    because, by = fields["because"], {} if format.extra is None else format.extra.by
    assert isinstance(because, list | tuple)
    if said := [by[str(name)].text for name in because if by[str(name)].text]:
        return Story(head, " ".join(said), "", "report")
    if extra:
        return Story(head, "Something has happened that opens a move.", "", "report")
    chapter = list(format.chapters)[int(str(fields["chapter"]))]
    return Story(head, f"{chapter}.", "", "means")
