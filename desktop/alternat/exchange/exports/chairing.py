"""Who chairs a session, in words, as paper and files say it."""

from collections.abc import Iterable

from alternat.exchange.exports.public import PublicPerson
from alternat.language.catalogs import catalog
from alternat.language.formats import listed
from alternat.language.label import Language
from alternat.language.messages import message


def chaired(chairs: Iterable[PublicPerson], language: Language) -> str:
    """Return who chairs, with the form of address, as paper says it."""
    names = [(person.addressed or person.name).filled().text(language) for person in chairs]
    together = listed(names, language)
    if len(names) == 1:
        return catalog(language).say(message("Chair: {name}", name=together))
    return catalog(language).say(message("Co-chairs: {names}", names=together))
