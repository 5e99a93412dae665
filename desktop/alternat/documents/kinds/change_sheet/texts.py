"""What a change sheet says of each change in one language: from what to what, and whom it concerns."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from zoneinfo import ZoneInfo

from alternat.documents.press.style import NAME
from alternat.documents.press.tables import Cell, plain, strong
from alternat.language.catalogs import catalog
from alternat.language.formats import listed, plain_date, sentence_case
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message
from alternat.language.names import IDEOGRAPHIC_SPACE
from alternat.language.scripts import unbroken
from alternat.language.vocabulary import heading, member_label
from alternat.planning.revisions import ChangeKind, ProgrammeChanges, SessionChange
from alternat.planning.snapshots import RoomState, SessionState


@dataclass(frozen=True)
class ChangeWriter:
    """Writes of changes in one language."""

    language: Language
    changes: ProgrammeChanges

    def session(self, changes: Sequence[SessionChange]) -> Cell:
        """Return the title of a session and a line for each thing that has changed about it."""
        lines = (plain(text, 12, before=0.14) for change in changes for text in self._lines(change))
        return (strong(self._title(changes[0].state), NAME), *lines)

    def own(self, changes: Sequence[SessionChange]) -> Cell:
        """Return what changes mean for one person: a line a session."""
        lines = []
        for _, group in groupby(changes, key=lambda each: each.session):
            own = tuple(group)
            state = own[0].state
            kinds = listed(list(dict.fromkeys(self._kind(each.kind) for each in own)), self.language)
            when = f"{plain_date(state.day, self.language)}{self._comma}{span_of(state)}"
            sentence = message(
                "{when}, {session}: {change}", when=when, session=self._title(state), change=kinds
            )
            lines.append(plain(self._say(sentence), 8, before=0.14))
        return tuple(lines)

    def _lines(self, change: SessionChange) -> Iterator[str]:
        before, after = change.before, change.after
        if before is None or after is None or change.kind in _WHOLE:
            yield sentence_case(self._kind(change.kind))
            if after is not None and change.kind in {ChangeKind.ADDED, ChangeKind.REINSTATED}:
                yield self._place(after.room)
        elif change.kind is ChangeKind.PEOPLE:
            yield from self._people(change)
        else:
            yield self._from_to(change.kind, before, after)

    def _from_to(self, kind: ChangeKind, before: SessionState, after: SessionState) -> str:
        texts: dict[ChangeKind, Callable[[SessionState], str]] = {
            ChangeKind.MOVED: self._when,
            ChangeKind.ROOM: lambda state: self._place(state.room),
            ChangeKind.TITLE: self._title,
            ChangeKind.INTERPRETATION: lambda state: member_label(state.interpretation).text(self.language),
        }
        what = sentence_case(self._kind(kind))
        if kind not in texts or texts[kind](before) == texts[kind](after):
            return what
        arguments = {"before": texts[kind](before), "after": texts[kind](after)}
        return self._say(message("{what}: {before} → {after}", what=what, **arguments))

    def _people(self, change: SessionChange) -> Iterator[str]:
        if change.joined:
            yield self._say(message("Newly there: {names}", names=self._names(change.joined)))
        if change.left:
            yield self._say(message("No longer there: {names}", names=self._names(change.left)))
        if not (change.joined or change.left):
            sentence = message("Other times or chair: {names}", names=self._names(change.affected))
            yield self._say(sentence)

    def _names(self, people: Sequence[int]) -> str:
        known = (self.changes.names[each].name for each in people if each in self.changes.names)
        return listed([unbroken(name.on_paper(self.language)) for name in known], self.language)

    def _kind(self, kind: ChangeKind) -> str:
        return self._say(_KINDS[kind])

    def _title(self, state: SessionState) -> str:
        return name_of(state).on_paper(self.language)

    def _when(self, state: SessionState) -> str:
        return f"{plain_date(state.day, self.language)}{self._comma}{span_of(state)}"

    def _place(self, room: RoomState | None) -> str:
        if room is None:
            return self._say(message("no room yet"))
        parts = [room.name.on_paper(self.language) or room.code, room.venue.on_paper(self.language)]
        if self.language is Language.ZH:
            parts.reverse()
            return IDEOGRAPHIC_SPACE.join(filter(None, parts))
        return ", ".join(filter(None, parts))

    @property
    def _comma(self) -> str:
        return IDEOGRAPHIC_SPACE if self.language is Language.ZH else ", "

    def _say(self, sentence: Message) -> str:
        return catalog(self.language).say(sentence)


_WHOLE = frozenset({ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.CANCELLED, ChangeKind.REINSTATED})
_KINDS = {
    ChangeKind.ADDED: message("new"),
    ChangeKind.DROPPED: message("dropped"),
    ChangeKind.CANCELLED: message("cancelled"),
    ChangeKind.REINSTATED: message("takes place after all"),
    ChangeKind.MOVED: message("other time"),
    ChangeKind.ROOM: message("other room"),
    ChangeKind.TITLE: message("other title"),
    ChangeKind.PEOPLE: message("other people"),
    ChangeKind.INTERPRETATION: message("other interpretation"),
    ChangeKind.AGENDA: message("other agenda"),
}


def span_of(state: SessionState) -> str:
    """Return when a session is, as `09:00–10:30` on the clock of its own place, of a journey at each end."""
    ends = state.ends.astimezone(ZoneInfo(state.end_zone or state.time_zone))
    return f"{state.start:%H:%M}–{ends:%H:%M}"


def name_of(state: SessionState) -> Label:
    """Return a session's title, or what kind of session it is where nobody wrote one."""
    return state.title or heading(member_label(state.kind))
