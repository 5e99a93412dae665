"""The columns of the table of outcomes: what each cell says, and how it looks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from alternat.language.catalogs import Catalog
from alternat.language.formats import short_date, side_by_side
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.nouns.outcomes import OUTCOME, Disclosure, OutcomeState
from alternat.planning.disclosure import DISCLOSURES
from alternat.planning.outcomes import OutcomePlan, state_words
from alternat.ui.parts.tables.columns import Column, Editor, Look, field_column

STATE_LOOKS: Mapping[OutcomeState, Look] = {
    OutcomeState.AGREED: Look("notes", icon="circle"),
    OutcomeState.UNDER_WAY: Look("notes", icon="circle-dot"),
    OutcomeState.STUCK: Look("blocks", is_strong=True, icon="ban"),
    OutcomeState.NO_NEWS: Look("warns", is_strong=True, icon="triangle-alert"),
    OutcomeState.DONE: Look("good", icon="circle-check"),
    OutcomeState.DROPPED: Look("muted", icon="x"),
}
"""How each state is marked beside its word."""
_DISCLOSURE_ICONS = {Disclosure.WITHHELD: "lock", Disclosure.WITH_CONSENT: "handshake"}


@dataclass(frozen=True, slots=True)
class Reader:
    """What a cell's text depends on besides its outcome."""

    catalog: Catalog
    today: date


OutcomeColumn = Column[OutcomePlan, Reader]


def outcome_columns(countries: Mapping[str, Label], today: Callable[[], date]) -> tuple[OutcomeColumn, ...]:
    """Return the columns, one for the lead of each side among them; `countries` are by their codes."""

    def due_look(plan: OutcomePlan) -> Look:
        if plan.is_overdue(today()):
            return Look("blocks", is_strong=True, icon="circle-alert")
        return quiet(plan)

    return (
        Column(message("Code"), 84, _code, look=quiet),
        Column(message("Outcome"), 0, _name, _NAME, look=quiet, tip=_text),
        Column(message("State"), 128, _state, look=lambda plan: STATE_LOOKS[plan.state]),
        field_column(OUTCOME.field("due"), message("Due"), 132, text=_due, look=due_look),
        Column(message("Carried out by"), 168, _carriers, spared=1, look=quiet),
        *(_lead_column(code, country) for code, country in countries.items()),
        Column(message("Topic"), 150, _topic, spared=3, look=quiet),
        Column(message("Missing"), 84, _missing, spared=4, look=_missing_look),
        Column(message("Disclosure"), 140, _disclosure, spared=5, look=_disclosure_look),
    )


def quiet(plan: OutcomePlan) -> Look:
    """Return the look of what asks for nothing any more."""
    return Look("" if plan.is_open else "muted")


def _lead_column(side: str, country: Label) -> OutcomeColumn:
    def lead(plan: OutcomePlan, reader: Reader) -> str:
        found = plan.lead(side)
        return found.name.on_screen(reader.catalog.language) if found else ""

    return Column(message("Lead of {country}", country=country), 124, lead, spared=2, look=quiet)


def _code(plan: OutcomePlan, _reader: Reader) -> str:
    return plan.code


def _name(plan: OutcomePlan, reader: Reader) -> str:
    return plan.name.on_screen(reader.catalog.language)


def _text(plan: OutcomePlan, reader: Reader) -> str:
    return plan.text.on_screen(reader.catalog.language)


_NAME: Editor[OutcomePlan, Reader] = Editor(
    lambda plan, reader: plan.name.text(reader.catalog.language),
    lambda plan, text, reader: {
        "short" if plan.short else "text": plan.name.with_text(reader.catalog.language, text.strip())
    },
)
"""What is shown is what is edited: the short name, or the text where there is none."""


def _state(plan: OutcomePlan, reader: Reader) -> str:
    return reader.catalog.say(state_words(plan.kind, plan.state))


def _due(plan: OutcomePlan, reader: Reader) -> str:
    if plan.due is None:
        return ""
    day = short_date(plan.due, reader.catalog.language)
    is_late = plan.is_overdue(reader.today)
    return reader.catalog.say(message("{day}, overdue", day=day)) if is_late else day


def _carriers(plan: OutcomePlan, reader: Reader) -> str:
    language = reader.catalog.language
    return side_by_side((each.name.on_screen(language) for each in plan.carriers), language)


def _topic(plan: OutcomePlan, reader: Reader) -> str:
    return plan.topic_name.on_screen(reader.catalog.language)


def _missing(plan: OutcomePlan, _reader: Reader) -> str:
    return " ".join(each.tag for each in plan.text.missing(tuple(Language)))


def _missing_look(plan: OutcomePlan) -> Look:
    return Look("warns", icon="languages") if plan.text.missing(tuple(Language)) else Look()


def _disclosure(plan: OutcomePlan, reader: Reader) -> str:
    return reader.catalog.say(DISCLOSURES[plan.disclosure])


def _disclosure_look(plan: OutcomePlan) -> Look:
    return Look("muted", icon=_DISCLOSURE_ICONS.get(plan.disclosure, ""))
