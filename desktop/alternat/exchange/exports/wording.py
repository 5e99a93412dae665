"""Words that several exports say: that a session is off."""

from alternat.language.catalogs import catalog
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message

CANCELLED = message("Cancelled")


def said(sentence: Message) -> Label:
    """Return a sentence in every language."""
    return Label(*(catalog(language).say(sentence) for language in Language))
