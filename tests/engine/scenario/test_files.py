"""The files beside a scenario: its record, its translations, and those that cannot be read."""

from pathlib import Path

import pytest

from engine.errors import BadScenario
from engine.scenario.load import check
from tests.engine.scenario.copies import KINDS, change, copies, mistakes, read

HEAD = "date,outcome,scope,low,high,unit,source,confidence,note\n"


def record(folder: Path, rows: str, head: str = HEAD) -> None:
    (folder / "harbour" / "record.csv").write_text(head + rows, encoding="utf-8")


def test_a_record_is_read_row_by_row(tmp_path: Path):
    folder = copies(tmp_path)
    record(folder, '2031-11-04,tankers_landed,national,3,4,,HM31,high,"by night, mostly"\n')
    (row,) = read(folder).record
    assert (row.low, row.high, row.note) == (3.0, 4.0, "by night, mostly")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2031-11-04,tankers_land,national,3,4,,HM31,high,", "no outcome `tankers_land`"),
        ("2031-11-04,tankers_landed,nowhere,3,4,,HM31,high,", "no place or region `nowhere`"),
        ("2031-11-04,tankers_landed,national,3,4,,HM99,high,", "no source `HM99`"),
        ("2031-11-04,tankers_landed,national,4,3,,HM31,high,", "`low` is above `high`"),
        ("2031-11-04,tankers_landed,national,x,3,,HM31,high,", "`low`: `x` is no number"),
        ("2031-11-04,hours_of_strike,national,3,4,t,HM31,high,", "is in `h`, not in `t`"),
        ("4 Nov,tankers_landed,national,3,4,,HM31,high,", "`4 Nov` is no date"),
        ("2031-11-04,tankers_landed", "expected 9 columns, got 2"),
    ],
)
def test_a_row_that_fits_nothing_is_refused_with_its_line(tmp_path: Path, row: str, said: str):
    folder = copies(tmp_path)
    record(folder, f"{row}\n")
    (found,) = mistakes(folder)
    assert found.startswith("record.csv:2:1: ")
    assert said in found


def test_a_record_names_its_columns_first(tmp_path: Path):
    folder = copies(tmp_path)
    record(folder, "", head="day,outcome\n")
    assert mistakes(folder) == [f"record.csv:1:1: the first line is `{HEAD.strip()}`"]


def test_a_brief_for_nobody_is_refused(tmp_path: Path):
    folder = copies(tmp_path)
    (folder / "harbour" / "briefs" / "mayor.md").write_text("You rule.")
    assert mistakes(folder) == ["briefs/mayor.md: a brief for `mayor`, and no seat is called so"]


def test_a_translated_brief_is_kept_under_its_language(tmp_path: Path):
    folder = copies(tmp_path)
    (folder / "harbour" / "briefs" / "port.fr.md").write_text("Le port. {tankers.waiting}")
    found = read(folder)
    assert list(found.briefs["fr"]) == ["port"]
    assert found.texts["fr"]["title"].written == "Le port"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cards.yaml:1:1: this file is empty"),
        (b"\xff\xfe\x00", "cards.yaml:1:1: not UTF-8; save the file as UTF-8"),
        (b"- a\n", "cards.yaml:1:1: a file begins with a section, such as `title: Dry week`"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_first(tmp_path: Path, data: bytes, said: str):
    folder = copies(tmp_path)
    (folder / "harbour" / "cards.yaml").write_bytes(data)
    assert said in mistakes(folder)


def test_the_wrong_ending_of_a_file_name_is_said(tmp_path: Path):
    folder = copies(tmp_path)
    (folder / "harbour" / "more.yml").write_text("title: x\n")
    assert mistakes(folder) == ["more.yml: call it `.yaml`, or it is not read"]


def test_a_scenario_that_there_is_not_is_named(tmp_path: Path):
    with pytest.raises(BadScenario, match="no scenario"):
        read(tmp_path, "harbor")


def test_a_folder_cannot_be_reached_by_a_path_in_a_name(tmp_path: Path):
    folder = copies(tmp_path)
    change(folder, "harbour-two/scenario.yaml", "extends: harbour", "extends: /etc")
    assert "never a path" in mistakes(folder, "harbour-two")[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{tankers.waiting + 1}", "a name alone stands in braces"),
        ("{tankers.waiting", "`{` stands alone; for the sign itself write `{{`"),
        ("{old_town.stock:>5}", "a name alone stands in braces"),
        ("{nobody}", "no `nobody` here"),
    ],
)
def test_a_text_shows_names_and_nothing_else(tmp_path: Path, words: str, said: str):
    folder = copies(tmp_path)
    (folder / "harbour" / "briefs" / "port.md").write_text(words)
    (found,) = mistakes(folder)
    assert found.startswith("briefs/port.md:1:")
    assert said in found


def test_a_doubled_brace_is_a_brace(tmp_path: Path):
    folder = copies(tmp_path)
    (folder / "harbour" / "briefs" / "port.md").write_text("{{x}} {patience}.")
    pieces = read(folder).briefs["en"]["port"].pieces
    assert pieces[0] == "{x} "
    assert len(pieces) == 3


def test_the_shipped_harbours_have_nothing_that_could_be_better():
    assert check("harbour", kinds=KINDS) == ()
    assert check("harbour-two", kinds=KINDS) == ()
