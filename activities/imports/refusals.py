"""The two ways in which a file can fail, each with the sentence a person reads."""


class UnusableFile(Exception):
    """The file as a whole cannot be read: nothing of it is taken."""

    @property
    def sentence(self) -> str:
        return str(self.args[0])


class CellRefused(Exception):
    """One cell, or what several cells say together, cannot be taken: its row is refused."""

    def __init__(self, sentence: str, column: str = ""):
        super().__init__(sentence)
        self.sentence = sentence
        self.column = column
