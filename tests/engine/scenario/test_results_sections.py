"""The sections `harm` and `afterwards`: what is said of a mistake in them, and how they merge."""

from pathlib import Path

import pytest

from engine.scenario.disclosures import disclosures
from engine.scenario.load import check, load
from tests.engine.scenario.copies import copies, mistakes

DRY = "title: Dry, of: times(fuel.ran_dry)"
SAID = [
    (f"harm: {{dry: {{{DRY}, by: {{porter: always}}}}}}",
     "1:56: no seat `porter`; did you mean `port`?"),
    (f"harm: {{dry: {{{DRY}, by: {{port: always}}, under: fuel}}}}",
     "1:78: expected an event such as `tankers.landed`, got `fuel`"),
    (f"harm: {{dry: {{{DRY}, by: {{port: always}}, under: fuel.send}}}}",
     "1:83: `fuel` has no event `send`; did you mean `sent`?"),
    ("harm: {dry: {title: Dry, of: sum(places.stock), unit: people, by: {port: always}}}",
     "1:55: `people` is no unit for this; it is a number in `t`"),
    (f"harm: {{dry: {{{DRY}}}}}", "1:13: `dry` needs `by`"),
    ("afterwards: {town: {title: Town, harm: dry, says: [{text: Quiet.}]}}",
     "1:40: no row of harm `dry`"),
    ("afterwards: {town: {title: Town, says: [{text: Quiet.}]}}",
     "1:20: `town` needs one of `of` and `harm`"),
    ("afterwards: {town: {title: Town, of: patience, says: [{text: Quiet., when: always}]}}",
     "1:54: the last sentence has no `when` and holds otherwise; all others have one"),
    ("afterwards: {town: {title: Town, of: patience, says: Quiet.}}",
     "1:54: expected a list of sentences, each with `text`, got `Quiet.`"),
    ("afterwards: {town: {title: Town, of: patience, says: [{text: 'So {waiting_room}.'}]}}",
     "1:67: no `waiting_room` here"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SAID)
def test_a_mistake_is_said_at_its_place(tmp_path: Path, text: str, said: str) -> None:
    folder = copies(tmp_path)
    (folder / "harbour" / "results.yaml").write_text(f"{text}\n")
    (found,) = mistakes(folder)
    assert found.removeprefix("results.yaml:").startswith(said)


def test_a_variant_may_change_who_is_booked_and_a_translation_every_text(tmp_path: Path) -> None:
    folder = copies(tmp_path)
    (folder / "harbour" / "results.yaml").write_text(
        f"harm: {{dry: {{{DRY}, by: {{port: always}}}}}}\n"
        "afterwards: {town: {title: Town, of: patience, says: [{text: 'It is {patience}.'}]}}\n"
    )
    (folder / "harbour" / "texts" / "xx.yaml").write_text(
        "harm.dry.title: Sec\nafterwards.town.title: Ville\nafterwards.town.says.0.text: Voila.\n"
    )
    sets = {"harm.dry.by.port": "tankers.waiting > 2 ships"}
    found = load(folder / "harbour", sets=sets)
    assert found.harm["dry"].by["port"].text == "tankers.waiting > 2 ships"
    assert len(found.texts["xx"]) == 3
    told = [str(each) for each in disclosures(found) if each.path.startswith("afterwards")]
    assert told == ["afterwards.town.says.0.text tells all `patience`, as it is"]
    assert not [p for p in check(folder / "harbour") if not p.warning]
