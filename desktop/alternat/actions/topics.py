"""New topics of the dialogue, by consultation of the two sides (terms of reference, section IV)."""

from datetime import date
from typing import Any

from alternat.actions.consents import give_consent
from alternat.actions.terms import add_provision, change_provision
from alternat.actions.verbs import verb
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.models.tables import Tables
from alternat.nouns.consents import ConsentStep
from alternat.nouns.provisions import TOPIC, ProvisionKind
from alternat.planning.rows import unknown
from alternat.storage.changes import Changes
from alternat.storage.workspace import Workspace


def topic_id(tables: Tables, name: str) -> int:
    """Return the id of a topic by its code or its number in the list; else an `UnknownRow`."""
    row: Any = tables.Provision
    topics = list(row.select().where(row.kind == ProvisionKind.TOPIC).order_by(row.number, row.id))
    for each in topics:
        if name.strip().casefold() in {each.code.casefold(), str(each.number)}:
            return int(each.id)
    raise unknown(TOPIC, name, topics)


@verb
def propose_topic(
    workspace: Workspace,
    text: Label,
    *,
    side: str,
    given: date,
    document: str = "",
    short: Label | None = None,
) -> Changes:
    """Add a topic after those there are, with the proposal of a side, in one step.

    It is agreed once the other side accepts it (`give_consent`); the topics of the terms of reference keep
    their order and their text.
    """
    with workspace.change(message("Propose the topic “{name}”", name=short or text)) as change:
        (topic,) = add_provision(workspace, ProvisionKind.TOPIC, text).inserted("provision")
        if short:
            change_provision(workspace, topic, {"short": short})
        give_consent(
            workspace, topic=topic, side=side, step=ConsentStep.PROPOSED, given=given, document=document
        )
    return change.result
