"""Every private field of every table, planted with words of its own, is in none of the bytes that leave."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pypdf
import pytest
from pypdf.generic import StreamObject

from alternat.actions.calendars import add_avoid_dates
from alternat.actions.countdown import start_checklist
from alternat.actions.guidance import add_guidance, answer_for
from alternat.actions.people import change_contact
from alternat.actions.programme import cancel_sessions, move_session, remove_sessions
from alternat.actions.revisions import publish
from alternat.actions.severities import lower_finding
from alternat.actions.subgroups import add_subgroup
from alternat.documents.kinds.kind import DocumentKind
from alternat.documents.kinds.registry import KINDS
from alternat.documents.printing import produce
from alternat.exchange.exports.formats import EXPORTS, ExportFormat
from alternat.exchange.exports.gathering import gather_public
from alternat.exchange.exports.public import WHOLE, ExportScope
from alternat.exchange.follow_up.workbook import gather_follow_up, write_follow_up
from alternat.language.label import Label, Language
from alternat.language.messages import message
from alternat.models.base import LabelField
from alternat.models.tables import MODELS
from alternat.nouns import kinds
from alternat.nouns.all import NOUNS
from alternat.nouns.consents import ConsentStep
from alternat.nouns.noun import Reach
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.disclosure import Audience
from alternat.planning.findings import Severity
from alternat.storage.workspace import Workspace
from tests.factories.follow_up import fill_follow_up
from tests.factories.programmes import FilledProgramme, fill_programme

WORDS = (kinds.Text, kinds.Texts)
PRIVATE: Mapping[str, frozenset[str]] = {
    noun.table: names
    for noun in NOUNS.values()
    if (
        names := frozenset(
            each.name
            for each in noun.fields
            if isinstance(each.kind, WORDS) and each.reach is not Reach.PUBLIC
        )
    )
}
"""The fields of words that stay at the desk, as nouns say; `avoid_dates.reason` where it is marked so."""

ALL = tuple(Language)
NOW = datetime(2027, 4, 1, 12, 30, tzinfo=UTC)
EVERY_FORMAT = pytest.mark.parametrize("chosen", EXPORTS, ids=lambda each: each.id)
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.id)


@pytest.fixture
def planted(dialogue: Workspace) -> FilledProgramme:
    """A programme that was published and changed, with a word of its own in every private field."""
    filled = fill_programme(dialogue)
    tables = dialogue.tables
    for person in (*filled.canadians, *filled.chinese, *filled.interpreters):
        change_contact(dialogue, person, {"note": "-"})
    start_checklist(dialogue, filled.meeting)
    add_avoid_dates(dialogue, "CA", starts=date(2027, 6, 20), is_private=True)
    add_subgroup(dialogue, filled.meeting, Label("Special", "Spécial", "专题"))
    lower_finding(dialogue, "lead-missing", Severity.NOTES, "-")
    ask_for_guidance(dialogue)
    fill_follow_up(dialogue, filled.meeting, filled.canadians[0])
    with dialogue.change(PLANTING) as change:
        side = tables.Side.get()
        consent = {"meeting": filled.meeting, "side": side, "step": ConsentStep.PROPOSED}
        change.insert(tables.Consent, [{**consent, "given": date(2026, 9, 1)}])
        change.insert(tables.Vacancy, [{"meeting": filled.meeting, "side": side}])
    publish(dialogue, filled.meeting, "Protocol")
    move_session(dialogue, filled.sessions["plenary"], minutes=80)
    cancel_sessions(dialogue, [filled.sessions["dinner"]])
    remove_sessions(dialogue, [filled.sessions["press"]])
    plant(dialogue)
    return filled


def ask_for_guidance(dialogue: Workspace) -> None:
    provision = dialogue.tables.Provision
    existing = provision.get(provision.kind == ProvisionKind.EXISTING_DIALOGUE)
    asked = {"dialogue": existing.id, "question": Label("Why?", "Pourquoi?", "为什么？")}
    request = add_guidance(dialogue, {**asked, "asked_on": date(2027, 1, 4)}).inserted("guidance")[0]
    answer_for(dialogue, request, "CA", {"text": Label("So", "Ainsi", "如此"), "given": date(2027, 2, 1)})


def plant(workspace: Workspace) -> None:
    with workspace.change(PLANTING) as change:
        for model in MODELS:
            table = workspace.tables.named(model._meta.table_name)
            rows = list(table.select())
            values = {name: planted_value(table, name) for name in PRIVATE.get(table._meta.table_name, ())}
            assert rows or not values, f"{table._meta.table_name} has no row to plant in"
            if values:
                change.update(table, {row.id: values for row in rows})


PLANTING = message("Plant")


def secret(table: str, field: str) -> str:
    return f"Hush{table.replace('_', '')}{field.replace('_', '')}"


def planted_value(table: Any, field: str) -> str | Label:
    word = secret(table._meta.table_name, field)
    is_label = isinstance(table._meta.fields[field], LabelField)
    return Label(f"{word}en", f"{word}fr", f"{word}秘匿") if is_label else f"{word}秘匿"


def leaves(content: bytes) -> Iterator[bytes]:
    """Yield all that is in a file: as it is, and unpacked, inflated, unfolded or read as text."""
    yield content
    yield content.replace(b"\r\n ", b"")
    if content.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        for page in reader.pages:
            yield page.extract_text().replace("\n", "").encode()
        yield repr(reader.metadata).encode()
        for number in range(1, int(str(reader.trailer["/Size"]))):
            thing = reader.get_object(number)
            yield thing.get_data() if isinstance(thing, StreamObject) else repr(thing).encode()
    elif zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                yield name.encode() + package.read(name)


def betrayed(content: bytes) -> list[str]:
    """Return the private fields whose words are in a file, in any of the usual encodings."""
    found = set()
    for part in leaves(content):
        folded = part.lower()
        for table, names in PRIVATE.items():
            for name in names:
                word = secret(table, name).lower()
                if any(word.encode(each) in folded for each in ("utf-8", "utf-16-be", "utf-16-le")):
                    found.add(f"{table}.{name}")
        if "秘匿".encode() in part:
            found.add("秘匿")
    return sorted(found)


def test_what_stays_at_the_desk_is_what_nouns_say() -> None:
    """Whoever makes a field public, or keeps one back, does so here too: it is never a slip."""
    assert {
        "agenda_proposal": {"reason"},
        "avoid_dates": {"reason"},
        "collation": {"note"},
        "consent": {"document"},
        "contact": {"passport_name", "email", "phone", "note"},
        "dialogue_meeting": {"note"},
        "dismissed_difference": {"reason", "done_by"},
        "entity": {"aliases"},
        "guidance": {"reference", "note"},
        "guidance_answer": {"document"},
        "holder": {"note"},
        "instrument": {"note"},
        "instrument_step": {"document"},
        "lowered_finding": {"reason"},
        "outcome": {"note"},
        "outcome_correction": {"document"},
        "progress_note": {"source"},
        "provision": {"note"},
        "session": {"private_note"},
        "sub_group": {"note"},
        "task": {"note"},
        "text_mark": {"done_by"},
        "vacancy": {"note"},
    } == PRIVATE


def test_what_is_planted_would_be_found() -> None:
    assert betrayed(b"x" + secret("session", "private_note").encode("utf-16-be")) == ["session.private_note"]
    assert betrayed("秘匿".encode()) == ["秘匿"]


@EVERY_FORMAT
def test_no_export_betrays_a_private_field(
    dialogue: Workspace, planted: FilledProgramme, chosen: ExportFormat
) -> None:
    scopes = (
        WHOLE,
        ExportScope(side="CA"),
        ExportScope(side="CN"),
        ExportScope(room="A1"),
        ExportScope(person=planted.canadians[0]),
        ExportScope(side="CN", room="A1", person=planted.chinese[0]),
    )
    removals = dialogue.removals(dialogue.tables.Session, "uid")
    for scope in scopes:
        programme = gather_public(dialogue.tables, planted.meeting, scope, ALL, removals=removals)
        assert programme.sessions
        assert betrayed(chosen.write(programme, NOW)) == []


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize("audience", Audience)
def test_no_workbook_of_the_follow_up_betrays_a_private_field(
    dialogue: Workspace, audience: Audience
) -> None:
    for language in Language:
        export = gather_follow_up(dialogue.tables, audience, language)
        assert audience is Audience.PUBLIC or export.counts["outcomes"]
        assert betrayed(write_follow_up(export, NOW)) == []
        assert betrayed(repr(export.told()).encode()) == []


@EVERY_KIND
@pytest.mark.parametrize("copy_for", ["CA", "CN"])
def test_no_document_betrays_a_private_field(
    dialogue: Workspace, planted: FilledProgramme, kind: DocumentKind[Any, Any], copy_for: str
) -> None:
    options = kind.suggest(dialogue.tables, planted.meeting, date(2027, 6, 2))
    names = {field.name for field in fields(options)}
    copy = {name: value for name, value in {"copy_for": copy_for, "languages": ALL}.items() if name in names}
    printed = produce(kind, dialogue.tables, planted.meeting, replace(options, **copy))
    assert betrayed(printed.pdf) == []
    assert betrayed(repr(printed.findings).encode()) == []
