"""Brings the translation catalogs in line with the sentences in the code: run it after changing a sentence.

It writes `translations/alternat.pot` and both `alternat.po` files: new sentences come in untranslated, gone
ones go out, nothing is guessed. It then lists what still has no translation.
"""

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import PoFileParser, write_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "desktop" / "alternat"
TRANSLATIONS = ROOT / "translations"
PLURAL_FORMS = {
    "fr_CA": "nplurals=2; plural=(n > 1);",
    "zh_CN": "nplurals=1; plural=0;",
}
"""The rule of plurals of each catalog: the repository's own, since those of Babel change between versions."""
LOCALES = tuple(PLURAL_FORMS)
KEYWORDS: dict[str, tuple[int, ...]] = {"message": (1,), "counted": (1, 2), "mark": (1,)}
WIDTH = 100
UNSTABLE_HEADERS = {
    "Project-Id-Version",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Report-Msgid-Bugs-To",
    "Generated-By",
}
"""Headers that would change with every run or release, or name somebody."""


class ForeignPlurals(ValueError):
    """A translator's file came back with more plural forms than its language has; nothing was written."""

    def __init__(self, source: Path, found: str, wanted: str) -> None:
        super().__init__(
            f"{source}: its plural forms are “{found}”, they must be “{wanted}”; nothing was written"
        )


def source_of(locale: str) -> Path:
    """Return the place of a locale's translations."""
    return TRANSLATIONS / locale / "LC_MESSAGES" / "alternat.po"


def extracted() -> Catalog:
    """Return the template: every sentence the code marks, without translations."""
    template = Catalog(charset="utf-8", fuzzy=False)
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for _path, _line, sentence, _comments, context in found:
        template.add(sentence, context=context)
    return template


def empty_catalog(locale: str) -> Catalog:
    """Return a catalog without sentences under the locale's own rule of plurals."""
    catalog = Catalog(locale=locale, charset="utf-8", fuzzy=False)
    catalog.mime_headers = [("Plural-Forms", PLURAL_FORMS[locale])]
    return catalog


def updated(template: Catalog, source: Path, locale: str) -> Catalog:
    """Return the catalog of a locale with the template's sentences and the translations it has for them."""
    translations = empty_catalog(locale)
    known = read_catalog(source, locale) if source.exists() else empty_catalog(locale)
    for entry in template:
        if not entry.id:
            continue
        old = known.get(entry.id, entry.context)
        same_shape = old is not None and isinstance(old.id, str) == isinstance(entry.id, str)
        translations.add(entry.id, old.string if old and same_shape else None, context=entry.context)
    return translations


def read_catalog(source: Path, locale: str) -> Catalog:
    """Return a translator's file as a catalog.

    It counts by the locale's own rule of plurals, whatever rule a tool has written into it; raises
    `ForeignPlurals` where a counted sentence has more forms than that, which would be lost.
    """
    found = empty_catalog(locale)
    with source.open("rb") as stream:
        PoFileParser(found).parse(stream)
    catalog = empty_catalog(locale)
    for entry in found:
        if entry.id:
            string = entry.string
            if isinstance(string, (tuple, list)):
                if any(string[catalog.num_plurals :]):
                    raise ForeignPlurals(source, found.plural_forms, PLURAL_FORMS[locale])
                string = tuple(string[: catalog.num_plurals])
            catalog.add(entry.id, string, flags=entry.flags, context=entry.context)
    return catalog


def untranslated(catalog: Catalog) -> Iterator[Message]:
    """Yield the entries that have no translation, or not in every plural form."""
    for entry in catalog:
        forms = entry.string if isinstance(entry.string, (tuple, list)) else (entry.string,)
        if entry.id and not all(forms):
            yield entry


def write_catalog(catalog: Catalog, target: Path) -> None:
    """Write a catalog sorted by sentence, without places and dates, so that a diff shows only sentences.

    The file is replaced whole or not touched: nobody ever reads half of it.
    """
    stream = io.BytesIO()
    catalog.header_comment = ""
    write_po(stream, catalog, width=WIDTH, no_location=True, sort_output=True)
    content = _without_unstable_headers(stream.getvalue())
    if target.exists() and target.read_bytes() == content:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(target)


def _without_unstable_headers(content: bytes) -> bytes:
    lines = content.split(b"\n")
    unstable = tuple(f'"{header}:'.encode() for header in UNSTABLE_HEADERS)
    return b"\n".join(line for line in lines if not line.startswith(unstable)).lstrip(b"\n")


def main() -> None:
    """Update the three files and list what is left to translate; foreign plurals stop it."""
    template = extracted()
    try:
        catalogs = {locale: updated(template, source_of(locale), locale) for locale in LOCALES}
    except ForeignPlurals as error:
        sys.exit(str(error))
    write_catalog(template, TRANSLATIONS / "alternat.pot")
    for locale, catalog in catalogs.items():
        write_catalog(catalog, source_of(locale))
        for entry in untranslated(catalog):
            sys.stdout.write(f"{locale}: {entry.id!r}\n")


if __name__ == "__main__":
    main()
