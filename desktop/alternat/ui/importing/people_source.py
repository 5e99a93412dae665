"""The first step of an import of people: the file, and whose list it is."""

from alternat.language.messages import message
from alternat.ui.importing.reader import SourceReader
from alternat.ui.importing.session import ImportSession
from alternat.ui.importing.source_step import SourceStep, SourceWords
from alternat.ui.look.screen import Screen
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.rows import ChoiceField, FieldRow

WORDS = SourceWords(
    message("Lists of people"),
    message(
        "Headings are recognised in English, French and Chinese, names in one column or in several. "
        "You check every column and every person before anything is written."
    ),
)


class PeopleSourceStep(SourceStep):
    """Reads a list of people, of one side or of both."""

    session: ImportSession

    def __init__(self, screen: Screen, session: ImportSession, reader: SourceReader) -> None:
        self.side = ChoiceField()
        side = FieldRow(screen, message("Whose list it is"), self.side)
        super().__init__(screen, session, reader, WORDS, (side,))
        self.side.chosen.connect(self._choose_side)

    def _show(self) -> None:
        self.side.show_choices(self._sides(), self.session.side)
        super()._show()

    def _choose_side(self, side: object) -> None:
        self.session.side = str(side)

    def _sides(self) -> list[Choice]:
        screen, side = self.screen_of, self.session.tables.Side
        told = Choice("", screen.say(message("The list tells, row by row")))
        return [
            told,
            *(Choice(row.code, screen.read(row.country)) for row in side.select().order_by(side.number)),
        ]
