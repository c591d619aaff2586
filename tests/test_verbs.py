import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.clean.verbs import finite, infinitives, is_infinitive, is_participle, stems, you_form


@pytest.mark.parametrize(
    ("word", "infinitive"),
    [
        ("praat", "praten"), ("bevries", "bevriezen"), ("durft", "durven"), ("vroeg", "vragen"),
        ("mist", "missen"), ("geloof", "geloven"), ("luistert", "luisteren"), ("probeert", "proberen"),
        ("gamet", "gamen"), ("appt", "appen"), ("wou", "willen"), ("schreeuwden", "schreeuwen"),
        ("bleef", "blijven"), ("begreep", "begrijpen"), ("thuiskomt", "thuiskomen"), ("ruziet", "ruziën"),
    ],
)  # fmt: skip
def test_a_form_is_traced_to_its_verb(word: str, infinitive: str) -> None:
    read = finite(word)
    assert read
    assert read.infinitive == infinitive


@pytest.mark.parametrize("word", ["moe", "rapport", "juf", "bang", "", "x", "a" * 5000])
def test_other_words_are_no_verbs(word: str) -> None:
    assert finite(word) is None


@pytest.mark.parametrize(
    ("with_ik", "with_je"),
    [
        ("word", "wordt"), ("vind", "vindt"), ("ben", "bent"), ("heb", "hebt"), ("kan", "kunt"),
        ("wil", "wilt"), ("zal", "zult"), ("mag", "mag"),
        ("moet", "moet"), ("weet", "weet"), ("ga", "gaat"), ("zie", "ziet"),
        ("was", "was"), ("liep", "liep"), ("dacht", "dacht"), ("schaamde", "schaamde"), ("game", "gamet"),
    ],
)  # fmt: skip
def test_ik_becomes_je(with_ik: str, with_je: str) -> None:
    assert you_form(with_ik) == with_je


def test_spelling_of_stems_goes_both_ways() -> None:
    for verb in "lopen bellen leven bevriezen luisteren proberen werken vergaderen zien gaan ruziën".split():
        assert all(verb in infinitives(stem) for stem in stems(verb)[:1] if verb not in ("zien", "gaan"))
        assert is_infinitive(verb)


@pytest.mark.parametrize(
    "word", "gezegd gepest opgeruimd uitgenodigd geschreven vergeten thuisgekomen".split()
)
def test_participles(word: str) -> None:
    assert is_participle(word)


@given(st.text(max_size=40))
def test_any_word_can_be_looked_up(word: str) -> None:
    finite(word), is_infinitive(word), is_participle(word), you_form(word)
