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
        "because": [
            {"title": "the last man has left", "said": "yes"},
            {"title": "Trust in the government", "said": "44 %"},
        ],
    }  # fmt: skip


def results() -> Plain:
    """Everything."""
    aims = [
        aim("alive", "Nobody killed by an order of yours", False, True,
            ("people in the crowd killed since the start", "205 people")),
        aim("own", "Order by your own men", True, True, ("share of all men who stay", "61 %")),
        aim("trust", "People trust the government", False, False, ("trust", "44 %")),
    ]  # fmt: skip
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
    }  # fmt: skip
