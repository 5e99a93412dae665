"""A person with unusual words in every field, spread over a dialogue, to be looked for in files."""

import io
from pathlib import Path

from PIL import Image

from alternat.actions.people import add_person, change_contact, change_people, set_photo
from alternat.actions.releases import note_releases
from alternat.actions.revisions import publish
from alternat.language.label import Label
from alternat.language.messages import message
from alternat.nouns.programme import PartyKind
from alternat.planning.releases import Leaving
from alternat.storage.workspace import Workspace

PLANTED = (
    *("Qwyzzblat", "QWYZZBLAT", "Zorvaine", "Zorvana", "夔魍魉", "Yxqsort", "Vwxprinted"),
    *("PASSQZX", "zq.mail@qwyzz", "98989898989", "Xyloquent", "Pqposition", "Zqnominal", "Hzxonorific"),
)
"""What may be nowhere afterwards."""


def plant(workspace: Workspace, meeting: int) -> tuple[int, str, bytes]:
    """Add the person and let every part of the dialogue tell of it; return key, token and photo bytes."""
    tables = workspace.tables
    person = add_person(
        workspace,
        "CA",
        {
            "family": "Qwyzzblat", "given": "Zorvaine", "name_zh": "夔魍魉", "sort_key": "Yxqsort",
            "printed_name": "Zorvaine Vwxprinted Qwyzzblat", "post_nominals": "Zqnominal",
            "position": Label("Pqposition", "Pqposition", "Pqposition"),
            "honorific": Label("Hzxonorific", "", ""),
        },
        contact={
            "passport_name": "QWYZZBLAT PASSQZX", "email": "zq.mail@qwyzz.example",
            "phone": "+1 613 98989898989 11", "note": "Xyloquent allergy",
        },
        meeting=meeting,
    ).inserted("person")[0]  # fmt: skip
    set_photo(workspace, person, picture_bytes())
    change_people(workspace, [person], {"given": "Zorvana"})
    change_contact(workspace, person, {"phone": "+1 613 98989898989 22"})
    workspace.undo()
    session = tables.Session.select().where(tables.Session.meeting == meeting).first()
    taken = {row.side_id for row in tables.Chair.select().where(tables.Chair.session == session.id)}
    free = next(row.id for row in tables.Side.select() if row.id not in taken or len(taken) == 2)
    other = tables.Person.select().where(tables.Person.id != person).first()
    with workspace.change(message("Note about {who}", who=Label.same("Zorvaine Qwyzzblat"))) as change:
        change.update(
            tables.Session,
            {
                session.id: {
                    "private_note": "Mr QWYZZBLAT by the door; 夔魍魉",
                    "title": Label("With Qwyzzblat", "", ""),
                }
            },
        )
        change.insert(tables.Party, [{"session": session.id, "kind": PartyKind.PERSON, "key": str(person)}])
        if not taken & {free}:
            change.insert(tables.Chair, [{"session": session.id, "side": free, "person": person}])
        task = tables.Task.select().first()
        change.update(tables.Task, {task.id: {"owner": person, "note": "Zorvana Qwyzzblat does it"}})
        change.update(tables.Person, {other.id: {"position": Label("Deputy of Zorvaine Qwyzzblat", "", "")}})
    publish(workspace, meeting, "Planter")
    note_releases(
        workspace,
        [Leaving("my-day", "Zorvana Qwyzzblat – my day.pdf", "2027", 1, (person,), '{"x":"夔魍魉"}')],
    )
    part = tables.Participation.get(tables.Participation.person == person)
    photo = bytes(tables.Photo.get_by_id(tables.Person.get_by_id(person).photo_id).content)
    return person, part.token, photo


def picture_bytes() -> bytes:
    """Return a small picture like no other."""
    picture = io.BytesIO()
    Image.effect_noise((40, 50), 90).save(picture, "PNG")
    return picture.getvalue()


def found_in(files: list[Path], *wanted: bytes) -> list[tuple[str, bytes]]:
    """Return the planted words, and what else is wanted, that are in the bytes of files, by file name."""
    words = [*(word.encode().lower() for word in PLANTED), *(each.lower() for each in wanted)]
    contents = {path.name: path.read_bytes().lower() for path in files}
    return [(name, word) for name, content in contents.items() for word in words if word in content]
