"""Terms of a consent, in the largest scenario: what was asked with a yes is a word from then on."""

from functools import cache

from engine.agents.alliance.events import Decided, MandateLapsed
from engine.agents.contingents.events import Recalled
from engine.deals.events import WordBroken
from engine.game import Game
from engine.orders import Answer, FieldGiven, Order
from engine.setup import Wanted, prepare, start

HOUR = 3600


CAPITALS = ("russia", "armenia", "belarus", "kyrgyzstan", "tajikistan")
SETS = {
    **{f"agents.alliance.members.{id}.consent": "99 %" for id in CAPITALS},
    **{f"agents.alliance.members.{id}.clock": "9 h" for id in CAPITALS},
    **{f"agents.alliance.members.{id}.sets_terms": "0 %" for id in CAPITALS[1:]},
    "agents.alliance.leaning": "3",
    "agents.alliance.accepts.outside": "99 %",
}
"""Capitals that think long and would say yes, so that what is said for them decides."""


def agreed(**answers: tuple[str, str]) -> Game:
    """A game in which help is asked for on the 5th, and some capitals name these terms."""
    game = start(prepare(Wanted("kazakhstan-2022", bots="idle", sets=SETS)), keep=False)
    game.play(until=100 * HOUR)
    assert give(game, "president", "ask_alliance", {"frame": "outside", "men": 2500}).accepted
    game.advance(2)
    for capital, (answer, term) in answers.items():
        fields: dict[str, FieldGiven] = {"answer": answer, "term": term}
        if capital == "russia":
            assert give(game, "moscow", "answer_request", fields).accepted
        else:
            assert give(game, "allies", "yes_if", {"capital": capital, **fields}).accepted
    for _ in range(60):
        game.advance()
        if [e for e in game.journal if isinstance(e.event, Decided)]:
            break
    game.advance()
    return game


def give(
    game: Game, seat: str, card: str, fields: dict[str, FieldGiven], *, breaking: bool = False
) -> Answer:
    id = f"o{len(game.orders)}"
    return game.submit(Order(id=id, seat=seat, card=card, fields=fields, breaking=breaking))


@cache
def as_recorded() -> Game:
    """The record's orders until help was agreed to, and the hours after it."""
    game = start(prepare(Wanted("kazakhstan-2022", seed=1, bots="history")), keep=False)
    game.play(until=127 * HOUR)
    return game


def broken(game: Game) -> list[str]:
    return [e.event.offer for e in game.journal if isinstance(e.event, WordBroken)]


def home(game: Game) -> list[str]:
    return sorted(e.event.force for e in game.journal if isinstance(e.event, Recalled))


ASSIST: dict[str, FieldGiven] = {"level": "assist"}


def test_with_the_records_answers_to_help_on_the_street_asks_first_and_then_ends_two_mandates():
    game = as_recorded()
    answer = give(game, "moscow", "contingent_rules", dict(ASSIST))
    assert (answer.accepted, answer.code) == (False, "breaks_word")
    assert dict(answer.about)["to"] == "allies"
    before = game.world.credit("moscow", "allies")
    assert give(game, "moscow", "contingent_rules", dict(ASSIST), breaking=True).accepted
    game.advance(4)
    assert broken(game) == ["guards_only"]
    assert game.world.credit("moscow", "allies") < before
    lapsed = [e.event.member for e in game.journal if isinstance(e.event, MandateLapsed)]
    assert lapsed == ["armenia", "kyrgyzstan"]
    assert home(game) == ["armenian_company", "kyrgyz_element"]


def test_a_cap_binds_the_number_that_was_agreed_to_and_no_smaller_one():
    game = agreed(belarus=("yes_if", "cap"))
    men = game.world.number_of("men_agreed")
    assert 0 < men < 2500
    over = give(game, "moscow", "size_force", {"men": men + 500})
    assert (over.accepted, over.code) == (False, "breaks_word")
    assert give(game, "moscow", "size_force", {"men": men}).accepted


def test_a_date_and_a_word_for_the_border_bind_as_well():
    game = agreed(armenia=("yes_if", "end_date"), tajikistan=("yes_if", "word"))
    later = give(game, "moscow", "leave_early", {"how": "later"})
    assert (later.accepted, later.code) in ((False, "breaks_word"), (False, "not_available"))
    game.advance(74)
    assert "word_for_border" in broken(game)
    assert home(game) == ["tajik_element"]


def test_nobody_is_bound_by_a_yes_without_terms():
    game = agreed()
    assert [deal.offer for deal in game.view("moscow").deals] == []
    assert give(game, "moscow", "contingent_rules", dict(ASSIST)).accepted


def test_the_leads_own_term_binds_its_own_orders():
    game = agreed(russia=("yes_if", "guard_only"))
    answer = give(game, "moscow", "contingent_rules", dict(ASSIST))
    assert (answer.accepted, answer.code) == (False, "breaks_word")
    assert dict(answer.about)["to"] == "president"


def test_the_leads_date_binds_whoever_asked():
    game = agreed(russia=("yes_if", "end_date"))
    (deal,) = [deal for deal in game.view("president").deals if deal.offer == "date_of_leaving"]
    assert deal.state == "running"
