from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alternat.actions.programme import cancel_sessions, change_agenda_item, change_sessions
from alternat.actions.revisions import publish
from alternat.documents.contents.sheet_options import SideSheetOptions
from alternat.documents.kinds.programme import PROGRAMME
from alternat.documents.press.drawing import Text
from alternat.documents.press.style import NAME
from alternat.documents.press.typesetting import Typesetter
from alternat.documents.printing import Printed, produce
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.paper import Paper
from alternat.nouns.programme import SessionKind
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from tests.documents.reading import glyphs, same_as_snapshot, text_of
from tests.factories.programmes import EVERYONE, PRIVATE_NOTE, FilledProgramme, at, people

EN, FR, ZH = Language
OPTIONS = SideSheetOptions(tuple(Language), "CA", Paper.A4, date(2027, 6, 2))


def printed(workspace: Workspace, meeting: int, **changes: Any) -> Printed:
    return produce(PROGRAMME, workspace.tables, meeting, replace(OPTIONS, **changes))


def text(workspace: Workspace, meeting: int, **changes: Any) -> str:
    return text_of(printed(workspace, meeting, **changes).pdf)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("programme-three-languages", {}),
        ("programme-copy-for-china", {"copy_for": "CN", "languages": (ZH, EN, FR)}),
        ("programme-english", {"languages": (EN,), "paper": Paper.LETTER}),
        ("programme-french-of-canada", {"languages": (FR,), "sides": ("CA",)}),
        ("programme-chinese", {"languages": (ZH,), "copy_for": "CN"}),
    ],
)
def test_the_programme_reads_as_its_snapshot(
    dialogue: Workspace, filled: FilledProgramme, name: str, changes: dict[str, object]
) -> None:
    assert same_as_snapshot(name, text(dialogue, filled.meeting, **changes))


def test_both_capitals_clocks_are_shown_with_the_day_mark(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    lines = text(dialogue, filled.meeting, languages=(EN,)).splitlines()
    at_dinner = lines.index("18:30–20:30")
    assert lines[at_dinner + 1] == "06:30⁺¹–08:30⁺¹"


def test_dropped_topics_do_not_print_and_the_rest_is_numbered_anew(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    item = dialogue.tables.AgendaItem.get(dialogue.tables.AgendaItem.number == 2)
    change_agenda_item(dialogue, item.id, {"is_dropped": True})
    lines = text(dialogue, filled.meeting, languages=(EN,))
    assert "2. Judicial co-operation" in lines
    assert "2. Counter-terrorism" not in lines


def test_cancelled_sessions_do_not_print(dialogue: Workspace, filled: FilledProgramme) -> None:
    cancel_sessions(dialogue, [filled.sessions["dinner"]])
    assert "Official dinner" not in text(dialogue, filled.meeting)


def test_the_programme_of_a_side_has_its_own_sessions_only(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    at(dialogue, filled.meeting, "16:00", kind=SessionKind.INTERNAL, parties=people(filled.canadians[0]))
    assert "Internal meeting" not in text(dialogue, filled.meeting, languages=(EN,))
    assert "Internal meeting" not in text(dialogue, filled.meeting, languages=(EN,), sides=("CN",))
    assert "Internal meeting" in text(dialogue, filled.meeting, languages=(EN,), sides=("CA",))


def test_an_empty_programme_says_so_in_each_language(dialogue: Workspace, meeting: int) -> None:
    said = text(dialogue, meeting)
    for sentence in (
        "No sessions have been entered in this programme yet.",
        "Aucune séance n’a encore été inscrite à ce programme.",
        "本日程尚未录入任何活动。",
    ):
        assert sentence in said


def test_a_title_missing_in_a_language_is_a_gap_and_is_found(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    change_sessions(dialogue, [filled.sessions["dinner"]], {"title": Label(en="Official dinner")})
    document = printed(dialogue, filled.meeting, languages=(EN, ZH))
    assert "[…]" in text_of(document.pdf)
    assert [catalog(EN).say(each.message) for each in document.findings] == [
        "Official dinner has no Chinese title; the paper shows a gap."
    ]


def test_a_text_too_long_for_its_column_is_cut_and_blocks(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    change_sessions(dialogue, [filled.sessions["dinner"]], {"title": Label.same("Dinner of dinners " * 30)})
    document = printed(dialogue, filled.meeting)
    assert [(each.code, each.severity) for each in document.findings] == [
        ("session-too-long", Severity.BLOCKS)
    ]


@pytest.mark.parametrize("paper", Paper)
def test_long_programmes_repeat_their_headings_and_stay_inside_the_margins(
    dialogue: Workspace, filled: FilledProgramme, paper: Paper
) -> None:
    for hour in range(7, 23):
        for minute in ("00", "20", "40"):
            at(dialogue, filled.meeting, f"{hour:02}:{minute}", 20, parties=EVERYONE)
    document = printed(dialogue, filled.meeting, paper=paper)
    pages = text_of(document.pdf).split("\n----\n")
    assert len(pages) == document.page_count > 2
    for number, page in enumerate(pages):
        assert f"Page {number + 1} of {len(pages)}" in page
        assert "Session and room" in page
        assert all(each.bottom <= paper.size_mm[1] - 13 for each in glyphs(document.pdf, number))


def test_the_foot_tells_which_state_of_the_programme_it_is(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    def foot() -> str:
        return text(dialogue, filled.meeting, languages=(EN,)).splitlines()[-1].split("  ·  ")[1]

    assert foot() == "Draft"
    publish(dialogue, filled.meeting, "Protocol")
    assert foot() == "Revision 1"
    cancel_sessions(dialogue, [filled.sessions["dinner"]])
    assert foot() == "Revision 1, with later changes"


def test_a_row_grows_with_its_longest_text_and_no_language_is_set_smaller(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    title = Label("Talks", "Entretiens " * 12, "会谈")
    change_sessions(dialogue, [filled.sessions["lunch"]], {"title": title})
    values = PROGRAMME.gather(dialogue.tables, filled.meeting, OPTIONS)
    composed = PROGRAMME.compose(values, OPTIONS, Typesetter())
    items = [item for page in composed.pages for put in page.blocks for item in put.block.items]
    texts = [item for item in items if isinstance(item, Text)]
    shown = [item for item in texts if item.text.split(" ")[0] in {"Talks", "Entretiens", "会谈"}]
    assert {item.size for item in shown} == {NAME}
    assert sum(item.text.count("Entretiens") for item in shown) == 12


def test_the_host_decides_what_is_suggested(dialogue: Workspace, meeting: int) -> None:
    options = SideSheetOptions.suggest(dialogue.tables, meeting, date(2027, 6, 2))
    assert options == SideSheetOptions((EN, FR, ZH), "CA", Paper.LETTER, date(2027, 6, 2))


def test_private_notes_never_reach_what_a_document_reads(
    dialogue: Workspace, filled: FilledProgramme
) -> None:
    facts = PROGRAMME.gather(dialogue.tables, filled.meeting, OPTIONS)
    assert PRIVATE_NOTE not in repr(facts)
