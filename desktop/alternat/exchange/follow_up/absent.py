"""What a workbook of the follow-up does not hold, told before it is read back: sheets, columns and more."""

from collections.abc import Iterable, Iterator, Mapping

from alternat.exchange.follow_up.layout import RawWorkbook
from alternat.language.messages import Message, counted, message, series
from alternat.planning.follow_up_left import LeftKind, left_words
from alternat.planning.follow_up_plans import PlannedRecord, RowAction
from alternat.planning.follow_up_records import FollowUp


def absent(workbook: RawWorkbook, shown: FollowUp) -> Iterator[Message]:
    """Yield the sheets and columns that a workbook for its audience has and this one lacks.

    What stands on them in the dialogue stays as it is; of a sheet on which nothing stands nothing is said.
    """
    raws = {each.about.id: each for each in workbook.sheets}
    for sheet in shown.sheets:
        raw, records = raws.get(sheet.id), shown.of(sheet.id)
        if raw is None and records:
            yield counted(
                "The workbook has no sheet “{sheet}”: {count} row of the dialogue stays as it is.",
                "The workbook has no sheet “{sheet}”: {count} rows of the dialogue stay as they are.",
                len(records),
                sheet=sheet.title,
            )
        if raw is None or not raw.rows:
            continue
        lacking = [each.heading for each in sheet.columns if each.id not in raw.columns]
        if lacking:
            yield message(
                "{sheet}: columns that the workbook lacks, so that what they say stays as it is: {columns}",
                sheet=sheet.title,
                columns=series(lacking),
            )


def not_carried(
    workbook: RawWorkbook, rows: Iterable[PlannedRecord], here: Mapping[LeftKind, int]
) -> Iterator[Message]:
    """Yield what stays behind in the dialogue that wrote a workbook, where another one reads it.

    It is another one where rows with a code or a number are new here, or where more was known there.
    """
    there = {kind: workbook.not_carried.get(kind.value, 0) for kind in LeftKind}
    is_new = any(each.action is RowAction.ADD and each.cells.get(each.sheet.key) for each in rows)
    told = [left_words(kind, there[kind]) for kind in LeftKind if there[kind] > (0 if is_new else here[kind])]
    if told:
        yield message("What no workbook carries stays where it was written: {kinds}.", kinds=series(told))
    if not is_new:
        return
    titles = {each.about.id: each.about.title for each in workbook.sheets}
    for sheet, count in workbook.left_out.items():
        if sheet in titles:
            yield counted(
                "{sheet}: {count} row was not for the audience of the workbook and does not come along.",
                "{sheet}: {count} rows were not for the audience of the workbook and do not come along.",
                count,
                sheet=titles[sheet],
            )
    if not workbook.not_carried:
        yield message("Checks, agreements and collations of texts, and private notes, stand in no workbook.")
