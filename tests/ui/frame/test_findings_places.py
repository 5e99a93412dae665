"""Every kind of finding leads to the page, and where it names one to the field, that mends it."""

import ast
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import alternat.planning
from alternat.actions.objectives import add_instrument
from alternat.actions.outcomes import add_outcome
from alternat.actions.topics import propose_topic
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.instruments import InstrumentKind
from alternat.nouns.outcomes import OutcomeKind
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.findings import Finding, Fix, Severity, Subject, SubjectKind
from alternat.ui.desk.desk import Desk
from alternat.ui.desk.place import Place
from alternat.ui.frame.pages import PAGES, page_showing
from alternat.ui.frame.workbench import Workbench
from alternat.ui.parts.findings.subjects import show_subject, subject_names
from alternat.ui.programme.page import ProgrammePage
from alternat.ui.subgroups.page import TOPICS, SubGroupsPage

PERSON, SESSION, GROUP = SubjectKind.PERSON, SubjectKind.SESSION, SubjectKind.SUB_GROUP
MEETING, SIDE, ENTITY = SubjectKind.MEETING, SubjectKind.SIDE, SubjectKind.ENTITY
PLACES: dict[str, tuple[SubjectKind, str, str]] = {
    "name-missing": (PERSON, "family", "delegations"),
    "latin-name-missing": (PERSON, "family", "delegations"),
    "chinese-name-missing": (PERSON, "name_zh", "delegations"),
    "position-missing": (PERSON, "position.fr", "delegations"),
    "entity-missing": (PERSON, "entity", "delegations"),
    "gender-unknown": (PERSON, "gender", "delegations"),
    "stands-for-missing": (PERSON, "stands_for", "delegations"),
    "passport-differs": (PERSON, "printed_name", "delegations"),
    "namesake": (PERSON, "", "delegations"),
    "number-twice": (PERSON, "", "delegations"),
    "printed-name-differs": (PERSON, "printed_name", "delegations"),
    "unseen-character": (PERSON, "family", "delegations"),
    "private-character": (PERSON, "name_zh", "delegations"),
    "vacant-seats": (SIDE, "delegation", "delegations"),
    "head-twice": (PERSON, "role", "delegations"),
    "head-not-first": (PERSON, "place", "delegations"),
    "subgroup-expert-twice": (SESSION, "parties", "programme"),
    "head-missing": (SIDE, "delegation", "delegations"),
    "entity-name-missing": (ENTITY, "name.fr", "terms"),
    "entity-absent": (ENTITY, "", "terms"),
    "dates-missing": (MEETING, "starts", "overview"),
    "city-missing": (MEETING, "city.fr", "overview"),
    "city-zone": (MEETING, "time_zone", "overview"),
    "paper-unknown": (MEETING, "", "overview"),
    "host-reason-missing": (MEETING, "host_reason", "overview"),
    "consent-outdated": (MEETING, "status", "overview"),
    "meeting-consent-missing": (MEETING, "status", "overview"),
    "meeting-on-holiday": (MEETING, "starts", "overview"),
    "on-holiday": (MEETING, "", "programme"),
    "on-avoided-day": (MEETING, "", "programme"),
    "person-twice": (SESSION, "start", "programme"),
    "interpreter-twice": (SESSION, "assignments", "programme"),
    "room-twice": (SESSION, "room", "programme"),
    "way-too-short": (SESSION, "start", "programme"),
    "outside-meeting": (SESSION, "day", "programme"),
    "session-without-room": (SESSION, "room", "programme"),
    "zone-differs": (SESSION, "time_zone", "programme"),
    "room-closed": (SESSION, "room", "programme"),
    "room-too-small": (SESSION, "room", "programme"),
    "time-skipped": (SESSION, "start", "programme"),
    "time-twice": (SESSION, "start", "programme"),
    "agenda-too-long": (SESSION, "minutes", "programme"),
    "chair-absent": (SESSION, "chairs", "programme"),
    "chair-missing": (SESSION, "chairs", "programme"),
    "chair-part-time": (SESSION, "chairs", "programme"),
    "lead-absent": (SESSION, "agenda", "programme"),
    "lead-missing": (SESSION, "agenda", "programme"),
    "agenda-withheld": (SESSION, "agenda", "programme"),
    "nobody-there": (SESSION, "parties", "programme"),
    "part-time-outside": (SESSION, "parties", "programme"),
    "subgroup-missing": (SESSION, "subgroup", "programme"),
    "booth-missing": (SESSION, "room", "programme"),
    "interpreter-absent": (SESSION, "assignments", "programme"),
    "interpreter-missing": (SESSION, "assignments", "programme"),
    "interpreter-wrong-pair": (SESSION, "assignments", "programme"),
    "relief-missing": (SESSION, "assignments", "programme"),
    "consent-missing": (GROUP, "consents", "subgroups"),
    "counterpart-missing": (GROUP, "entities", "subgroups"),
    "subgroup-consent-missing": (GROUP, "consents", "subgroups"),
    "subgroup-counterpart-missing": (GROUP, "entities", "subgroups"),
    "subgroup-lead-missing": (GROUP, "entities", "subgroups"),
    "subgroup-session-missing": (GROUP, "", "subgroups"),
    "subgroup-session-unexpected": (GROUP, "", "subgroups"),
    "subgroup-topic-missing": (GROUP, "topics", "subgroups"),
    "topic-consent-missing": (SubjectKind.PROVISION, "consents", "subgroups"),
    "outcome-carrier-missing": (SubjectKind.OUTCOME, "carriers", "follow-up"),
    "outcome-lead-missing": (SubjectKind.OUTCOME, "leads", "follow-up"),
    "outcome-lead-left": (SubjectKind.OUTCOME, "leads", "follow-up"),
    "outcome-overdue": (SubjectKind.OUTCOME, "due", "follow-up"),
    "outcome-silent": (SubjectKind.OUTCOME, "carriers", "follow-up"),
    "outcome-text-missing": (SubjectKind.OUTCOME, "text.fr", "follow-up"),
    "outcome-replaced-open": (SubjectKind.OUTCOME, "state", "follow-up"),
    "outcome-stuck": (SubjectKind.OUTCOME, "state", "follow-up"),
    "guidance-text-missing": (SubjectKind.GUIDANCE, "question.fr", "follow-up"),
    "guidance-waiting": (SubjectKind.GUIDANCE, "answer", "follow-up"),
    "text-differs": (SubjectKind.GUIDANCE, "concordance.question.fr", "texts"),
    "text-stale": (SubjectKind.GUIDANCE, "concordance.question.fr", "texts"),
    "agreed-in-one-language-only": (SubjectKind.GUIDANCE, "concordance.question.fr", "texts"),
    "agreement-outdated": (SubjectKind.GUIDANCE, "concordance.question.fr", "texts"),
    "collation-outdated": (SubjectKind.GUIDANCE, "concordance.question.fr", "texts"),
    "dialogue-lead-missing": (SubjectKind.PROVISION, "holders", "objectives"),
    "objective-lead-missing": (SubjectKind.PROVISION, "holders", "objectives"),
    "holder-left": (SubjectKind.PROVISION, "holders", "objectives"),
    "objective-overdue": (SubjectKind.PROVISION, "due", "objectives"),
    "instrument-notice-due": (SubjectKind.INSTRUMENT, "steps", "objectives"),
    "instrument-expiring": (SubjectKind.INSTRUMENT, "ends", "objectives"),
    "binding-differs": (SubjectKind.INSTRUMENT, "binding", "objectives"),
    "instrument-text-missing": (SubjectKind.INSTRUMENT, "title.fr", "objectives"),
}
NOT_OF_A_MEETING = {"other-heading", "possible-duplicate", "day-first", "month-first"}
"""What an import asks about."""
ONLY_WHERE_IT_IS_SO = {"host-reason-missing", "topic-consent-missing"}
"""What is mended in a field that shows only where it is lacking, which in the example it is not."""
CODE = re.compile("namesake|[a-z]+(-[a-z]+)+")


@pytest.fixture
def bench(demo_desk: Desk, qtbot: QtBot) -> Workbench:
    add_outcome(
        demo_desk.workspace,
        {"meeting": demo_desk.meeting, "kind": OutcomeKind.AGREED, "text": Label("Name contacts.")},
    )
    kind = InstrumentKind.TREATY
    add_instrument(
        demo_desk.workspace,
        {"objective": objective(demo_desk), "kind": kind, "title": Label("Treaty")},
    )
    bench = Workbench(demo_desk)
    qtbot.addWidget(bench)
    bench.resize(1280, 720)
    bench.show()
    bench.activateWindow()
    return bench


def objective(desk: Desk) -> int:
    table = desk.tables.Provision
    return int(table.select().where(table.kind == ProvisionKind.OBJECTIVE).order_by(table.number).first().id)


def codes_of(path: Path) -> set[str]:
    """Return what looks like a finding's code in a module that makes findings."""
    text = path.read_text(encoding="utf-8")
    if "Severity." not in text:
        return set()
    constants = (each.value for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Constant))
    return {each for each in constants if isinstance(each, str) and CODE.fullmatch(each)}


def some_id(desk: Desk, kind: SubjectKind) -> int:
    table: Any = desk.tables.named(kind.value)
    if kind is MEETING:
        return desk.meeting or 0
    query = table.select().order_by(table.id)
    if kind in {SESSION, GROUP}:
        query = query.where(table.meeting == desk.meeting)
    return int(query.first().id)


def finding(desk: Desk, code: str) -> Finding:
    kind, field, page = PLACES[code]
    sessions = (some_id(desk, SESSION),) if page == "programme" else ()
    fix = Fix(message("Show"), field) if field else None
    is_objective = page == "objectives" and kind is SubjectKind.PROVISION
    subject = Subject(kind, objective(desk) if is_objective else some_id(desk, kind))
    return Finding(code, Severity.WARNS, subject, message("Show"), fix, sessions)


def test_it_is_known_where_every_kind_of_finding_leads() -> None:
    folder = Path(alternat.planning.__path__[0])
    assert set().union(*(codes_of(path) for path in folder.rglob("*.py"))) - NOT_OF_A_MEETING == set(PLACES)


def test_every_finding_leads_to_its_page(bench: Workbench) -> None:
    pages = {}
    for code in PLACES:
        bench.show_page("documents")
        show_subject(bench.desk, finding(bench.desk, code))
        pages[code] = bench.page_id
    assert pages == {code: page for code, (_, _, page) in PLACES.items()}


def test_the_cursor_goes_where_the_finding_is_mended(bench: Workbench) -> None:
    away = []
    for code, (_, field, _) in PLACES.items():
        bench.show_page("documents")
        show_subject(bench.desk, finding(bench.desk, code))
        parts = filter(None, (bench.page, bench.page.inspector()))
        if field not in {"", "delegation"} and not any(map(holds_cursor, parts)):
            away.append(code)
    assert set(away) == ONLY_WHERE_IT_IS_SO


def test_whatever_a_finding_is_about_one_page_shows_it() -> None:
    shown = [each for page in PAGES for each in page.shows]
    assert len(shown) == len(set(shown))
    assert {kind.value for kind in SubjectKind} <= set(shown)


def test_a_field_that_another_page_has_leads_there() -> None:
    assert page_showing(Place("provision", 1, "text")) == "terms"
    assert page_showing(Place("provision", 1, "consents")) == "subgroups"
    assert page_showing(Place("person", 1, "position.fr")) == "delegations"
    assert page_showing(Place("person", 1, "badge")) == "documents"


@pytest.mark.parametrize(
    ("field", "part"),
    [
        ("room", "room"),
        ("minutes", "minutes"),
        ("subgroup", "subgroup"),
        ("start", "start"),
        ("day", "day"),
        ("chairs", "chairs"),
        ("parties", "attendance"),
        ("agenda", "agenda"),
        ("assignments", "interpretation"),
    ],
)
def test_the_cursor_goes_to_the_field_of_the_session_that_mends_it(
    bench: Workbench, field: str, part: str
) -> None:
    bench.desk.show_place(Place("session", some_id(bench.desk, SESSION), field))
    page = bench.page
    assert isinstance(page, ProgrammePage)
    inspector = page._inspector
    place = getattr(inspector, part, None) or getattr(inspector.basics, part)
    assert holds_cursor(place)


def test_the_consent_to_a_new_topic_is_asked_for_among_the_new_topics(bench: Workbench) -> None:
    workspace = bench.desk.workspace
    added = propose_topic(workspace, Label.same("Fraud"), side="CA", given=date(2027, 1, 4))
    (topic,) = added.inserted("provision")
    bench.desk.findings.check()
    (missing,) = (each for each in bench.desk.findings.findings if each.code == "topic-consent-missing")
    assert missing.subject == Subject(SubjectKind.PROVISION, topic)
    show_subject(bench.desk, missing)
    page = bench.page
    assert isinstance(page, SubGroupsPage)
    assert page.view.value == TOPICS
    assert holds_cursor(page.consultations.cards[topic].consents)


def test_the_consents_and_seats_of_a_sub_group_are_entered_by_their_findings(bench: Workbench) -> None:
    group = some_id(bench.desk, GROUP)
    for field, part in (("consents", "consents"), ("entities", "seats"), ("topics", "topics")):
        bench.desk.show_place(Place("sub_group", group, field))
        page = bench.page
        assert isinstance(page, SubGroupsPage)
        assert holds_cursor(getattr(page.editor, part))


def holds_cursor(place: QWidget) -> bool:
    focused = place.window().focusWidget()
    return focused is not None and (focused is place or place.isAncestorOf(focused))


def test_a_finding_about_a_session_says_when_and_where_it_is(bench: Workbench) -> None:
    desk = bench.desk
    session: Any = desk.tables.Session.get_by_id(some_id(desk, SESSION))
    about = Subject(SESSION, session.id)
    (name,) = subject_names(desk.tables, [finding(desk, "room-twice")]).values()
    place = f"{session.day.isoformat()} {session.start:%H:%M} · {session.room.code} · {session.title.en}"
    assert about == finding(desk, "room-twice").subject
    assert name.en == place
