"""What a kind of file or paper is called in the list of what was shared."""

from alternat.documents.kinds.registry import KINDS
from alternat.exchange.exports.formats import EXPORTS
from alternat.exchange.follow_up.workbook import FOLLOW_UP, FOLLOW_UP_TITLE
from alternat.language.messages import Message, message


def release_title(kind: str) -> Message:
    """Return the name of an export format or of a document kind; an unknown one is said as it is."""
    titles = {each.id: each.title for each in EXPORTS} | {each.id: each.title for each in KINDS}
    titles[FOLLOW_UP] = FOLLOW_UP_TITLE
    return titles.get(kind) or message("{kind}", kind=kind)
