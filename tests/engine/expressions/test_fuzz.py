"""Whatever is written, the answer is a condition or a sentence."""

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.scenario.expressions import (
    ExpressionError,
    Scope,
    compile_amount,
    compile_condition,
    compile_shown,
)
from tests.engine.expressions.world import FIELDS, NAMES, PORT, UNION, WORLD, Game

WORDS = st.sampled_from(
    "patience tankers.waiting old_town.stock places.stock places.days_left regions.stock sites.lost"
    " demands.rung demands.answered rota tone firm where old_town length men cap stance not for is"
    " and or ( ) < <= > >= + - * / , 3 12 h 5 % 2 ships 3 t 50 XAM/l day 2 18:00 now hour always"
    " any( all( count( sum( min( mean( done( since( hours( times( known( age( night_shift to"
    " tankers.landed port.overtime_pay places isle.consent 6 h for 6 h == { ' é until".split(" ")
)
SCOPES = st.sampled_from([WORLD, PORT, UNION, Scope("order", "port", FIELDS), Scope("seat")])
FULL = Game(
    meters={"patience": 0.4},
    readings={"tankers.waiting": 3.0, "demands.rung": "rota", "old_town.fuel.stock": 2.0},
    rows={"places.fuel.stock": [1.0, None, 0.0], "sites.fuel.lost": [1.0]},
    fields={"length": 1.0, "tone": "firm", "men": 0.0},
    happened={"card night_shift": [60]},
)


def compiles(text: str, scope: Scope) -> None:
    for compile_text in (compile_condition, compile_amount, compile_shown):
        try:
            found = compile_text(text, NAMES, scope)
        except ExpressionError as problem:
            column, sentence = problem.column, problem.sentence
        else:
            for game in (FULL, Game()):
                found.value(game)
                found.because(game)
                for hold in found.holds:
                    hold.condition.truth(game)
            continue
        assert 0 <= column <= len(text)
        assert sentence
        assert "\n" not in sentence


@given(st.lists(WORDS, max_size=14), SCOPES)
@settings(max_examples=50, deadline=None)
def test_no_row_of_words_breaks_the_compiler(words: list[str], scope: Scope):
    compiles(" ".join(words), scope)


@given(st.text(max_size=60), SCOPES)
@settings(max_examples=50, deadline=None)
def test_no_text_breaks_the_compiler(text: str, scope: Scope):
    compiles(text, scope)


GOOD = (
    "patience < 40 % for 6 h and not done(night_shift)",
    "any(places.days_left < 2 d) or since(night_shift) > 24 h",
    "8 % * (130 XAM/l - cap) / 80 XAM/l",
    "count(places.stock > 5 t * 2) > 1 and demands.rung >= rota",
    "now >= day 2 18:00 and tone is firm and where is old_town",
)


@given(st.sampled_from(GOOD), st.integers(0, 60), st.integers(0, 3), st.text(max_size=3), SCOPES)
@settings(max_examples=50, deadline=None)
def test_no_slip_of_the_pen_breaks_the_compiler(
    text: str, at: int, cut: int, put: str, scope: Scope
):
    compiles(text[:at] + put + text[at + cut :], scope)
