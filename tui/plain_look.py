"""What plain play lists and asks: figures, and the fields of a form."""

from collections.abc import Mapping

import click

from tui.picture.consultation import is_clocks, sentences
from tui.picture.figures import is_flag, rows_say, title_of
from tui.picture.flights import is_board
from tui.picture.times import age
from tui.plain_choice import Left, amount, choose
from tui.plain_figures import values_of
from tui.plain_opening import hanging, told_since
from tui.session import Plain, Session
from tui.words import phrase

LONGEST = 2000


async def look(session: Session, scene: Plain) -> None:
    """Every figure that the seat was told, with its age."""
    known = await told_since(session, None)
    for sentence in sentences(known):
        click.echo(f"  {sentence}")
    for key, figure in known.view.figures.items():
        told = known.scene.told.get(key)
        if is_clocks(key) or is_board(key) or told is None or not figure.values:
            continue
        about = told.model_dump() | {"key": key}
        title, old = title_of(known.scene, key), age(known.now - min(figure.as_of))
        said = values_of(scene, about, figure.values, known.words())
        # A title in the author's words says as much; a flag says itself where it is set.
        means = f", {told.text}" if told.text not in ("", title) and not is_flag(told) else ""
        rows = rows_say(known, key)
        for line in hanging(
            "  ",
            phrase(
                "{title}{means} ({old} old): {said}. {rows}",
                title=title,
                means=means,
                old=old,
                said=said,
                rows=rows,
            ),
            "    ",
        ):
            click.echo(line)


async def asked(session: Session, field: Mapping[str, object], card: str = "") -> str:
    """What is written into one field, of a card as it stands now. Raises Left."""
    label = str(field["label"])
    choices = await _open_to(session, field, card)
    if field["sort"] in ("report", "exhibit") and not choices:
        click.echo(phrase("{label}: you have been told of none yet.", label=label))
        raise Left
    assert isinstance(choices, list)
    if choices:
        words, labels = zip(*choices, strict=True)
        return choose(label, words, may_leave=True, labels=labels)
    default = None
    if field["range_text"]:
        label = f"{label} ({field['range_text']})"
    if field["sort"] == "number":
        default = str(field["default_text"])
    said = str(click.prompt(label, default=default)).strip()
    if said == "back":
        raise Left
    return amount(said, str(field["unit"]))[:LONGEST] if default is not None else said[:LONGEST]


async def _open_to(session: Session, field: Mapping[str, object], card: str) -> object:
    """What may be chosen now: reports that are held, and what a narrowed field offers."""
    view = await session.view()
    if field["sort"] == "report":
        return view["reports"]
    narrowed = view.get("narrowed", {})
    assert isinstance(narrowed, dict)
    return narrowed.get(card, {}).get(field["name"], field["choices"])
