"""Verbs about texts in three languages: check, agree, collate, dismiss a difference, and take it back.

The texts themselves are changed by the verbs of what they belong to.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from alternat.actions.fields import checked
from alternat.actions.meetings import side_id
from alternat.actions.verbs import verb
from alternat.errors import AlternatError
from alternat.language.label import Language
from alternat.language.messages import counted, mark, message, series
from alternat.language.vocabulary import language_name
from alternat.models.tables import Tables
from alternat.nouns.all import NOUNS
from alternat.nouns.texts import COLLATION, TextStep
from alternat.planning.rows import require
from alternat.planning.text_comparisons import Comparisons
from alternat.planning.texts import Text, TextKey, texts
from alternat.storage.changes import Change, Changes
from alternat.storage.workspace import Workspace


class NoSuchText(AlternatError):
    """A row has no text of that name, or it says nothing."""

    template = mark("Nothing can be done with {text}: it says nothing in any language. Write it first.")


class LanguageMissing(AlternatError):
    """A text that is to be checked or agreed is not there in that language."""

    template = mark("There is nothing yet in {languages} of {text}. Write it first.")


class NotWhole(AlternatError):
    """A text that is to be collated lacks a language."""

    template = mark(
        "All languages are compared together, and there is nothing yet in {languages} of {text}. Write it "
        "first."
    )


class AgreedAlready(AlternatError):
    """A side has agreed the text already as it stands, so another day would write over that unseen."""

    template = mark(
        "{country} agreed {text} in {languages} on {day}, as it stands. Take that agreement back first, "
        "where its day is wrong."
    )


class NotAgreed(AlternatError):
    """An agreement that is to be taken back was never given."""

    template = mark("{country} has not agreed {text} in {languages}.")


class NoSuchDifference(AlternatError):
    """A difference that is to be dismissed is not there, or not any more."""

    template = mark(
        "There is no such difference in {text}; it may have been mended meanwhile. Look at those there are."
    )


class NotDismissed(AlternatError):
    """A difference that is to be restored is not dismissed."""

    template = mark("No such difference in {text} is dismissed, so none can be told of again.")


@verb
def check_text(
    workspace: Workspace,
    key: TextKey,
    languages: Collection[Language],
    *,
    on: date,
    by: str = "",
    today: date | None = None,
) -> Changes:
    """Record that a text was checked in some languages against the others, as they stand now."""
    tables = workspace.tables
    text = _text(tables, key)
    _refuse_missing(text, languages or tuple(Language))
    values = _done(tables.TextMark, text, on, by, today)
    standing = _marks(tables, key, TextStep.CHECKED)
    ordered = _in_order(languages)
    told: dict[str, Any] = {"text": text.name}
    if len(ordered) == 1:
        label = message("Check {text} in {language}", **told, language=language_name(ordered[0]))
    else:
        label = message("Check {text} in {number} languages", **told, number=len(ordered))
    with workspace.change(label) as change:
        for language in ordered:
            _put(
                change, tables, standing.get((language, None)), key, TextStep.CHECKED, language, None, values
            )
    return change.result


@verb
def agree_text(
    workspace: Workspace,
    key: TextKey,
    side: str,
    languages: Collection[Language],
    *,
    on: date,
    by: str = "",
    today: date | None = None,
) -> Changes:
    """Record that a side has agreed a text in some languages, as they stand now."""
    tables = workspace.tables
    text, owner = _text(tables, key), tables.Side.get_by_id(side_id(tables, side))
    _refuse_missing(text, languages or tuple(Language))
    values = _done(tables.TextMark, text, on, by, today)
    standing = _marks(tables, key, TextStep.AGREED)
    ordered = _in_order(languages)
    for language in ordered:
        agreed = tables.TextMark.get_or_none(tables.TextMark.id == standing.get((language, owner.id)))
        if agreed is not None and agreed.seen == text.text and agreed.day != values["day"]:
            raise AgreedAlready(
                country=owner.country, text=text.name, languages=series([language]), day=agreed.day
            )
    told = {"country": owner.country, "text": text.name}
    if len(ordered) == 1:
        label = message("{country} agrees {text} in {language}", **told, language=language_name(ordered[0]))
    else:
        label = message("{country} agrees {text} in {number} languages", **told, number=len(ordered))
    with workspace.change(label) as change:
        for language in ordered:
            known = standing.get((language, owner.id))
            _put(change, tables, known, key, TextStep.AGREED, language, owner.id, values)
    return change.result


@verb
def withdraw_agreement(
    workspace: Workspace, key: TextKey, side: str, languages: Collection[Language]
) -> Changes:
    """Take back that a side has agreed a text in some languages."""
    tables = workspace.tables
    text, owner = _text(tables, key), tables.Side.get_by_id(side_id(tables, side))
    standing = _marks(tables, key, TextStep.AGREED)
    ordered = _in_order(languages)
    lacking = [each for each in ordered if (each, owner.id) not in standing]
    if lacking:
        raise NotAgreed(country=owner.country, text=text.name, languages=series(lacking))
    told = {"country": owner.country, "text": text.name}
    if len(ordered) == 1:
        language = language_name(ordered[0])
        label = message("{country} no longer agrees {text} in {language}", **told, language=language)
    else:
        label = message(
            "{country} no longer agrees {text} in {number} languages", **told, number=len(ordered)
        )
    with workspace.change(label) as change:
        change.delete(tables.TextMark, [standing[each, owner.id] for each in ordered])
    return change.result


@verb
def record_collation(
    workspace: Workspace,
    keys: Sequence[TextKey],
    *,
    day: date,
    done_by: str,
    versions: str = "",
    note: str = "",
    today: date | None = None,
) -> Changes:
    """Record that texts were compared in all languages, by whom and in which versions, as they stand now."""
    tables = workspace.tables
    fields = {"day": day, "done_by": done_by, "versions": versions, "note": note}
    values = checked(tables.Collation, fields, today=today)
    found = [_text(tables, key) for key in dict.fromkeys(keys)]
    for text in found:
        if missing := text.text.missing():
            raise NotWhole(text=text.name, languages=series(missing))
    if len(found) == 1:
        label = message("Collate {text}", text=found[0].name)
    else:
        label = counted("Collate {count} text", "Collate {count} texts", len(found))
    with workspace.change(label) as change:
        change.insert(tables.Collation, [{**values, **_of(text.key), "seen": text.text} for text in found])
    return change.result


@verb
def remove_collation(workspace: Workspace, collation: int) -> Changes:
    """Remove the record of a collation."""
    tables = workspace.tables
    require(tables, COLLATION, (collation,))
    row: Any = tables.Collation.get_by_id(collation)
    with workspace.change(message("Remove the collation of {day}", day=row.day)) as change:
        change.delete(tables.Collation, [collation])
    return change.result


@verb
def dismiss_difference(
    workspace: Workspace,
    key: TextKey,
    difference: str,
    reason: str,
    *,
    on: date,
    by: str = "",
    today: date | None = None,
) -> Changes:
    """Record that a difference is none, and why; it stays so until the text changes in any language.

    `difference` is the key of one that is there.
    """
    tables = workspace.tables
    text = _text(tables, key)
    given = {"reason": reason, "day": on, "done_by": by}
    values = checked(tables.DismissedDifference, given, today=today) | {"seen": text.text, "key": difference}
    if all(each.key != difference for each in Comparisons.reading(tables).of(text.text)):
        raise NoSuchDifference(text=text.name)
    known = _dismissed(tables, key, difference)
    with workspace.change(message("Dismiss a difference of {text}", text=text.name)) as change:
        change.delete(tables.DismissedDifference, known[1:])
        if known:
            change.update(tables.DismissedDifference, {known[0]: values})
        else:
            change.insert(tables.DismissedDifference, [{**values, **_of(key)}])
    return change.result


@verb
def restore_difference(workspace: Workspace, key: TextKey, difference: str) -> Changes:
    """Tell of a dismissed difference again."""
    tables = workspace.tables
    text, known = _text(tables, key), _dismissed(tables, key, difference)
    if not known:
        raise NotDismissed(text=text.name)
    with workspace.change(message("Restore a difference of {text}", text=text.name)) as change:
        change.delete(tables.DismissedDifference, known)
    return change.result


def _text(tables: Tables, key: TextKey) -> Text:
    """Return a text; an `UnknownRow` where its row is gone, a `NoSuchText` where it says nothing."""
    require(tables, NOUNS[key.table], (key.row,))
    found = texts(tables, keys=(key,))
    if found:
        return found[0]
    raise NoSuchText(text=message("the text {code}", code=f"{key.table}:{key.row}:{key.field}"))


def _refuse_missing(text: Text, languages: Collection[Language]) -> None:
    missing = text.text.missing(_in_order(languages))
    if missing:
        raise LanguageMissing(text=text.name, languages=series(missing))


def _in_order(languages: Collection[Language]) -> tuple[Language, ...]:
    return tuple(each for each in Language if each in languages)


def _done(model: Any, text: Text, on: date, by: str, today: date | None) -> dict[str, Any]:
    return {**checked(model, {"day": on, "done_by": by}, today=today), "seen": text.text}


def _of(key: TextKey) -> dict[str, Any]:
    return {key.table: key.row, "field": key.field}


def _marks(tables: Tables, key: TextKey, step: TextStep) -> dict[tuple[Language, int | None], int]:
    """Return the ids of the marks of a text, by language and side."""
    mark_: Any = tables.TextMark
    owner = getattr(mark_, key.table)
    query = mark_.select().where((owner == key.row) & (mark_.field == key.field) & (mark_.step == step))
    return {(Language(row.language), row.side_id): row.id for row in query.order_by(mark_.id)}


def _put(
    change: Change,
    tables: Tables,
    known: int | None,
    key: TextKey,
    step: TextStep,
    language: Language,
    side: int | None,
    values: dict[str, Any],
) -> None:
    """Write a mark, in the place of the one that stood."""
    if known is not None:
        change.update(tables.TextMark, {known: values})
    else:
        row = {**values, **_of(key), "language": language.value, "step": step, "side": side}
        change.insert(tables.TextMark, [row])


def _dismissed(tables: Tables, key: TextKey, difference: str) -> list[int]:
    row: Any = tables.DismissedDifference
    owner = getattr(row, key.table)
    query = row.select(row.id).where((owner == key.row) & (row.field == key.field) & (row.key == difference))
    return [each.id for each in query.order_by(row.id)]
