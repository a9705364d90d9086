"""What people read of moves."""

from collections.abc import Mapping

from engine.scenario.scenario import Scenario
from engine.stories import Story


def move_opened(scenario: Scenario, fields: Mapping[str, object]) -> Story:
    """That a move opened; with news if something opened it, or would have."""
    format = scenario.formats[str(fields["format"])]
    number, extra = int(str(fields["number"])), int(str(fields["extra"]))
    head = f"Extra move {extra}" if extra else f"Move {number} of {fields['of']}"
    if fields["news"] and format.extra is not None and format.extra.text:
        return Story(head, format.extra.text, "", "report")
    if extra:
        return Story(head, "Something has happened that opens a move.", "", "report")
    chapter = list(format.chapters)[int(str(fields["chapter"]))]
    return Story(head, f"{chapter}.", "", "means")
