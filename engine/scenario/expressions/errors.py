"""What is wrong with a condition or a sum: a sentence, and the word at fault."""

SAID = ""
"""The code of what follows from a mistake that is said where it was made."""


class ExpressionError(ValueError):
    """A condition or sum that cannot be used: (sentence, column from 0, code)."""

    def __init__(self, sentence: str, column: int, code: str = "E-condition") -> None:
        super().__init__(sentence, column, code)
        self.sentence = sentence
        self.column = column
        self.code = code

    def __str__(self) -> str:
        return self.sentence
