"""The commands in the order of the work, each with the module that is loaded when it is asked for."""

from dataclasses import dataclass

from alternat.language.messages import Message, message


@dataclass(frozen=True, slots=True)
class CommandDescriptor:
    """A command: its word, the module whose `COMMANDS` hold it, and the line that help shows."""

    name: str
    module: str
    summary: Message


COMMANDS = (
    CommandDescriptor(
        "demo",
        "alternat.cli.demo",
        message("Write a filled example dialogue, print its documents and open it."),
    ),
    CommandDescriptor("new", "alternat.cli.dialogues", message("Make a new dialogue from a template.")),
    CommandDescriptor("info", "alternat.cli.dialogues", message("Tell what a dialogue holds.")),
    CommandDescriptor("meetings", "alternat.cli.meetings", message("List the meetings.")),
    CommandDescriptor(
        "meeting",
        "alternat.cli.meetings",
        message("Add, change or remove a meeting, or make the next one from it (new-edition)."),
    ),
    CommandDescriptor(
        "hosts", "alternat.cli.hosts", message("Tell which side hosts in which year, and why.")
    ),
    CommandDescriptor("dates", "alternat.cli.dates", message("Find dates that suit both sides.")),
    CommandDescriptor(
        "notice", "alternat.cli.calendars", message("Keep the official notices of days off up to date.")
    ),
    CommandDescriptor(
        "avoid", "alternat.cli.avoided_dates", message("Keep the dates that a side would rather avoid.")
    ),
    CommandDescriptor("tasks", "alternat.cli.checklist", message("List the checklist of a meeting.")),
    CommandDescriptor(
        "task",
        "alternat.cli.tasks",
        message("Add, change, tick off or remove tasks of a checklist."),
    ),
    CommandDescriptor(
        "countdown",
        "alternat.cli.countdown",
        message("Keep the countdown that the checklist of a new meeting starts with."),
    ),
    CommandDescriptor(
        "people", "alternat.cli.people", message("List the people, or a delegation in its order.")
    ),
    CommandDescriptor(
        "person", "alternat.cli.person", message("Add, change, order or remove people, one by one.")
    ),
    CommandDescriptor(
        "vacancy",
        "alternat.cli.vacancies",
        message("List or remove the places that are still to be filled."),
    ),
    CommandDescriptor(
        "delegation",
        "alternat.cli.delegation",
        message("Order a delegation, or raise the revision of the delegation lists."),
    ),
    CommandDescriptor("dialogue", "alternat.cli.sides", message("Change the name of the dialogue.")),
    CommandDescriptor("side", "alternat.cli.sides", message("List or change the names of a side.")),
    CommandDescriptor("terms", "alternat.cli.terms", message("List the texts of the terms of reference.")),
    CommandDescriptor(
        "term",
        "alternat.cli.terms",
        message("Add, change, order or remove texts and entities of the terms of reference."),
    ),
    CommandDescriptor(
        "subgroup",
        "alternat.cli.subgroups",
        message("Set up sub-groups on special topics, and record the consent of both sides."),
    ),
    CommandDescriptor(
        "topic",
        "alternat.cli.topics",
        message("Add topics by consultation, and say which are active and which meetings dealt with them."),
    ),
    CommandDescriptor(
        "guidance",
        "alternat.cli.guidance",
        message("Keep what existing dialogues ask of the co-chairs, and what they answer."),
    ),
    CommandDescriptor(
        "existing",
        "alternat.cli.existing",
        message("Keep existing dialogues, the officials who lead them, and their own meetings."),
    ),
    CommandDescriptor(
        "objective",
        "alternat.cli.objectives",
        message("Keep objectives with their due dates, the officials who lead them, and how they stand."),
    ),
    CommandDescriptor(
        "instrument",
        "alternat.cli.objectives",
        message("Keep the instruments at which objectives aim, their steps, and until when to speak."),
    ),
    CommandDescriptor(
        "outcome",
        "alternat.cli.outcomes",
        message("Keep what meetings agreed, who carries it out, and how far it has come."),
    ),
    CommandDescriptor(
        "note",
        "alternat.cli.progress_notes",
        message("Keep what is reported of outcomes and objectives."),
    ),
    CommandDescriptor(
        "venue",
        "alternat.cli.venues",
        message("Add, change, remove or list the venues of a meeting, and the ways between them."),
    ),
    CommandDescriptor(
        "room", "alternat.cli.rooms", message("Add, change, remove or list the rooms of a meeting.")
    ),
    CommandDescriptor(
        "session",
        "alternat.cli.sessions",
        message("Add, move, change, cancel or list the sessions of a meeting."),
    ),
    CommandDescriptor(
        "agenda",
        "alternat.cli.agendas",
        message(
            "Add, change, order or remove agenda items, name who speaks first, and prepare the next agenda."
        ),
    ),
    CommandDescriptor(
        "interpreter",
        "alternat.cli.interpreters",
        message("Keep the language pairs of interpreters, find who is free and assign them to sessions."),
    ),
    CommandDescriptor(
        "programme",
        "alternat.cli.programme",
        message("Publish the programme in revisions, and tell what has changed."),
    ),
    CommandDescriptor(
        "import",
        "alternat.cli.imports",
        message("Import people from a CSV or XLSX file, or another workbook."),
    ),
    CommandDescriptor(
        "search",
        "alternat.cli.search",
        message("Find words in all records, people and meetings, in any language."),
    ),
    CommandDescriptor(
        "text",
        "alternat.cli.texts",
        message("Check, agree and collate texts in three languages, and tell where they differ."),
    ),
    CommandDescriptor("print", "alternat.cli.documents", message("Print a document to a PDF file.")),
    CommandDescriptor(
        "export",
        "alternat.cli.exports",
        message("Write the programme for others, as calendar, workbook, CSV or web page, or the follow-up."),
    ),
    CommandDescriptor(
        "follow-up",
        "alternat.cli.follow_up",
        message("Read a workbook of the follow-up back, which “export” has written."),
    ),
    CommandDescriptor(
        "schema",
        "alternat.cli.schema",
        message("Write the JSON Schema of what the lists tell with --json."),
    ),
    CommandDescriptor(
        "releases",
        "alternat.cli.releases",
        message("List what was shared: files and prints, the latest first."),
    ),
    CommandDescriptor(
        "check", "alternat.cli.findings", message("Tell what is missing or doubtful before printing.")
    ),
    CommandDescriptor(
        "finding",
        "alternat.cli.finding_kinds",
        message("List the kinds of findings, and take one less seriously with a reason."),
    ),
    CommandDescriptor("undo", "alternat.cli.history", message("Take the last step back.")),
    CommandDescriptor("redo", "alternat.cli.history", message("Do again the step that was taken back last.")),
    CommandDescriptor("log", "alternat.cli.history", message("List the steps, the latest first.")),
    CommandDescriptor(
        "verify", "alternat.cli.files", message("Prove that a dialogue is as it was last written.")
    ),
    CommandDescriptor(
        "backup", "alternat.cli.backups", message("List, make or restore the backups of a dialogue.")
    ),
    CommandDescriptor(
        "purge",
        "alternat.cli.erasure",
        message("Erase the people who took part only in meetings before a day, for good."),
    ),
    CommandDescriptor(
        "password",
        "alternat.cli.passwords",
        message("Set, change or remove the password of a dialogue file."),
    ),
)
