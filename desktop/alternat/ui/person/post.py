"""The inspector's section of the post: gender, form of address, position, entity and working languages."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from alternat.errors import AlternatError
from alternat.language.formats import listed, sentence_case
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.language.vocabulary import honorific, honorifics, language_name
from alternat.models.tables import Tables
from alternat.nouns.people import Gender
from alternat.ui.look.screen import Screen
from alternat.ui.look.style import label
from alternat.ui.parts.choices import entity_choices
from alternat.ui.parts.inspector.rows import ChoiceRow, FieldRow
from alternat.ui.parts.widgets.buttons import IconButton
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.person.pen import Pen
from alternat.ui.person.record import Record
from alternat.ui.person.section import RecordSection

GENDERS = (
    (Gender.FEMININE, message("Feminine")),
    (Gender.MASCULINE, message("Masculine")),
    (Gender.UNKNOWN, message("Not known")),
)
WORKING_LANGUAGES = (
    (Language.EN.value, message("English")),
    (Language.FR.value, message("French")),
    (Language.ZH.value, message("Chinese")),
)


class PostSection(RecordSection):
    """What a person is, in three languages, and whom the person speaks for."""

    def __init__(self, screen: Screen, tables: Tables, pen: Pen) -> None:
        super().__init__(screen, message("Position and entity"))
        self._tables, self._pen = tables, pen
        self._record: Record | None = None
        self._position = LabelEdit(screen, message("Position"), multiline=True)
        self._honorific = LabelEdit(screen, message("Form of address"), required=False)
        self._gender = Segmented(screen, message("Grammatical gender"), GENDERS)
        self._languages = Segmented(screen, message("Working languages"), WORKING_LANGUAGES, several=True)
        self._preferred = label("caption", wrap=True)
        self._entity = ChoiceRow(screen, message("Entity"), self._write_entity)
        self._gender_row = FieldRow(screen, message("Grammatical gender"), self._gender)
        self._usual = IconButton(screen, message("Choose a usual form of address"), "list")
        self._usual.clicked.connect(self._open_usual)
        self._build()

    def _build(self) -> None:
        screen = self.screen_of
        self._rows = {
            "position": FieldRow(screen, message("Position"), self._position),
            "honorific": FieldRow(screen, message("Form of address"), self._honorific),
            "languages": FieldRow(screen, message("Working languages"), self._languages),
        }
        self._rows["honorific"].add_beside_name(self._usual)
        self._position.committed.connect(lambda text: self._write("position", text))
        self._honorific.committed.connect(lambda text: self._write("honorific", text))
        self._gender.chosen.connect(self._write_gender)
        self._languages.chosen.connect(self._write_languages)
        for row in (
            self._rows["position"],
            self._entity,
            self._gender_row,
            self._rows["honorific"],
            self._rows["languages"],
            self._preferred,
        ):
            self.column.addWidget(row)
        screen.language_changed.connect(self._respeak)

    def show_record(self, record: Record, *, is_other: bool) -> None:
        """Show position, entity, gender, form of address and languages."""
        self._record = record
        if is_other:
            for row in (*self._rows.values(), self._gender_row, self._entity):
                row.judge(None)
            # What was typed about somebody else must not be taken for this person's.
            _start_afresh(self._position, record.position)
            _start_afresh(self._honorific, record.honorific)
        self._position.show_label(record.position)
        self._honorific.show_label(record.honorific)
        self._gender.choose(record.gender)
        self._languages.choose(record.languages)
        self._respeak()

    def control(self, field: str) -> QWidget | None:
        """Return the control of a field; of a label, the row of the language after the dot."""
        name, _, language = field.partition(".")
        if name in {"position", "honorific"}:
            edit = self._position if name == "position" else self._honorific
            return edit.field(Language(language or Language.EN))
        if name == "gender":
            return self._gender.button(Gender.FEMININE)
        if name == "languages":
            return self._languages.button(Language.EN.value)
        return self._entity.field if name == "entity" else None

    def _respeak(self) -> None:
        record = self._record
        if record is None:
            return
        catalog = self.screen_of.catalog
        self._entity.field.show_choices(entity_choices(self._tables, catalog, [record.side]), record.entity)
        names = [_language_name(code, catalog.language) for code in record.languages]
        order = message("In this order: {languages}", languages=listed(names, catalog.language))
        self._preferred.setText(catalog.say(order))
        self._preferred.setVisible(len(names) > 1)

    def _write(self, field: str, value: Label) -> None:
        self._rows[field].judge(self._pen.write_person({field: value}))

    def _write_entity(self, value: object) -> AlternatError | None:
        return self._pen.write_person({"entity": value})

    def _write_gender(self, gender: Gender) -> None:
        self._gender_row.judge(self._pen.write_person({"gender": gender}))

    def _write_languages(self, chosen: tuple[str, ...]) -> None:
        before = self._record.languages if self._record is not None else ()
        offered = {code for code, _ in WORKING_LANGUAGES}
        kept = tuple(code for code in before if code in chosen or code not in offered)
        added = tuple(code for code in chosen if code not in before)
        self._rows["languages"].judge(self._pen.write_person({"languages": kept + added}))

    def usual_forms(self) -> QMenu:
        """Return a menu of the usual forms of address, in the forms of the person's gender."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gender = self._record.gender if self._record is not None else Gender.UNKNOWN
        for key in honorifics():
            form = honorific(key, gender)
            action = QAction("  ·  ".join(filter(None, (form.en, form.fr, form.zh))), menu)
            action.triggered.connect(lambda _=False, form=form: self._write("honorific", form))
            menu.addAction(action)
        menu.addSeparator()
        none = menu.addAction(self.screen_of.say(message("No form of address")))
        none.triggered.connect(lambda: self._write("honorific", Label()))
        return menu

    def _open_usual(self) -> None:
        self.usual_forms().popup(self._usual.mapToGlobal(self._usual.rect().bottomLeft()))


def _start_afresh(edit: LabelEdit, label: Label) -> None:
    for language in Language:
        field, text = edit.field(language), label.text(language)
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        else:
            field.setText(text)


def _language_name(code: str, language: Language) -> str:
    if code in set(Language):
        return language_name(Language(code)).text(language)
    return sentence_case(code)
