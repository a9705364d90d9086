"""What an author reads when a condition is wrong: the sentence, and the word at fault."""

from dataclasses import replace

import pytest

from engine.scenario.expressions import (
    ExpressionError,
    Names,
    Scope,
    compile_amount,
    compile_condition,
    compile_shown,
)
from tests.engine.expressions.world import FIELDS, NAMES, PORT, UNION, WORLD


def wrong(text: str, scope: Scope = WORLD, names: Names = NAMES) -> tuple[int, str]:
    with pytest.raises(ExpressionError) as raised:
        compile_condition(text, names, scope)
    return raised.value.column, str(raised.value)


def wrong_amount(text: str, unit: str | None = None) -> tuple[int, str]:
    with pytest.raises(ExpressionError) as raised:
        compile_amount(text, NAMES, WORLD, unit)
    return raised.value.column, str(raised.value)


@pytest.mark.parametrize(
    ("text", "column", "sentence"),
    [
        ("true", 0, "`true`: write `always` or `never`"),
        ("demands.rung >= rotas", 16, "`rotas` is not one of its values; did you mean `rota`?"),
        ("tone == firm", 5, "did not expect `==`; write `is`"),
        ("min(places.days_left) > 3 t", 0, "compares a length of time with a mass"),
        (
            "places.days_left < 2 d",
            0,
            "this is one value for each place; put it inside any(), all(), count(), sum(), mean(),"
            " min() or max()",
        ),
        (
            "done(storm_warning)",
            5,
            "`storm_warning` is of the sort `inject`; done() takes card",
        ),
        (
            "not done(ask_mainland)",
            9,
            "done() takes card; there is none called `ask_mainland`; it was deleted at"
            " second/scenario.yaml:8:3",
        ),
    ],
)
def test_the_gallery(text: str, column: int, sentence: str):
    assert wrong(text) == (column, sentence)


def test_a_seat_that_is_never_told_says_where_to_add_it():
    assert wrong("patience < 40 % and old_town.stock > 3 t", UNION) == (
        20,
        "`union` is never told `stock`; add it to seats.union.told, or ask another thing",
    )
    for text in (
        "times(tankers.landed) > 1",
        "known(old_town.use)",
        "any(places.use > 1 t/d)",
    ):
        assert "`union` is never told" in wrong(text, UNION)[1]
    assert wrong("port.overtime_pay > 1 h", UNION)[1] == (
        "`port.overtime_pay` is known to `port` alone; ask another thing"
    )
    compile_condition("old_town.stock > 3 t and port.overtime_pay > 1 h", NAMES, PORT)


def test_one_name_of_two_agents_readings_shows_the_longer_form():
    assert wrong("old_town.queued > 1 ships") == (
        0,
        "`queued` is a reading of `tankers` and `barges`;"
        " write `old_town.tankers.queued` or `old_town.barges.queued`",
    )
    compile_condition("any(places.barges.queued > 1 ships)", NAMES, WORLD)


@pytest.mark.parametrize(
    ("text", "column", "sentence"),
    [
        ("patiance > 5 %", 0, "no `patiance` here; did you mean `patience`?"),
        ("old_town.stok > 3 t", 9, "no reading of places, `stok`; did you mean `stock`?"),
        ("old_tawn.stock > 3 t", 0, "no `old_tawn` here; did you mean `old_town`?"),
        (
            "tankers.wating > 3 ships",
            8,
            "no reading of `tankers`, `wating`; did you mean `waiting`?",
        ),
        ("port.overtime > 3 h", 5, "no stock of `port`, `overtime`; did you mean `overtime_pay`?"),
        ("old_town.tanker.queued > 1 ships", 9, "no agent `tanker`; did you mean `tankers`?"),
        ("times(tankers.landd) > 1", 14, "no event of `tankers`, `landd`; did you mean `landed`?"),
        ("where is old_twn", 9, "no place `old_twn`; did you mean `old_town`?"),
        ("anny(places.stock > 3 t)", 0, "no `anny()`; did you mean `any()`?"),
        ("waiting > 3 ships", 0, "no `waiting` by itself; write `tankers.waiting`"),
        ("overtime_pay > 3 h", 0, "no `overtime_pay` by itself; write `port.overtime_pay`"),
        ("fuel.stock > 2 t", 0, "`stock` is a reading of places; write `places.stock` or name one"),
        (
            "storm_warning",
            0,
            "`storm_warning` is an inject and has no value; ask `fired(storm_warning)`",
        ),
        ("tankers.landed > 1", 8, "`landed` is an event; ask `times(tankers.landed)`"),
        ("patience.now > 3 %", 0, "`patience` is a meter; it has no readings"),
        ("otherwise", 0, "`otherwise` stands alone, as the `when` of an ending"),
        ("done(patience)", 5, "`patience` is of the sort `meter`; done() takes card"),
    ],
)
def test_names_are_answered_from_the_right_sort_only(text: str, column: int, sentence: str):
    assert wrong(text) == (column, sentence)


@pytest.mark.parametrize(
    ("text", "column", "sentence"),
    [
        ("", 0, "nothing is written here; write `always` or `never`"),
        ("tone != firm", 5, "did not expect `!=`; write `is not`"),
        ("patience > 5 % && always", 15, "did not expect `&&`; write `and`"),
        ("patience ≥ 5 %", 9, "did not expect `≥`; write `>=`"),
        ("tone is 'firm'", 8, "did not expect a quotation mark; write words bare"),
        ("any(places.stock, 3 t)", 16, "did not expect `,`; no comma stands in a condition"),
        ("Patience > 5 %", 0, "`Patience` is no name: names are small letters; write `patience`"),
        ("patience > 5 % AND always", 15, "`AND` is no name: names are small letters; write `and`"),
        ("tone is", 7, "ends too soon; something must follow"),
        ("(patience > 5 %", 15, "a bracket is not closed"),
        ("patience > 5 %)", 14, "did not expect `)`"),
        ("1 % < patience < 3 %", 15, "one comparison at a time; join two with `and`"),
        ("now > day 2", 6, "`day 2` is not a time; write day 2 18:00"),
        ("now > D+2 15:00", 6, "`D+2 15:00` is not a time; write day 2 18:00 or 2031-11-04 18:00"),
        ("patience < 5 % for 3 t", 19, "`for` takes a length of time such as 6 h"),
        ("patience < 5 % for long", 19, "`for` takes a length of time such as 6 h"),
        (
            "length > 2 h for 6 h",
            13,
            "`for` cannot look at a field: orders differ, and this is noted once a beat",
        ),
        ("any(places.stock > 1 t for 6 h)", 23, "`for` stands after any(…), not inside it"),
        ("patience < 5%", 11, "`5%`: put a space between the number and its unit"),
        ("old_town.people > 21,000 people", 18, "`21,000 people`: write numbers without commas"),
        ("length > 2 hours", 11, "no unit `hours`; write `h`"),
    ],
)
def test_what_cannot_stand_there_is_shown_with_what_to_write(text, column, sentence):
    assert wrong(text) == (column, sentence)


@pytest.mark.parametrize(
    ("text", "column", "sentence"),
    [
        (
            "tankers.waiting > 3",
            18,
            "expected a number of things such as 3 ships, got `3`; write the unit too",
        ),
        ("patience > 0.5", 11, "expected a share such as 5 %, got `0.5`; write 50 %"),
        ("tankers.waiting > 3 crews", 0, "compares ships with crews"),
        (
            "now >= 24 h",
            0,
            "compares a time with a length of time; a time is `day 2 18:00`,"
            " a length of time after x is `since(x)`",
        ),
        ("patience", 0, "expected a condition, got a share; compare it with something"),
        ("tone < firm", 5, "`<` needs an order, and these words have none; write `is`"),
        ("tone is patience", 8, "`patience` is not one of its values; write one of warm or firm"),
        ("patience is tone", 0, "compares a share with a word"),
        (
            "any(places.stock)",
            4,
            "any() takes a condition on each place, not a mass; compare it with something",
        ),
        (
            "any(patience > 3 %)",
            4,
            "any() goes over places, regions or sites, and nothing here names one",
        ),
        (
            "any(places.stock > 1 t and regions.stock > 3 t)",
            27,
            "any() goes over places; regions need one of their own",
        ),
        (
            "sum(places.stock > 3 t) > 1",
            4,
            "sum() takes one number for each place, such as places.people, not a condition;"
            " to count, write count()",
        ),
        ("known(patience)", 0, "known() is for what seats are told; here everything is known"),
        ("done()", 0, "done() takes card"),
        (
            "hours(night_shift) > 2 h",
            0,
            "hours() takes two things that happen, such as hours(x to y)",
        ),
    ],
)
def test_units_and_sorts_are_checked(text: str, column: int, sentence: str):
    assert wrong(text) == (column, sentence)


@pytest.mark.parametrize(
    ("text", "unit", "column", "sentence"),
    [
        ("9", "h", 0, "expected a length of time such as 12 h, got `9`; write the unit too"),
        ("0.6", "%", 0, "expected a share such as 5 %, got `0.6`; write 60 %"),
        ("length", "t", 0, "expected a mass such as 3 t, got a length of time"),
        ("tone", None, 0, "expected a number, got a word"),
        ("3 t + length", None, 0, "adds a mass to a length of time"),
        ("3 t - length", None, 0, "takes a length of time from a mass"),
        ("3 t * 2 t", None, 4, "multiplies a mass by a mass; one side must be plain"),
        ("length * tone", None, 9, "`*` takes numbers, not a word"),
        ("8 h (6 to 9) * 2", None, 4, "a range stands after a value by itself, not in a sum"),
        (
            "now + now",
            None,
            4,
            "a time goes with a length of time, as in `now + 6 h`, or with a time before it",
        ),
    ],
)
def test_amounts_are_checked_alike(text: str, unit: str | None, column: int, sentence: str):
    assert wrong_amount(text, unit) == (column, sentence)


def test_texts_show_names_alone():
    with pytest.raises(ExpressionError, match="a text shows names alone"):
        compile_shown("patience + 5 %", NAMES, WORLD)


def test_long_and_deep_conditions_are_refused():
    assert wrong("always and " * 46 + "always")[1] == (
        "a condition has at most 500 characters, and this has 512"
    )
    assert wrong("- " * 105 + "1 > 2")[1].startswith("a condition has at most 100 words")
    assert wrong("(" * 60 + "always" + ")" * 60)[1] == "a condition is at most 20 brackets deep"


def test_a_deleted_name_says_where_it_was_deleted():
    names = replace(NAMES, deleted={"unrest": "second/scenario.yaml:4:3"})
    assert wrong("unrest > 5 %", names=names) == (
        0,
        "no `unrest` here; it was deleted at second/scenario.yaml:4:3",
    )


def test_an_order_reads_its_fields_and_a_seat_has_none():
    compile_amount("length", NAMES, Scope("order", "port", FIELDS), "h")
    assert wrong("length > 2 h", PORT)[1] == "no `length` here"
