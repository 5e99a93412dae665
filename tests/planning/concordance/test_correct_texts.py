"""Correct texts raise no alarm: those that are shipped, and what kills such checkers elsewhere."""

import random
from datetime import date, time, timedelta

import pytest

from alternat.language.formats import clock, date_span, long_date, number, ordinal, plain_date
from alternat.language.label import Language
from tests.planning.concordance.texts import labels_of, terms, told

EN, FR, ZH = Language
NNBSP = "\u202f"


@pytest.mark.parametrize(
    "parts", [("templates", "canada-china.json"), ("demo", "dialogue.json"), ("vocabulary.json",)]
)
def test_shipped_texts_agree(parts: tuple[str, ...]) -> None:
    among, texts = terms(), list(labels_of(*parts))
    assert len(texts) > 50
    assert [each for text in texts for each in told(text.en, text.fr, text.zh, among)] == []


@pytest.mark.parametrize(
    ("en", "fr", "zh"),
    [
        ("12,500 people", "12 500 personnes", "12500人"),
        ("12,500 people", f"12{NNBSP}500 personnes", "1.25万人"),
        ("12 500 people", "12\u00a0500 personnes", "一万二千五百人"),
        ("3.5 million dollars", "3,5 millions de dollars", "350万元"),
        ("$1.2 billion", "1,2 milliard de dollars", "12亿元"),
        ("$3.5M", "3,5 M$", "350万元"),
        ("120 million tonnes", "120 millions de tonnes", "1亿2000万吨"),
        ("two trillion", "deux billions", "2万亿"),
        ("5 per cent", "5\u00a0%", "百分之五"),
        ("5% to 10%", "de 5 à 10 %", "5%至10%"),
        ("0.5 percent", "0,5 pour cent", "0.5％"),
        ("5 percentage points", "5 points de pourcentage", "5个百分点"),
        ("Two thirds of the cases", "Les deux tiers des affaires", "三分之二的案件"),
        ("One hundred and twenty officers", "Cent vingt agents", "一百二十名警员"),
        ("Twenty-one cases", "Vingt et une affaires", "二十一起案件"),
        ("ninety-seven requests", "quatre-vingt-dix-sept demandes", "97项请求"),
        ("Room １２", "Salle 12", "１２号会议室"),
        ("the 1st and the 2nd meeting", "la 1re et la 2e réunion", "第一次和第二次会议"),
        ("the first meeting", "la première réunion", "首次会议"),
        ("the third meeting", "la troisième réunion", "第3次会议"),
        ("the 21st century", "le XXIe siècle", "二十一世纪"),
        ("Section IV", "Section IV", "第四部分"),
        ("The two sides agreed unanimously.", "Les deux parties en sont convenues.", "双方一致同意。"),
        (
            "Both sides took one another further.",
            "Chacune des parties a fait un pas.",
            "双方进一步统一认识。",
        ),
        ("No one may take a position.", "Nul ne peut prendre position.", "任何一方不得单独表态。"),
        ("The first thing is trust.", "Il faut un climat de confiance.", "信任最为重要，十分重要。"),
        ("a second vehicle seconds the motion", "un véhicule de plus", "另一辆车"),
        ("The Prime Minister spoke.", "Le premier ministre a pris la parole.", "总理讲话。"),
        ("a new building", "un édifice neuf", "一座新建筑"),
        ("every six months", "tous les six mois", "每半年"),
        ("quarterly reports", "rapports trimestriels", "每季度的报告"),
        ("every three months", "chaque trimestre", "每季度"),
        ("three-year term", "mandat triennal", "任期三年"),
        ("a dozen experts, 12 in all", "une douzaine d’experts, 12 en tout", "十二名专家"),
        ("third parties", "les tiers", "第三方"),
        ("several hundred people", "plusieurs centaines de personnes", "数百人"),
        ("dozens of cases", "des dizaines d’affaires", "几十起案件"),
        ("three or four days", "trois ou quatre jours", "三四天"),
        ("COVID-19", "la COVID-19", "新冠疫情"),
        ("the G20 and Bill C-59", "le G20 et le projet de loi C-59", "二十国集团和C-59号法案"),
        ("Sichuan, Sanya and the Pentagon", "Le Sichuan, Sanya et le Pentagone", "四川、三亚和五角大楼"),
        ("the Belt and Road", "la Ceinture et la Route", "一带一路"),
        ("on Saturday and Wednesday", "le samedi et le mercredi", "星期六和周三"),
        ("Four Seasons Hotel in Ottawa", "À Ottawa, l’hôtel Four Seasons", "渥太华四季酒店"),
        ("in 2027-28", "en 2027-2028", "2027至2028年"),
        ("2026–2030", "2026-2030", "2026年至2030年"),
        ("May assessments be exchanged?", "Peut-on échanger les évaluations?", "可否交换评估？"),
        ("in May", "en mai", "5月"),
        ("by June 2027", "d’ici juin 2027", "2027年6月前"),
        ("12 June 2027", "le 12 juin 2027", "二〇二七年六月十二日"),
        ("June 12th, 2027", "le 12 juin 2027", "2027-06-12"),
        ("06/12/2027", "le 12 juin 2027", "2027年6月12日"),
        ("June 1, 2027", "le 1er juin 2027", "2027年6月1日"),
        ("June 12, 13 and 14, 2027", "les 12, 13 et 14 juin 2027", "2027年6月12日、13日和14日"),
        ("on June 12 (in 2027)", "le 12 juin 2027", "2027年6月12日"),
        ("at 2:30 p.m.", "à 14 h 30", "下午2时30分"),
        ("at 9 a.m.", "à 9 h", "上午9时"),
        ("at noon", "à midi", "中午12时"),
        ("three aspects", "trois volets", "三个方面"),
        ("section 2.3.1", "la section 2.3.1", "第2.3.1节"),
    ],
)
def test_the_same_said_otherwise_is_no_difference(en: str, fr: str, zh: str) -> None:
    assert [(each.kind, each.key) for each in told(en, fr, zh)] == []


@pytest.mark.parametrize(
    ("en", "fr", "zh"),
    [
        (
            "The meeting opens at 9:00 and closes at 17:30; lunch is at 12:15.",
            "La réunion s’ouvre à 9 h et se termine à 17 h 30; le déjeuner est à 12 h 15.",
            "会议9时开始，17时30分结束；午餐12时15分。",
        ),
        (
            "Half of the requests were answered in under two weeks.",
            "La moitié des demandes ont reçu une réponse en moins de deux semaines.",
            "半数请求在两周内得到答复。",
        ),
        (
            "In the first half of 2027, the third quarter excepted",
            "Au premier semestre de 2027, hormis le troisième trimestre",
            "2027年上半年，第三季度除外",
        ),
        (
            "From the second to the fifth paragraph; see paragraphs 2(a) and 3(b).",
            "Du deuxième au cinquième paragraphe; voir les alinéas 2a) et 3b).",
            "第二款至第五款；见第2款第（一）项和第3款第（二）项。",
        ),
        (
            "Over the past five decades and 50th anniversary, 1970-2020",
            "Au cours des cinq dernières décennies et 50e anniversaire, 1970-2020",
            "过去五十年、建交50周年，1970—2020年",
        ),
        (
            "a population of 40 million and one of 1.4 billion",
            "une population de 40 millions et une autre de 1,4 milliard",
            "4000万人口与14亿人口",
        ),
        (
            "The 12 experts (6 from each side) met on June 12–14.",
            "Les 12 experts (6 de chaque partie) se sont réunis du 12 au 14 juin.",
            "12名专家（双方各6名）于6月12日至14日举行会议。",
        ),
        ("early 2027", "début 2027", "2027年初"),
        ("the 2020s", "les années 2020", "21世纪20年代"),
        ("24/7 point of contact", "point de contact 24 heures sur 24, 7 jours sur 7", "全天候联络点"),
        ("in the last ten days of May 2027", "dans les dix derniers jours de mai 2027", "2027年5月下旬"),
        ("the 20th National Congress", "le XXe Congrès national", "二十大"),
        ("twelve months", "un an", "一年"),
        ("24 months", "deux ans", "两年"),
        ("a hundred-odd people", "une centaine de personnes", "一百多人"),
        ("from 9 to 11 a.m.", "de 9 h à 11 h", "上午9时至11时"),
        ("tens of thousands of people", "des dizaines de milliers de personnes", "数万人"),
        ("1.5 times", "1,5 fois", "1.5倍"),
        ("over 2 million", "plus de deux millions", "200多万"),
        ("the Group of Seven", "le Groupe des Sept", "七国集团"),
        ("nearly doubled", "a presque doublé", "几乎翻了一番"),
        (
            "President Xi Jinping met the Prime Minister in January 2026.",
            "Le président Xi Jinping a rencontré le premier ministre en janvier 2026.",
            "2026年1月，习近平主席会见总理。",
        ),
        (
            "a four-point plan and a ten-year visa",
            "un plan en quatre points et un visa de dix ans",
            "四点计划和十年签证",
        ),
        ("$45,600", "45 600 $", "4.56万加元"),
        ("Phone: 613-555-0142", "Téléphone : 613-555-0142", "电话：613-555-0142"),
        ("three-fold", "trois volets", "三重"),
        ("Five of the cases", "Cinq des affaires", "其中五起"),
        ("one in five", "une personne sur cinq", "五分之一"),
        (
            (
                "Article 3 of the 1973 Trade Agreement, extended for three years by exchange of notes "
                "of 19 October 1976."
            ),
            (
                "L’article 3 de l’Accord commercial de 1973, prorogé pour trois ans par échange de not"
                "es du 19 octobre 1976."
            ),
            "1973年贸易协定第三条，经1976年10月19日换文延长三年。",
        ),
        (
            "Either side may terminate this Memorandum by giving six months' written notice.",
            (
                "L’une ou l’autre des parties peut dénoncer le présent mémorandum moyennant un préavis"
                " écrit de six mois."
            ),
            "任何一方可提前六个月书面通知终止本备忘录。",
        ),
        (
            (
                "Done in duplicate at Ottawa this 12th day of June 2027, in the English, French and Ch"
                "inese languages, the three texts being equally authentic."
            ),
            (
                "Fait en double exemplaire à Ottawa, ce 12e jour de juin 2027, en langues anglaise, fr"
                "ançaise et chinoise, les trois textes faisant également foi."
            ),
            "本备忘录于二〇二七年六月十二日在渥太华签订，一式两份，每份均用英文、法文和中文写成，三种文本同等作准。",
        ),
        (
            (
                "The two sides held the first round of consultations in Beijing from 14 to 16 March 20"
                "26 and agreed to hold the second in Ottawa within 90 days."
            ),
            (
                "Les deux parties ont tenu la première série de consultations à Beijing du 14 au 16 ma"
                "rs 2026 et sont convenues de tenir la deuxième à Ottawa dans les 90 jours."
            ),
            "双方于2026年3月14日至16日在北京举行第一轮磋商，并商定90天内在渥太华举行第二轮磋商。",
        ),
        (
            (
                "More than 1,200 cases of telephone fraud were handled, with losses of CAN$45.6 millio"
                "n, up 12.5% over the previous year."
            ),
            (
                "Plus de 1 200 affaires de fraude téléphonique ont été traitées, pour des pertes de 45"
                ",6 millions de dollars canadiens, en hausse de 12,5 % par rapport à l’année précédent"
                "e."
            ),
            "共处理电信诈骗案件1200余起，损失4560万加元，比上年增长12.5%。",
        ),
        (
            ("Pursuant to Resolution 1373 (2001) of the Security Council and the Vienna Convention of 1963"),
            (
                "En application de la résolution 1373 (2001) du Conseil de sécurité et de la Conventio"
                "n de Vienne de 1963"
            ),
            "根据安全理事会第1373（2001）号决议和1963年《维也纳公约》",
        ),
        (
            (
                "Each party shall designate one contact point within 30 days of the entry into force o"
                "f this Agreement."
            ),
            (
                "Chaque partie désigne un point de contact dans les 30 jours suivant l’entrée en vigue"
                "ur du présent accord."
            ),
            "各方应于本协定生效之日起三十日内指定一个联络点。",
        ),
    ],
)
def test_official_sentences_raise_no_alarm(en: str, fr: str, zh: str) -> None:
    assert [(each.kind, each.key) for each in told(en, fr, zh, terms())] == []


EN_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
EN_UNITS += ["sixteen", "seventeen", "eighteen", "nineteen"]
EN_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FR_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
FR_UNITS += ["dix-sept", "dix-huit", "dix-neuf"]
FR_TENS = [
    "_",
    "_",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
]


def english(value: int) -> str:
    if value >= 1000:
        rest = f" {english(value % 1000)}" if value % 1000 else ""
        return f"{english(value // 1000)} thousand{rest}"
    if value >= 100:
        return f"{english(value // 100)} hundred" + (f" and {english(value % 100)}" if value % 100 else "")
    if value < 20:
        return EN_UNITS[value]
    return EN_TENS[value // 10] + (f"-{EN_UNITS[value % 10]}" if value % 10 else "")


def french(value: int) -> str:
    if value >= 1000:
        head = "mille" if value < 2000 else f"{french(value // 1000)} mille"
        return head + (f" {french(value % 1000)}" if value % 1000 else "")
    if value >= 100:
        head = "cent" if value < 200 else f"{french(value // 100)} cent"
        return f"{head} {french(value % 100)}" if value % 100 else head + "s" * (value >= 200)
    if value < 20:
        return FR_UNITS[value]
    tens = value // 10
    units = value % 10 + (10 if tens in {7, 9} else 0)
    if not units:
        return FR_TENS[tens] + "s" * (tens == 8)
    joint = " et " if units in {1, 11} and tens < 8 else "-"
    return f"{FR_TENS[tens]}{joint}{FR_UNITS[units]}"


def chinese(value: int) -> str:
    digits, text, gap = "零一二三四五六七八九", "", False
    for unit, sign in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        count = value // unit % 10
        if count:
            text += ("零" if gap and text else "") + digits[count] + sign
            gap = False
        else:
            gap = True
    return text


@pytest.mark.parametrize("value", range(3, 100))
def test_every_small_number_is_read_in_words(value: int) -> None:
    assert told(f"{value} cases", f"{french(value)} affaires", f"{chinese(value)}起案件") == ()
    assert told(f"{english(value)} cases", f"{value} affaires", f"{value}起案件") == ()


@pytest.mark.parametrize("seed", range(200))
def test_numbers_written_in_each_language_are_equal(seed: int) -> None:
    chance = random.Random(seed)
    value, words = chance.randrange(3, 10**9), chance.randrange(21, 99_999)
    tenths = chance.randrange(11, 99_999) / 10
    en = f"In all {number(value, EN)} people, {english(words)} rooms and {number(tenths, EN)} hectares."
    fr = f"En tout {number(value, FR)} personnes, {french(words)} salles et {number(tenths, FR)} hectares."
    zh = f"共{number(value, ZH)}人，{chinese(words)}个房间，{number(tenths, ZH)}公顷。"
    assert told(en, fr, zh) == ()
    other = told(en, fr, zh.replace(number(value, ZH), number(value + 1, ZH)))
    assert [(each.odd, each.there and each.there.words) for each in other] == [(ZH, number(value + 1, ZH))]


@pytest.mark.parametrize("seed", range(200))
def test_dates_and_times_written_in_each_language_are_equal(seed: int) -> None:
    chance = random.Random(seed)
    day = date(2020, 1, 1) + timedelta(chance.randrange(9_000))
    end = day + timedelta(chance.randrange(1, 70))
    at, turn = time(chance.randrange(24), chance.choice((0, 5, 30))), chance.randrange(1, 60)

    def text(language: Language, first: date) -> str:
        said = (
            *(plain_date(first, language), long_date(day, language), date_span(day, end, language)),
            *(clock(at, language), ordinal(turn, language)),
        )
        return "; ".join(said)

    assert told(text(EN, day), text(FR, day), text(ZH, day)) == ()
    wrong = told(text(EN, day), text(FR, day + timedelta(400)), text(ZH, day))
    assert [each.here.words for each in wrong][:1] == [plain_date(day, EN)] or wrong[0].odd is FR
