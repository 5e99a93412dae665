"""Verbs that let people go for good: what would go is shown first, then nothing of them is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from alternat.actions.people import name_label
from alternat.actions.removals import taken_out
from alternat.errors import AlternatError
from alternat.language.called import NameForms, shown_name
from alternat.language.label import Label
from alternat.language.messages import Message, counted, mark, message
from alternat.models.tables import Tables
from alternat.planning.releases import ReleasePlan, read_releases
from alternat.storage.changes import Changes
from alternat.storage.erasure.copies import BackupTraces
from alternat.storage.erasure.erasing import Manner
from alternat.storage.erasure.traces import Mention, Traces
from alternat.storage.workspace import Workspace

_LONGEST_SHOWN = 90
"""In characters; of a longer text what stands around the name is shown."""


class NobodyToErase(AlternatError):
    """Nobody was named."""

    template = mark("There is nobody to erase.")


@dataclass(frozen=True, slots=True)
class ErasurePlan:
    """What an erasure would do; nothing is written yet."""

    manner: Manner
    people: tuple[tuple[int, Label], ...]
    """The key and the name of each."""
    traces: Traces
    backups: tuple[BackupTraces, ...]
    releases: tuple[ReleasePlan, ...]
    """What left the desk and told of them: the recipients have to be asked."""
    taken_out: tuple[Message, ...] = ()
    """What stays and refers to them no longer."""

    @property
    def unreadable(self) -> tuple[BackupTraces, ...]:
        """The backups that none of the passwords opens; they stay as they are."""
        return tuple(each for each in self.backups if not each.is_readable)

    @property
    def label(self) -> Message:
        """The name of the step, which names nobody."""
        if self.manner is Manner.PURGE:
            return counted("Erase {count} person for good", "Erase {count} people for good", len(self.people))
        return counted(
            "Replace the name of {count} person by a number",
            "Replace the names of {count} people by numbers",
            len(self.people),
        )


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did."""

    changes: Changes
    backups: tuple[BackupTraces, ...]
    left: tuple[Mention, ...]
    """Texts that may still name them, since a name is also a word or somebody else's."""


def plan_erasure(
    workspace: Workspace, people: Iterable[int], manner: Manner, *earlier: str | None
) -> ErasurePlan:
    """Return what would go with people; `earlier` are passwords that older backups may have."""
    tables = workspace.tables
    named = tuple((person, _name(workspace, person)) for person in sorted(set(people)))
    if not named:
        raise NobodyToErase
    traces = workspace.erasing.traces([person for person, _ in named])
    gone = set(traces.people)
    worded = {each.key for each in (*traces.mentions, *traces.doubts) if each.table == "release"}
    releases = tuple(
        each for each in read_releases(tables) if gone & {*each.people, each.subject} or each.id in worded
    )
    lost = taken_out(tables, tables.Person, traces.people) if manner is Manner.PURGE else ()
    return ErasurePlan(manner, named, traces, workspace.erasing.in_backups(traces, *earlier), releases, lost)


def erase_people(workspace: Workspace, plan: ErasurePlan, *earlier: str | None) -> Erased:
    """Do what a plan shows: rows, history and free space of the dialogue first, then each backup.

    It cannot be taken back. A backup that no password opens stays, and is among what is returned.
    """
    changes = workspace.erasing.erase(plan.traces, plan.manner, plan.label)
    done = workspace.erasing.erase_in_backups(plan.traces, plan.manner, plan.label, *earlier)
    return Erased(changes, done, plan.traces.doubts)


def shown_text(plan: ErasurePlan, mention: Mention) -> Message | str:
    """Return a text for one line: a long one around the name, and of what was shared when and by whom."""
    text = _around_name(mention.text, plan.traces.wording.whole)
    release = next(
        (each for each in plan.releases if (mention.table, mention.key) == ("release", each.id)), None
    )
    if release is None:
        return text
    return message(
        "{file}, shared by {by} on {day}: {text}",
        file=release.name,
        by=release.by,
        day=release.at.date(),
        text=text,
    )


def _around_name(text: str, names: Iterable[str]) -> str:
    if len(text) <= _LONGEST_SHOWN:
        return text
    folded = text.casefold()
    places = [at for name in names if name and (at := folded.find(name.casefold())) >= 0]
    start = max(0, min(places, default=0) - _LONGEST_SHOWN // 3)
    end = start + _LONGEST_SHOWN
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def people_of_meetings_before(tables: Tables, day: date) -> tuple[int, ...]:
    """Return the people who took part only in meetings that ended before a day.

    A meeting without dates ends with its year. Whoever is named in a later meeting, as chair, speaker,
    interpreter, lead or owner of a task, stays; so does whoever takes part in no meeting at all.
    """
    late = [row.id for row in tables.Meeting.select() if (row.ends or date(row.year, 12, 31)) >= day]
    part: Any = tables.Participation
    before = {person for (person,) in part.select(part.person).where(part.meeting.not_in(late)).tuples()}
    return tuple(sorted(before - _named_in(tables, late)))


def _named_in(tables: Tables, meetings: list[int]) -> set[int]:
    """Return the people whom anything of these meetings refers to."""
    part, task, group, lead = _any(tables.Participation, tables.Task, tables.SubGroupEntity, tables.Lead)
    session: Any = tables.Session
    queries = [
        part.select(part.person).where(part.meeting.in_(meetings)),
        part.select(part.stands_for).where(part.meeting.in_(meetings)),
        task.select(task.owner).where(task.meeting.in_(meetings)),
        group.select(group.lead).join(tables.SubGroup).where(_any(tables.SubGroup)[0].meeting.in_(meetings)),
        lead.select(lead.person).join(tables.AgendaItem).join(session).where(session.meeting.in_(meetings)),
    ]
    queries += [
        model.select(model.person).join(session).where(session.meeting.in_(meetings))
        for model in _any(tables.Chair, tables.Assignment)
    ]
    return {person for query in queries for (person,) in query.tuples() if person is not None}


def _any(*models: Any) -> tuple[Any, ...]:
    """Return models whose fields the type checker takes for the values of rows."""
    return models


def known_person(workspace: Workspace, person: int) -> bool:
    """Return whether there is a person with that number, or was one whom the history still tells of."""
    row = workspace.tables.Person
    is_there = row.get_or_none(row.id == person) is not None
    return is_there or bool(workspace.erasing.last_removed(person))


def _name(workspace: Workspace, person: int) -> Label:
    row = workspace.tables.Person
    if row.get_or_none(row.id == person) is not None:
        return name_label(workspace.tables, person)
    return shown_name(NameForms.of(workspace.erasing.last_removed(person))) or Label.same(str(person))
