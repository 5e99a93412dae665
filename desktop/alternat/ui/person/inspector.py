"""The inspector: nobody, one person, or several people, whatever is selected in the list."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from alternat.language.messages import message
from alternat.planning.findings import SubjectKind
from alternat.planning.roster import Delegate
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.reads import Reads
from alternat.ui.look.style import hairline, label
from alternat.ui.look.tokens import Space
from alternat.ui.look.wording import Wording
from alternat.ui.parts.findings.list import FindingsList
from alternat.ui.parts.inspector.section import NARROWEST
from alternat.ui.person.heading import HeadingSection
from alternat.ui.person.leads import LeadsSection
from alternat.ui.person.names import NamesSection
from alternat.ui.person.part import PartSection
from alternat.ui.person.pen import Pen
from alternat.ui.person.post import PostSection
from alternat.ui.person.private import PrivateSection
from alternat.ui.person.record import Record, newcomer, read_record
from alternat.ui.person.section import RecordSection
from alternat.ui.person.several import SeveralPeople


class PersonInspector(QStackedWidget):
    """Shows and edits whoever is selected; every field is one undo step."""

    keeps_typing = True

    added = Signal(int)
    """A newcomer was typed here and is now written: the id of the person."""
    wanted = Signal()
    """The cursor is about to go into one of the fields."""
    invitation_wanted = Signal(int)
    """The person in view is to be invited to the meeting."""

    def __init__(self, desk: Desk, reads: Reads) -> None:
        super().__init__()
        self._desk, self._reads = desk, reads
        self._pen = Pen(desk)
        self._person: int | None = None
        self._wording = Wording(desk.screen)
        self._findings = FindingsList(desk.screen)
        self._heading = HeadingSection(desk.screen, desk.tables, self._pen)
        part = PartSection(desk.screen, desk.tables, self._pen, lambda: desk.meeting)
        self._sections: tuple[RecordSection, ...] = (
            self._heading,
            NamesSection(desk.screen, self._pen),
            PostSection(desk.screen, desk.tables, self._pen),
            part,
            LeadsSection(desk),
            PrivateSection(desk.screen, self._pen),
        )
        self._several = SeveralPeople(desk)
        self._nobody, self._one, self._many = self._build_nobody(), self._build_one(), _padded(self._several)
        for page in (self._nobody, self._one, self._many):
            self.addWidget(page)
        self._measure()
        self._pen.added.connect(self._on_added)
        part.invitation_wanted.connect(self._on_invitation)
        self._heading.side_chosen.connect(self._on_side_chosen)
        self._findings.fix_wanted.connect(self.focus_field)
        desk.findings.found.connect(self._show_findings)
        desk.screen.language_changed.connect(self._wording.say_again)
        desk.screen.theme_changed.connect(self._measure)

    @property
    def person(self) -> int | None:
        """Return the person in view, or nothing for nobody, several people or a newcomer."""
        return self._person

    @property
    def is_adding(self) -> bool:
        """Return whether a newcomer is being typed."""
        return self._pen.draft is not None

    def show_nobody(self) -> None:
        """Show that nobody is selected; a newcomer without a name is given up."""
        self.finish_typing()
        self._person = None
        self._pen.let_go()
        self.setCurrentWidget(self._nobody)

    def show_person(self, person: int) -> None:
        """Show a person as stored now; the same person again only refreshes what is not being typed."""
        is_other = person != self._person
        if is_other:
            self.finish_typing()
        with self._reads.noting():
            record = read_record(self._desk.tables, person, self._desk.meeting)
        if record is None:
            self.show_nobody()
            return
        self._person = person
        self._pen.hold(record)
        self._show(record, is_other=is_other)

    def show_newcomer(
        self,
        side: str,
        replaces: int | None = None,
        *,
        person: Mapping[str, object] = MappingProxyType({}),
        part: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        """Show empty fields for somebody new on a side, the cursor in the family name.

        With `replaces`, the newcomer takes the place of that participation as soon as there is a name.
        `person` and `part` are what is known of the newcomer and of the part in the meeting already.
        """
        self.finish_typing()
        self._person = None
        draft = self._pen.hold_newcomer(side, replaces, person, part)
        self._heading.is_side_fixed = replaces is not None
        self._show(draft.record(newcomer(self._desk.tables, side)), is_other=True)
        self.focus_field("family")

    def show_several(self, delegates: Sequence[Delegate]) -> None:
        """Show what several people share."""
        if self.currentWidget() is not self._many:
            self.finish_typing()
        self._person = None
        self._pen.let_go()
        with self._reads.noting():
            self._several.show_delegates(delegates)
        self.setCurrentWidget(self._many)

    def refresh(self) -> None:
        """Read the person in view again; several people are shown again by whoever knows them."""
        if self._person is not None:
            self.show_person(self._person)

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field such as `position.fr` and bring it into view."""
        control = self.control(field)
        if control is not None:
            self.wanted.emit()
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            # The layout of a section that has just come into view is only known a moment later.
            QTimer.singleShot(0, control, lambda: self._reveal(control))

    def control(self, field: str) -> QWidget | None:
        """Return the control of a field of the person, the contact or the part in the meeting."""
        return next(filter(None, (section.control(field) for section in self._sections)), None)

    def _reveal(self, control: QWidget) -> None:
        body = self._one.widget()
        assert body is not None, "the page of one person always has a body"
        place = QRect(control.mapTo(body, control.rect().topLeft()), control.size())
        self._one.ensureVisible(place.center().x(), place.center().y(), 0, place.height() + Space.XL * 2)

    def _show(self, record: Record, *, is_other: bool) -> None:
        with self._reads.noting():
            for section in self._sections:
                section.show_record(record, is_other=is_other)
        self._show_findings()
        self.setCurrentWidget(self._one)
        if is_other:
            self._one.verticalScrollBar().setValue(0)

    def _show_findings(self) -> None:
        person = self._person
        self._findings.show_findings(
            [
                finding
                for finding in self._desk.findings.findings
                if finding.subject.kind is SubjectKind.PERSON and finding.subject.id == person
            ]
        )

    def finish_typing(self) -> None:
        """Let the field with the cursor commit before the inspector turns to somebody else."""
        typing = QApplication.focusWidget()
        if typing is not None and self.isAncestorOf(typing):
            typing.clearFocus()

    def _on_side_chosen(self, side: str) -> None:
        draft = self._pen.draft
        if draft is not None:
            draft.side = side
            # An entity belongs to one side.
            draft.person.pop("entity", None)
            self._show(draft.record(newcomer(self._desk.tables, side)), is_other=False)

    def _on_added(self, person: int) -> None:
        self._person = person
        self.added.emit(person)

    def _on_invitation(self) -> None:
        if self._person is not None:
            self.invitation_wanted.emit(self._person)

    def _measure(self) -> None:
        self.setMinimumWidth(self._desk.screen.px(NARROWEST))

    def _build_nobody(self) -> QWidget:
        hint = label("muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._wording.put(hint.setText, message("Select somebody to see and edit every detail here."))
        return _padded(hint)

    def _build_one(self) -> QScrollArea:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.L)
        for at, section in enumerate(self._sections):
            if at == 1:
                column.addWidget(self._findings)
            if 1 < at < len(self._sections) - 1 and not isinstance(section, LeadsSection):
                column.addWidget(hairline())
            column.addWidget(section)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area


def _padded(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
    column.addWidget(widget)
    return page
