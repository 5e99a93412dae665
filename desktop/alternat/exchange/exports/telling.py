"""What has to be known of a file that leaves: what is off in it, and what it does not strike out."""

from collections.abc import Iterable
from dataclasses import dataclass

from alternat.exchange.exports.public import PublicProgramme
from alternat.language.label import Label
from alternat.language.messages import Message, counted, message


@dataclass(frozen=True, slots=True)
class MovedOut:
    """A session that left in the file of a room and is elsewhere now; whoever has that file has it still."""

    title: Label
    room: str
    """The code of the room where it is now; empty for none."""

    @property
    def sentence(self) -> Message:
        """Return what its readers have to be told.

        It is not struck out: the calendars of both rooms may come together in one, where only the newest word
        on a session counts.
        """
        if not self.room:
            return message(
                "“{title}” left in this file before and has no room now. The file does not strike it out: "
                "tell whoever has it.",
                title=self.title,
            )
        return message(
            "“{title}” left in this file before and is in {room} now. The file does not strike it out, so "
            "that it stays in calendars of both rooms: tell whoever has it.",
            title=self.title,
            room=self.room,
        )


def told_of(programme: PublicProgramme, moved: Iterable[MovedOut]) -> tuple[Message, ...]:
    """Return what to tell whoever sends a file."""
    told = []
    if programme.off:
        told.append(
            message("The meeting is off ({word}), and so is every session in a calendar.", word=programme.off)
        )
    if programme.dropped:
        told.append(
            counted(
                "{count} session that left before and is gone is named as cancelled: {titles}",
                "{count} sessions that left before and are gone are named as cancelled: {titles}",
                len(programme.dropped),
                titles=tuple(each.title for each in programme.dropped),
            )
        )
    return (*told, *(each.sentence for each in moved))
