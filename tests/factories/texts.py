"""Texts in three languages as officials write them, and an outcome that says one."""

from typing import Any

from alternat.actions.dialogues import create_dialogue
from alternat.actions.meetings import add_meeting
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.planning.texts import TextKey
from alternat.storage.workspace import Workspace

AGREED = Label(
    "The Royal Canadian Mounted Police and the Ministry of Public Security will exchange lists of 12 contact "
    "points by 1 September 2027.",
    "La Gendarmerie royale du Canada et le ministère de la Sécurité publique échangeront des listes de "
    "12 points de contact d’ici le 1er septembre 2027.",
    "加拿大皇家骑警与公安部将于2027年9月1日前交换12个联络点的名单。",
)
"""A text that says the same in every language."""
OTHER = Label(
    "Both sides will hold consultations in Ottawa.",
    "Les deux parties tiendront des consultations à Ottawa.",
    "双方将在渥太华举行磋商。",
)


def outcome_of(workspace: Workspace, text: Label = AGREED, *, year: int = 2027) -> TextKey:
    """Put an outcome with that text into the dialogue, and its meeting where there is none."""
    tables = workspace.tables
    if not tables.Side.select().exists():
        create_dialogue(workspace, "canada-china")
    meeting: Any = tables.Meeting.get_or_none(tables.Meeting.year == year)
    key = meeting.id if meeting else add_meeting(workspace, year=year, host="CA").inserted("meeting")[0]
    number = tables.Outcome.select().count() + 1
    row = {"meeting": key, "code": f"{year}-{number}", "number": number, "text": text}
    with workspace.change(message("Add an outcome")) as change:
        (outcome,) = change.insert(tables.Outcome, [row])
    return TextKey("outcome", outcome, "text")


def reword(workspace: Workspace, key: TextKey, text: Label) -> None:
    """Give a text another wording."""
    model: Any = workspace.tables.named(key.table)
    with workspace.change(message("Change a text")) as change:
        change.update(model, {key.row: {key.field: text}})
