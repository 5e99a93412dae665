"""The countdown: what is to be done how long before the meeting, by whom, and what has been done."""

from enum import StrEnum

from alternat.language.messages import mark, message
from alternat.nouns.kinds import PLACES, Ahead, Day, OneOf, RowOf, Text, Texts, YesNo
from alternat.nouns.noun import DESK, PUBLIC, Field, Noun

_DUE = Ahead(1000)
_WHEN_DUE = message("How many days before the first day it is due; negative after the last day.")


class TaskOwner(StrEnum):
    """Which side a task of the template falls to."""

    HOST = "host"
    GUEST = "guest"
    BOTH = "both"


TASK_TEMPLATE = Noun(
    table="task_template",
    named=mark("the line of the countdown {name}"),
    many=mark("lines of the countdown"),
    unknown=mark("The countdown has no line {name}. “countdown list” lists them."),
    kept=("code",),
    found_by=("number",),
    ordered_by=("number",),
    called_by="text",
    fields=(
        Field("number", PLACES, message("number"), PUBLIC, is_told_only=True, is_needed=True),
        Field("text", Texts(), message("text"), PUBLIC, message("The task."), is_needed=True),
        Field("days_before", _DUE, message("days before"), PUBLIC, _WHEN_DUE, is_needed=True),
        Field(
            "owner",
            OneOf(TaskOwner),
            message("owner"),
            PUBLIC,
            message("Who sees to it: the host, the guest or both."),
        ),
    ),
)

TASK = Noun(
    table="task",
    named=mark("the task {name}"),
    many=mark("tasks"),
    unknown=mark("This checklist has no task {name}. The command “tasks” lists them."),
    above="meeting",
    kept=("due_when_done", "carried_from"),
    found_by=("number",),
    ordered_by=("number",),
    called_by="text",
    fields=(
        Field("number", PLACES, message("number"), PUBLIC, is_told_only=True, is_needed=True),
        Field("text", Texts(), message("text"), PUBLIC, message("The task."), is_needed=True),
        Field("days_before", _DUE, message("days before"), PUBLIC, _WHEN_DUE, is_needed=True),
        Field(
            "owner_side",
            RowOf("side"),
            message("side"),
            PUBLIC,
            message("The code of the side that sees to it, such as CA; both where none is named."),
            key="side",
            may_be_empty=True,
        ),
        Field(
            "owner",
            RowOf("person"),
            message("person"),
            PUBLIC,
            message("The number of the person who sees to it, which “people” lists."),
            key="person",
            may_be_empty=True,
        ),
        Field("done_on", Day(), message("done on"), PUBLIC, may_be_empty=True, is_told_only=True),
        Field("done_by", Text(200), message("done by"), PUBLIC, is_told_only=True),
        Field(
            "is_follow_up",
            YesNo(),
            message("carried over"),
            PUBLIC,
            message("Whether it is carried into the next edition while it is not done."),
            option="follow-up",
        ),
        Field("note", Text(), message("note"), DESK, message("A note beside it.")),
    ),
)
