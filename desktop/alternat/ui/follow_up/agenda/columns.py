"""The columns of what is proposed for the agenda."""

from dataclasses import dataclass

from alternat.language.catalogs import Catalog
from alternat.language.messages import message
from alternat.planning.agenda_proposals import PROPOSAL_KINDS
from alternat.ui.follow_up.agenda.lines import AgendaLine
from alternat.ui.parts.tables.columns import Column, Look


@dataclass(frozen=True, slots=True)
class Reader:
    """What a cell's text depends on besides its line."""

    catalog: Catalog


def _standing(line: AgendaLine, reader: Reader) -> str:
    proposal, say = line.proposal, reader.catalog.say
    if proposal.is_accepted:
        return say(message("On the agenda"))
    if proposal.is_moved:
        return say(message("Moved to {reference}", reference=proposal.moved_to))
    return say(message("Parked") if proposal.is_parked else message("Proposed"))


def _standing_in_full(line: AgendaLine, reader: Reader) -> str:
    words = _standing(line, reader)
    title = line.session_title.on_screen(reader.catalog.language)
    reason = line.proposal.reason if line.proposal.is_parked else ""
    return ": ".join(filter(None, (words, title or reason)))


def _standing_look(line: AgendaLine) -> Look:
    if line.proposal.is_accepted:
        return Look("good", icon="circle-check")
    if line.proposal.is_parked:
        return Look("muted", icon="clock")
    if line.proposal.is_moved:
        return Look("muted", icon="chevron-right")
    return Look(icon="circle-dot")


def _kind(line: AgendaLine, reader: Reader) -> str:
    return reader.catalog.say(PROPOSAL_KINDS[line.proposal.what])


def _text(line: AgendaLine, reader: Reader) -> str:
    return line.proposal.text.on_screen(reader.catalog.language)


def _why(line: AgendaLine, reader: Reader) -> str:
    return reader.catalog.say(line.proposal.why)


def _leads(line: AgendaLine, reader: Reader) -> str:
    return " · ".join(name.on_screen(reader.catalog.language) for name in line.leads.values())


def _quiet(line: AgendaLine) -> Look:
    return Look("" if line.proposal.is_offered else "muted")


AGENDA_COLUMNS: tuple[Column[AgendaLine, Reader], ...] = (
    Column(message("Standing"), 152, _standing, look=_standing_look, tip=_standing_in_full),
    Column(message("About"), 150, _kind, spared=2, look=_quiet),
    Column(message("Proposed for the agenda"), 0, _text, look=_quiet, tip=_text),
    Column(message("Why"), 220, _why, spared=1, look=_quiet, tip=_why),
    Column(message("Leads"), 170, _leads, spared=3, look=_quiet, tip=_leads),
)
