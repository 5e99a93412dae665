"""The hand the inspector writes with: one verb a field, and the reason where a value is refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from alternat.actions.delegations import change_participations, replace_delegate
from alternat.actions.people import add_person, change_contact, change_people, set_photo
from alternat.actions.photos import PreparedPhoto
from alternat.errors import AlternatError
from alternat.nouns.delegations import ParticipationStatus, Role
from alternat.storage.changes import Changes
from alternat.ui.desk.desk import Desk
from alternat.ui.person.record import Part, Record

NAME_FIELDS = frozenset({"family", "given", "name_zh", "printed_name"})


@dataclass(slots=True)
class Draft:
    """What has been typed about somebody who is not written yet, since nobody is added without a name."""

    side: str
    person: dict[str, object] = field(default_factory=dict)
    contact: dict[str, object] = field(default_factory=dict)
    part: dict[str, object] = field(default_factory=dict)
    replaces: int | None = None
    """The participation whose place the newcomer takes, where somebody is being replaced."""

    def record(self, empty: Record) -> Record:
        """Return what has been typed so far, upon the empty record of the side."""
        part = replace(empty.part or Part(), **self.part)  # type: ignore[arg-type] # as the fields gave them
        return replace(empty, part=part, **self.person, **self.contact)  # type: ignore[arg-type]

    @property
    def has_name(self) -> bool:
        """Return whether there is enough to add the person."""
        return any(self.person.get(name) for name in NAME_FIELDS)


class Pen(QObject):
    """Writes the person in the inspector; every answer is the error that refused the value, or nothing."""

    added = Signal(int)
    """A newcomer has been written: the id of the person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: Record | None = None
        self._draft: Draft | None = None

    @property
    def draft(self) -> Draft | None:
        """Return the newcomer being typed, if there is one."""
        return self._draft

    def hold(self, record: Record) -> None:
        """Write this person from now on."""
        self._record, self._draft = record, None

    def hold_newcomer(
        self, side: str, replaces: int | None, person: Mapping[str, object], part: Mapping[str, object]
    ) -> Draft:
        """Gather what is typed about a newcomer, and add the person as soon as there is a name.

        `person` and `part` are known already; returns the draft with them.
        """
        self._record = None
        self._draft = Draft(side, person=dict(person), part=dict(part), replaces=replaces)
        return self._draft

    def let_go(self) -> None:
        """Write nobody."""
        self._record, self._draft = None, None

    def write_person(self, fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of the person."""
        if self._draft is not None:
            return self._gather(self._draft.person, fields)
        person, version = self._person, self._held.version
        return self._try(
            lambda: change_people(self._desk.workspace, [person], fields, seen={person: version})
        )

    def write_contact(self, fields: Mapping[str, object]) -> AlternatError | None:
        """Change private fields of the person."""
        if self._draft is not None:
            return self._gather(self._draft.contact, fields)
        person = self._person
        return self._try(lambda: change_contact(self._desk.workspace, person, fields))

    def write_part(self, fields: Mapping[str, object]) -> AlternatError | None:
        """Change fields of the person's part in the meeting."""
        if self._draft is not None:
            return self._gather(self._draft.part, fields)
        part = self._held.part
        row = part.id if part is not None else None
        assert row is not None, "the part shows only of those who take part"
        return self._try(lambda: change_participations(self._desk.workspace, [row], fields))

    def write_photo(self, prepare: Callable[[], PreparedPhoto | None]) -> AlternatError | None:
        """Give the person the photograph that is prepared, or none."""
        person = self._person
        return self._try(lambda: set_photo(self._desk.workspace, person, prepare()))

    def _gather(self, part: dict[str, object], fields: Mapping[str, object]) -> AlternatError | None:
        part.update(fields)
        draft = self._draft
        if draft is None or not draft.has_name:
            return None
        error = self._try(lambda: self._add(draft))
        if error is not None:
            for name in fields:
                part.pop(name, None)
        return error

    def _add(self, draft: Draft) -> Changes:
        workspace, replaces = self._desk.workspace, draft.replaces
        changes = add_person(
            workspace,
            draft.side,
            draft.person,
            contact=draft.contact,
            meeting=self._desk.meeting if replaces is None else None,
            role=Role(str(draft.part.get("role", Role.MEMBER))),
            status=ParticipationStatus(str(draft.part.get("status", ParticipationStatus.INVITED))),
        )
        person = changes.inserted("person")[0]
        if replaces is not None:
            changes = replace_delegate(workspace, replaces, person)
        self.added.emit(person)
        return changes

    @staticmethod
    def _try(verb: Callable[[], Changes]) -> AlternatError | None:
        try:
            verb()
        except AlternatError as error:
            return error
        return None

    @property
    def _held(self) -> Record:
        assert self._record is not None, "the inspector writes only while it shows a person"
        return self._record

    @property
    def _person(self) -> int:
        person = self._held.id
        assert person is not None, "a newcomer is a draft"
        return person
