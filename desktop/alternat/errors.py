"""The one ancestor of everything that can go wrong in a way a person can act on."""


class AlternatError(Exception):
    """Something went wrong that the person at the desk can understand and act on.

    Each leaf class stands beside the code that raises it and sets `template`: a translatable sentence that
    says what happened, where, and what to do; one whose sentence depends on what it is about sets it for the
    error. `arguments` fill its placeholders. The window and the command line translate with
    `Catalog.say_error`; `str(error)` is the source text, for the log.
    """

    template: str = ""

    def __init__(self, **arguments: object) -> None:
        super().__init__(self.template.format(**arguments))
        self.arguments = arguments
