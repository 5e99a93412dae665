"""A programme gathered as the desk does it, with what its journal tells of removed sessions."""

from collections.abc import Iterable

from alternat.exchange.exports.gathering import gather_public
from alternat.exchange.exports.public import ExportScope, PublicProgramme
from alternat.language.label import Language
from alternat.storage.workspace import Workspace


def gathered(
    workspace: Workspace, meeting: int, scope: ExportScope, languages: Iterable[Language]
) -> PublicProgramme:
    """Return what leaves of a meeting's programme."""
    tables = workspace.tables
    removals = workspace.removals(tables.Session, "uid")
    return gather_public(tables, meeting, scope, languages, removals=removals)
