"""What was told last, in one line: hours and headlines, the newest first."""

from tui.ink import Line, line
from tui.picture.known import Known
from tui.picture.reports import worth_reading
from tui.picture.times import hour
from tui.words import phrase

MOST = 12


def ticker(known: Known) -> Line:
    """As many as may fit a wide window; what is new in this move is bold. Nothing moves."""
    found: dict[str, tuple[str, bool]] = {}
    for item in reversed(known.news):
        if len(found) >= MOST:
            break
        if item.headline and worth_reading(item) and item.event != "game.move_opened":
            when = hour(known.scene.start, item.at, known.now)
            found.setdefault(item.headline, (when, item.number >= known.new_from))
    if not found:
        return ()
    runs = [(phrase(" LATEST   "), "$faint")]
    for head, (when, new) in found.items():
        runs += [(f"{when} ", "$faint"), (head, "bold" if new else "$dim"), ("   ", "")]
    return line(*runs)
