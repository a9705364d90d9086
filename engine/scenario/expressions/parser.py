"""From words to a tree; the grammar is that of the scenario language, section 5."""

from functools import lru_cache
from itertools import pairwise

from engine.quantities import same_dimension
from engine.scenario.expressions.errors import ExpressionError
from engine.scenario.expressions.lexer import DEEPEST, Token, tokens
from engine.scenario.expressions.tree import (
    Call,
    Comparison,
    Joined,
    Lasting,
    Name,
    Negative,
    Node,
    Not,
    Number,
    Sum,
    Time,
)

COMPARING = ("<", "<=", ">", ">=")


@lru_cache(maxsize=8192)
def parse(text: str, counts: frozenset[str]) -> Node:
    """The tree of a condition or sum. Raises `ExpressionError`."""
    return _Parser(tokens(text, counts)).whole()


class _Parser:
    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.at = 0
        self.depth = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.next
        self.at += token.sort != "end"
        return token

    def ahead(self, *texts: str) -> bool:
        return self.next.sort in ("word", "sign") and self.next.text in texts

    def whole(self) -> Node:
        node = self.joined("or")
        if self.next.sort != "end":
            raise self.unexpected()
        return node

    def unexpected(self) -> ExpressionError:
        token = self.next
        if token.sort == "end":
            return ExpressionError("ends too soon; something must follow", token.column)
        before = self.tokens[self.at - 1] if self.at else token
        if before.text == "day" and token.sort == "number":
            return ExpressionError(
                f"`day {token.text}` is not a time; write day {token.text} 18:00", before.column
            )
        if before.sort == "number" and token.text == "(":
            return ExpressionError(
                "a range stands after a value by itself, not in a sum", token.column
            )
        return ExpressionError(f"did not expect `{token.text}`", token.column)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            sentence = f"a condition is at most {DEEPEST} brackets deep"
            raise ExpressionError(sentence, self.next.column, "E-long")

    def joined(self, word: str) -> Node:
        column = self.next.column
        parts = [self.part(word)]
        while self.ahead(word):
            self.take()
            parts.append(self.part(word))
        return parts[0] if len(parts) == 1 else Joined(column, word, tuple(parts))

    def part(self, word: str) -> Node:
        return self.joined("and") if word == "or" else self.negated()

    def negated(self) -> Node:
        if not self.ahead("not"):
            return self.compared()
        column = self.take().column
        self.deeper()
        inner = self.negated()
        self.depth -= 1
        return Not(column, inner)

    def compared(self) -> Node:
        first = self.at
        node = self.added()
        if self.ahead("is", *COMPARING):
            node = self.comparison(node)
            if self.ahead("is", *COMPARING):
                sentence = "one comparison at a time; join two with `and`"
                raise ExpressionError(sentence, self.next.column)
        while self.ahead("for"):
            node = self.lasting(node, first)
        return node

    def comparison(self, left: Node) -> Node:
        token = self.take()
        sign = token.text
        if sign == "is":
            if self.ahead("not") and not self.ends(self.at + 1):
                self.take()
                sign = "is not"
            word = self.next
            # After `is` a word of the language may be a choice: `stance is for`.
            if word.sort == "word":
                self.take()
                return Comparison(
                    left.column, sign, token.column, left, Name(word.column, word.text)
                )
        return Comparison(left.column, sign, token.column, left, self.added())

    def text(self, first: int) -> str:
        """What was taken since a word, spaced alike however it was written."""
        text = ""
        for before, token in pairwise(self.tokens[first : self.at]):
            called = before.sort == "name" and token.text == "("
            close = before.text == "(" or token.text == ")" or called
            text += before.text if close else f"{before.text} "
        return text + self.tokens[self.at - 1].text

    def ends(self, at: int) -> bool:
        token = self.tokens[at]
        return token.sort == "end" or token.text in (")", "and", "or")

    def lasting(self, inner: Node, first: int) -> Node:
        text = self.text(first)
        word = self.take()
        length = self.take()
        if length.sort != "number" or not same_dimension(length.unit, "h"):
            raise ExpressionError("`for` takes a length of time such as 6 h", length.column)
        return Lasting(inner.column, inner, round(length.number * 3600), text, word.column)

    def added(self) -> Node:
        node = self.multiplied()
        while self.ahead("+", "-"):
            token = self.take()
            node = Sum(node.column, token.text, token.column, node, self.multiplied())
        return node

    def multiplied(self) -> Node:
        node = self.signed()
        while self.ahead("*", "/"):
            token = self.take()
            node = Sum(node.column, token.text, token.column, node, self.signed())
        return node

    def signed(self) -> Node:
        if not self.ahead("-"):
            return self.single()
        column = self.take().column
        self.deeper()
        inner = self.signed()
        self.depth -= 1
        return Negative(column, inner)

    def single(self) -> Node:
        token = self.next
        if token.sort == "number":
            self.take()
            return Number(token.column, token.text, token.number, token.unit)
        if token.sort == "time":
            self.take()
            return Time(token.column, token.text)
        if token.sort == "name":
            self.take()
            return self.call(token) if self.ahead("(") else Name(token.column, token.text)
        if token.text == "(":
            return self.bracket()
        raise self.unexpected()

    def bracket(self) -> Node:
        self.take()
        self.deeper()
        node = self.joined("or")
        self.close()
        return node

    def close(self) -> None:
        if not self.ahead(")"):
            if self.next.sort == "end":
                raise ExpressionError("a bracket is not closed", self.next.column)
            raise self.unexpected()
        self.take()
        self.depth -= 1

    def call(self, name: Token) -> Node:
        first = self.at - 1
        self.take()
        self.deeper()
        inner = other = None
        if not self.ahead(")"):
            inner = self.joined("or")
            if self.ahead("to"):
                self.take()
                other = self.joined("or")
        self.close()
        return Call(name.column, name.text, self.text(first), inner, other)
