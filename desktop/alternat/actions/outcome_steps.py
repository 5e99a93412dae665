"""What steps about outcomes are called where their names tell what else follows from them."""

from collections.abc import Sequence
from functools import reduce

from alternat.language.messages import Message, counted, message
from alternat.models.outcomes import Outcome
from alternat.models.tables import Tables
from alternat.nouns.outcomes import Disclosure, LinkKind, OutcomeKind
from alternat.planning.disclosure import DISCLOSURES
from alternat.planning.withheld_items import items_about


def change_label(tables: Tables, rows: Sequence[Outcome], disclosure: Disclosure | None) -> Message:
    """Return what a change is called; one that withholds outcomes tells on which agendas they stand."""
    label = _changed(rows, disclosure)
    return _still_shown(tables, rows, label) if disclosure is Disclosure.WITHHELD else label


def _changed(rows: Sequence[Outcome], disclosure: Disclosure | None) -> Message:
    """Return what a change is called; once the record is closed it tells who may see what from now on."""
    told = [
        row
        for row in rows
        if disclosure not in (None, row.disclosure) and row.meeting.record_closed is not None
    ]
    if told and disclosure is not None and len(rows) == 1:
        return message(
            "Let the disclosure of the outcome {code}, whose record is closed, be “{after}” instead of "
            "“{before}”",
            code=rows[0].code,
            after=DISCLOSURES[disclosure],
            before=DISCLOSURES[rows[0].disclosure],
        )
    if told and disclosure is not None:
        return counted(
            "Change {count} outcome; the disclosure is “{after}” from now on for: {codes}",
            "Change {count} outcomes; the disclosure is “{after}” from now on for: {codes}",
            len(rows),
            after=DISCLOSURES[disclosure],
            codes=", ".join(row.code for row in told),
        )
    if len(rows) == 1:
        return message("Change the outcome {code}", code=rows[0].code)
    return counted("Change {count} outcome", "Change {count} outcomes", len(rows))


def _still_shown(tables: Tables, rows: Sequence[Outcome], label: Message) -> Message:
    """Return what a step is called that withholds outcomes: it tells on which agendas they stand."""
    new = [row.id for row in rows if row.disclosure is not Disclosure.WITHHELD]
    items = items_about(tables, outcomes=new) if new else ()
    if not items:
        return label
    return message(
        "{step}; still on the agenda, which both sides see: {items}",
        step=label,
        # A series cannot be kept in the name of a step.
        items=reduce(_and_then, (each.place for each in items)),
    )


def _and_then(first: Message, then: Message) -> Message:
    return message("{first}; {then}", first=first, then=then)


def link_label(row: Outcome, other: Outcome, kind: LinkKind) -> Message:
    """Return what linking two outcomes is called; what is no longer proposed by it is told."""
    codes = {"code": row.code, "other": other.code}
    is_open = other.state.is_open and other.kind is not OutcomeKind.NOTED
    if kind is LinkKind.CONTINUES and is_open and row.state.is_open and row.kind is not OutcomeKind.NOTED:
        return message(
            "Let the outcome {code} continue {other}, which is no longer proposed for the next agenda",
            **codes,
        )
    if kind is LinkKind.CONTINUES:
        return message("Let the outcome {code} continue {other}", **codes)
    if is_open:
        return message(
            "Let the outcome {code} replace {other}, which stays open and is no longer proposed for the next "
            "agenda",
            **codes,
        )
    return message("Let the outcome {code} replace {other}", **codes)
