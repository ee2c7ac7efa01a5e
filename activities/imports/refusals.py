"""The two ways in which a file can fail, each with the sentence a person reads."""

from dataclasses import replace

from activities.imports.questions import CityQuestion


class UnusableFile(Exception):
    """The file as a whole cannot be read: nothing of it is taken."""

    @property
    def sentence(self) -> str:
        return str(self.args[0])


class UnreadableLetters(UnusableFile):
    """Somebody must say how the letters of the file are written."""


class CellRefused(Exception):
    """One cell, or what several cells say together, cannot be taken: its row is refused."""

    def __init__(self, sentence: str, column: str = ""):
        super().__init__(sentence)
        self.sentence = sentence
        self.column = column


class CityRefused(CellRefused):
    """It is not known which city a row means; ``question`` carries those it may mean."""

    def __init__(self, sentence: str, question: CityQuestion):
        super().__init__(sentence, f"city_{question.side}")
        self.question = question

    def on(self, side: str) -> "CityRefused":
        """The same refusal for the city on ``side`` of a row."""
        return CityRefused(self.sentence, replace(self.question, side=side))
