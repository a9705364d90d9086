"""What an offer says of the cards in it."""

from engine.catalogue import title_of
from engine.deals.wording import LEAD, in_words
from engine.scenario.load import load, shipped


def test_an_offer_names_what_a_form_was_filled_in_with_as_the_form_does():
    seen = 0
    for name, _, _ in shipped():
        scenario = load(name)
        for id, deal in scenario.offers.items():
            said = in_words(scenario, deal, deal.to, lambda id, s=scenario: title_of(s, id))
            for term in (t for side in LEAD for t in deal.side(side)):
                for field, value in term.with_.items():
                    choices = dict(scenario.cards[term.card].fields[field].choices) if value else {}
                    if value in choices:
                        seen += 1
                        assert f": {choices[value]}" in said, (name, id)
    assert seen


def test_a_term_that_begins_with_a_reading_says_so_in_the_words_of_the_reading():
    seen = 0
    for name, _, _ in shipped():
        scenario = load(name)
        for id, deal in scenario.offers.items():
            said = in_words(scenario, deal, deal.to, lambda id, s=scenario: title_of(s, id))
            texts = [t.when.text for side in LEAD for t in deal.side(side) if t.when is not None]
            for text in texts:
                seen += 1
                assert text not in said, (name, id)
    assert seen
