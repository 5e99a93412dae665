"""The sheet of an outcome: its texts, how far it has come, who carries it out, and all that hangs on it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.label import Label, Language
from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.nouns.outcomes import OUTCOME, OUTCOME_SIDE, OutcomeKind, OutcomeState
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.disclosure import DISCLOSURES
from alternat.planning.outcomes import KINDS, RECORDED, STATES, OutcomePlan
from alternat.planning.roster import roster
from alternat.ui.desk.desk import Desk
from alternat.ui.follow_up.existing import existing_dialogues
from alternat.ui.follow_up.outcomes.carriers import Carriers, Served
from alternat.ui.follow_up.outcomes.columns import STATE_LOOKS
from alternat.ui.follow_up.outcomes.correcting import Correcting
from alternat.ui.follow_up.outcomes.links import Links
from alternat.ui.follow_up.outcomes.notes import Corrections, Notes
from alternat.ui.follow_up.outcomes.states import STATE_VERBS, StateChange, states_for
from alternat.ui.follow_up.outcomes.verbs import OutcomeVerbs
from alternat.ui.follow_up.records import Records
from alternat.ui.look.style import label
from alternat.ui.look.tokens import Space
from alternat.ui.parts.choices import Choice
from alternat.ui.parts.inspector.field_rows import DescribedRow, row_of
from alternat.ui.parts.inspector.rows import NOTHING, ChoiceField
from alternat.ui.parts.inspector.sheet import Sheet
from alternat.ui.parts.inspector.ways import Way
from alternat.ui.parts.widgets.buttons import Button
from alternat.ui.parts.widgets.date_field import DateField
from alternat.ui.parts.widgets.flow_bar import FlowBar
from alternat.ui.parts.widgets.label_edit import LabelEdit
from alternat.ui.parts.widgets.segmented import Segmented
from alternat.ui.parts.widgets.tag import Tag


class OutcomeSheet(Sheet[OutcomePlan]):
    """One outcome, or what several have in common."""

    def __init__(self, desk: Desk, verbs: OutcomeVerbs, records: Records) -> None:
        super().__init__(desk.screen, message("Outcome"), OUTCOME, verbs.change)
        self._desk, self._verbs = desk, verbs
        self._states = StateChange(desk, verbs, self)
        self._countries = _countries(desk.tables)
        self._add_record()
        self._add_state()
        self._leads = {code: self._add_lead(code, name) for code, name in self._countries.items()}
        self._ways = self._make_ways()
        self.carriers = Carriers(desk, verbs, lambda: existing_dialogues(desk.tables))
        self.served = Served(desk, verbs, lambda: _provisions(desk.tables, ProvisionKind.OBJECTIVE))
        self.notes, self.links = Notes(desk, verbs, records), Links(desk, verbs, records)
        self.corrections = Corrections(desk)
        self._parts = (self.carriers, self.notes, self.served, self.links)
        for part in self._parts:
            self._part(part)
        self._add_disclosure()
        self._part(self.corrections)
        self.column.addStretch()
        self.show_values(())

    def heading(self) -> Message:
        """Return what is selected, or how to select something."""
        count = len(self.values)
        if not count:
            return message("Select an outcome to see its texts, who carries it out and how far it has come.")
        if count == 1:
            return message("Outcome {code}", code=self.values[0].code)
        return counted("{count} outcome selected", "{count} outcomes selected", count)

    def show_values(self, values: Sequence[OutcomePlan]) -> None:
        """Show outcomes; what hangs on one is shown for a single one."""
        is_other = [each.id for each in values] != [each.id for each in self.values]
        super().show_values(values)
        one = values[0] if len(values) == 1 else None
        for code, row in self._leads.items():
            lead = one.lead(code) if one is not None else None
            row.show_value(lead.person if lead else None, is_other=is_other)
            row.setVisible(one is not None)
        for part in self._parts:
            part.setVisible(one is not None)
            part.show_plan(one)
        self.corrections.show_plan(one)
        for way in self._ways:
            way.follow()
        self._show_state(values)
        self._hold(is_closed=any(each.is_closed for each in values))

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field such as `text.fr`, `due`, `carriers`, `leads.CA` or `notes`."""
        name, _, rest = field.partition(".")
        row = self._leads.get(rest or next(iter(self._leads))) if name == "leads" else self.rows.get(name)
        parts: Mapping[str, QWidget] = {
            "carriers": self.carriers.adding.field,
            "objectives": self.served.adding.field,
            "links": self.links.code,
            "notes": self.notes.text,
            "state": self._state_buttons[OutcomeState.DONE],
        }
        if name in parts:
            parts[name].setFocus(Qt.FocusReason.OtherFocusReason)
        elif row is None:
            self.focus_first()
        elif isinstance(row.control, LabelEdit):
            row.control.focus_language(Language(rest) if rest else self.screen_of.language)
        else:
            row.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part(self, part: QWidget) -> None:
        self.column.addSpacing(Space.L)
        self.column.addWidget(part)

    def _add_record(self) -> None:
        screen, captions = self.screen_of, (message("Text"), message("Short name"))
        self.add_row("text", captions[0], LabelEdit(screen, captions[0], multiline=True))
        self._closed = label("caption", wrap=True)
        self.wording.put(
            self._closed.setText,
            message(
                "The record of this meeting is closed. Its text is corrected, with the day and the reason."
            ),
        )
        self.correct = Button(screen, message("Correct…"), icon="pencil")
        self.correct.clicked.connect(self._open_correction)
        self.column.addWidget(self._closed)
        self.column.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row("short", captions[1], LabelEdit(screen, captions[1], required=False))
        self.add_row(
            "kind",
            message("Kind"),
            choices=lambda: [Choice(kind, screen.say(word)) for kind, word in KINDS.items()],
            of_several=True,
        )
        self.add_row(
            "topic",
            message("Topic"),
            choices=lambda: self._none_or("topic", "topic_name", message("No topic")),
            all_choices=self._topics,
            of_several=True,
        )
        self.add_row(
            "session",
            message("Session"),
            choices=lambda: self._none_or("session", "session_title", message("No session")),
            all_choices=self._sessions,
        )

    def _add_state(self) -> None:
        screen = self.screen_of
        caption = label("caption-strong")
        self.wording.put(caption.setText, message("State"))
        self._tag = Tag()
        self._state_buttons = {state: Button(screen, words) for state, words in STATE_VERBS.items()}
        for state, button in self._state_buttons.items():
            button.clicked.connect(lambda _checked, state=state: self.change_state(state))
        self.column.addSpacing(Space.S)
        self.column.addWidget(caption)
        self.column.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(FlowBar(*self._state_buttons.values()))
        self.add_row("state_on", message("State since"), write=self._write_state)
        reason = message("Reason of the state")
        control = LabelEdit(screen, reason, multiline=True, required=False)
        self.add_row("state_reason", reason, control, write=self._write_state)
        self.add_row("due", message("Due"), of_several=True)

    def _add_disclosure(self) -> None:
        screen = self.screen_of
        self.column.addSpacing(Space.M)
        self.add_row(
            "disclosure",
            message("Disclosure"),
            choices=lambda: [Choice(each, screen.say(word)) for each, word in DISCLOSURES.items()],
            of_several=True,
        )
        self._consent = (
            self.add_row("consent_asked", message("Consent asked on")),
            self.add_row("consent_given", message("Consent given on")),
        )
        self.add_row("note", message("Private note"))

    def _add_lead(self, side: str, country: Label) -> DescribedRow:
        def write(fields: Mapping[str, object]) -> AlternatError | None:
            person = fields["lead"]
            return self._verbs.lead(self.values[0], side, person if isinstance(person, int) else None)

        row = row_of(
            OUTCOME_SIDE.field("lead"),
            message("Lead of {country}", country=country),
            NOTHING,
            self.screen_of,
            write,
            choices=lambda: self._nobody_or_lead(side),
            all_choices=lambda: self._people(side),
        )
        self.place(row)
        return row

    def _make_ways(self) -> tuple[Way, ...]:
        """Make what leads from the topic, the session and the leads to their pages."""
        desk = self._desk
        ways = {
            "topic": Way(desk, message("Show the topic"), "provision", lambda: self._single("topic")),
            "session": Way(desk, message("Show the session"), "session", lambda: self._single("session")),
            "text": Way(
                desk,
                message("Compare the texts side by side"),
                "outcome",
                lambda: self._single("id"),
                field="concordance.text",
                icon="languages",
            ),
        }
        for name, way in ways.items():
            way.stand_beside(self.rows[name])
        people = [self._way_to_lead(code) for code in self._leads]
        for row, way in zip(self._leads.values(), people, strict=True):
            way.stand_beside(row)
        return (*ways.values(), *people)

    def _way_to_lead(self, side: str) -> Way:
        def lead() -> int | None:
            found = self.values[0].lead(side) if len(self.values) == 1 else None
            return found.person if found is not None else None

        words = message("Show the lead of {country}", country=self._countries[side])
        return Way(self._desk, words, "person", lead)

    def _single(self, field: str) -> int | None:
        key = getattr(self.values[0], field) if len(self.values) == 1 else None
        return key if isinstance(key, int) else None

    def change_state(self, state: OutcomeState) -> None:
        """Let what is selected be in another state."""
        self._states.to(self.values, state)

    def _show_state(self, values: Sequence[OutcomePlan]) -> None:
        states = {each.state for each in values}
        is_one = len(states) == 1
        if is_one:
            (state,) = states
            self._tag.show_tag(
                self.screen_of.say(STATES[state]), STATE_LOOKS[state].colour.replace("muted", "plain")
            )
        elif states:
            self._tag.show_tag(self.screen_of.say(message("Several states")))
        offered = states_for(values)
        for state, button in self._state_buttons.items():
            button.setVisible(state in offered)
        is_noted = all(each.kind is OutcomeKind.NOTED for each in values)
        for name in ("state_on", "state_reason"):
            self.rows[name].setVisible(len(values) == 1 and not is_noted)
        asks = any(each.disclosure.value == "with-consent" for each in values)
        for row in self._consent:
            row.setVisible(len(values) == 1 and asks)

    def _hold(self, *, is_closed: bool) -> None:
        """Let what a closed record holds be read and not changed."""
        self._closed.setVisible(is_closed)
        self.correct.setVisible(is_closed and len(self.values) == 1)
        for name in RECORDED:
            row = self.rows[name]
            for field in row.typed_fields:
                field.setReadOnly(is_closed)  # type: ignore[attr-defined] # lines and texts both have it
            if isinstance(row.control, ChoiceField | Segmented | DateField):
                row.control.setEnabled(not is_closed)

    def _open_correction(self) -> None:
        (plan,) = self.values
        Correcting(self._desk, self._verbs, plan, self.window()).open()

    def _write_state(self, fields: Mapping[str, object]) -> AlternatError | None:
        (plan,) = self.values
        on = fields.get("state_on", plan.state_on) or self._desk.today()
        reason = fields.get("state_reason", plan.state_reason)
        return self._verbs.set_state([plan.id], plan.state, on, reason)  # type: ignore[arg-type] # as described

    def _none_or(self, field: str, name: str, none: Message) -> Sequence[Choice]:
        read = self.screen_of.read
        held = {getattr(each, field): read(getattr(each, name)) for each in self.values}
        own = [Choice(key, text) for key, text in held.items() if key is not None]
        return [Choice(None, self.screen_of.say(none)), *own]

    def _topics(self) -> Sequence[Choice]:
        known = _provisions(self._desk.tables, ProvisionKind.TOPIC)
        own = self._none_or("topic", "topic_name", message("No topic"))
        topics = [Choice(key, self.screen_of.read(name)) for key, name in known.items()]
        return [*(each for each in own if each.value not in known), *topics]

    def _sessions(self) -> Sequence[Choice]:
        session, own = (
            self._desk.tables.Session,
            self._none_or("session", "session_title", message("No session")),
        )
        rows = session.select().where(session.meeting == (self.values[0].meeting if self.values else 0))
        named = {row.id: self.screen_of.read(row.title) for row in rows.order_by(session.day, session.start)}
        return [
            *(each for each in own if each.value not in named),
            *(Choice(key, title) for key, title in named.items()),
        ]

    def _nobody_or_lead(self, side: str) -> Sequence[Choice]:
        lead = self.values[0].lead(side) if len(self.values) == 1 else None
        own = [Choice(lead.person, self.screen_of.read(lead.name))] if lead else []
        return [Choice(None, self.screen_of.say(message("Nobody"))), *own]

    def _people(self, side: str) -> Sequence[Choice]:
        """Return nobody, those of the side who take part in the meeting, then all others of the side."""
        read, tables, own = self.screen_of.read, self._desk.tables, self._nobody_or_lead(side)
        meeting = self.values[0].meeting if self.values else 0
        first = {each.person: read(shown_name(each)) for each in roster(tables, meeting, side=side)}
        person, owner = tables.Person, tables.Side
        rows = person.select(person).join(owner).where(owner.code == side).order_by(person.family, person.id)
        others = {row.id: read(shown_name(row)) for row in rows if row.id not in first}
        heading = message("Not in the delegation")
        apart = [Choice("others", self.screen_of.say(heading), is_heading=True)] if first and others else []
        return [
            *(each for each in own if each.value not in first and each.value not in others),
            *(Choice(key, name) for key, name in first.items()),
            *apart,
            *(Choice(key, name) for key, name in others.items()),
        ]


def _countries(tables: Tables) -> Mapping[str, Label]:
    side = tables.Side
    return {row.code: row.country for row in side.select().order_by(side.number)}


def _provisions(tables: Tables, kind: ProvisionKind) -> Mapping[int, Label]:
    """Return what provisions of a kind are called, by id, in their order."""
    provision = tables.Provision
    rows = provision.select().where(provision.kind == kind).order_by(provision.number, provision.id)
    return {row.id: row.short or row.text for row in rows}
