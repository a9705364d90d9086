"""What an author may write of freed men: how long a handing-over takes."""

from engine.written import Value, Written, declare, parameter


class FreedConfig(Written):
    """Own guards leave a post some time after a contingent took it over, never before."""

    takes: Value = parameter(
        "6 h (3 to 24)", "h", "time from the taking-over of a site until its own guards are free",
        at_least=0, basis="design value, no source",
    )  # fmt: skip
    uses: Value = parameter(
        "100 % (50 to 100)", "%", "share of the relieved men whom the command can use elsewhere",
        at_least=0, at_most=1, basis="design value, no source",
    )  # fmt: skip
    told: tuple[str, ...] = declare(
        "seat_list", "seats that hear, site by site, how many of its own men are free, and when",
        (),
    )  # fmt: skip
