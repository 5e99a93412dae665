"""The terms of the vocabulary that must agree in running text, without those that are everyday words."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from alternat.language.label import Label
from alternat.language.vocabulary import FEMININE, term
from alternat.planning.concordance.mentions import Kind
from alternat.planning.concordance.terms import Rendering

_CHECKED = (
    *("head-of-delegation", "deputy-head-of-delegation", "delegation", "co-chair", "designated-officer"),
    *("ambassador", "charge-d-affaires", "chief-of-protocol"),
    *("plenary", "sub-group", "opening-remarks", "closing-remarks", "signing-ceremony"),
    *("press-conference", "working-lunch", "working-breakfast", "official-dinner", "courtesy-call"),
    *("agenda", "terms-of-reference", "note-verbale", "joint-statement", "joint-communique"),
    *("treaty", "agreement", "memorandum-of-understanding", "outcome"),
)
"""Words of treaties, meetings and offices that mean one thing wherever they stand.

Left out is what official texts say freely: “talks”, “rank”, “host”, “door”, “draft”, “session” (réunion is
also a meeting), “objective” (an adjective too), “guidance” (sous la direction de), “summary record”.
"""

_ALSO: Mapping[str, tuple[Label, ...]] = MappingProxyType(
    {
        "head-of-delegation": (
            Label("head of the delegation", "chef de délégation", "团长"),
            Label("", "cheffe de délégation", "代表团长"),
            Label("", "chefs des délégations", ""),
            Label("", "chefs des deux délégations", ""),
        ),
        "deputy-head-of-delegation": (
            Label("deputy head of the delegation", "chef adjoint de délégation", "副团长"),
        ),
        "co-chair": (Label("", "coprésidence", "共同主持"), Label("", "coprésider", "联合主席")),
        "plenary": (Label("", "plénière", "全会"),),
        "sub-group": (Label("", "", "分组"), Label("", "", "小组")),
        "opening-remarks": (
            Label("opening statement", "allocution d’ouverture", "致开幕辞"),
            Label("opening address", "discours d’ouverture", "开幕致辞"),
            Label("opening speech", "déclaration d’ouverture", "开幕讲话"),
        ),
        "memorandum-of-understanding": (
            Label("MOU", "mémorandum d’entente", "备忘录"),
            Label("memorandum", "protocole", ""),
        ),
        "terms-of-reference": (Label("", "cadre de référence", ""),),
        "agreement": (Label("", "entente", "协议"), Label("", "convention", "同意"), Label("", "", "一致")),
        "treaty": (Label("", "", "公约"),),
        "outcome": (Label("", "", "结果"),),
        "delegation": (Label("", "", "团"),),
        "ambassador": (Label("", "", "使节"),),
        "joint-statement": (Label("", "communiqué commun", ""),),
        "joint-communique": (Label("joint communique", "", "联合公报"),),
    }
)
"""What correct texts also say for a term."""

_SHY: Mapping[str, Label] = MappingProxyType(
    {
        "agreement": Label("agreement", "accord", ""),
        "treaty": Label("", "traité", ""),
        "terms-of-reference": Label("", "mandat", ""),
        "outcome": Label("", "résultat", ""),
        "agenda": Label("", "", "议程"),
        "co-chair": Label("", "coprésider", ""),
        "memorandum-of-understanding": Label("memorandum", "protocole", ""),
    }
)
"""Forms that are everyday words as well: « d’un commun accord », « affaires traitées »."""

_SHY_ALSO = frozenset(
    {"entente", "convention", "协议", "同意", "一致", "公约", "结果", "团", "使节", "分组", "小组", "备忘录"}
    | {"coprésidence", "共同主持", "团长", "副团长", "cadre de référence", "communiqué commun"}
)


@cache
def glossary_renderings() -> tuple[Rendering, ...]:
    """Return the terms of `resources/vocabulary.json` that texts of a dialogue are checked for.

    They go into `Terms.of` together with the people, offices and entities of the dialogue.
    """
    return tuple(_rendering(key) for key in _CHECKED)


def _rendering(key: str) -> Rendering:
    also = _ALSO.get(key, ())
    accepted = tuple(dict.fromkeys((term(key), term(key, FEMININE), *also)))
    shy = tuple(_shy_of(each) for each in also)
    return Rendering(Kind.TERM, accepted, shy=(_SHY.get(key, Label()), *shy))


def _shy_of(label: Label) -> Label:
    texts = {language: text for language, text in label.as_mapping().items() if text in _SHY_ALSO}
    return Label.from_mapping(texts)
