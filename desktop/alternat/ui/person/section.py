"""A part of the inspector of people: it shows a record, and finds the control of a field."""

from PySide6.QtWidgets import QWidget

from alternat.ui.parts.inspector.section import Section
from alternat.ui.person.record import Record


class RecordSection(Section):
    """A heading with rows below it; `show_record` fills the rows."""

    def show_record(self, record: Record, *, is_other: bool) -> None:
        """Show a record; `is_other` tells that it is another person than before."""
        raise NotImplementedError

    def control(self, field: str) -> QWidget | None:
        """Return the control of a field such as `position.fr`, or nothing where it stands elsewhere."""
        del field
        return None
