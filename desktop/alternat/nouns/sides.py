"""The two sides of the dialogue, each with its country, its names, its paper and its clock."""

from alternat.language.label import Language
from alternat.language.messages import mark, message
from alternat.nouns.kinds import Listed, Text, Texts, Words
from alternat.nouns.noun import PUBLIC, Field, Noun
from alternat.nouns.paper import Paper

SIDE = Noun(
    table="side",
    named=mark("the side {name}"),
    many=mark("sides"),
    unknown=mark("There is no side “{name}”. The sides are: {choices}."),
    kept=("code", "number", "co_chair_original", "co_chair_status"),
    found_by=("code",),
    ordered_by=("number",),
    called_by="country",
    fields=(
        Field("country", Texts(), message("country"), PUBLIC, message("The country.")),
        Field(
            "formal_country",
            Texts(),
            message("formal name of the country"),
            PUBLIC,
            message("The formal name of the country."),
        ),
        Field(
            "side_name",
            Texts(),
            message("name of the side"),
            PUBLIC,
            message("What the side is called, such as the Canadian side."),
        ),
        Field(
            "delegation_name",
            Texts(),
            message("name of the delegation"),
            PUBLIC,
            message("What its delegation is called, such as the Canadian delegation."),
        ),
        Field("capital", Texts(), message("capital"), PUBLIC, message("The capital.")),
        Field(
            "dialogue_name",
            Texts(),
            message("name of the dialogue"),
            PUBLIC,
            message("The name of the dialogue that puts this side’s country first."),
        ),
        Field(
            "languages",
            Words(Language),
            message("languages of the documents"),
            PUBLIC,
            message("The languages of the side’s papers, first to last, such as fr,en,zh."),
            is_needed=True,
        ),
        Field("time_zone", Text(60, is_code=True), message("time zone"), PUBLIC, is_needed=True),
        Field("paper", Listed(Paper), message("paper"), PUBLIC, is_needed=True),
        Field("colour", Text(7, is_code=True), message("colour"), PUBLIC, is_needed=True),
        Field(
            "office_email",
            Text(200, is_address=True),
            message("public address of the office"),
            PUBLIC,
            message("The public address of the side’s office, which calendars name as their sender."),
        ),
        Field(
            "co_chair_office",
            Texts(),
            message("office of the co-chair"),
            PUBLIC,
            message("The office that the side’s co-chair holds."),
        ),
    ),
)
