"""Three palettes of the same tokens: `ink` (dark), `paper` (light) and `contrast`.

Ink and paper step through luminance on an axis from blue to amber, so that they can be told apart
with any colour vision. Nothing on the screen is said by colour alone.
"""

from typing import TYPE_CHECKING

# The palettes are painted with before Textual is read in.
if TYPE_CHECKING:
    from textual.theme import Theme

TOKENS = (
    "ground panel raised rule ink dim faint focus ask calm crowd clash viol own ally kept water "
    "outline"
).split()

_INK = (
    "#11161c #171e26 #22303d #4c5c6c #dde3e8 #a3b0bc #7d8c9a #7cc7ff #f2b84b #8fb3cc #f6e6a6 "
    "#eda03a #ef5f5f #74b8f2 #dcc6a2 #7fd0b8 #3b6f93 #8795a2"
)
_PAPER = (
    "#f7f4ec #efebe0 #dfe6ea #b3ab99 #1c2329 #4a5560 #626b73 #00569c #855000 #41617a #9c8500 "
    "#8f3f00 #5e0b1e #0b5cad #6f4e16 #0a6352 #7fa9c4 #5e676f"
)
_CONTRAST = (
    "#000000 #000000 #00344f #9a9a9a #ffffff #e2e2e2 #bdbdbd #ffff00 #ffd000 #ffffff #fff2a8 "
    "#ffc061 #ffa58c #8fd3ff #ffdca8 #9af0d4 #5aa7d6 #ffffff"
)


def _tokens(colours: str) -> dict[str, str]:
    return dict(zip(TOKENS, colours.split(), strict=True))


USUAL = "ink"
PALETTES = {"ink": _tokens(_INK), "paper": _tokens(_PAPER), "contrast": _tokens(_CONTRAST)}


def theme(name: str) -> "Theme":
    """The Textual theme of a palette."""
    from textual.theme import Theme

    tokens = PALETTES[name]
    return Theme(
        name=name,
        primary=tokens["focus"],
        secondary=tokens["own"],
        accent=tokens["focus"],
        warning=tokens["ask"],
        error=tokens["viol"],
        success=tokens["kept"],
        foreground=tokens["ink"],
        background=tokens["ground"],
        surface=tokens["panel"],
        panel=tokens["panel"],
        dark=name != "paper",
        variables=tokens,
    )
