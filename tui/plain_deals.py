"""Deals line by line: what is open, what may be put, and how it is answered."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

import click

from engine.quantities import show
from tui.picture.deals import SORTS
from tui.picture.evidence import exhibit_rows
from tui.picture.needs import needs_said
from tui.plain_choice import Left, amount, choose
from tui.plain_opening import hanging, told_since
from tui.session import Plain, Session
from tui.words import phrase

Submit = Callable[[str, Mapping[str, str]], Awaitable[None]]

STATES = {
    "open": phrase("waits for an answer"),
    "running": phrase("binds"),
    "recalled": phrase("taken back"),
    "due": phrase("its hour has passed"),
    "unanswered": phrase("not answered"),
    "void": phrase("the game ended first"),
}
TAKEN = {"answer": phrase("Your answer is in."), "offer": phrase("Your offer is in.")}
"""What is said of an act that was taken in: `Accepted` would read as what it says."""
OWN = {"recall", "extend"}
"""What the maker of an offer may do about it."""

TERMS = {
    "waiting": phrase("not yet"),
    "running": phrase("until {until}"),
    "offered": phrase("offered"),
}


class Dealing:
    """The commands of deals, for one game in lines."""

    def __init__(self, session: Session, submit: Submit) -> None:
        self._session, self._submit = session, submit

    async def deals(self) -> None:
        """Every deal that the seat knows of, and the credit between it and the others."""
        scene, view = await self._session.scene(), await self._session.view()
        rows = _rows(view["deals"])
        for number, row in enumerate(rows, start=1):
            click.echo(_row(number, row))
            _hang(str(row["said"]))
            for term in _rows(row["terms"]):
                _hang(f"{term['said']}: {_state(scene, term)}")
            if row["replies"]:
                by = int(str(row["answer_by"]))
                click.echo(f"       {_until(number, _own(row), _when(scene, by))}")
        if not rows:
            click.echo(phrase("There are no deals yet."))
        self._credit(scene, view)
        known = await told_since(self._session, None)
        for need in needs_said(known):
            click.echo("\n".join(hanging("  ", need, "    ")))
        for exhibit in exhibit_rows(known):
            click.echo(
                phrase(
                    "  Evidence: {title}, {word}, {use}.",
                    title=exhibit.title,
                    word=exhibit.word,
                    use=exhibit.use,
                )
            )

    def _credit(self, scene: Plain, view: Plain) -> None:
        titles, credit = scene["seats"], view["credit"]
        assert isinstance(titles, dict)
        assert isinstance(credit, dict)
        for seat, (theirs, mine) in credit.items():
            click.echo(
                phrase(
                    "  Credit: {titles} has {theirs} with you, you have {mine} with them.",
                    titles=titles[seat],
                    theirs=show(theirs, "%"),
                    mine=show(mine, "%"),
                )
            )

    async def offers(self) -> None:
        """What the seat may put before others."""
        forms = (await self._session.scene())["offers"]
        assert isinstance(forms, dict)
        for number, row in enumerate(_rows((await self._session.view())["offers"]), start=1):
            form = forms[str(row["offer"])]
            state = "" if row["open"] else phrase("   (not now)")
            click.echo(f"  {number:2} {form['title']} ({_sort(form)}){state}")
            for said in (form["said"], *(title for _, title in form["shows"])):
                if said:
                    _hang(str(said))
        if not forms:
            click.echo(phrase("You have nothing to offer."))

    async def put(self, number: int) -> None:
        """Put one of the offers. Raises Left when the player thinks better of it."""
        rows = _rows((await self._session.view())["offers"])
        if not 1 <= number <= len(rows):
            click.echo(
                phrase("There are {rows} offers; type `offers` to see them.", rows=len(rows))
            )
            return
        row = rows[number - 1]
        forms = (await self._session.scene())["offers"]
        assert isinstance(forms, dict)
        form = forms[str(row["offer"])]
        fields = {"offer": str(row["offer"])}
        hearers = {str(seat): str(title) for seat, title in form["to"]}
        if row["several"]:
            fields["to"] = _choose(phrase("To whom"), list(hearers), list(hearers.values()))
        whom = fields.get("to", next(iter(hearers)))
        shows = row["shows"]
        assert isinstance(shows, dict)
        if len(form["shows"]) > 1 and shows.get(whom):
            titles = dict(form["shows"])
            held = [str(each) for each in shows[whom]]
            fields["shows"] = _choose(phrase("Show what"), held, [titles[each] for each in held])
        if form["sort"] not in ("pledge", "evidence"):
            said = str(
                click.prompt(phrase("Answer within"), default=str(form["answer_by"]))
            ).strip()
            if said == "back":
                raise Left
            fields["within"] = amount(said, "h")
        if whom != "all":
            label = phrase(
                "Over the hot line (one order; {leak} that others hear of it)", leak=form["leak"]
            )
            fields["hot"] = _choose(label, ["no", "yes"], [phrase("no"), phrase("yes")])
        await self._submit("offer", fields)

    async def answer(self, number: int) -> None:
        """Answer a deal. Raises Left when the player thinks better of it."""
        rows = _rows((await self._session.view())["deals"])
        if not 1 <= number <= len(rows):
            click.echo(phrase("There are {rows} deals; type `deals` to see them.", rows=len(rows)))
            return
        replies = rows[number - 1]["replies"]
        assert isinstance(replies, list)
        if not replies:
            click.echo(phrase("That is not open to an answer of yours."))
            return
        words = [str(reply) for reply, _ in replies]
        reply = _choose(phrase("Your answer"), words, [str(said) for _, said in replies])
        await self._submit("answer", {"deal": str(rows[number - 1]["deal"]), "reply": reply})


def _row(number: int, row: Plain) -> str:
    return phrase(
        "  {number:2} {title}, {who} to {whom}: {state}",
        number=number,
        title=row["title"],
        who=row["who"],
        whom=row["whom"],
        state=STATES.get(str(row["state"]), str(row["state"])),
    )


def _until(number: int, own: bool, when: str) -> str:
    """Until when something may be said of a deal, and what to type."""
    if own:
        return phrase(
            "You may take it back until {when}: type `answer {number}`.", when=when, number=number
        )
    return phrase("Yours to answer by {when}: type `answer {number}`.", when=when, number=number)


def _own(row: Plain) -> bool:
    """Whether the seat made this offer itself."""
    replies = row["replies"]
    assert isinstance(replies, list)
    return {str(reply) for reply, _ in replies} <= OWN


def _sort(form: Plain) -> str:
    """What people call an offer of its sort."""
    return SORTS.get(str(form["sort"]), str(form["sort"]))


def _state(scene: Plain, term: Plain) -> str:
    said = TERMS.get(str(term["state"]), str(term["state"]))
    return said.format(until=_when(scene, int(str(term["until"]))))


def _when(scene: Plain, second: int) -> str:
    start = datetime.fromisoformat(str(scene["start"]))
    return (start + timedelta(seconds=second)).strftime("%d %b %H:%M")


def _choose(what: str, words: Sequence[str], said: Sequence[str]) -> str:
    return choose(what, words, may_leave=True, labels=said)


def _rows(value: object) -> list[Plain]:
    assert isinstance(value, list)
    return value


def _hang(text: str) -> None:
    """Below the row that it belongs to."""
    for line in hanging("       ", text):
        click.echo(line)
