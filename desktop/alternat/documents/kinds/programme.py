"""The programme: day by day, on both capitals' clocks, in one to three languages side by side."""

from alternat.documents.contents.holding_back import held_back, printable_people
from alternat.documents.contents.left_out import LeftOut, grouped, not_taking_part, sessions_apart
from alternat.documents.contents.programme import (
    ProgrammeFacts,
    by_day,
    gather_whole_programme,
    named_in_session,
)
from alternat.documents.contents.session_findings import check_sessions
from alternat.documents.contents.session_tables import (
    clock_notes,
    day_section,
    programme_columns,
    session_cells,
)
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.documents.contents.sheets import SheetWords, lay_out_sheet, said, usual_opening
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.press.drawing import Composition
from alternat.documents.press.pagination import Section
from alternat.documents.press.parts import SheetSetter
from alternat.documents.press.small_texts import RowFits
from alternat.documents.press.style import LaidRow
from alternat.documents.press.tables import TableSetter, lines_under
from alternat.documents.press.typesetting import Typesetter
from alternat.language.label import Label, Language
from alternat.language.messages import message


def compose_programme(
    facts: ProgrammeFacts, options: SideSheetOptions, typesetter: Typesetter
) -> Composition:
    """Return the programme laid out on its paper."""
    languages, known = options.languages, facts
    facts = printable_people(facts, typesetter.fonts)
    words = SheetWords(facts.gathered, languages, _name(facts), facts.edition, options.printed_on)
    setter = SheetSetter(typesetter, len(languages))
    table = TableSetter(typesetter, programme_columns(len(languages)), names_in=(1,))
    set_row = typesetter.once(table)
    sessions = facts.sessions_of(options.sides)
    fits = RowFits()
    sections = []
    for day, own in by_day(sessions).items():
        rows: list[LaidRow] = []
        for session, line in zip(own, lines_under(len(own)), strict=True):
            rows.append(set_row((session_cells(facts, languages, session), line)))
            fits.note(session.id, rows[-1].sizes, is_cut=rows[-1].is_cut)
        sections.append(day_section(words, table, facts, day, rows))
    if not sections:
        nothing = message("No sessions have been entered in this programme yet.")
        sections = [Section((), (), (setter.remark(words.in_each(nothing)),))]
    elif facts.away is not None:
        sections.append(Section((), (), (table.remark(clock_notes(words, facts)),)))
    sheet = lay_out_sheet(words, [(usual_opening(words, setter), sections)], options.paper, setter)
    chairs = {person for session in sessions for person in session.chairs.values()}
    findings = check_sessions(
        known, sessions, languages, typesetter.fonts, fits=fits, named=chairs, table=table
    )
    held = held_back(findings, known.programme.people.values())
    return Composition(words.info(), sheet.pages, (), findings, held)


def _name(facts: ProgrammeFacts) -> Label:
    delegations = facts.gathered.delegations
    if len(delegations) != 1:
        return said(message("Programme"))
    name = delegations[0][0].delegation_name
    return Label(
        *(
            said(message("Programme – {delegation}", delegation=name.on_paper(language))).text(language)
            for language in Language
        )
    )


def named_in_programme(values: ProgrammeFacts, options: SideSheetOptions) -> frozenset[int]:
    """Return those whom the programme names: who chairs, speaks first, interprets or takes part by name."""
    return frozenset(
        person for session in values.sessions_of(options.sides) for person in named_in_session(session)
    )


def left_out_of_programme(values: ProgrammeFacts, options: SideSheetOptions) -> tuple[LeftOut, ...]:
    """Return the sessions that are not on the programme, and who is named in one and does not take part."""
    named = {person for session in values.sessions_of(options.sides) for person in named_in_session(session)}
    absent = [each for each in values.gathered.absent if each.person in named]
    return grouped([*sessions_apart(values, options.sides), not_taking_part(absent)])


PROGRAMME: DocumentKind[SideSheetOptions, ProgrammeFacts] = DocumentKind(
    id="programme",
    title=message("Programme"),
    options=SideSheetOptions,
    suggest=SideSheetOptions.suggest,
    gather=gather_whole_programme,
    compose=compose_programme,
    is_of_people=False,
    people=named_in_programme,
    left_out=left_out_of_programme,
)
