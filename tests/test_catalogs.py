"""The catalogs are complete: every sentence of the code, in French and Chinese of the right typography."""

import ast
import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import update_catalogs
from alternat.language.formats import french_spacing

LOCALES = ("fr_CA", "zh_CN")
NAMES = frozenset({"A4", "Alternat", "Alternat {version}", "{dialogue} – Alternat"})
"""Names and formats, the same in every language."""
SHARED_WORDS = frozenset(
    {"Code", "Dates", "Dialogue", "Document", "Documents", "Page", "Participants", "Photo", "Source", "Zoom"}
)
"""Words that French shares with English, in whatever case, alone or counted."""
SAME_IN_FRENCH = (
    NAMES
    | SHARED_WORDS
    | {word.lower() for word in SHARED_WORDS}
    | {
        "Corrections",
        "{count} collation",
        "Date",
        "Instrument",
        "Instruments",
        "Public",
        "collations",
        "instrument",
        "instruments",
        "Programme",
        "Programme – {delegation}",
        "exception",
        "note",
        "participant",
        "province",
        "Question",
        "question",
        "{count} minute",
        "{count} page",
        "Pages",
    }
)
SAME_IN_CHINESE = NAMES | {"Letter", "{size} KB"}
"""The paper size and the unit of file sizes have no Chinese names in use."""


def ids(catalog: Catalog) -> set[object]:
    return {entry.id for entry in catalog if entry.id}


def entries(locale: str) -> list[Message]:
    return [entry for entry in translations(locale) if entry.id]


@cache
def translations(locale: str) -> Catalog:
    return update_catalogs.read_catalog(update_catalogs.source_of(locale), locale)


@cache
def extracted() -> Catalog:
    return update_catalogs.extracted()


def forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, (tuple, list)) else (str(text or ""),)


def translated(locale: str) -> list[tuple[Message, str]]:
    """Every form of every translation that is there; what is missing has a test of its own."""
    return [(entry, form) for entry in entries(locale) for form in forms(entry.string) if form]


def offending(locale: str, fault: Callable[[str], object]) -> list[str]:
    return [form for _, form in translated(locale) if fault(form)]


def without_placeholders(text: str) -> str:
    return re.sub(r"\{\w*\}", "", text)


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_template_is_what_the_code_says() -> None:
    with (update_catalogs.TRANSLATIONS / "alternat.pot").open("rb") as stream:
        template = read_po(stream)

    assert ids(template) == ids(extracted()), "run python desktop/update_catalogs.py"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_is_translated_and_none_is_left_over(locale: str) -> None:
    assert ids(translations(locale)) == ids(extracted()), "run python desktop/update_catalogs.py"
    assert [entry.id for entry in update_catalogs.untranslated(translations(locale))] == []
    assert [entry.id for entry in entries(locale) if entry.fuzzy] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_catalogs_are_written_as_the_tool_writes_them(locale: str, tmp_path: Path) -> None:
    rewritten = tmp_path / "alternat.po"
    update_catalogs.write_catalog(translations(locale), rewritten)

    assert rewritten.read_bytes() == update_catalogs.source_of(locale).read_bytes()


def test_every_sentence_is_a_literal_the_tool_can_find() -> None:
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in sorted(update_catalogs.PACKAGE.rglob("*.py"))
        for call in calls_of(path, update_catalogs.KEYWORDS)
        if not is_literal(call.args[0])
    ]

    assert hidden == []


def calls_of(path: Path, names: Collection[str]) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_placeholders_are_plain_names() -> None:
    sources = chain.from_iterable(forms(entry.id) for entry in extracted() if entry.id)

    assert [text for text in sources if not all(re.fullmatch(r"\w+", name) for name in names_in(text))] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_translations_have_the_placeholders_of_their_source(locale: str) -> None:
    def is_wrong(entry: Message, text: str) -> bool:
        sources = [names_in(form) for form in forms(entry.id)]
        return not set.intersection(*sources) <= names_in(text) <= set.union(*sources)

    assert [(entry.id, text) for entry, text in translated(locale) if is_wrong(entry, text)] == []


ENDINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "fr_CA": {".": (".",), ":": ("\u00a0:",), "?": ("?",), "…": ("…",)},
    "zh_CN": {".": ("。",), ":": ("：",), "?": ("？",), "…": ("…", "……")},
}


@pytest.mark.parametrize("locale", LOCALES)
def test_translations_end_as_their_source_ends(locale: str) -> None:
    marks = ENDINGS[locale]
    every_mark = tuple(chain.from_iterable(marks.values()))

    def is_wrong(source: str, text: str) -> bool:
        return not text.endswith(marks[source[-1]]) if source[-1] in marks else text.endswith(every_mark)

    pairs = [(forms(entry.id)[-1], text) for entry, text in translated(locale)]
    assert [(source, text) for source, text in pairs if is_wrong(source, text)] == []


@pytest.mark.parametrize(("locale", "same"), [("fr_CA", SAME_IN_FRENCH), ("zh_CN", SAME_IN_CHINESE)])
def test_nothing_is_left_in_english(locale: str, same: frozenset[str]) -> None:
    left = [
        forms(entry.id)[0]
        for entry in entries(locale)
        if forms(entry.id)[0] in forms(entry.string)
        and re.search(r"[a-z]{2}", without_placeholders(forms(entry.id)[0]), re.IGNORECASE)
    ]

    assert [text for text in left if text not in same] == []


def test_every_chinese_sentence_is_in_chinese_script() -> None:
    texts = [
        form for entry in entries("zh_CN") for form in forms(entry.string) if form not in SAME_IN_CHINESE
    ]

    assert [
        text for text in texts if re.search(r"\w", without_placeholders(text)) and not HAN.search(text)
    ] == []


HAN = re.compile("[\u4e00-\u9fff]")


def test_french_no_break_spaces_and_apostrophes() -> None:
    assert offending("fr_CA", lambda text: french_spacing(text) != text) == []


FRENCH_FAULTS = {
    "a straight apostrophe or quotation mark": r"['\"]",
    "an English quotation mark": "[“”]",
    "no no-break space inside « »": "«(?!\u00a0)|(?<!\u00a0)»",
    "no no-break space before a colon": r"(?<!\u00a0):(?=\s|$)",
    "a space before ; ? or !": r"\s[;?!]",
    "an exclamation mark": "!",
    "three full stops": r"\.\.\.",
    "two spaces": r"\s\s",
    "a space at the edge": r"^\s|\s$",
    "an hour with 00": r"\bh\s?00\b",
    "a familiar form": r"\b(?:tu|toi|ton|ta|tes)\b",
}


@pytest.mark.parametrize("fault", FRENCH_FAULTS)
def test_french_typography(fault: str) -> None:
    pattern = re.compile(FRENCH_FAULTS[fault], re.IGNORECASE)

    assert offending("fr_CA", pattern.search) == []


CHINESE_FAULTS = {
    "a half-width mark beside Han": r"[\u4e00-\u9fff}][,;:?!]|[,;:?!][\u4e00-\u9fff]|[\u4e00-\u9fff]\.",
    "a half-width bracket around Han": r"\([^)]*[\u4e00-\u9fff][^)]*\)",
    "a straight quotation mark": r"['\"]",
    "a space between Han or beside its punctuation": (
        r"[\u4e00-\u9fff] [\u4e00-\u9fff]|[，。：；？（）“”、] | [，。：；？（）“”、]"
    ),
    "an exclamation mark": "[!！]",
    "a familiar form": "你",
    "two spaces": r"\s\s",
    "a space at the edge": r"^\s|\s$",
    "the wrong ellipsis dots": r"\.\.|。。",
}


@pytest.mark.parametrize("fault", CHINESE_FAULTS)
def test_chinese_typography(fault: str) -> None:
    pattern = re.compile(CHINESE_FAULTS[fault])

    assert offending("zh_CN", pattern.search) == []


def sentences() -> Iterator[str]:
    return chain.from_iterable(forms(entry.id) for entry in extracted() if entry.id)


ENGLISH_FAULTS = {
    "an exclamation mark": "!",
    "a straight quotation mark": r"\"|(?<=\w)'(?=\w)",
    "three full stops": r"\.\.\.",
    "two spaces": r"  ",
}


@pytest.mark.parametrize("fault", ENGLISH_FAULTS)
def test_english_typography(fault: str) -> None:
    pattern = re.compile(ENGLISH_FAULTS[fault])

    assert [text for text in sentences() if pattern.search(text)] == []
