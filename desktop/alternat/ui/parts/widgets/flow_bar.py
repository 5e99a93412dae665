"""A bar of controls that goes on in a second line where the text is too large for one."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from alternat.ui.look.tokens import Space
from alternat.ui.parts.widgets.flow import FlowLayout


class FlowBar(QWidget):
    """Controls side by side in their own width, line by line."""

    def __init__(self, *controls: QWidget) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, Space.S)
        for control in controls:
            flow.addWidget(control)
