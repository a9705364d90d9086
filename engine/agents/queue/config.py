"""What an author may write of a queue: who comes, where they berth, how long it takes."""

from collections.abc import Mapping

from engine.written import Value, Written, declare, parameter

AUTHORS = "what the scenario says of its own; no value is usual"
NONE = "none, unless the scenario says so"


class QueueConfig(Written):
    """Ships that come, wait for a stand at the place they are bound for, unload and leave."""

    arrivals: Value = parameter(
        None, "ships/d", "ships that come in a day, at random moments", at_least=0, basis=AUTHORS
    )
    stands: Mapping[str, Value] = declare(
        "place_table", "how many can unload at once, by place; ships come for the first place",
        unit="ships", at_least=0, basis=AUTHORS,
    )  # fmt: skip
    service: Value = parameter(
        "9 h (6 to 14)", "h", "mean time at a stand at the normal pace", at_least=0.1,
        basis="design value, no source",
    )  # fmt: skip
    varies: Value = parameter(
        "50 % (0 to 100)", "%",
        "how much times at the stand differ: their spread over their mean; 0 is clockwork",
        at_least=0, at_most=1, basis="design value, no source",
    )  # fmt: skip
    breakdown: Value = parameter(
        "4 % (0 to 20)", "%", "chance that a ship's gear breaks while she unloads",
        at_least=0, at_most=1, basis="design value, no source",
    )  # fmt: skip
    repair: Value = parameter(
        "12 h (6 to 24)", "h", "mean time that a breakdown holds the stand", at_least=0.1,
        basis="design value, no source",
    )  # fmt: skip
    delivers: Mapping[str, Value] = declare(
        "agent_table", "what one ship brings to each agent that keeps stocks, where she berths",
        {}, unit="t", at_least=0, basis=AUTHORS,
    )  # fmt: skip
    at_anchor: Value = parameter(
        "0 ships", "ships", "ships that wait when the scenario starts", at_least=0, basis=NONE
    )
