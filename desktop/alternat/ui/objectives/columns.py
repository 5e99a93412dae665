"""The columns of the objectives and of the existing dialogues."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from alternat.language.catalogs import Catalog
from alternat.language.formats import date_span, sentence_case, short_date
from alternat.language.label import Label
from alternat.language.messages import Message, message
from alternat.nouns.provisions import PROVISION, ProvisionKind, ProvisionState
from alternat.planning.provision_states import PROVISION_STATES
from alternat.ui.objectives.lines import DialogueLine, ObjectiveLine
from alternat.ui.objectives.words import (
    NEAR,
    SOON,
    days_words,
    last_day_words,
    stage_words,
)
from alternat.ui.parts.tables.columns import Column, Look, field_column

_STATE_LOOKS = {
    ProvisionState.ACTIVE: Look(icon="circle-dot"),
    ProvisionState.ACHIEVED: Look("good", icon="circle-check"),
}
_OVER = Look("muted", icon="ban")


@dataclass(frozen=True, slots=True)
class Reader:
    """What a cell's text depends on besides its line."""

    catalog: Catalog
    countries: Mapping[str, Label]
    """The countries by the code of their side, in the order of the sides."""
    today: date


def _number(line: ObjectiveLine, _reader: Reader) -> str:
    return str(line.plan.number)


def _objective_state(line: ObjectiveLine, reader: Reader) -> str:
    return reader.catalog.say(PROVISION_STATES[ProvisionKind.OBJECTIVE][line.standing.state])


def _objective_name(line: ObjectiveLine, reader: Reader) -> str:
    return line.name.on_screen(reader.catalog.language)


def _in_full(line: ObjectiveLine, reader: Reader) -> str:
    return line.plan.text.on_screen(reader.catalog.language)


def _coming(line: ObjectiveLine, reader: Reader) -> str:
    if line.coming is None:
        return ""
    instrument, stage = line.coming
    words = reader.catalog.say(stage_words(instrument.kind, stage, reader.countries))
    return f"{words} · {short_date(stage.planned, reader.catalog.language)}" if stage.planned else words


def _last_day(line: ObjectiveLine, reader: Reader) -> str:
    if line.last is None:
        return ""
    return sentence_case(reader.catalog.say(days_words(line.last.days)))


def _last_day_in_full(line: ObjectiveLine, reader: Reader) -> str:
    if line.last is None:
        return ""
    extension = next(each.extension for each in line.plan.instruments if each.id == line.last.instrument)
    return reader.catalog.say(last_day_words(line.last, extension))


def _last_day_look(line: ObjectiveLine) -> Look:
    if line.last is None or line.last.days > SOON:
        return Look()
    if line.last.days > NEAR:
        return Look("warns", icon="triangle-alert")
    return Look("blocks", is_strong=True, icon="circle-alert")


def _quiet(line: ObjectiveLine | DialogueLine) -> Look:
    return Look("" if line.standing.state is ProvisionState.ACTIVE else "muted")


def _state_look(line: ObjectiveLine | DialogueLine) -> Look:
    return _STATE_LOOKS.get(line.standing.state, _OVER)


OBJECTIVE_COLUMNS: tuple[Column[ObjectiveLine, Reader], ...] = (
    Column(message("Number"), 60, _number, look=_quiet),
    Column(message("State"), 110, _objective_state, spared=2, look=_state_look),
    replace(
        field_column(PROVISION.field("short"), message("Objective"), 0, text=_objective_name, look=_quiet),
        tip=_in_full,
    ),
    field_column(PROVISION.field("due"), message("Due"), 92, look=_quiet),
    Column(message("Next step"), 132, _coming, spared=1, look=_quiet, tip=_coming),
    Column(message("Last day to speak"), 136, _last_day, look=_last_day_look, tip=_last_day_in_full),
)


def dialogue_columns(countries: Mapping[str, Label]) -> tuple[Column[DialogueLine, Reader], ...]:
    """Return the columns of the existing dialogues, one of them for who leads of each side."""
    return (
        Column(message("Number"), 60, lambda line, _: str(line.plan.number), look=_quiet),
        Column(message("State"), 120, _dialogue_state, spared=3, look=_state_look),
        replace(
            field_column(
                PROVISION.field("short"), message("Existing dialogue"), 0, text=_dialogue_name, look=_quiet
            ),
            tip=_dialogue_text,
        ),
        *(_lead_column(side, country) for side, country in countries.items()),
        Column(message("Next meeting"), 100, _next_meeting, spared=1, look=_quiet, tip=_next_meeting_in_full),
        Column(message("Outcomes"), 84, _outcomes, spared=2, look=_quiet, tip=_outcomes_in_full),
        Column(
            message("Requests"),
            84,
            lambda line, _: str(line.open_requests or "–"),
            spared=4,
            look=lambda line: Look("warns", is_strong=True) if line.open_requests else Look("muted"),
            tip=_requests_in_full,
        ),
    )


def _lead_column(side: str, country: Label) -> Column[DialogueLine, Reader]:
    def name(line: DialogueLine, reader: Reader) -> str:
        lead = line.leads.get(side)
        return lead.on_screen(reader.catalog.language) if lead else reader.catalog.say(message("Nobody"))

    def look(line: DialogueLine) -> Look:
        if line.standing.state is not ProvisionState.ACTIVE:
            return Look("muted")
        return Look() if side in line.leads else Look("warns", icon="triangle-alert")

    return Column(message("Lead of {country}", country=country), 138, name, look=look, tip=name)


def _dialogue_state(line: DialogueLine, reader: Reader) -> str:
    return reader.catalog.say(PROVISION_STATES[ProvisionKind.EXISTING_DIALOGUE][line.standing.state])


def _dialogue_name(line: DialogueLine, reader: Reader) -> str:
    return line.name.on_screen(reader.catalog.language)


def _dialogue_text(line: DialogueLine, reader: Reader) -> str:
    return line.plan.text.on_screen(reader.catalog.language)


def _next_meeting(line: DialogueLine, reader: Reader) -> str:
    if line.coming is None:
        return "–"
    return short_date(line.coming.starts, reader.catalog.language)


def _next_meeting_in_full(line: DialogueLine, reader: Reader) -> str:
    if line.coming is None:
        return ""
    language = reader.catalog.language
    days = date_span(line.coming.starts, line.coming.ends, language)
    return " · ".join(filter(None, (days, line.coming.city.on_screen(language))))


def _outcomes(line: DialogueLine, reader: Reader) -> str:
    del reader
    return f"{line.open_outcomes} / {len(line.plan.outcomes)}" if line.plan.outcomes else "–"


def _outcomes_in_full(line: DialogueLine, reader: Reader) -> str:
    text: Message = message(
        "{open} open of {count} outcomes", open=line.open_outcomes, count=len(line.plan.outcomes)
    )
    return reader.catalog.say(text)


def _requests_in_full(line: DialogueLine, reader: Reader) -> str:
    text = message("{open} open of {count} requests", open=line.open_requests, count=len(line.plan.guidance))
    return reader.catalog.say(text)
