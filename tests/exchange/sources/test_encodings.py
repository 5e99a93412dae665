"""Which encoding the bytes of a list are in."""

import pytest

from alternat.exchange.sources.encoding_scores import Decoded
from alternat.exchange.sources.encodings import ENCODINGS, decode, encoding_named
from alternat.exchange.sources.refusals import SourceNotText, UnknownEncoding, WrongEncoding
from tests.factories.spreadsheets import (
    CHINESE_HEADINGS,
    CHINESE_ROWS,
    FRENCH_HEADINGS,
    FRENCH_ROWS,
    csv_bytes,
)

CHINESE = (CHINESE_HEADINGS, *CHINESE_ROWS)
FRENCH = (FRENCH_HEADINGS, *FRENCH_ROWS)
TRADITIONAL = (("姓名", "單位", "職務"), ("鄧文諾", "外交部", "處長"), ("歐陽諾", "司法部", "副司長"))


@pytest.mark.parametrize(
    ("rows", "encoding"),
    [
        (CHINESE, "utf-8"),
        (FRENCH, "utf-8"),
        (CHINESE, "gb18030"),
        (TRADITIONAL, "big5"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac-roman"),
        (FRENCH, "cp850"),
    ],
)
def test_an_unmarked_encoding_is_recognised_with_certainty(
    rows: tuple[tuple[str, ...], ...], encoding: str
) -> None:
    content = csv_bytes(rows, encoding=encoding)
    assert decode(content, file="list.csv") == Decoded(csv_bytes(rows).decode(), encoding, is_certain=True)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(codec: str) -> None:
    text = "姓名,Prénom\n"
    decoded = decode(text.encode(codec), file="list.csv")
    assert decoded == Decoded(text, codec.removesuffix("-sig"), is_certain=True)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_byte_order(codec: str) -> None:
    text = csv_bytes(CHINESE).decode()
    assert decode(text.encode(codec), file="list.csv") == Decoded(text, codec, is_certain=True)


def test_one_accented_letter_is_enough_for_the_right_text() -> None:
    assert decode("Name\nRené Ives\n".encode("cp1252"), file="list.csv").text == "Name\nRené Ives\n"


def test_capital_accents_do_not_look_like_another_encoding() -> None:
    text = "NOM;PRÉNOM\nCÔTÉ;ÉLOÏSE\n"
    assert decode(text.encode("cp1252"), file="list.csv").text == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_that_is_asked_for_is_used(encoding: str) -> None:
    text = "a;b\n1;2\n"
    codec = {"utf-16": "utf-16-le", "big5": "cp950"}.get(encoding, encoding)
    decoded = decode(text.encode(codec), file="list.csv", encoding=encoding)
    assert (decoded.text, decoded.is_certain) == (text, True)


@pytest.mark.parametrize(
    ("name", "known"),
    [("GB2312", "gb18030"), ("gbk", "gb18030"), ("windows-1252", "cp1252"), ("UTF8", "utf-8")],
)
def test_usual_names_of_encodings_are_understood(name: str, known: str) -> None:
    assert encoding_named(name, file="list.csv") == known


def test_an_unknown_encoding_is_refused_with_the_choices() -> None:
    with pytest.raises(UnknownEncoding) as refused:
        decode(b"a,b", file="list.csv", encoding="klingon")
    assert refused.value.arguments == {
        "encoding": "klingon",
        "file": "list.csv",
        "choices": "utf-8, gb18030, cp1252, utf-16, big5, mac-roman, cp850",
    }


def test_bytes_that_are_not_in_the_encoding_asked_for_are_refused() -> None:
    with pytest.raises(WrongEncoding):
        decode("Prénom".encode("cp1252"), file="list.csv", encoding="utf-8")


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 50, b"text\x00with a zero", bytes(range(1, 32)) * 3],
    ids=["all bytes", "zeros", "one zero", "controls"],
)
def test_binary_content_is_not_text(content: bytes) -> None:
    with pytest.raises(SourceNotText):
        decode(content, file="list.csv")


FRENCH_LIST = "Nom,Prénom\nCôté,Zoé\nBélair,Noé\n"
CHINESE_LIST = "姓名,职务\n白文诺,司长\n程诺,副司长\n"


@pytest.mark.parametrize(
    ("content", "encoding", "lines"),
    [
        (FRENCH_LIST.encode() + "Roy,Zoé\n".encode("cp1252"), "utf-8", "utf-8: 1–3; cp1252: 4"),
        (FRENCH_LIST.encode("cp1252") + "Roy,Zoé\n".encode(), "cp1252", "cp1252: 1–3; utf-8: 4"),
        (FRENCH_LIST.encode() + "Roy,Zoé\n".encode("mac-roman"), "utf-8", "utf-8: 1–3; mac-roman: 4"),
        (CHINESE_LIST.encode("gb18030") + "高文诺,处长\n".encode(), "gb18030", "gb18030: 1–3; utf-8: 4"),
        (CHINESE_LIST.encode() + "高文诺,处长\n".encode("gb18030"), "utf-8", "utf-8: 1–3; gb18030: 4"),
    ],
)
def test_a_file_in_several_encodings_is_read_line_by_line_and_said(
    content: bytes, encoding: str, lines: str
) -> None:
    decoded = decode(content, file="list.csv")
    assert (decoded.encoding, decoded.remarks) == (encoding, (("other-encoding", lines),))
    assert decoded.text.splitlines()[-1] in {"Roy,Zoé", "高文诺,处长"}
    assert "�" not in decoded.text


@pytest.mark.parametrize(
    "text", ["NOM\nCÔTÉ\n", FRENCH_LIST, "Name\nZoé Ives\n", FRENCH_LIST.replace("\n", "\r")]
)
def test_mac_roman_is_read_as_such(text: str) -> None:
    decoded = decode(text.encode("mac-roman"), file="list.csv")
    assert (decoded.text, decoded.encoding) == (text, "mac-roman")


def test_big5_with_the_characters_of_hong_kong() -> None:
    text = "姓名,職務\n鄧啟聰,參贊\n梁㛃,處長\n"
    assert decode(text.encode("big5hkscs"), file="list.csv").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_two_stray_zero_bytes_do_not_refuse_a_list(encoding: str) -> None:
    text = "Name,Position\n" + "Zoé Ives,Director\n" * 30
    content = text.encode(encoding)
    spoilt = content[:100] + b"\0" + content[100:200] + b"\0" + content[200:]
    decoded = decode(spoilt, file="list.csv")
    assert (decoded.text, [kind for kind, _ in decoded.remarks]) == (text, ["nuls"])
