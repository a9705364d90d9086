"""`whitecell print`: a seat's briefing on one page of Markdown, for paper."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import click

from engine.catalogue import rendered
from engine.effects import shown
from engine.envs import SeatEnv
from engine.game import Game
from engine.moves.schedule import FIRST
from engine.quantities import show
from engine.setup import Wanted, start
from host.showing import scene_for
from tui.commands.common import prepared
from tui.plain_figures import plain_title
from tui.words import phrase, plural

WIDTH = 96
PAGE = 62
"""Lines that fit on a page of paper; a briefing is written to fit."""


BLANK = "____"
"""What stands in a printed brief for a number that differs from game to game."""
SEEDS = (1, 2)
"""Games whose briefs are held beside each other to find such numbers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is printed: a seat of a scenario, in a format and a variant, for any game or for one."""

    scenario: str
    seat: str
    format: str | None = None
    variant: str | None = None
    seed: int | None = None

    def game(self, seed: int) -> Game:
        """Its game with a seed, as people would play it. Bad usage for what there is not."""
        people = {} if self.seed is None else {self.seat: "player"}
        wanted = Wanted(
            self.scenario, seed=seed, variant=self.variant, bots="idle", people=people,
            drawn=self.seed is not None, format=self.format or FIRST,
        )  # fmt: skip
        return start(prepared(wanted), keep=False)


def print_it(asked: Asked) -> None:
    """Print the page. Bad usage for a seat or a format that there is not."""
    seeds = SEEDS if asked.seed is None else (asked.seed,)
    games = [asked.game(seeds[0])]
    if asked.seat not in games[0].scenario.seats:
        there = ", ".join(games[0].scenario.seats)
        raise click.UsageError(
            phrase("no seat `{seat}`; there are {there}", seat=asked.seat, there=there)
        )
    text = games[0].scenario.briefs.get(games[0].scenario.language, {}).get(asked.seat)
    told = games[0].scenario.seats[asked.seat].told.values()
    inexact = any(each.error is not None for each in told)
    if inexact and text is not None and any(True for _ in text.shown()):
        games += [asked.game(seed) for seed in seeds[1:]]
    click.echo("\n".join(page(games, asked.seat)))


def page(games: Sequence[Game], seat: str) -> list[str]:
    """The lines of the page: who you are, what you want, can do and are told, and the moves.

    As much of cards, offers and readings is said as there is room for on one page of paper.
    """
    for room in (3, 2, 1):
        found = _page(games, seat, room)
        if len(found) <= PAGE:
            return found
    return _page(games, seat, 0)


def _page(games: Sequence[Game], seat: str, room: int) -> list[str]:
    game = games[0]
    scene = scene_for(game, seat)
    brief = _brief(_filled(games, seat))
    if scene["offers"] and room < 2:
        offers = _paragraph(_texts_of(scene["offers"], "title") if room else [_count(scene)])
    else:
        offers = _offers(scene) if scene["offers"] else []
    blocks = [
        _head(game, seat),
        [phrase("## Who you are"), "", *_trimmed(brief)],
        [phrase("## What you may want"), "", *_listed(_texts(scene["aims"]))],
        [phrase("## What you can do"), "", *cards_of(game, seat, scene, room)],
        *([[phrase("## What you may offer"), "", *offers]] if offers and room else []),
        [phrase("## What you are told"), "", *_paragraph(_told(scene, room))],
        [phrase("## How it is played"), "", *_paragraph(_moves(game, seat))],
    ]
    if offers and not room:
        blocks[3] += offers
    found: list[str] = []
    for block in blocks:
        found += [*block, ""]
    return found[:-1]


def _filled(games: Sequence[Game], seat: str) -> str:
    """The brief; what differs from game to game is left open, for it is told when play begins."""
    scenario = games[0].scenario
    text = scenario.briefs.get(scenario.language, {}).get(seat)
    if text is None:
        return ""
    rows = [dict(shown(text, SeatEnv(game.world, seat))) for game in games]
    values: dict[str, object] = {
        name: value if all(row[name] == value for row in rows) else BLANK
        for name, value in rows[0].items()
    }
    said = rendered(scenario, text, values)
    if BLANK in values.values():
        said += "\n\n" + phrase("{blank}: you are told this when play begins.", blank=BLANK)
    return said


def _head(game: Game, seat: str) -> list[str]:
    scenario = game.scenario
    sort = phrase("Real events.") if scenario.real_events else phrase("Invented events.")
    title = f"# {scenario.seats[seat].title}: {scenario.title}"
    return [title, "", *_paragraph([f"{sort} {scenario.content_note or scenario.summary}"], " ")]


def _brief(text: str) -> Iterator[str]:
    """The brief without its heading, each paragraph on as few lines as it takes."""
    paragraph: list[str] = []
    for row in [*text.strip().splitlines(), ""]:
        bare = row.strip()
        if bare.startswith("# "):
            continue
        if bare and not bare.startswith(("- ", "* ", "**", "#")):
            paragraph.append(bare)
            continue
        if paragraph:
            yield from textwrap.wrap(" ".join(paragraph), WIDTH)
            yield ""
            paragraph = []
        if bare.startswith("**"):
            paragraph = [bare]
        elif bare:
            yield from textwrap.wrap(bare, WIDTH, subsequent_indent="  ")


def _trimmed(rows: Iterable[str]) -> list[str]:
    """Lines without an empty one at the end."""
    found = list(rows)
    while found and not found[-1]:
        found.pop()
    return found


def _texts(found: object) -> Sequence[str]:
    return [str(text) for text in found.values()] if isinstance(found, Mapping) else []


def _listed(texts: Sequence[str]) -> list[str]:
    rows = [f"- {text}" for text in texts] or [phrase("Nothing is set down.")]
    return [row for text in rows for row in textwrap.wrap(text, WIDTH, subsequent_indent="  ")]


def _paragraph(texts: Sequence[str], gap: str = "; ") -> list[str]:
    joined = gap.join(text for text in texts if text)
    whole = f"{joined}." if joined and not joined.endswith(".") else joined
    return textwrap.wrap(whole, WIDTH, break_on_hyphens=False) or [phrase("Nothing.")]


def cards_of(game: Game, seat: str, scene: Mapping[str, object], room: int) -> list[str]:
    """The cards of a seat: with room what each does and needs, without it titles and costs."""
    forms = scene["cards"]
    assert isinstance(forms, Mapping)
    if room < 2:
        return _paragraph([_priced(form) for form in forms.values()])
    found = []
    for id, form in forms.items():
        card = game.scenario.cards[id]
        said = [f"**{_priced(form)}.**", str(form["text"])]
        if form["authority"]:
            said.append(phrase("Needs the power: {power}.", power=form["authority"]))
        if card.closed:
            said.append(phrase("Closed at times: {why}.", why=card.closed.rstrip(".")))
        elif card.when is not None and room > 2:
            said.append(phrase("It is not always open."))
        if card.seat != seat:
            said.append(phrase("It may be put before you."))
        found.append(" ".join(part for part in said if part))
    return _listed(found)


def _priced(form: Mapping[str, object]) -> str:
    """A card by its title, with what it costs and how long it takes."""
    costs, fields = form["cost"], form["fields"]
    assert isinstance(costs, Mapping)
    assert isinstance(fields, list)
    labels = {str(field["name"]): str(field["label"]).lower() for field in fields}
    price = ", ".join(
        phrase("{stock}: the {field} you order", stock=stock.replace("_", " "), field=labels[said])
        if said in labels
        else f"{stock.replace('_', ' ')} {said}"
        for stock, said in costs.items()
    )
    return f"{form['title']} ({price})" if price else str(form["title"])


def _offers(scene: Mapping[str, object]) -> list[str]:
    """What the seat may put before others, and to whom."""
    forms = scene["offers"]
    assert isinstance(forms, Mapping)
    rows = []
    for form in forms.values():
        to = " or ".join("everybody" if id == "all" else title for id, title in form["to"])
        rows.append(f"**{form['title']}**, to {to}. {form['said']}".strip())
    return _listed(rows)


def _count(scene: Mapping[str, object]) -> str:
    """How many offers there are, where there is no room for more."""
    forms = scene["offers"]
    assert isinstance(forms, Mapping)
    number = len(forms)
    if number == 1:
        return phrase("You may put 1 offer before others")
    return phrase("You may put {number} offers before others", number=number)


def _texts_of(forms: object, key: str) -> list[str]:
    return [str(form[key]) for form in forms.values()] if isinstance(forms, Mapping) else []


def _told(scene: Mapping[str, object], room: int) -> list[str]:
    """The readings that the seat is told, with how late they come; those of one age together."""
    told = scene["told"]
    assert isinstance(told, Mapping)
    by_age: dict[int, list[str]] = {}
    for key, about in told.items():
        title = plain_title(scene, key, about)
        plain = title.lower() == str(about["name"]).rpartition(".")[2].replace("_", " ")
        own = about["of"] == "meter" or about["title"]
        said = str(about["text"]) if plain and room > 2 and about["text"] and not own else title
        off = float(about["error"])
        wrong = phrase(" (wrong by some {off})", off=show(off, "%")) if off and room > 1 else ""
        said = said.removeprefix("1 while ").removeprefix("1 ")
        by_age.setdefault(int(about["after"]), []).append(said + wrong)
    return [
        f"{phrase('at once') if not age else phrase('after {h:g} h', h=age / 3600)}"
        f": {', '.join(names)}"
        for age, names in sorted(by_age.items())
    ]


def _moves(game: Game, seat: str) -> list[str]:
    schedule = game.schedule
    first, last = (game.scene.moment(at) for at in (schedule.first, game.scene.end_second))
    found = [
        phrase("{first:%d %b %Y %H:%M} to {last:%d %b %Y %H:%M}", first=first, last=last),
        phrase("{at} moves", at=len(schedule.at)),
    ]
    orders = schedule.most(seat)
    if schedule.format is not None and orders is not None:
        title = schedule.format.title or schedule.name
        found.insert(
            0,
            phrase(
                "{title}, about {minutes} minutes", title=title, minutes=schedule.format.minutes
            ),
        )
        found.append(plural("{number} order a move", "{number} orders a move", orders))
    return found
