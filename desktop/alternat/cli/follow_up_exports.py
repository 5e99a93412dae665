"""Writing the follow-up as a workbook: for whom, over what, and what is told of it."""

from datetime import UTC, datetime
from pathlib import Path

from alternat.cli.face import Exit, Face
from alternat.cli.overwriting import REPLACED, OtherFile, replaced
from alternat.language.label import Language
from alternat.language.messages import counted, message
from alternat.planning.disclosure import AUDIENCES, Audience


def export_follow_up(
    face: Face,
    file: str,
    output: str,
    audience: Audience,
    language: Language,
    *,
    overwrite: bool,
    as_json: bool,
) -> Exit:
    """Write what an audience is shown, note it, and tell how much stays at home."""
    from alternat.cli.leaving import note
    from alternat.documents.press.saving import save
    from alternat.exchange.follow_up.workbook import (
        FOLLOW_UP,
        FOLLOW_UP_TITLE,
        gather_follow_up,
        is_follow_up,
        write_follow_up,
    )

    place = Path(output)
    old = replaced(place, FOLLOW_UP, (b"PK",), overwrite=overwrite)
    with face.reading(file) as workspace:
        export = gather_follow_up(workspace.tables, audience, language)
    if old and not overwrite and not is_follow_up(old):
        raise OtherFile(place=str(place), what=FOLLOW_UP_TITLE)
    save(place, write_follow_up(export, datetime.now(UTC)))
    is_noted = note(face, file, export.leaving(place.name))
    counts, left_out = dict(export.counts), dict(export.shown.left_out)
    if as_json:
        told: dict[str, object] = {"file": str(place), "audience": audience.value, "rows": counts}
        told |= {"left_out": left_out} if left_out else {}
        told |= {"not_carried": dict(export.left)} if export.left else {}
        told |= {"replaced": True} if old else {}
        face.tell_json(told if is_noted else {**told, "noted": False})
        return Exit.DONE
    outcomes = counted("{count} outcome", "{count} outcomes", counts["outcomes"])
    whom = AUDIENCES[audience]
    face.tell(message("{place}: {outcomes} ({audience})", place=str(place), outcomes=outcomes, audience=whom))
    if old:
        face.tell(REPLACED)
    for sentence in export.told():
        face.tell(sentence)
    return Exit.DONE
