"""What a finished game of invented data is read by, as the game would tell it."""

from datetime import datetime, timedelta

Plain = dict[str, object]
START = datetime.fromisoformat("2031-01-02T00:00:00+06:00")


def at(hours: float) -> str:
    """So many hours after the start."""
    return (START + timedelta(hours=hours)).isoformat()


def part(said: str, first: float, last: float, *titles: str) -> Plain:
    """What of a row these seats could have prevented."""
    return {"said": said, "titles": list(titles), "first": at(first), "last": at(last)}


def count(title: str, said: str, missing: int = 0) -> Plain:
    """What a source had counted."""
    return {"title": title, "said": said, "as_of": at(85), "missing": missing}


def decision(card: str, hours: float) -> Plain:
    """The order that did most."""
    return {
        "seat": "lead", "seat_title": "Head of state", "card": "ask", "card_title": card,
        "at": at(hours), "amount": 9.2, "moved": 9.9, "by_nobody": -0.1,
    }  # fmt: skip


def harm() -> list[Plain]:
    """Rows with sources, without, and one of nobody."""
    both = ("Head of state", "Interior")
    return [
        {
            "id": "killed", "title": "People in the crowds, killed", "unit": "people",
            "said": "205 people", "amount": 205.0, "not_counted": "about 15 people",
            "counts": {
                "official": count("Head of state", "170 people"),
                "independent": count("Press", "190 people", missing=2),
            },
            "parts": [part("57 people", 69, 82, *both), part("148 people", 84, 85, "Interior")],
            "decision": decision("Set the limit on force", 69),
        },
        {
            "id": "held", "title": "Of those held, with no rules against ill-treatment",
            "unit": "people", "said": "7,400 people", "amount": 7400.0, "not_counted": "",
            "counts": {}, "parts": [part("7,400 people", 20, 93)],
        },
        {
            "id": "guests", "title": "Men of the contingents, killed", "unit": "people",
            "said": "0 people", "amount": 0.0, "not_counted": "", "counts": {}, "parts": [],
        },
    ]  # fmt: skip


def aim(id: str, text: str, met: bool, ticked: bool, *because: tuple[str, str]) -> Plain:
    """One aim, and what it was read by."""
    return {
        "aim": id, "text": text, "met": met, "ticked": ticked,
        "because": [{"title": title, "said": said} for title, said in because],
    }  # fmt: skip


def ending() -> Plain:
    """The ending, its published test and what it found."""
    return {
        "id": "terms", "title": "Order restored, on another’s terms", "at": at(93),
        "text": "Sites retaken; no exit date. What the next year brings is typed elsewhere.",
        "test": "guests.over is 1 for 48 h and trust < 45 %",
        "rule": ["the last man has left: yes, for 48 h", "Trust in the government is under 45 %"],
        "because": [
            {"title": "the last man has left", "said": "yes"},
            {"title": "Trust in the government", "said": "44 %"},
        ],
    }  # fmt: skip


def results_aims() -> list[Plain]:
    """Three aims, two of them chosen."""
    return [
        aim("alive", "Nobody killed by an order of yours", False, True,
            ("people in the crowd killed since the start", "205 people")),
        aim("own", "Order by your own men", True, True, ("share of all men who stay", "61 %")),
        aim("trust", "People trust the government", False, False, ("trust", "44 %")),
    ]  # fmt: skip


def results() -> Plain:
    """Everything."""
    aims = results_aims()
    afterwards = [
        ("Sovereignty", "A man who is not from here checks passes at the gate."),
        ("Opinion", "Asked on the doorstep, most say that they have no time."),
    ]
    return {
        "harm": harm(), "title": "Invented Country, January", "began": at(0), "ending": ending(),
        "seats": {
            "lead": {
                "title": "Head of state", "aims": aims, "par": None,
                "forecasts": {"questions": 12, "mean": 0.21},
            },
        },
        "hidden": [
            {
                "question": "why", "question_text": "Why do the posts empty?", "answer": "told",
                "answer_text": "Chiefs have told units to leave", "odds": 20.0,
                "clues": [
                    {
                        "clue": "calls", "headline": "Who rang whom", "to": ["lead"],
                        "titles": ["Head of state"], "at": at(80), "shown": True,
                        "likeliest": "wait", "likeliest_text": "They wait to see who wins",
                    },
                    {
                        "clue": "keys", "headline": "Keys handed over", "to": ["inner"],
                        "titles": ["Interior"], "at": at(82), "shown": True,
                        "likeliest": "told", "likeliest_text": "Chiefs have told units to leave",
                    },
                ],
            }
        ],
        "afterwards": [
            {"id": title, "title": title, "text": text, "unit": "%",
             "decision": decision("Ask the alliance", 84) if title == "Sovereignty" else None}
            for title, text in afterwards
        ],
        "decisions": decisions(), "turns": turns(), "record": record(),
    }  # fmt: skip


def decisions() -> list[Plain]:
    """What was ordered, and what could have been instead."""
    nothing: Plain = {"card": "", "fields": {}, "words": "nothing ordered"}
    return [
        {
            "order": "p1", "card": "ask", "words": "Ask the alliance (internal unrest)",
            "by": "player", "at": at(84), "state": "done as ordered",
            "instead": [
                nothing,
                {"card": "ask", "fields": {"call": "outside"},
                 "words": "an attack from outside"},
            ],
        },
        {
            "order": "lead-staff-69-limit", "card": "limit", "words": "Set the limit on force",
            "by": "staff", "at": at(69), "state": "done in part", "instead": [nothing],
        },
    ]  # fmt: skip


def turns() -> list[Plain]:
    """Three moves."""
    effects = [
        {"title": "Cost to sovereignty", "said": "+9.2 points", "share": 82},
        {"title": "People in the crowds, killed", "said": "148 people", "share": 72},
    ]
    return [
        {"move": at(66), "at": at(69), "seat": "lead", "seat_title": "Head of state",
         "title": "Set the limit on force", "order": "p2", "own": True, "effects": effects[1:]},
        {"move": at(84), "at": at(84), "seat": "lead", "seat_title": "Head of state",
         "title": "Ask the alliance", "order": "p1", "own": True, "effects": effects},
        {"move": at(90), "at": at(91), "seat": "", "seat_title": "",
         "title": "Doors stand open", "order": "", "effects": effects[:1]},
    ]  # fmt: skip


def record() -> list[Plain]:
    """What was done in fact with two cards."""
    past: Plain = {
        "at": at(90), "words": "Ask the alliance (an attack from outside)", "precision": "hour",
        "note": "", "source": ["PAPER1"],
    }  # fmt: skip
    return [
        {"card": "ask", "title": "Ask the alliance", "record": "Asked on the fifth [PAPER1]",
         "dated": [past]},
        {"card": "replace", "title": "Replace a security chief", "record": "Two were replaced",
         "dated": [past | {"words": "Replace a security chief"}]},
    ]  # fmt: skip


def luck(done: int, wanted: Plain) -> Plain:
    """Futures as far as they have come."""
    of = int(str(wanted["futures"]))
    done = min(done, of)
    swap = wanted.get("swap")
    swapped = done if isinstance(swap, dict) else 0
    killed = sorted(100.0 + 7 * (number * 17 % 41) for number in range(done))
    fewer = sorted(60.0 + 7 * (number * 17 % 41) for number in range(swapped))
    said = ["In 58 to 66 of 100 the same decisions ended with less than in this game."]
    if swapped:
        said.append("Under the same luck the swap gave less in 71 to 78 of 100, more in 9 to 14.")

    def row(sort: str, title: str, unit: str, here: float, *arms: list[float]) -> Plain:
        first, second = ({"values": arm, "span": None, "chance": None} for arm in arms)
        return {
            "sort": sort, "id": title, "title": title, "unit": unit, "here": here,
            "swapped_here": here * 0.7 if swapped else None, "same": first, "swapped": second,
            "words": said if done else ["Too few futures for a sentence yet (0)."],
        }  # fmt: skip

    half = [float(number % 2) for number in range(done)]
    less = [float(number % 3 > 0) for number in range(swapped)]
    level = [30.0 + number % 11 for number in range(done)]
    return {
        "of": of, "same": done, "swapped": swapped, "finished": done == of, "trouble": "",
        "swap": {"order": str(swap["order"])} if isinstance(swap, dict) else None,
        "rows": [
            row("harm", "People in the crowds, killed", "people", 205.0, killed, fewer),
            row("level", "Trust in the government", "%", 44.0, level, less[:0]),
            row("aim", "Nobody killed by an order of yours", "", 0.0, half, less),
        ],
        "endings": [
            {"id": "terms", "title": "Order restored, on another’s terms", "here": True,
             "same": done - done // 4, "swapped": swapped // 2},
            {"id": "falls", "title": "The government falls", "here": False,
             "same": done // 4, "swapped": swapped - swapped // 2},
        ],
        "refused": [done // 10, 0],
        "par": {"ending": ending(), "aims": results_aims(), "harm": []} if done else None,
    }  # fmt: skip
