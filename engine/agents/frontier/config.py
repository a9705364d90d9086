"""What an author may write of a frontier: who faces whom, how touchy they are, what calms them."""

from collections.abc import Mapping

from engine.written import Value, Varying, Written, by_place, declare, parameter

DESIGN = "design value, no source"
STANCES = ("withdrawn", "watching", "ready", "pushing")


class FrontierConfig(Written):
    """Places that face each other across a line, and the incidents between them."""

    faces: Mapping[str, tuple[str, ...]] = declare(
        "lists",
        "which places lie across the line from each place; one direction is enough",
        ids=("place",),
    )
    stance: Mapping[str, str] = declare(
        "posture", "how armed men stand at a place at the start", {}, choices=STANCES
    )
    quiet: Varying = by_place(
        "0.01 /h (0.003 to 0.03)", "/h",
        "incidents at a place whose men and those across both watch", at_least=0, basis=DESIGN,
    )  # fmt: skip
    provokes: Value = parameter(
        "0.5 (0.2 to 0.8)", "", "further incidents that one incident brings about, in the mean",
        at_least=0, at_most=0.95, basis=DESIGN,
    )  # fmt: skip
    cools: Value = parameter(
        "6 h (3 to 24)", "h", "how fast an incident is forgotten", at_least=0.5, basis=DESIGN
    )
    truce: Value = parameter(
        "15 % (5 to 40)", "%", "what is left of all incidents while a truce holds", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    kills: Value = parameter(
        "0.3 people (0.1 to 1)", "people", "dead in an incident, in the mean", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    reach: Value = parameter(
        "8 % (3 to 20)", "%", "share of a place that one incident puts in danger", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    breaks: Value = parameter(
        "3 (2 to 6)", "", "incidents within a day, at one place and across, that end a truce",
        at_least=1, basis=DESIGN,
    )  # fmt: skip
