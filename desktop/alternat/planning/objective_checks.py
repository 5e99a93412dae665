"""What is to be said of objectives and their instruments: overdue, expiring, seen differently (section VI).

The warning that matters comes before the last day to say something, not only before the expiry.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from alternat.language.label import Language
from alternat.language.messages import Message, counted, message
from alternat.models.tables import Tables
from alternat.nouns.instruments import Extension, InstrumentStep
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.existing_checks import check_leads, sides_without_lead, still_led
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.planning.hosting import PLANNED
from alternat.planning.instrument_terms import expires_on, last_day_to_speak, months_later
from alternat.planning.instruments import BINDING_WORDS, differ_on_binding
from alternat.planning.objectives import InstrumentPlan, instruments

NOTICE_DAYS = 90
"""So many days before the last day to say something, that day is told."""
EXPIRY_DAYS = 180
"""So many days before an instrument expires, that is told."""
TERM_MONTHS = 12
"""How long the term is taken to be of an instrument whose months nobody knows."""


def check_objectives(tables: Tables, meeting: int, today: date) -> tuple[Finding, ...]:
    """Return what is to be said of the objectives that are pursued, before a meeting that is planned."""
    if tables.Meeting.get_by_id(meeting).status not in PLANNED:
        return ()
    return tuple(_check(tables, today))


def _check(tables: Tables, today: date) -> Iterator[Finding]:
    led = still_led(tables, ProvisionKind.OBJECTIVE)
    for each, lacking in sides_without_lead(tables, led, today):
        sentence = message("Nobody leads the objective “{text}” for: {sides}.", text=each.name, sides=lacking)
        fix = Fix(message("Say who leads it"), "holders")
        subject = Subject(SubjectKind.PROVISION, each.id)
        yield Finding("objective-lead-missing", Severity.NOTES, subject, sentence, fix)
    for each in led:
        if each.due is not None and each.due < today:
            overdue = counted(
                "The objective “{text}” was due on {day}, {count} day ago.",
                "The objective “{text}” was due on {day}, {count} days ago.",
                (today - each.due).days,
                text=each.name,
                day=each.due,
            )
            fix = Fix(message("Say how it stands, or give it another due date"), "due")
            subject = Subject(SubjectKind.PROVISION, each.id)
            yield Finding("objective-overdue", Severity.WARNS, subject, overdue, fix)
    yield from check_leads(tables, led, today)
    pursued = {each.id for each in led}
    codes = [side.code for side in tables.Side.select().order_by(tables.Side.number)]
    for plan in instruments(tables):
        if not plan.is_over:
            yield from _check_views(plan, codes)
            yield from _check_term(plan, today)
        if plan.objective in pursued and plan.title.missing(tuple(Language)):
            yield _text_missing(plan)


def _check_views(plan: InstrumentPlan, codes: list[str]) -> Iterator[Finding]:
    if not differ_on_binding(plan.binding.values()):
        return
    views = tuple(
        message("{side}: {name}", side=code, name=BINDING_WORDS[plan.binding[code]])
        for code in codes
        if code in plan.binding
    )
    sentence = message(
        "The sides see “{title}” differently: {views}. Clear that up before it is signed or renewed.",
        title=plan.title,
        views=views,
    )
    fix = Fix(message("Record how the sides see it"), "binding")
    yield Finding("binding-differs", Severity.WARNS, _subject(plan), sentence, fix)


def _text_missing(plan: InstrumentPlan) -> Finding:
    sentence = message(
        "The title of the instrument “{title}” is not in all three languages.", title=plan.title
    )
    fix = Fix(message("Write the missing title"), f"title.{plan.title.missing(tuple(Language))[0]}")
    return Finding("instrument-text-missing", Severity.WARNS, _subject(plan), sentence, fix)


def _check_term(plan: InstrumentPlan, today: date) -> Iterator[Finding]:
    term = plan.term
    ends, speak = expires_on(term, today), last_day_to_speak(term, today)
    if ends is None or speak is None:
        return
    rolls_on = term.extension is Extension.BY_ITSELF and term.months is not None
    word = _word(plan, ends)
    if word is None and (speak < ends or term.extension is not Extension.NONE):
        sentence = _notice(plan, speak, ends, today)
        if sentence is not None:
            fix = Fix(message("Record what was said"), "steps")
            yield Finding("instrument-notice-due", Severity.WARNS, _subject(plan), sentence, fix)
    if not rolls_on and ends <= today + timedelta(EXPIRY_DAYS):
        fix = Fix(message("Record the new last day"), "ends")
        sentence = _expiry(plan, ends, word, today)
        yield Finding("instrument-expiring", Severity.WARNS, _subject(plan), sentence, fix)


def _word(plan: InstrumentPlan, ends: date) -> date | None:
    """Return the day on which something was said about the end of the term that runs, if it was."""
    began = months_later(ends, -(plan.months or TERM_MONTHS))
    said = [
        each.done_on
        for each in plan.steps
        if each.step is InstrumentStep.EXTENDED and each.done_on is not None and began < each.done_on
    ]
    return max(said, default=None)


def _notice(plan: InstrumentPlan, speak: date, ends: date, today: date) -> Message | None:
    """Return what is told of the last day to say something, if that is near or has passed before the end."""
    if speak > today + timedelta(NOTICE_DAYS) or ends < today:
        return None
    by = {"title": plan.title, "day": speak, "end": ends}
    if speak < today:
        return message(
            "The last day to say that “{title}” goes on was {day}, and nothing is on record; it expires on "
            "{end}. Ask the other side at once.",
            **by,
        )
    if plan.term.extension is Extension.BY_ITSELF:
        return message(
            "“{title}” goes on by itself after {end} unless a side gives notice by {day}. Ask whether both "
            "sides want it to.",
            **by,
        )
    if plan.term.extension is Extension.BY_NOTES:
        return message(
            "“{title}” expires on {end} unless both sides agree by an exchange of notes by {day} that it "
            "goes on. Exchange the notes.",
            **by,
        )
    return message(
        "“{title}” expires on {end}, and what is to follow has to be said by {day}. Agree on it with the "
        "other side.",
        **by,
    )


def _expiry(plan: InstrumentPlan, ends: date, word: date | None, today: date) -> Message:
    if word is not None:
        return message(
            "“{title}” was extended on {day}, and its last day on record is still {end}.",
            title=plan.title,
            day=word,
            end=ends,
        )
    if ends < today:
        return message("“{title}” expired on {end}.", title=plan.title, end=ends)
    return counted(
        "“{title}” expires on {end}, in {count} day.",
        "“{title}” expires on {end}, in {count} days.",
        (ends - today).days,
        title=plan.title,
        end=ends,
    )


def _subject(plan: InstrumentPlan) -> Subject:
    return Subject(SubjectKind.INSTRUMENT, plan.id)
