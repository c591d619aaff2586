from pathlib import Path

import pytest

import goedgesprek_tui.privacy
from goedgesprek_tui.privacy.find import find
from goedgesprek_tui.privacy.finding import Finding, Kind
from goedgesprek_tui.privacy.lists import given_names

LISTS = Path(goedgesprek_tui.privacy.__path__[0]) / "lists"


def found(text: str, **more: list[str]) -> list[tuple[str, str]]:
    """Return what is found: the words and the kind, with a question mark where it is not certain."""
    return [
        (one.words(text), one.kind.value + ("" if one.certain else "?"))
        for one in find(text, **more)  # type: ignore[arg-type]
    ]


def names(text: str) -> list[str]:
    return [words for words, kind in found(text) if kind.startswith("persoon")]


def reason(text: str) -> str:
    (one,) = find(text)
    return one.reason


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("juf xenia is boos op mij", "xenia"),
        ("mijn zoon beer is de enige die wat zegt", "beer"),
        ("dhr el amrani zei niks", "el amrani"),
        ("mevr. Van den Berg-Jansen belde", "Van den Berg-Jansen"),
        ("Karin ter Horst zit in de MR", "Karin ter Horst"),
        ("Bint Ahmed, zo zegt iedereen", "Bint Ahmed"),
        ("De heer J.P. de Boer was er ook", "J.P. de Boer"),
        ("Volgens juf K. is het normaal", "K."),
        ("Ze noemen hem Kroky en dat is niet leuk", "Kroky"),
        ("Hamzas moeder stond te huilen", "Hamza"),
        ("Eva's rapport lag bij een ander", "Eva"),
        ("Kees z'n moeder zegt niks", "Kees"),
        ("de zus van mo mag wel", "mo"),
        ("toen mohammedreza binnenkwam werd het stil", "mohammedreza"),
        ("Haar nieuwe leerkracht, Zerbinetta, begint met een lied", "Zerbinetta"),
        ("Hij riep: 'Xhesika, kom van dat hek!'", "Xhesika"),
        ("Met Hatixhe gaat het goed", "Hatixhe"),
        ("WAAROM BELT JUF MARIJKE NOOIT", "MARIJKE"),
        ("Dat is Gu\u0308lsu\u0308m haar tas", "Gu\u0308lsu\u0308m"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_row_of_names_is_found_when_one_of_them_is_known() -> None:
    assert names("Ali, Xhesika en Wout-Jan spelen altijd samen") == ["Ali", "Xhesika", "Wout-Jan"]


def test_a_name_that_is_certain_once_is_a_name_everywhere_in_the_note() -> None:
    assert found("Mijn zoon Xorian huilt. Niemand speelt met xorian.") == [
        ("Xorian", "persoon"),
        ("xorian", "persoon"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mevrouw karin van der laan, de ib'er", "karin van der laan"),
        ("gisteren zag ik sanne van dijk nog", "sanne van dijk"),
        ("hamza de vries was er ook", "hamza de vries"),
        ("daar stond noor ter horst", "noor ter horst"),
        ("wij kennen fatima el gzouli goed", "fatima el gzouli"),
        ("dan belt jelle hoekstra van de mr", "jelle hoekstra"),
        ("meester youssef zhiroufi was de enige", "youssef zhiroufi"),
        ("mijn man, ibrahim al-qasmiri, belt altijd", "ibrahim al-qasmiri"),
    ],
)
def test_a_surname_in_small_letters_belongs_to_the_name_before_it(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("jelle altjd te laat", "jelle"),
        ("jayden appte mij", "jayden"),
        ("fatima gamet de hele dag", "fatima"),
        ("sanne gwn blij", "sanne"),
        ("jelle op judo", "jelle"),
        ("youssef van school halen", "youssef"),
        ("youssef van de buren", "youssef"),
        ("hamza de bal geven", "hamza"),
        ("jelle snapchatgroep uitgezet", "jelle"),
        ("Youssef zhiroufde maar wat", "Youssef"),
    ],
)
def test_what_follows_a_name_in_small_letters_is_mostly_no_surname(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", ["xhesika's rapport lag er", "bij tjibbe's fiets", "zrinka's moeder belt"])
def test_an_unknown_word_with_the_s_of_whose_it_is_may_be_a_name(text: str) -> None:
    (one,) = found(text)
    assert one[1] == "persoon?"


@pytest.mark.parametrize(
    "text",
    [
        "iphone's camera is stuk",
        "de vlog's maken, selfie's kijken",
        "die kado's klas",
        "camara's en video's",
        "whatsapp's groep en chromebook's hoes",
        "een hoodie's trui",
    ],
)
def test_a_thing_with_an_s_behind_it_is_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Merel zingen hoort ze elke ochtend", "persoon?"),
        ("Jasmijn, dat ruik je in de hele klas", "persoon?"),
        ("Merel zingt elke ochtend", "persoon"),
        ("Merel, onze jongste, zingt", "persoon"),
        ("Merel en ik zingen", "persoon"),
        ("'Merel, kom eens'", "persoon"),
    ],
)
def test_a_word_that_is_a_thing_too_is_certain_at_the_head_only_when_a_person_does_something(
    text: str, kind: str
) -> None:
    assert [one for _, one in found(text)] == [kind]


def test_a_thing_of_ours_that_does_something_may_be_a_child() -> None:
    assert found("onze merel heeft weer buikpijn") == [("merel", "persoon?")]
    assert found("die merel heeft een nest") == []


@pytest.mark.parametrize(
    "text", ["Hij wil Adidas en een Pepsi", "Gympen van Nike", "Een trui van Tommy Hilfiger", "Mark my words"]
)
def test_a_brand_is_nobody(text: str) -> None:
    assert found(text) == []


def test_a_name_that_is_a_brand_too_is_certain_where_it_is_no_thing() -> None:
    assert found("een jas van Zara") == [("Zara", "persoon?")]
    assert names("En mijn dochter Nike draagt ze ook") == ["Nike"]
    assert found("de moeder van Zara") == found("Met Zara gaat het goed") == [("Zara", "persoon")]


@pytest.mark.parametrize(
    "text",
    [
        "De juf weet dat ik werk en de meester ook",
        "Mijn zoon Zegt thuis alles",
        "mijn zoon thuis is een ander kind",
        "mijn dochter appt de hele dag",
        "Voor de juf namen ze een Roos mee uit de tuin",
        "Hij koos een mees, een bloem en een roos",
        "Hoop en vertrouwen, daar draait het om",
        "Met Kerst en in Augustus is er geen school",
        "Wij komen uit Aleppo en praten thuis Arabisch",
        "Ik heb Parro, Squla en WhatsApp op mijn telefoon",
        "De Citotoets en de IEP zeggen niet alles",
        "'s Ochtends is er stress, 's avonds ruzie",
        "Citoscores en Sinterklaasliedjes, altijd hetzelfde",
        "In Amsterdam-West zijn de scholen vol",
        "Wat heet achterstand?",
        "Mevrouw van de receptie is aardig",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("Bij Storm blijven ze binnen", "Storm"), ("Ik zag Kroxibel gisteren nog", "Kroxibel")],
)
def test_what_only_may_be_a_name_is_told_apart(text: str, name: str) -> None:
    assert found(text) == [(name, "persoon?")]


def test_what_was_confirmed_as_a_name_is_found_in_any_case() -> None:
    said = "die zevenblad, ZEVENBLADS moeder en zevenblad's fiets"
    assert [words for words, _ in found(said, known=["Zevenblad"])] == ["zevenblad", "ZEVENBLAD", "zevenblad"]
    assert found("de zevenbladen in de tuin", known=["Zevenblad"]) == []


def test_the_place_of_the_talk_is_a_school() -> None:
    assert found("bij het hof van eden is het leuk", places=["Hof van Eden"]) == [("hof van eden", "school")]


def test_every_list_of_names_says_where_it_comes_from_and_under_which_licence() -> None:
    lists = [path for path in LISTS.iterdir() if path.suffix == ".txt" and path.name != "LICENSE-faker.txt"]
    assert len(lists) > 40
    for path in lists:
        head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        assert any("MIT" in line for line in head), path.name


def test_no_word_is_lost_by_a_line_that_does_not_end_in_a_comma() -> None:
    assert {"annemiek", "zwaantje", "xiaoming", "hatice", "tesfay", "shudeska"} <= given_names()


# --- what has a form ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Bel 06.11.22.33.44 maar", "06.11.22.33.44", "telefoon"),
        ("Bel +31 6 11223344 maar", "+31 6 11223344", "telefoon"),
        ("tel. (030) 123 4567", "(030) 123 4567", "telefoon"),
        ("nul zes twaalf vierendertig zesenvijftig achtenzeventig", "", "telefoon"),
        ("haar bsn 123 456 782 stond er", "123 456 782", "bsn"),
        ("mijn bsn is 12345678", "12345678", "bsn"),
        ("het is 111.222.333 geloof ik", "111.222.333", "bsn"),
        ("NL91 ABNA 0417 1643 00 is mijn rekening", "NL91 ABNA 0417 1643 00", "overig"),
        ("mail team4@school.example maar", "team4@school.example", "email"),
        ("piet punt jansen apenstaartje gmail punt com", "", "email"),
        ("Onze postcode is 1234 xy, dus", "1234 xy", "adres"),
        ("Wij wonen Laan van Nieuw-Oost 123", "Laan van Nieuw-Oost 123", "adres"),
        ("hoofdstraat 5a is ver", "hoofdstraat 5a", "adres"),
        ("Op de Van der Pekstraat 8b woon ik", "Van der Pekstraat 8b", "adres"),
        ("zij zat op de Sint Jan", "de Sint Jan", "school"),
        ("bij de Prins Willem-Alexanderschool", "Prins Willem-Alexanderschool", "school"),
        ("geboren 12-3-'14 in Kabul", "12-3-'14", "geboortedatum"),
        ("Hij is op 3 mei jarig", "3 mei", "geboortedatum"),
        ("Kenteken 12-ABC-3 staat dubbel", "12-ABC-3", "overig"),
        ("Zijn insta is xx_piet99", "xx_piet99", "overig"),
        ("Volg @juf.anouk daar", "@juf.anouk", "overig"),
        ("zijn leerlingnummer is A12345", "A12345", "overig"),
        ("Op basisschool De Regenboog was het fijn", "basisschool De Regenboog", "school"),
        ("obs de klimop is vol", "obs de klimop", "school"),
        ("hij zit op het Spinoza Lyceum", "Spinoza Lyceum", "school"),
        ("Bij De Ratelaar staat de directeur buiten", "De Ratelaar", "school"),
        ("op de klimboom mag je mee naar binnen", "de klimboom", "school?"),
        ("ze zit in groep 6b en vindt het leuk", "groep 6b", "overig?"),
        ("hij is de enige jongen van de klas", "de enige jongen van de klas", "overig?"),
        ("Ze is van 4 april 2012", "4 april 2012", "geboortedatum"),
        ("De uitslag kwam op 4 april 2022", "4 april 2022", "geboortedatum?"),
    ],
)
def test_what_has_a_form_is_found_by_it(text: str, words: str, kind: str) -> None:
    assert found(text) == [(words or text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Op 3 juni is de musical, van 8.15 tot 8.30 uur",
        "In 2015 en 2016 zat hij in groep 7",
        "Het bestelnummer was 20261145",
        "Het kostte 250 euro, of 1.250 met kamp",
        "Van de 28 kinderen hebben er 19 bijles",
        "Na school gaat hij naar de BSO",
        "Ik koop het bij bol.com",
        "Op de Vreedzame School leren ze praten",
    ],
)
def test_other_numbers_and_places_are_nobodys(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wij zitten op nummer 9 in de Lijsterstraat, ver weg", "nummer 9 in de Lijsterstraat"),
        ("we wonen nr 7 op het Prins Hendrikplein in Delft", "nr 7 op het Prins Hendrikplein in Delft"),
        ("het huis op nummer 12, Hoge Dijk", "nummer 12, Hoge Dijk"),
        ("hij woont op de Lage Weg 14 in Makkum", "Lage Weg 14 in Makkum"),
        ("ze zit op de nieuwe gracht 3b", "nieuwe gracht 3b"),
        ("Naar Grote Markt 1 te Breda", "Grote Markt 1 te Breda"),
        ("Stuur het naar Beukenlaan 4, 1234 AB Den Helder, graag", "Beukenlaan 4, 1234 AB Den Helder"),
        ("stuur het naar beukenlaan 4, 1234 ab graag", "beukenlaan 4, 1234 ab"),
        ("Het is Beukenlaan 4, 1234 AB, Ali weet het", "Beukenlaan 4, 1234 AB"),
        ("ons huis, koningin emmakade 7a, is klein", "koningin emmakade 7a"),
        ("burgemeester de monchyplein 9 is het", "burgemeester de monchyplein 9"),
        ("op de van speijkstraat 112-2 dus", "van speijkstraat 112-2"),
        ("de bewoners van hoofdstraat 12", "hoofdstraat 12"),
    ],
)
def test_an_address_is_one_finding_with_all_that_belongs_to_it(text: str, words: str) -> None:
    assert found(text)[0] == (words, "adres")
    assert len([kind for _, kind in found(text) if kind == "adres"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Hij werd nummer 3 in de rangorde",
        "Sta je op nummer 4 op het schoolplein",
        "Het was een lange weg 3 jaar lang",
        "Ze rennen het schoolplein 3 keer rond",
        "De Weg 5 minuten verderop",
    ],
)
def test_a_number_near_a_street_is_no_address(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "found_as"),
    [
        ("Zij is van de derde van mei 2014", [("derde van mei 2014", "geboortedatum")]),
        ("negen juli tweeduizendtwaalf is hij geboren", [("negen juli tweeduizendtwaalf", "geboortedatum")]),
        ("hij is op eenentwintig maart jarig", [("eenentwintig maart", "geboortedatum")]),
        ("op elf mei tweeduizend elf was dat", [("elf mei tweeduizend elf", "geboortedatum?")]),
        ("De eerste mei is vrij, de tweede maart niet", []),
        ("Op twaalf oktober is de musical", []),
    ],
)
def test_a_date_in_words_is_found_as_one_in_digits(text: str, found_as: list[tuple[str, str]]) -> None:
    assert found(text) == found_as


@pytest.mark.parametrize("plate", ["9-xkl-34", "hj-482-k", "12-bbd-3", "Gh-482-k"])
def test_a_plate_is_found_in_small_letters_too(plate: str) -> None:
    assert found(f"dat busje met {plate} erop") == [(plate, "overig")]


@pytest.mark.parametrize("text", ["voor 11-en-12-jarigen", "dat is 10-en-11", "op 10-km-20", "bij a-12-bcde"])
def test_numbers_with_hyphens_between_are_no_plate(text: str) -> None:
    assert found(text) == []


def test_a_name_on_the_internet_is_found_behind_who_is_called_so() -> None:
    assert found("op snap heet ze bloemetje_2k09") == [("bloemetje_2k09", "overig")]


def test_nine_digits_after_06_are_a_telephone_and_a_bsn_comes_before_it() -> None:
    assert [one.kind for one in find("06 12345678 en bsn 123456782")] == [Kind.PHONE, Kind.BSN]


# --- what the law protects most -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "certain"),
    [
        ("Mijn dochter heeft diabetes en prikt zelf", "diabetes", True),
        ("Hij kreeg de diagnose autisme", "autisme", True),
        ("Wij zijn moslim en bidden", "moslim", True),
        ("die jongen met adhd uit de klas", "adhd", True),
        ("Mijn man is Turks", "Turks", False),
        ("Zijn vader zit in de gevangenis", "gevangenis", False),
    ],
)
def test_health_belief_and_origin_of_somebody_are_marked_apart(text: str, words: str, certain: bool) -> None:
    (one,) = find(text)
    assert (one.words(text), one.kind, one.special, one.certain) == (words, Kind.OTHER, True, certain)


@pytest.mark.parametrize(
    "text",
    [
        "Een test voor dyslexie kost honderden euro's",
        "De Eritrese vaders komen wel",
        "Er is te weinig kennis over autisme",
        "De Turkse bakker helpt mee",
    ],
)
def test_a_theme_is_nobodys(text: str) -> None:
    assert found(text) == []


# --- why, and what is kept -----------------------------------------------------------------------


def test_the_reason_names_the_words_and_never_a_background() -> None:
    assert reason("juf xenia is boos") == "staat na „juf”"
    assert reason("Bel 06 12345678") == "lijkt op een telefoonnummer"
    assert reason("Ik zag Grzegorz gisteren") == reason("Ik zag Sietske gisteren")


def test_of_two_that_overlap_the_exact_one_stays_and_then_the_longest() -> None:
    assert found("mail naar Ali.Kaya@school.nl") == [("Ali.Kaya@school.nl", "email")]
    assert found("meneer Ali van der Meulen") == [("Ali van der Meulen", "persoon")]


def test_what_another_search_found_is_put_in() -> None:
    more = [Finding(0, 4, Kind.PERSON, "van een ander", certain=False)]
    assert find("roos en ik", more=more) == more
