import pytest

from goedgesprek_tui.privacy.find import find
from goedgesprek_tui.privacy.proposals import proposals


def offered(text: str, at: int = 0) -> list[str]:
    """Return how the text would read with each proposal for one finding."""
    found = find(text)
    return [one.applied(text) for one in proposals(found[at], text, found)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("mijn zoon Ali wil niet meer", "mijn zoon wil niet meer"),
        ("Juf Xenia is boos", "De juf is boos"),
        ("Ik praatte met juf Xenia gisteren", "Ik praatte met de juf gisteren"),
        ("onze juf Xenia lacht veel", "onze juf lacht veel"),
        ("Dag juf Xenia!", "Dag [juf]!"),
        ("Bel 06 12345678", "Bel [telefoonnummer]"),
        ("Mail a@b.nl maar", "Mail [e-mailadres] maar"),
        ("Wij wonen Kerkstraat 12 nu", "Wij wonen [adres] nu"),
        ("Hij is 3 mei jarig", "Hij is [datum] jarig"),
        ("Op basisschool De Klimop dan", "Op [school] dan"),
        ("Zij zit in groep 7b nu", "Zij zit in [groep] nu"),
        ("Mijn zoon heeft autisme", "Mijn zoon heeft […]"),
    ],
)
def test_the_best_proposal_reads_as_a_sentence(text: str, first: str) -> None:
    assert offered(text)[0] == first


def test_behind_a_role_the_role_in_brackets_comes_second() -> None:
    assert offered("mijn zoon Ali wil niet meer")[1] == "mijn zoon [naam kind] wil niet meer"
    assert offered("Juf Xenia is boos")[1] == "[juf] is boos"


def test_the_s_of_whose_it_is_stays_behind_the_brackets() -> None:
    assert offered("Het ligt in Hamzas tas")[0] == "Het ligt in [naam]s tas"
    assert "mijn zoons tas" not in offered("mijn zoon Hamzas tas")


def test_two_people_of_one_role_get_a_letter_each_and_keep_it() -> None:
    text = "De moeder van Ali, de moeder van Sem en de moeder van Ali zelf"
    assert offered(text, 0)[0].startswith("De moeder van [kind A],")
    assert "van [kind B] en" in offered(text, 1)[0]
    assert offered(text, 2)[0].endswith("van [kind A] zelf")


def test_a_letter_of_another_quote_is_not_used_again() -> None:
    text = "De moeder van Ali en de moeder van Sem"
    found = find(text)
    used = {"[kind A]", "[kind B]"}
    first = [proposals(one, text, found, used)[0].instead for one in found]
    assert first == ["[kind C]", "[kind D]"]


def test_a_name_without_a_role_can_become_any() -> None:
    assert [one.split()[-2:] for one in offered("Ik zag Grzegorz")] == [
        ["zag", "[naam]"],
        ["[naam", "kind]"],
        ["[naam", "ouder]"],
        ["zag", "[juf]"],
        ["zag", "[meester]"],
    ]
