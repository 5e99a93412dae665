"""Verbs about interpreters: the pairs of languages they work in, and the sessions they work at."""

from collections.abc import Iterable

from alternat.actions.fields import InvalidValue
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.called import shown_name
from alternat.language.label import Language
from alternat.language.messages import mark, message
from alternat.models.tables import Tables
from alternat.nouns.people import PERSON
from alternat.planning.interpretation import Pair, ordered
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


class OneLanguage(AlternatError):
    """A pair is of two different languages."""

    template = mark("A pair of languages needs two different ones of en, fr and zh.")


class NotAtTheMeeting(AlternatError):
    """Only participants of the meeting interpret at it."""

    template = mark("This interpreter does not take part in the meeting. Invite the interpreter first.")


@verb
def set_pairs(workspace: Workspace, person: int, pairs: Iterable[Pair]) -> Changes:
    """Say in which pairs of languages a person interprets, both ways; those stated before are replaced."""
    tables = workspace.tables
    wanted = {_checked(pair) for pair in pairs}
    row = tables.Person.get_by_id(person)
    table = tables.InterpreterPair
    with workspace.change(message("Change the language pairs of {name}", name=shown_name(row))) as change:
        standing = {(each.one, each.other): each.id for each in table.select().where(table.person == person)}
        change.delete(table, [key for pair, key in standing.items() if pair not in wanted])
        new = sorted(wanted - set(standing))
        change.insert(table, [{"person": person, "one": one, "other": other} for one, other in new])
    return change.result


@verb
def assign(workspace: Workspace, session: int, person: int, pair: Pair) -> Changes:
    """Let an interpreter work at a session in a pair of languages; whoever is there already changes pair."""
    tables = workspace.tables
    one, other = _checked(pair)
    row = tables.Session.get_by_id(session)
    if not _takes_part(tables, row.meeting_id, person):
        raise NotAtTheMeeting
    table = tables.Assignment
    with workspace.change(message("Assign an interpreter to {session}", session=row.title)) as change:
        standing = table.get_or_none((table.session == session) & (table.person == person))
        if standing is not None:
            change.update(table, {standing.id: {"one": one, "other": other}})
        else:
            change.insert(table, [{"session": session, "person": person, "one": one, "other": other}])
    return change.result


@verb
def unassign(workspace: Workspace, session: int, person: int) -> Changes:
    """Take an interpreter off a session."""
    tables = workspace.tables
    row = tables.Session.get_by_id(session)
    table = tables.Assignment
    with workspace.change(message("Take an interpreter off {session}", session=row.title)) as change:
        rows = table.select().where((table.session == session) & (table.person == person))
        change.delete(table, [each.id for each in rows])
    return change.result


def _checked(pair: Pair) -> Pair:
    for code in pair:
        if code not in list(Language):
            raise InvalidValue(field=PERSON.title("languages"), value=code)
    if pair[0] == pair[1]:
        raise OneLanguage
    return ordered(pair)


def _takes_part(tables: Tables, meeting: int, person: int) -> bool:
    part = tables.Participation
    return part.get_or_none((part.meeting == meeting) & (part.person == person)) is not None
