"""A message is a value: it compares, hashes and waits to be said."""

from alternat.language.messages import counted, mark, message


def test_messages_with_the_same_words_are_equal() -> None:
    assert message("Add {name}", name="a") == message("Add {name}", name="a")
    assert message("Add {name}", name="a") != message("Add {name}", name="b")
    assert len({message("Add"), message("Add"), message("Remove")}) == 2


def test_a_counted_message_carries_both_forms_and_its_count() -> None:
    found = counted("{count} person in {city}", "{count} people in {city}", 4, city="Ottawa")

    assert (found.template, found.plural, found.count) == (
        "{count} person in {city}",
        "{count} people in {city}",
        4,
    )
    assert dict(found.arguments) == {"count": 4, "city": "Ottawa"}


def test_marking_a_template_leaves_it_alone() -> None:
    assert mark("Nothing here.") == "Nothing here."
