"""Groups of Dutch words by the names that the signals have for them."""

NAMES = {
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
    "KIN": "man vrouw zoon dochter kind kinderen partner moeder vader ouders school jongste oudste",
    "NICE": (
        "goed fijn mooi leuk knap erg vervelend jammer naar rot heftig vreselijk verschrikkelijk "
        "afschuwelijk lief gek raar stom dapper sterk zwaar moeilijk lastig pittig spannend bijzonder "
        "geweldig prachtig verdrietig pijnlijk herkenbaar frustrerend gaaf tof top zielig sneu "
        "oneerlijk logisch belachelijk schandalig super netjes slim terecht begrijpelijk gelukkig "
        "bizar ellendig akelig interessant ingewikkeld onhandig"
    ),
    "WHETHER": (
        "weet weten wist vraag vraagt vragen vroeg afvraagt benieuwd kijk kijken zeg zeggen zegt merk "
        "merken zie zien hoor horen twijfel twijfelt zeker bepalen beslissen uit nagaan"
    ),
    "COUNTED": (
        "vaak laat lang oud veel gaat gaan ging ver dan komt kwam weet zie het dat die de dit was is "
        "zo anders precies ook kun kan zou wil"
    ),
}
"""Words by the name that patterns have for them; after WHETHER *of* is no choice, COUNTED is no measure."""
