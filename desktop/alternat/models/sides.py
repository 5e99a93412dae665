"""The two sides of the dialogue, each with its country, its names, its paper and its clock."""

import peewee as pw

from alternat.models.base import LabelField, Row, WordsField


class Side(Row):
    """One of the two sides; `code` is the ISO 3166 country code, such as `CA`."""

    code = pw.CharField(8, unique=True)
    number = pw.IntegerField()
    country = LabelField()
    formal_country = LabelField()
    side_name = LabelField()
    delegation_name = LabelField()
    capital = LabelField()
    dialogue_name = LabelField()
    """The dialogue's full name in the order that puts this side's country first."""
    time_zone = pw.CharField(60)
    paper = pw.CharField(10)
    languages = WordsField()
    """The languages of this side's own documents, first to last."""
    colour = pw.CharField(7)
    office_email = pw.CharField(200, default="")
    """The public address of the side's office, which calendars name as their sender; never a person's own."""
    co_chair_office = LabelField()
    co_chair_original = LabelField()
    """The office as the terms of reference name it."""
    co_chair_status = LabelField()
    """The status of each language of `co_chair_original`, as in `Provision.status`."""
