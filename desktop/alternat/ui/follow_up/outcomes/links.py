"""The part of the sheet about what an outcome continues or replaces, and what continues or replaces it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alternat.errors import AlternatError
from alternat.language.label import Label
from alternat.language.messages import Message, mark, message
from alternat.nouns.outcomes import LinkKind
from alternat.planning.outcomes import LinkPlan, OutcomePlan
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.follow_up.records import Records
from alternat.ui.look.style import label
from alternat.ui.parts.inspector.rows import FieldRow
from alternat.ui.parts.inspector.section import Section
from alternat.ui.parts.reading_only import only_reads
from alternat.ui.parts.widgets.arranged import arrange, read_in_order
from alternat.ui.parts.widgets.buttons import Button, IconButton
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.text_fields import LineField

FOLLOWS = {
    LinkKind.CONTINUES: mark("Continues {code}"),
    LinkKind.REPLACES: mark("Replaces {code}"),
}
FOLLOWED = {
    LinkKind.CONTINUES: mark("Continued by {code}"),
    LinkKind.REPLACES: mark("Replaced by {code}"),
}


class NoSuchOutcome(AlternatError):
    """A code was typed that no outcome has."""

    template = mark("There is no outcome “{code}”. Type a code as the table shows it.")


class LinkLine(QWidget):
    """The way to the other outcome, and the button that unlinks the two."""

    def __init__(self, desk: Desk, link: LinkPlan, words: Message, name: Label) -> None:
        super().__init__()
        self._place = Place("outcome", link.outcome)
        self.go = Button(desk.screen, words, kind="link")
        self.go.clicked.connect(lambda: desk.show_place(self._place))
        self.unlink = IconButton(desk.screen, message("Unlink {code}", code=link.code), "x")
        only_reads(self.go)
        self.go.setAccessibleDescription(desk.screen.read(name))
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch()
        row.addWidget(self.unlink)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(label("muted", desk.screen.read(name), wrap=True))


class Links(Section):
    """Both directions of the links of one outcome."""

    def __init__(self, desk: Desk, verbs: OutcomeVerbs, records: Records) -> None:
        super().__init__(desk.screen, message("Links to other outcomes"))
        self._desk, self._verbs, self._records = desk, verbs, records
        self._plan: OutcomePlan | None = None
        self._shown: object = None
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.kind = Segmented(
            desk.screen,
            message("What it is to the earlier outcome"),
            [(LinkKind.CONTINUES, message("Continues")), (LinkKind.REPLACES, message("Replaces"))],
        )
        self.kind.choose(LinkKind.CONTINUES)
        self.code = LineField()
        self.code.committed.connect(self._link)
        self.adding = FieldRow(desk.screen, message("Code of the earlier outcome"), self.code)
        self.column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.adding)

    def show_plan(self, plan: OutcomePlan | None) -> None:
        """Show the links of an outcome."""
        if plan is None or self._plan is None or plan.id != self._plan.id:
            self.adding.judge(None)
            self.code.show_text("", over=True)
        self._plan = plan
        links = (
            [*((FOLLOWS, each) for each in plan.links), *((FOLLOWED, each) for each in plan.followed_by)]
            if plan
            else []
        )
        names = [(words[each.kind], each, self._name(each)) for words, each in links]
        shown = (names, self._desk.screen.language)
        if shown == self._shown:
            return
        self._shown = shown
        lines = [self._line(template, each, name) for template, each, name in names]
        arrange(self._list, lines)
        read_in_order([*lines, self.kind, self.adding])

    def _line(self, template: str, link: LinkPlan, name: Label) -> LinkLine:
        line = LinkLine(self._desk, link, Message(template, {"code": link.code}), name)
        line.unlink.clicked.connect(lambda: self._unlink(link))
        return line

    def _name(self, link: LinkPlan) -> Label:
        other = self._records.of(link.outcome)
        return other.name if other is not None else Label()

    def _unlink(self, link: LinkPlan) -> None:
        if self._plan is not None:
            self.code.setFocus()
            ends = (self._plan.id, link.outcome)
            is_earlier = link in self._plan.links
            self._verbs.unlink(*(ends if is_earlier else reversed(ends)))

    def _link(self, code: str) -> None:
        wanted = code.strip().casefold()
        if self._plan is None or not wanted:
            self.adding.judge(None)
            return
        earlier = next((each for each in self._records.all() if each.code.casefold() == wanted), None)
        if earlier is None:
            self.adding.judge(NoSuchOutcome(code=code.strip()))
            return
        kind = self.kind.value
        assert isinstance(kind, LinkKind)
        error = self._verbs.link(self._plan, earlier.id, kind)
        self.adding.judge(error)
        if error is None:
            self.code.show_text("", over=True)
