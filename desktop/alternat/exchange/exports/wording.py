"""Words that several exports say: that a session is off, and who chairs it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from alternat.language.catalogs import catalog
from alternat.language.formats import listed
from alternat.language.label import Label, Language
from alternat.language.messages import Message, message

if TYPE_CHECKING:
    from alternat.exchange.exports.public import PublicPerson

CANCELLED = message("Cancelled")


def said(sentence: Message) -> Label:
    """Return a sentence in every language."""
    return Label(*(catalog(language).say(sentence) for language in Language))


def chaired(chairs: "Iterable[PublicPerson]", language: Language) -> str:
    """Return who chairs, with the form of address, as paper says it."""
    names = [(person.addressed or person.name).filled().text(language) for person in chairs]
    together = listed(names, language)
    if len(names) == 1:
        return catalog(language).say(message("Chair: {name}", name=together))
    return catalog(language).say(message("Co-chairs: {names}", names=together))
