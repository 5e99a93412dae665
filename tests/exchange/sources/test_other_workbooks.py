"""Workbooks of other formats: old binary Excel ones and OpenDocument."""

import base64
import zipfile
import zlib
from pathlib import Path

import pytest

from alternat.exchange.sources.other_workbooks import read_other_workbook
from alternat.exchange.sources.reading import read_file
from alternat.exchange.sources.refusals import SourceDamaged, SourceHasDefinitions
from alternat.exchange.sources.remarks import NO_STYLES, reading_notes
from tests.factories.spreadsheets import ole_bytes

OLD_WORKBOOK = (
    r"""c-rk)O-NKx6#nj;|6$Y_8wCwy5VA5i(WZ?~_9sD2Q!OfqYSc#z+DtqLA)&NvXc2)BEs8dRn>JRPekh`LEdrw!K@ezdidI2^g"""
    r"""wE@nGjFERX5m0d$@?Df+;h&o-@WI(d+&KauckvY6ZaZtu>>7(AZPmEF7YWkeFY;3sy9tm3#FG%)5d=VpO+@m?ZV@#mmZ!&p6"""
    r"""^*`xa)jQ68J#pF`Pjxozf#Ki0u+XLU9c3Bo%Ivry30sRjtTgk!wWWk(N(HZWGT{k?quWMs;I48f)EZt>PnEv(#0C`+XpscjD"""
    r"""QMI=tXjJTk8GZC&Uzl8J$Tv!clvz$9qiy7ZK8BnD;>rU{(HcQXQfE9}%~5!=7Aeg*Q+E%tlL_^)YBU=-#_S>Ra&pqyOe#NOm"""
    r"""!W*)~S-TK6XSmLx!88)6COlFelQ~=m-oJypU!wEL2raS#PvS&yiBz0%f(0em!!$C`<bB6=!+|XtH#}yi7?$F3}vg?md#y*Yv"""
    r"""xpzqb!9@w6N;XD-WFKlo56SijQi`9y{q^;}o_O?xct$1Z=N}F0_-bI{0yBtQjr_GRC=j#?W0S~>((78$8%2g`QB&Cxud|fhW"""
    r"""76i5)V9z#TLf>S>r3<vq-Vbzc-WNv7~M$vRM+fqc<OC*0?l;a`iRfR7}`{ux_N`~C|W3$l}6r+Z1^puc(tGvyJ<cDYOnyms3"""
    r"""DPgi|>vqTAFpQn61jNm9QOFdnIgV(PFmCVrymCny}qg`~1v!iWalI7Td9eeO~j6F9e>Kr(lcO9BqeIi~HO)rOsdQ!-fqTHf-"""
    r"""3iVZ+9%gOXR){0ln2hPtdz0FU)wXMxU~{hMUf;vmv=Waz_m7gAIjI9t*BsfSAy`cli}6#f@74%6rc`q3kC^jExo=@U+sUeB_"""
    r"""L!9TZ!Djh#pNt}Oq{GW!*-mw"""
)
"""Three invented rows in the format of Excel 97, packed."""

OPEN_SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
<office:automatic-styles><style:style style:name="ce1" style:family="table-cell">
<style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="List">
<table:table-column/><table:table-column table:visibility="collapse"/>
{rows}
<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""


def cell(text: str, style: str = "") -> str:
    own = f' table:style-name="{style}"' if style else ""
    return f'<table:table-cell office:value-type="string"{own}><text:p>{text}</text:p></table:table-cell>'


def open_document(path: Path, *rows: str, head: str = "", styles: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", MANIFEST)
        content = OPEN_SHEET.format(rows="".join(rows))
        package.writestr("content.xml", head + content.replace("<style:style ", styles + "<style:style ", 1))
    return path


def test_an_old_workbook_is_read_and_what_cannot_be_told_of_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(zlib.decompress(base64.b85decode("".join(OLD_WORKBOOK))))
    reading = read_file(path)
    assert reading.sheets[0].rows == (
        ("Name", "Position", "Organization"),
        ("Zoé Ives", "Director", "GAC"),
        ("白文诺", "司长", "外交部"),
        ("3", "", ""),
    )
    assert reading.remarks == ((NO_STYLES, "list.xls"),)
    assert [note.arguments for note in reading_notes(reading)] == [{"lines": "list.xls"}]


def test_an_open_document_is_read_with_what_it_hides_and_strikes(tmp_path: Path) -> None:
    path = open_document(
        tmp_path / "list.ods",
        f"<table:table-row>{cell('Name')}{cell('Phone')}</table:table-row>",
        f"<table:table-row>{cell('Zoé Ives')}{cell('1')}</table:table-row>",
        f'<table:table-row table:visibility="collapse">{cell("Guy Roy")}{cell("2")}</table:table-row>',
        f"<table:table-row>{cell('Noé Roy', 'ce1')}{cell('3', 'ce1')}</table:table-row>",
    )
    (sheet,) = read_file(path).sheets
    assert [row[0] for row in sheet.rows] == ["Name", "Zoé Ives", "Guy Roy", "Noé Roy"]
    assert (sheet.hidden_rows, sheet.struck_rows, sheet.hidden_columns) == ((2,), (3,), (1,))
    assert sheet.struck_cells == ((3, 0), (3, 1))


def test_a_broken_old_workbook_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(ole_bytes("Workbook"))
    with pytest.raises(SourceDamaged):
        read_other_workbook(path)


def test_an_open_document_with_definitions_is_not_opened(tmp_path: Path) -> None:
    path = open_document(tmp_path / "list.ods", head="<!DOCTYPE x>")
    with pytest.raises(SourceHasDefinitions):
        read_other_workbook(path)


STYLES = """<style:style style:name="ce0" style:family="table-cell"/>
<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Gone"/>
<style:style style:name="Gone" style:family="table-cell"><style:text-properties
 style:text-line-through-type="single"/></style:style>
<style:style style:name="ce3" style:family="table-cell" style:parent-style-name="Gone"><style:text-properties
 style:text-line-through-style="none"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties
 style:text-line-through-style="solid"/></style:style>
<style:style style:name="ro0" style:family="table-row"><style:table-row-properties
 style:row-height="0cm"/></style:style>
<style:style style:name="co0" style:family="table-column"><style:table-column-properties
 style:column-width="0.00in"/></style:style>"""


def test_an_open_document_hides_and_strikes_in_every_way_it_can(tmp_path: Path) -> None:
    def row(name: str, attributes: str = "", style: str = "ce0") -> str:
        return f"<table:table-row{attributes}>{cell(name, style)}{cell('x', style)}</table:table-row>"

    span = '<text:span text:style-name="T1">Span Struck</text:span>'
    path = open_document(
        tmp_path / "list.ods",
        row("Name"),
        row("Filtered", ' table:visibility="filter"'),
        row("No Height", ' table:style-name="ro0"'),
        '<table:table-row-group table:display="false">' + row("In Group") + "</table:table-row-group>",
        '<table:table-row-group table:display="true">' + row("In Open Group") + "</table:table-row-group>",
        row("Inherited", style="ce2"),
        row("Not Inherited", style="ce3"),
        f"<table:table-row>{cell(span)}{cell('')}</table:table-row>",
        f"<table:table-row>{cell(span + ' Replaced By Zoé Ives')}{cell('x')}</table:table-row>",
        styles=STYLES,
    )
    (sheet,) = read_file(path).sheets
    assert [sheet.rows[at][0] for at in sheet.hidden_rows] == ["Filtered", "No Height", "In Group"]
    assert [sheet.rows[at][0] for at in sheet.struck_rows] == ["Inherited", "Span Struck"]
    assert sheet.hidden_columns == (1,)
