"""One control for one text in three languages: a row each for English, French and Chinese."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import restyle
from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.text_fields import GrowingField, LineField

LANGUAGE_NAMES = {
    Language.EN: message("English"),
    Language.FR: message("French"),
    Language.ZH: message("Chinese"),
}


class LabelEdit(QWidget):
    """Edits a `Label` in three rows tagged EN, FR and 中; a missing text is marked, by words as well.

    `committed` carries the whole new label once the person has changed a row and left it. A row never
    touches the others.
    """

    committed = Signal(object)

    def __init__(
        self, screen: Screen, name: Message, *, multiline: bool = False, required: bool = True
    ) -> None:
        """Make the control; `name` is what is edited, and `required` whether a missing text is marked."""
        super().__init__()
        self._screen, self._name, self._required = screen, name, required
        self._label = Label()
        self._fields: dict[Language, LineField | GrowingField] = {}
        self._tags: dict[Language, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        for row, language in enumerate(Language):
            tag = QLabel(language.tag)
            tag.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            field = GrowingField() if multiline else LineField()
            field.committed.connect(lambda text, language=language: self._commit(language, text))
            field.textChanged.connect(lambda *_, language=language: self._mark(language))
            self._tags[language], self._fields[language] = tag, field
            grid.addWidget(tag, row, 0)
            grid.addWidget(field, row, 1)
        self.setFocusProxy(self._fields[Language.EN])
        screen.language_changed.connect(self.retranslate)
        self.retranslate()

    @property
    def label(self) -> Label:
        """The label as stored last."""
        return self._label

    def show_label(self, label: Label, *, over: bool = False) -> None:
        """Show a stored label; what is being typed in a row stays, unless it is `over` that."""
        self._label = label
        for language, field in self._fields.items():
            field.show_text(label.text(language), over=over)
            self._mark(language)

    def field(self, language: Language) -> LineField | GrowingField:
        """Return the field of one language."""
        return self._fields[language]

    def focus_language(self, language: Language) -> None:
        """Put the cursor into the row of a language."""
        self._fields[language].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the names of the rows in the screen language."""
        name = self._screen.say(self._name)
        for language, field in self._fields.items():
            spoken = self._screen.say(LANGUAGE_NAMES[language])
            field.setAccessibleName(
                self._screen.say(message("{field}, {language}", field=name, language=spoken))
            )
            self._tags[language].setToolTip(spoken)
            self._mark(language)

    def _mark(self, language: Language) -> None:
        field, tag = self._fields[language], self._tags[language]
        is_missing = self._required and not field.text().strip()
        field.setPlaceholderText(self._screen.say(message("Missing")) if is_missing else "")
        restyle(field, "missing", "true" if is_missing else "")
        restyle(tag, "language-tag", "missing" if is_missing else "true")

    def _commit(self, language: Language, text: str) -> None:
        self._label = self._label.with_text(language, text.strip())
        self.committed.emit(self._label)
