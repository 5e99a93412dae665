"""The existing dialogues by name, as the follow-up page offers them."""

from collections.abc import Mapping

from alternat.language.label import Label
from alternat.models.tables import Tables
from alternat.nouns.provisions import ProvisionKind


def existing_dialogues(tables: Tables) -> Mapping[int, Label]:
    """Return the names of the existing dialogues by their ids, in their order."""
    provision = tables.Provision
    rows = provision.select().where(provision.kind == ProvisionKind.EXISTING_DIALOGUE)
    return {row.id: row.short or row.text for row in rows.order_by(provision.number, provision.id)}
