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
    CommandDescriptor("meeting", "alternat.cli.meetings", message("Add, change or remove a meeting.")),
    CommandDescriptor(
        "people", "alternat.cli.people", message("List the people, or a delegation in its order.")
    ),
    CommandDescriptor(
        "person", "alternat.cli.person", message("Add, change, order or remove people, one by one.")
    ),
    CommandDescriptor("terms", "alternat.cli.terms", message("List the texts of the terms of reference.")),
    CommandDescriptor("term", "alternat.cli.terms", message("Change a text of the terms of reference.")),
    CommandDescriptor("import", "alternat.cli.imports", message("Import people from a CSV or XLSX file.")),
    CommandDescriptor("print", "alternat.cli.documents", message("Print a document to a PDF file.")),
    CommandDescriptor(
        "check", "alternat.cli.findings", message("Tell what is missing or doubtful before printing.")
    ),
    CommandDescriptor("undo", "alternat.cli.history", message("Take the last step back.")),
    CommandDescriptor("redo", "alternat.cli.history", message("Do again the step that was taken back last.")),
    CommandDescriptor("log", "alternat.cli.history", message("List the steps, the latest first.")),
    CommandDescriptor(
        "verify", "alternat.cli.files", message("Prove that a dialogue is as it was last written.")
    ),
    CommandDescriptor("backup", "alternat.cli.files", message("Back a dialogue up beside its file.")),
)
