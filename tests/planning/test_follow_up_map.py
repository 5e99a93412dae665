"""What hangs together with a record: the chain from column to column, and nothing that only shares one."""

from datetime import date
from typing import Any

import pytest

from alternat.actions.guidance import add_guidance
from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind
from alternat.planning.existing import existing_dialogues
from alternat.planning.follow_up_map import FollowUpMap, NodeKind, follow_up_map
from alternat.planning.guidance import guidance_requests
from alternat.planning.objectives import objectives
from alternat.planning.outcomes import outcomes
from alternat.planning.provision_states import PROVISION_STATES
from alternat.storage.workspace import Workspace
from tests.factories.follow_up import FilledFollowUp, fill_follow_up
from tests.factories.programmes import fill_programme


@pytest.fixture
def filled(dialogue: Workspace) -> FilledFollowUp:
    programme = fill_programme(dialogue)
    return fill_follow_up(dialogue, programme.meeting, programme.canadians[0])


def map_of(tables: Tables) -> FollowUpMap:
    states = PROVISION_STATES[ProvisionKind.OBJECTIVE]
    return follow_up_map(
        outcomes(tables), existing_dialogues(tables), guidance_requests(tables), objectives(tables), states
    )


def ask(workspace: Workspace, dialogue: int, **more: Any) -> int:
    asked = {"dialogue": dialogue, "question": Label(en="May it?"), "asked_on": date(2027, 7, 1), **more}
    return add_guidance(workspace, asked).inserted("guidance")[0]


def test_the_chain_leads_from_an_outcome_to_the_objective_of_its_dialogues_request(
    dialogue: Workspace, filled: FilledFollowUp
) -> None:
    provision: Any = dialogue.tables.Provision
    _, second, *_ = (row.id for row in provision.select().where(provision.kind == ProvisionKind.OBJECTIVE))
    request = ask(dialogue, filled.dialogue, objective=second)
    around = map_of(dialogue.tables).around((NodeKind.OUTCOME, filled.outcome))
    assert {
        (NodeKind.OUTCOME, filled.earlier),
        (NodeKind.DIALOGUE, filled.dialogue),
        (NodeKind.GUIDANCE, request),
        (NodeKind.OBJECTIVE, filled.objective),
        (NodeKind.OBJECTIVE, second),
    } < around


def test_an_outcome_that_nobody_carries_out_stays_alone(dialogue: Workspace, filled: FilledFollowUp) -> None:
    request = ask(dialogue, filled.dialogue)
    shown = map_of(dialogue.tables)
    assert shown.around((NodeKind.OUTCOME, filled.earlier)) == {
        (NodeKind.OUTCOME, filled.earlier),
        (NodeKind.OUTCOME, filled.outcome),
    }
    around = shown.around((NodeKind.GUIDANCE, request))
    assert (NodeKind.OUTCOME, filled.outcome) in around
    assert (NodeKind.OUTCOME, filled.earlier) not in around


def test_a_request_on_an_outcome_leads_to_it_without_its_dialogue(
    dialogue: Workspace, filled: FilledFollowUp
) -> None:
    provision: Any = dialogue.tables.Provision
    kind = ProvisionKind.EXISTING_DIALOGUE
    other = provision.get((provision.kind == kind) & (provision.id != filled.dialogue)).id
    request = ask(dialogue, other, outcome=filled.earlier)
    around = map_of(dialogue.tables).around((NodeKind.OUTCOME, filled.earlier))
    assert (NodeKind.GUIDANCE, request) in around
    assert (NodeKind.DIALOGUE, filled.dialogue) not in around


@pytest.mark.usefixtures("filled")
def test_ties_lead_both_ways(dialogue: Workspace) -> None:
    shown = map_of(dialogue.tables)
    assert shown.ties
    for key, others in shown.ties.items():
        assert all(key in shown.tied(other) for other in others)
