"""Groups of Dutch words by the names that the signals have for them."""

NAMES = {
    "OFFER": (
        r".*\s(kunnen|mogen|willen)(?!\s(zijn|komen|kloppen|liggen))(?!\S)"
        r" .*\s(meekunnen|meegaan|meekomen|moeten|helpen|schelen|werken)(?!\S)"
        r" .*\s((USEFUL)\szijn|(voor|bij|met)\s(YOU))(?!\S)"
    ),
    "YOU": "je jij jou jullie u",
    "THEY": "hij ze zij het dat de er die wat is ben was",
    "THAT": "dat het dit",
    "CAN": "kan kun kunt kunnen",
    "COULD": "zou zouden",
    "MUST": "moet moeten",
    "WANT": "wil wilt willen",
    "HAVE": "heb hebt hebben",
    "AM": "ben bent zijn",
    "FEEL": "voel voelt voelde voelden voelen",
    "FIND": "vind vindt vond vinden vonden",
    "GO": "ga gaat gaan",
    "ORDER": (
        "bel praat mail zoek neem zet geef laat doe maak schrijf kijk zorg stuur vraag spreek wees blijf ga"
    ),
    "EVER": "al eens weleens ooit ook",
    "KIN": (
        "man vrouw zoon dochter kind kinderen partner moeder vader ouders school jongste oudste zonen zoons "
        "dochters zoontje dochtertje zus zusje broer broertje oma opa tante oom nicht neef nichtje neefje ex "
        "vriend vriendin vriendje vriendinnetje buurvrouw buurman collega juf meester leraar lerares mentor "
        "docent directeur"
    ),
    "ODD": (
        "terecht gek raar stom zielig oneerlijk herkenbaar logisch belachelijk schandalig begrijpelijk "
        "gelukkig bizar ingewikkeld onhandig"
    ),
    "SAD": (
        "erg vervelend jammer naar rot heftig vreselijk verschrikkelijk afschuwelijk zwaar moeilijk lastig "
        "pittig spannend verdrietig pijnlijk frustrerend sneu ellendig akelig"
    ),
    "GOOD": (
        "goed fijn mooi leuk knap lief dapper sterk bijzonder geweldig prachtig gaaf tof top super netjes "
        "slim interessant fantastisch helder duidelijk"
    ),
    "PRAISED": "gezegd verwoord gedaan omschreven verteld bezig opgemerkt gezien",
    "TROUBLE": "gedoe toestand pech ellende schrik klap situatie verdriet tegenvaller tijd periode",
    "SIMPLY": "gewoon eens even eerst beter liever",
    "KNOW": "weet weten ben bent",
    "MINE": "mijn onze ons",
    "ABLE": "kunnen mogen meekunnen meegaan meekomen",
    "AS_CAUSE": "aan door van met de een het zijn haar hun je jouw jullie die op",
    "OPEN_END": "iemand ander andere meer minder iets zoiets twee drie vier vijf zes tien",
    "SUBORDINATE": "dat als omdat terwijl of om wanneer toen hoewel zodat",
    "NOBODY": "er het dat dit ik we wij",
    "THE": "de het die zijn haar hun je jullie onze",
    "ABOUT_IT": "aan tegen mee eraan daaraan hieraan ertegen daartegen ermee daarmee hiermee",
    "MINDED": (
        "voelt voelde voelen vindt vond vinden denkt dacht denken wil wilde willen bedoelt bedoelde bedoelen "
        "verwacht verwachtte hoopt hoopte wenst ervaart meent nodig mist"
    ),
    "USEFUL": "iets wat niks handig beter fijn goed slim verstandig mogelijk",
    "WHETHER": (
        "weet weten wist vraag vraagt vragen vroeg afvraagt benieuwd kijk kijken zeg zeggen zegt merk "
        "merken zie zien hoor horen twijfel twijfelt zeker bepalen beslissen uit nagaan vertel vertellen "
        "uitleggen idee erom gezien gemerkt gehoord gevraagd verteld gezegd herinner duidelijk gekeken"
    ),
    "COUNTED": (
        "vaak laat lang oud veel gaat gaan ging ver dan komt kwam weet zie het dat die de dit was is "
        "zo anders precies ook kun kan zou wil"
    ),
}
"""Words by the name that patterns have for them.

After WHETHER *of* is no choice, COUNTED is no measure. After *zou* an OFFER makes the sentence more
than a guess. With SAD one feels with somebody, with GOOD one
praises, with ODD one takes sides.
"""
