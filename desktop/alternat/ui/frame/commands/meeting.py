"""The commands of the Meeting menu."""

from alternat.language.messages import message
from alternat.ui.frame.commands.command import Command, Frame, Menu, with_meeting


def choose_meeting(frame: Frame) -> None:
    """Open the list of meetings."""
    if frame.workbench is not None:
        frame.workbench.header.meeting.open_list()


def add_meeting(frame: Frame) -> None:
    """Open the form for a new meeting."""
    if frame.workbench is not None:
        frame.workbench.header.meeting.open_form()


def earlier_meeting(frame: Frame) -> None:
    """Bring the meeting before the one in view into view."""
    _step(frame, 1)


def later_meeting(frame: Frame) -> None:
    """Bring the meeting after the one in view into view."""
    _step(frame, -1)


def new_revision(frame: Frame) -> None:
    """Count the revision of the delegation lists one up."""
    desk = frame.desk
    if desk is not None and (meeting := desk.meeting) is not None:
        from alternat.actions.meetings import raise_revision

        desk.attempt(lambda: raise_revision(desk.workspace, meeting))


def publish_programme(frame: Frame) -> None:
    """Show what publishing the programme would make known, with the button that does it."""
    _open_revisions(frame, to_publish=True)


def programme_changes(frame: Frame) -> None:
    """Show what has changed since the programme was published."""
    _open_revisions(frame, to_publish=False)


def _open_revisions(frame: Frame, *, to_publish: bool) -> None:
    desk = frame.desk
    if desk is not None and (meeting := desk.meeting) is not None:
        from alternat.ui.programme.revisions import Revisions

        dialog = Revisions(desk, meeting, frame.window)
        dialog.open()
        (dialog.publish if to_publish else dialog.changes).setFocus()


def remove(frame: Frame) -> None:
    """Remove the meeting in view with its delegations; undo brings it back."""
    desk = frame.desk
    if desk is not None and (meeting := desk.meeting) is not None:
        from alternat.actions.meetings import remove_meeting
        from alternat.actions.removals import meeting_removal
        from alternat.ui.parts.dialogs.asking import agrees

        reference = desk.tables.Meeting.get_by_id(meeting).reference
        question = message("Remove the meeting {reference}", reference=reference)
        if not agrees(desk.screen, question, meeting_removal(desk.tables, meeting)):
            return
        if desk.attempt(lambda: remove_meeting(desk.workspace, meeting)) is not None:
            desk.announce(
                message("The meeting {reference} is removed. Undo brings it back.", reference=reference)
            )


def _step(frame: Frame, by: int) -> None:
    desk = frame.desk
    if desk is not None and desk.meeting is not None:
        from alternat.ui.desk.meetings_in_view import meetings_in_view

        ids = [each.id for each in meetings_in_view(desk.tables)]
        at = ids.index(desk.meeting) + by
        desk.set_meeting(ids[max(0, min(len(ids) - 1, at))])


MEETING_COMMANDS = (
    Command(
        "choose-meeting",
        Menu.MEETING,
        message("Choose a meeting…"),
        choose_meeting,
        "Ctrl+M",
        "calendar",
        0,
        is_available=with_meeting,
    ),
    Command(
        "later-meeting",
        Menu.MEETING,
        message("Later meeting"),
        later_meeting,
        "Ctrl+Alt+Right",
        "chevron-right",
        0,
        is_available=with_meeting,
    ),
    Command(
        "earlier-meeting",
        Menu.MEETING,
        message("Earlier meeting"),
        earlier_meeting,
        "Ctrl+Alt+Left",
        "chevron-left",
        0,
        is_available=with_meeting,
    ),
    Command(
        "add-meeting",
        Menu.MEETING,
        message("Add a meeting…"),
        add_meeting,
        "Ctrl+Shift+M",
        "calendar-plus",
        1,
        writes=True,
    ),
    Command(
        "new-revision",
        Menu.MEETING,
        message("New revision of the delegation lists"),
        new_revision,
        None,
        "list-ordered",
        1,
        writes=True,
        is_available=with_meeting,
    ),
    Command(
        "publish-programme",
        Menu.MEETING,
        message("Publish the programme…"),
        publish_programme,
        "Ctrl+Shift+P",
        "badge-check",
        1,
        writes=True,
        is_available=with_meeting,
    ),
    Command(
        "programme-changes",
        Menu.MEETING,
        message("What has changed since the last revision…"),
        programme_changes,
        None,
        "history",
        1,
        is_available=with_meeting,
    ),
    Command(
        "remove-meeting",
        Menu.MEETING,
        message("Remove this meeting"),
        remove,
        None,
        "trash-2",
        2,
        is_available=with_meeting,
    ),
)
