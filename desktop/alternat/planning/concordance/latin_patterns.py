"""What numbers, dates and times look like in English and in French: one pattern for each language."""

from alternat.planning.concordance.figure_forms import FISCAL, ISO, SLASH, YEAR, alternatives
from alternat.planning.concordance.numerals import (
    ENGLISH_CARDINAL,
    ENGLISH_ORDINAL,
    ENGLISH_SMALL,
    FRENCH_CARDINAL,
    FRENCH_ORDINAL,
    FRENCH_SMALL,
)
from alternat.planning.concordance.periods import english_periods, french_periods
from alternat.planning.concordance.recurring import english_often, french_often

_ALWAYS = (
    r"(?P<always>24\sheures\ssur\s24|24\shours\sa\sday)"
    r"|(?P<skip>24/7|7\sjours\ssur\s7|(?:7|seven)\sdays\sa\sweek|\d{2,3}0s\b|(?<=années )\d{2,4}"
    r"|(?i:premi(?:er|ère)s?\sministres?|first\snations?|premières\snations)|\bà\sla\sfois\b)"
)
"""Figures that say no number: around the clock, decades such as the 2020s, a premier ministre."""
_EN_SIDES = (
    r"(?P<sides>\b(?:(?i:the\stwo|both)|two)\s(?:respective\s)?"
    r"(?:sides|parties|countries|governments|nations|peoples|states|capitals)\b)"
)
_FR_SIDES = (
    r"(?P<sides>\b(?i:(?:les\s|des\s|aux\s)?deux)\s(?:parties|pays|gouvernements|nations|peuples|états|capitales|côtés"
    r"|parts)\b)"
)
"""Those who talk to each other, whom one language counts and another calls by name."""


_EN_SCALE = "hundred|thousand|million|billion|trillion"
_EN_SPOKEN = (
    r"(?P<spoken>\b(?P<sp_w>(?i:half|quarter))[\s-](?P<sp_to>past|to)\s(?P<sp_h>\d\d?|[a-z]+)\b"
    r"|\b(?P<sp_h2>\d\d?|[a-z]{3,6})\so'clock\b|\b(?P<sp_n>(?i:noon|midday|midnight))\b)"
)
_EN_HALVED = (
    r"(?P<halved>\b(?i:half)[\s-](?:an?\s|of\san?\s)?(?P<ha_u>million|billion|thousand|minute|hour|day|week|month"
    r"|year|decade|century)\b|\b(?P<ha_n>(?i:an?|one))[\s-](?P<ha_u2>year|month|week|day|hour|decade|century)"
    r"(?P<ha_more>[\s-]and[\s-]a[\s-]half)?(?!\s?-?(?:old|long\sago)|\w)"
    rf"|\b(?P<ha_c>(?i:{ENGLISH_SMALL})|\d+)(?:\sand\sa\s|-and-a-)half\s(?P<ha_s>{_EN_SCALE})\b"
    r"|\b(?:the\s)?(?:past|last|next|coming)\s(?P<ha_u3>decade|century)\b"
    r"|\ba\s(?P<ha_f>fortnight)\b|\b(?P<ha_half>(?i:half))(?=\s(?:of|the|all)\b))"
)
_EN_CLOCK = (
    r"(?P<clock>(?<![\d:])(?P<h>\d\d?)(?:[:.](?P<min>\d\d)(?![\d:])(?:(?<=:\d\d)|(?=\s?[ap]\.?m\b))"
    r"(?:\s?(?P<ap>[ap])\.?m\b)?"
    r"|\s?(?P<ap2>[ap])\.?m\b"
    r"|(?=\s?(?:-|to|and|until)\s?\d\d?(?::\d\d)?\s?(?P<ap3>[ap])\.?m\b))\.?)"
)
_EN_FIGURES = (
    r"(?P<figures>(?<!\d)(?P<n>\d{1,3}(?:[,\s]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*)"
    rf"(?P<nth>st|nd|rd|th)?(?:(?:[\s-](?P<scale>{_EN_SCALE})|(?P<short>[MB]))\b)?"
    r"(?P<percent>\s?%|\sper\s?cent(?:age)?\b)?)"
)
_EN_FOLD = (
    r"(?P<fold>\b(?i:(?P<x2>doubl(?:ed|es|ing)?|twofold|two-fold|duplicate)"
    r"|(?P<x3>tripl(?:ed|es|ing)|trebled|threefold|triplicate)"
    r"|(?P<x4>quadrupl(?:ed|es|ing)|fourfold|quadruplicate))\b)"
)
_EN_ONCE = (
    r"(?P<once>\b(?i:(?P<o1>(?<!at\s)once(?=[.,;)]|\s(?:since|during|between|only|so\sfar|before)\b|\Z))"
    r"|(?P<o2>twice)|(?P<o3>thrice))\b)"
)
_EN_PART = (
    r"(?P<part>\b(?P<of>(?i:one|two|three|a))[\s-](?P<parts>half|halves|thirds?|quarters?|fifths?)"
    r"(?=\sof\b|s\b|\b(?<!a\sthird)(?<!a\squarter)(?<!a\shalf)(?<!a\sfifth)))"
)
_FR_SPOKEN = (
    r"(?P<spoken>(?<!-)\b(?P<sp_n>(?i:midi|minuit))(?:\s(?:(?P<sp_w>et\sdemie?)|(?P<sp_q>et\squart)"
    rf"|(?P<sp_m>trente|quinze|quarante-cinq|\d\d)))?\b|\b(?P<sp_h>\d\d?|(?i:{FRENCH_SMALL}))\sheures?"
    r"(?:\s(?:(?P<sp_w2>et\sdemie)|(?P<sp_q2>et\squart)|(?P<sp_m2>trente|quinze|quarante-cinq|\d\d)))?\b)"
)
_FR_HALVED = (
    r"(?P<halved>\b(?i:une?|deux|trois|la|le|l')[\s]?demi-(?P<ha_u>million|milliard|heure|journée|semaine|an|année|siècle)\b"
    rf"|\b(?P<ha_c>(?i:{FRENCH_SMALL})|\d+)\s(?P<ha_s>millions?|milliards?)\set\sdemi\b"
    r"|\b(?:la\s)?(?P<ha_u3>dernière\sdécennie|prochaine\sdécennie|décennie\sécoulée)\b"
    r"|\bune\s(?P<ha_f>quinzaine\sde\sjours)\b|\bdans\sl(?:e\s|a\s|')(?P<ha_w>mois|année|semaine|heure)(?=\s(?:suivant|qui)\b)|\b(?P<ha_half>(?i:la\smoitié|moitié))\b)"
)
_FR_CLOCK = r"(?P<clock>(?<![\d:])(?P<h>\d\d?)(?::(?P<min>\d\d)(?![\d:])|\s?h(?:\s?(?P<min2>\d\d))?(?!\w)))"
_FR_FIGURES = (
    r"(?P<figures>(?<!\d)(?P<n>\d{1,3}(?:[\s]\d{3})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+){2,}|\d+(?:[.,]\d+)?)"
    r"(?:(?P<nth>(?:er|ère|re|ème|e|nd|nde)s?)\b)?"
    r"(?:\s(?P<scale>mille|millions?|milliards?|billions?)\b|\s?(?P<short>[kMG])(?=\$))?"
    r"(?P<percent>\s?%|\s(?:pour\scent|p\.\s?100|p\.\s?cent)|\spoints?\sde\spourcentage)?)"
)
_FR_FOLD = (
    r"(?P<fold>\b(?i:(?P<x2>doubl(?:e|es|é|ée|és|er|ant)|double\sexemplaire)"
    r"|(?P<x3>tripl(?:e|é|ée|és|er|ant)|triple\sexemplaire)|(?P<x4>quadrupl(?:e|é|ée|és|er)))(?!\w))"
)
_FR_ONCE = (
    r"(?P<once>\b(?i:(?P<o1>une\sfois(?=[.,;)]|\s(?:depuis|pendant|durant|avant|entre|au\scours)\b|\Z))"
    r"|une\sfois))"
)
_FR_PART = (
    r"(?P<part>\b(?P<of>(?i:un|deux|trois|le))[\s-](?P<parts>tiers|quarts?|cinquièmes?)"
    r"(?=\s(?:de|du|d')|\b(?<!le\stiers)(?<!le\squart)(?<!le\scinquième)))"
)


def english_pattern() -> str:
    """Return the pattern of what an English figure is; the name of the outer group says which form."""
    full = "January February March April May June July August September October November December"
    short = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
    names = (*full.split(), *short.split())
    month = rf"(?:{'|'.join((*names, *(name.upper() for name in names)))})\.?(?![a-zA-Z])"
    day = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\dA-Za-z]))"
    in_words = r"two\sthousand(?:\sand)?(?:\s[a-z]+(?:-[a-z]+)?)?"
    listing = r"(?:\s?-\s?|,\s(?:and\s)?|\s(?:to|and|through|until)\s)"
    more = rf"(?:\s?-\s?{day})?(?:(?:{listing}{day})+(?=,?\s{YEAR}))?"
    often, often_words = english_often()
    periods, period_words = english_periods(month)
    return alternatives(
        (
            _ALWAYS,
            *often,
            *periods,
            _EN_SPOKEN,
            _EN_HALVED,
        ),
        (
            ISO,
            SLASH,
            FISCAL,
            rf"(?P<dmy>\b(?P<d2>{day}(?:{listing}{day})*)\s(?:day\s)?(?:of\s)?(?P<m2>{month})(?:,?\s(?P<y2>{YEAR}))?)",
            _EN_CLOCK,
            _EN_FIGURES,
        ),
        (
            *often_words,
            *period_words,
            _EN_SIDES,
            (
                rf"(?P<formal>\b(?P<fd>(?i:{ENGLISH_ORDINAL}))\s(?:day\s)?of\s(?P<fm>{month})"
                rf"(?:,?\s(?:(?P<fy>{YEAR})|(?P<fw>{in_words})\b))?)"
            ),
            rf"(?P<mdy>(?=[A-Z])(?P<m1>{month})\s(?P<d1>{day}{more})(?![.,]\d)(?:,?\s(?P<y1>{YEAR}))?)",
            rf"(?P<my>(?=[A-Z])(?P<m3>{month})\s(?:of\s)?(?P<y3>{YEAR}))",
            rf"(?P<month>\b{month})",
            _EN_FOLD,
            _EN_ONCE,
            _EN_PART,
            r"(?P<roman>\b(?P<rn>[IVX]+)\b)",
            rf"(?P<words>\b(?i:(?P<w>{ENGLISH_ORDINAL}|{ENGLISH_CARDINAL}))\b(?P<wpc>\sper\s?cent\b)?)",
        ),
    )


def french_pattern() -> str:
    """Return the pattern of what a French figure is; the name of the outer group says which form."""
    month = (
        r"(?i:janvier|janv\.|février|fevrier|févr\.|mars|avril|avr\.|mai|juin|juillet|juill?\.|août|aout"
        r"|septembre|sept\.|octobre|oct\.|novembre|nov\.|décembre|decembre|déc\.)(?!\w)"
    )
    words = (
        rf"(?:premier|{FRENCH_SMALL}|(?:vingt|trente)(?:-et-|\set\s|-)(?:une?|deux|trois|cinq|six|sept|huit|neuf)"
        r"|treize|quatorze|dix-(?:sept|neuf))"
    )
    in_words = r"deux\smille(?:[\s-](?:vingt|trente|quarante|cinquante)(?:(?:-et-|\set\s|-)[a-z]+)?)?"
    day = r"(?:1er|premier|\d{1,2}e(?=\sjour)|(?:0?[1-9]|[12]\d|3[01]))(?!\w)"
    listing = r"(?:\s?-\s?|,\s|\s(?:au|et)\s(?:le\s)?)"
    often, often_words = french_often()
    periods, period_words = french_periods(month)
    return alternatives(
        (
            _ALWAYS,
            *often,
            *periods,
            rf"(?P<dmy>\b(?P<d2>{day}(?:{listing}{day})*)\s(?:jour\s)?(?:de\s|d')?(?P<m2>{month})(?:\s(?P<y2>{YEAR}))?)",
            _FR_SPOKEN,
            _FR_HALVED,
        ),
        (
            ISO,
            SLASH,
            FISCAL,
            _FR_CLOCK,
            _FR_FIGURES,
        ),
        (
            *often_words,
            *period_words,
            _FR_SIDES,
            (
                rf"(?P<formal>\b(?P<fd>(?i:{words}|{FRENCH_ORDINAL}))\s(?:jour\s(?:de\s|d'|du\smois\sde\s))?(?P<fm>{month})"
                rf"(?:\s(?:(?P<fy>{YEAR})|(?P<fw>{in_words})))?)"
            ),
            rf"(?P<my>\b(?P<m3>{month})\s(?P<y3>{YEAR}))",
            rf"(?P<month>\b{month})",
            _FR_PART,
            _FR_FOLD,
            _FR_ONCE,
            rf"(?P<words>\b(?i:(?P<w>{FRENCH_ORDINAL}|{FRENCH_CARDINAL}))\b(?P<wpc>\spour\scent\b)?)",
            r"(?P<century>\b(?P<ce>[XVI]+)e)(?!\w)",
            r"(?P<roman>\b(?P<rn>[IVX]+)\b)",
        ),
    )
