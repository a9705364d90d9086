"""What plain play lists and asks: figures, and the fields of a form."""

from collections.abc import Mapping

import click

from tui.picture.consultation import is_clocks, sentences
from tui.picture.flights import is_board
from tui.plain_choice import Left, amount, choose
from tui.plain_figures import is_flag, plain_title, values_of
from tui.plain_opening import told_since
from tui.session import Plain, Session

LONGEST = 2000


async def look(session: Session, scene: Plain) -> None:
    """Every figure that the seat was told, with its age."""
    view = await session.view()
    figures, told = view["figures"], scene["told"]
    assert isinstance(figures, dict)
    assert isinstance(told, dict)
    now = int(str(view["now"]))
    for sentence in sentences(await told_since(session, None)):
        click.echo(f"  {sentence}")
    for key, figure in figures.items():
        if is_clocks(key) or is_board(key):
            continue
        about = told.get(key, {"name": key, "of": "self", "unit": ""})
        age = (now - min(figure["as_of"])) // 3600
        said = values_of(scene, about | {"key": key}, figure["values"])
        title = plain_title(scene, key, about)
        text = str(about.get("text") or "")
        # A title in the author's words says as much; a flag says itself where it is set.
        means = f", {text}" if text not in ("", title) and not is_flag(text) else ""
        click.echo(f"  {title}{means} ({age} h old): {said}")


async def asked(session: Session, field: Mapping[str, object]) -> str:
    """What is written into one field. Raises Left."""
    label = str(field["label"])
    choices = field["choices"]
    if field["sort"] == "report":
        choices = (await session.view())["reports"]
        if not choices:
            click.echo(f"{label}: you have been told of none yet.")
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
