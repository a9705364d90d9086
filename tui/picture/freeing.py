"""Whom an order would free from fixed posts, or tie to them: said before it is sent."""

from collections.abc import Mapping

from tui.picture.data_of_cards import Form, Freeing, Span
from tui.picture.holding import taking
from tui.picture.known import Known
from tui.picture.times import HOUR, hour
from tui.words import phrase

NOBODY: Span = (0.0, 0.0, 0.0)


def freed(known: Known, form: Form, values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Labels and words for what stands in the form; nothing where it frees and ties nobody."""
    rows = []
    for each in form.frees:
        if each.where and values.get(each.where) != each.word:
            continue
        men = men_of(each, values)
        if men == NOBODY:
            continue
        out = known.now + taking(form, values)
        if each.ties:
            rows.append((phrase("Ties"), phrase("{men} of the host's men again", men=_about(men))))
            continue
        first = hour(known.scene.start, out + round(each.hours[0] * HOUR), known.now)
        said = phrase(
            "{men} of the host's men, {least} to {most} h after the change of guard:"
            " not before {first}",
            men=_about(men), least=f"{each.hours[0]:g}", most=f"{each.hours[2]:g}", first=first,
        )  # fmt: skip
        rows.append((phrase("Frees"), said))
    return rows


def men_of(found: Freeing, values: Mapping[str, str]) -> Span:
    """Least, central and most men whom the posts free that the force can man, or any could."""
    posts = found.sites.get(values.get(found.site, found.site), NOBODY)
    manned = found.forces.get(values.get(found.force, found.force))
    if manned is not None:
        posts = (min(posts[0], manned[0]), min(posts[1], manned[1]), min(posts[2], manned[2]))
    return posts[0] * found.men[0], posts[1] * found.men[1], posts[2] * found.men[2]


def _about(men: Span) -> str:
    least, central, most = (f"{round(each):,}" for each in men)
    if least == most:
        return central
    return phrase("about {central} ({least} to {most})", central=central, least=least, most=most)
