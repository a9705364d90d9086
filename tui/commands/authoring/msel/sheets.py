"""Rows in files of other programs: CSV and XLSX, with headings as people write them."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path

from engine.errors import BadScenario, Place, Problem
from engine.names import listed
from tui.commands.authoring.msel.rows import COLUMNS, Row

MOST_BYTES = 20_000_000
MOST_UNPACKED = 100_000_000
MOST_ROWS = 2_000
MOST_LETTERS = 10_000

HEADINGS = {
    "number": "no no. # nr inject# event# msel# serial injectnumber eventnumber",
    "time": "eventtime date/time datetime scheduledtime injecttime when d+",
    "from": "sender originator source sentby",
    "to": "recipient recipients addressee addressees target audience players",
    "means": "mode method medium deliverymethod injectmode delivery channel",
    "headline": "title subject name",
    "content": "event inject description eventdescription injectdescription message text",
    "expected action": "expectedactions expectedaction(s) expectedresponse expectedoutcome expects",
    "objective": "objectives objective(s) trainingobjective",
    "controller": "responsiblecontroller owner staff injectcontroller",
    "status": "state",
    "id": "identifier",
}
"""For each column, what other programs call it; case, spaces and underscores do not count."""

FORMULA = ("=", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula; an apostrophe keeps it a text."""


def bad(place: Place, sentence: str) -> BadScenario:
    """One problem of a list."""
    return BadScenario([Problem(place, sentence, "E-msel")])


def as_csv(rows: Iterable[Row]) -> bytes:
    """A CSV file that spreadsheets open with its letters right."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row.plain().values()])
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Iterable[Row], title: str) -> bytes:
    """A workbook with one sheet, its first line kept in sight."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "MSEL"
    book.properties.title = title
    sheet.append(list(COLUMNS))
    for row in rows:
        sheet.append([_safe(cell) for cell in row.plain().values()])
    widths = (8, 22, 22, 18, 14, 30, 60, 36, 30, 14, 12, 24)
    for letter, width in zip("ABCDEFGHIJKL", widths, strict=True):
        sheet.column_dimensions[letter].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"
    sheet.freeze_panes = "A2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV or XLSX file. Raises BadScenario with what is wrong with it."""
    name = str(path)
    if path.stat().st_size > MOST_BYTES:
        raise bad(Place(name), f"a list has at most {MOST_BYTES} bytes")
    lines = _xlsx(path, name) if path.suffix.lower() == ".xlsx" else _csv(path, name)
    cells = [(number, line) for number, line in lines if any(line)]
    if not cells:
        raise bad(Place(name, 1, 1), "nothing is written here")
    if len(cells) > MOST_ROWS:
        raise bad(Place(name, MOST_ROWS, 1), f"a list has at most {MOST_ROWS} rows")
    number, head = cells[0]
    at = _headings(head)
    if "content" not in at and "id" not in at:
        known = listed(f"`{column}`" for column in COLUMNS)
        raise bad(Place(name, number, 1), f"the first line names the columns: {known}")
    return [_made(name, number, line, at) for number, line in cells[1:]]


def _headings(head: Sequence[str]) -> dict[str, int]:
    """Which column of ours stands where; the first heading that fits is taken."""
    found: dict[str, int] = {}
    for place, heading in enumerate(head):
        word = "".join(heading.lower().split()).replace("_", "")
        for column, others in HEADINGS.items():
            if word in (column.replace(" ", ""), *others.split()) and column not in found:
                found[column] = place
                break
    return found


def _made(name: str, number: int, line: Sequence[str], at: dict[str, int]) -> Row:
    parts = {}
    for column, place in at.items():
        cell = line[place].strip() if place < len(line) else ""
        if len(cell) > MOST_LETTERS:
            sentence = f"a cell has at most {MOST_LETTERS} characters"
            raise bad(Place(name, number, place + 1), sentence)
        if cell[:1] == "'" and cell[1:].startswith(FORMULA):
            cell = cell[1:]
        parts[COLUMNS[column]] = cell
    return Row(**parts, line=number, columns={c: place + 1 for c, place in at.items()})


def _csv(path: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise bad(Place(name, 1, 1), "not UTF-8; save it as `CSV UTF-8`") from None
    head = text.partition("\n")[0]
    # Spreadsheets part cells by what their country does not use in numbers.
    mark = max(",;\t", key=head.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        yield from enumerate(lines, 1)
    except csv.Error as error:
        raise bad(Place(name, lines.line_num, 1), f"no CSV: {error}") from None


def _xlsx(path: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(path) as archive:
            whole = sum(item.file_size for item in archive.infolist())
        if whole > MOST_UNPACKED:
            raise bad(Place(name), f"unpacked it has more than {MOST_UNPACKED} bytes")
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        found = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=60, values_only=True)
        lines = [[_shown(cell) for cell in line] for line in found]
        book.close()
    except BadScenario:
        raise
    # A damaged workbook fails in as many ways as it has parts.
    except Exception as error:
        sentence = f"no workbook that can be read ({type(error).__name__}); save it again as .xlsx"
        raise bad(Place(name), sentence) from None
    yield from enumerate(lines, 1)


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d} 00:00"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
