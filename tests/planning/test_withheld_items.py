"""An outcome that is withheld after it went on an agenda is told: in the step, and while it stands there."""

import pytest

from alternat.actions.outcomes import change_outcomes
from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.nouns.outcomes import Disclosure
from alternat.planning.findings import Finding, SubjectKind
from alternat.planning.whole_check import MeetingCheck, check_everything
from alternat.storage.changes import RowChange
from alternat.storage.workspace import Workspace
from tests.factories.agendas import TODAY, Years, taken_on, three_years, update

SAY = catalog(Language.EN).say
WITHHELD = {"disclosure": Disclosure.WITHHELD}


@pytest.fixture
def years(any_workspace: Workspace) -> Years:
    return three_years(any_workspace)


def told(findings: tuple[Finding, ...]) -> list[Finding]:
    return [each for each in findings if each.code == "agenda-withheld"]


def test_the_step_that_withholds_it_tells_where_it_stands(years: Years) -> None:
    outcome = years.outcome(1, short=Label("Contact points"))
    assert "agenda" not in SAY(change_outcomes(years.workspace, [outcome], WITHHELD).label)
    years.workspace.undo()
    taken_on(years, "outcome:2026-1")
    step = change_outcomes(years.workspace, [outcome], WITHHELD)
    assert SAY(step.label).endswith(
        "; still on the agenda, which both sides see: “Contact points” in “Plenary” (2027)"
    )
    # What is withheld already is not told anew.
    assert "agenda" not in SAY(change_outcomes(years.workspace, [outcome], {"note": "x", **WITHHELD}).label)


def test_it_is_found_while_it_stands_there_by_the_full_check_and_by_the_one_that_follows(
    years: Years,
) -> None:
    workspace, rows = years.workspace, list[RowChange]()
    outcome = years.outcome(1, short=Label("Contact points"))
    (item,) = taken_on(years, "outcome:2026-1")
    session = years.sessions[years.coming]
    check = MeetingCheck(workspace.tables, years.coming, workspace.noting, today=TODAY)
    workspace.subscribe(lambda changes: rows.extend(changes.rows))

    def found() -> list[Finding]:
        check.follow(rows)
        rows.clear()
        full = check_everything(workspace.tables, years.coming, today=TODAY)
        assert check.findings() == full
        return told(full)

    assert found() == []
    change_outcomes(workspace, [outcome], WITHHELD)
    (one,) = found()
    assert (one.subject.kind, one.subject.id, one.fix and one.fix.field) == (
        *(SubjectKind.SESSION, session, "agenda"),
    )
    assert SAY(one.message) == (
        "“Contact points” on the agenda of “Plenary” is about the outcome 2026-1, which is withheld; both "
        "sides see the agenda."
    )
    assert not told(check_everything(workspace.tables, years.following, today=TODAY))
    update(workspace, "AgendaItem", item, is_dropped=True)
    assert found() == []
    workspace.undo()
    assert found() == [one]
    update(workspace, "Session", session, is_cancelled=True)
    assert found() == []
    workspace.undo()
    change_outcomes(workspace, [outcome], {"disclosure": Disclosure.PUBLIC})
    assert found() == []
