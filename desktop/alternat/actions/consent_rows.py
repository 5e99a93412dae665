"""The consents to what is about to be removed, so that none is left without its subject."""

from collections.abc import Collection
from typing import Any

from alternat.models.tables import Tables
from alternat.planning.consents import ConsentSubject
from alternat.storage.changes import Change


def consents_on(tables: Tables, subject: ConsentSubject, keys: Collection[int]) -> list[int]:
    """Return the ids of the consents to subjects of one kind."""
    consent: Any = tables.Consent
    about = getattr(consent, subject.value)
    return [row.id for row in consent.select(consent.id).where(about.in_(list(keys))).order_by(consent.id)]


def forget_consents(change: Change, tables: Tables, subject: ConsentSubject, keys: Collection[int]) -> None:
    """Remove the consents to subjects that are about to be removed, in the same step."""
    change.delete(tables.Consent, consents_on(tables, subject, keys))
