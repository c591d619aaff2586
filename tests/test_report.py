"""The half-yearly report: its shape, what of each note is told, and that nothing is lost on the way."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from conftest import NOON
from hypothesis import given
from hypothesis import strategies as st
from report_cases import SPRING, note, review, script, sections, session, signal

from goedgesprek_tui.commands.answer import Setting
from goedgesprek_tui.commands.take import take
from goedgesprek_tui.conversation import Conversation
from goedgesprek_tui.desk import open_desk
from goedgesprek_tui.exports.consent import told
from goedgesprek_tui.exports.docx import to_docx
from goedgesprek_tui.exports.gathered import gathered
from goedgesprek_tui.exports.html import to_html
from goedgesprek_tui.exports.markdown import to_markdown
from goedgesprek_tui.exports.report import report, worded
from goedgesprek_tui.exports.report_json import report_json
from goedgesprek_tui.history import without
from goedgesprek_tui.models import Consent, NoteKind, Problem, Question, ScriptKind, Session, Tally, Topic
from goedgesprek_tui.prompts import load_prompts
from goedgesprek_tui.reporting import anew, unchecked, unchecked_own
from goedgesprek_tui.review.choice import Choice, Part
from goedgesprek_tui.review.view import Review
from goedgesprek_tui.settings import Settings
from goedgesprek_tui.text import fold

GOLDEN = Path(__file__).parent / "fixtures" / "terugblik.md"
KERN, NEE, JA = Consent.GIST, Consent.NO, Consent.VERBATIM
WISH, QUESTION = NoteKind.WISH, NoteKind.QUESTION

MARCH = session(
    "a",
    signal("a1", "Ouders kennen de weg naar de kantine niet.", "eten"),
    note("a2", "Mijn zoon ruilt elke dag zijn brood.", "eten", gist="Kinderen ruilen eten."),
    note("a3", "Hij durft de brug niet over.", "fiets", consent=KERN, gist="Een ouder vindt de brug eng."),
    note("a4", "Dit blijft hier.", "fiets", consent=KERN),
    note("a5", "Ze zingt in bad over school.", positive=True),
    note("a6", "Meer tijd om te eten", "eten", kind=WISH, consent=KERN),
    note("a7", "Mag ik blijven kijken?", kind=QUESTION),
    note("a8", "Stil, dit is van mij.", kind=NoteKind.REMARK),
    tallies=(
        Tally(
            question="Kon je zeggen wat je wilde: ja, een beetje of nee?",
            counts=(("ja", 7), ("een beetje", 2)),
        ),
        Tally(question="Hoe was dit, in één woord?", words=("fijn", "kort")),
    ),
    problem=Problem(text="De pauze is te kort.", confirmed=True),
)
APRIL = session(
    "b",
    signal("b1", "ouders kennen de weg naar de kantine niet", "eten", heading="Overblijven"),
    note("b2", "Een kwartier is niks.", "eten", heading="Overblijven"),
    note("b3", "Het is een mierennest."),
    note("b4", "meer tijd om te eten.", kind=WISH, consent=KERN),
    note("b5", "Wie betaalt dat?", kind=QUESTION, outcome="De gemeente"),
    note("b6", "Breng fruit mee.", kind=NoteKind.TIP),
    note(
        "b7",
        "Een tafel bij het hek",
        kind=NoteKind.EXPERIMENT,
        due=date(2026, 5, 7),
        outcome="Zes ouders kwamen",
    ),
    note("b8", "De ambassadeur belt de kok.", kind=NoteKind.AGREEMENT, who="de ambassadeur"),
    note("b9", "Bel ook als het goed gaat.", kind=NoteKind.EXPECTATION, expected_of="school"),
    month=4,
    place="Het Anker",
    withheld=2,
    tallies=(
        Tally(question="Kon je zeggen wat je wilde: ja, een beetje of nee?", counts=(("ja", 5), ("nee", 1))),
        Tally(question="In één woord, hoe was het?", words=("Fijn",)),
    ),
)
BEFORE = session(
    "z", signal("z1", "Ouders willen meer gym.", "gym"), signal("z2", "Iets.", "fiets"), month=11, year=2025
)
CLOSING = Settings(wat_gebeurt_ermee="Wij lezen dit voor.", vragen_aan="de coördinator.")
CHOICE = Choice(
    intro="- Veel vaders.\nNiemand had haast.", not_spoken="Ouders met nachtdienst.", passed_on="Geef tijd."
)


def told_in(*sessions: Session, **how: object) -> dict[str, list[str]]:
    return sections(report(review(*sessions), **how))  # type: ignore[arg-type]


def test_the_whole_report_reads_as_the_example() -> None:
    made = to_markdown(report(review(MARCH, APRIL, BEFORE), CHOICE, CLOSING))
    assert made == GOLDEN.read_text("utf-8")


# --- consent ----------------------------------------------------------------------------------


def test_of_a_quote_is_told_what_its_parent_allowed() -> None:
    found = told_in(
        session(
            "a",
            note("1", "letterlijk", "eten", consent=JA),
            note("2", "geheim", "eten", consent=KERN, gist="de kern"),
            note("3", "geheim zonder kern", "eten", consent=KERN),
            note("4", "geweigerd", "eten", consent=NEE),
        )
    )
    assert found["Eten en drinken op school"] == ["de kern", 'Ouder: "letterlijk"']
    numbers = "1 zin staat er niet in: de kern ontbreekt nog. Over 1 zin zeiden ouders nee."
    assert found["slot"][0] == numbers
    assert "geheim" not in str(found)
    assert "geweigerd" not in str(found)


def test_a_masked_text_goes_before_what_was_typed() -> None:
    found = told_in(session("a", note("1", "Juf Annemarie schreeuwt.", "eten", masked="Juf [N] schreeuwt.")))
    assert found["Eten en drinken op school"] == ['Ouder: "Juf [N] schreeuwt."']


# --- themes -----------------------------------------------------------------------------------


def test_a_theme_of_one_talkative_group_stands_below_those_of_two_conversations() -> None:
    many = [signal(f"g{n}", f"Zin {n}.", "gym") for n in range(9)]
    found = told_in(
        session("a", *many, signal("a1", "Een.", "fiets")), session("b", signal("b1", "Twee.", "fiets"))
    )
    assert [heading for heading in found if heading][:4] == [
        "Waar het over ging",
        "Fietsen naar school",
        "Eén keer gehoord",
        "Bewegen",
    ]
    assert found["Fietsen naar school"][0] == "*In 2 gesprekken, 2 groepen, 1 plek.*"


def test_an_older_name_is_the_heading_only_when_all_notes_bear_it() -> None:
    old = [session(id, signal(f"{id}1", f"{id}.", "eten", heading="Overblijven")) for id in "ab"]
    new = session("c", signal("c1", "c.", "eten"))
    assert told_in(*old)["Overblijven"][0].endswith("Nu heet dit: Eten en drinken op school.*")
    found = told_in(*old, new)["Eten en drinken op school"]
    assert found[0] == "*In 3 gesprekken, 3 groepen, 1 plek. Ouders zeggen vaak nog: Overblijven.*"
    assert "In één gesprek heette het: Overblijven." in told_in(old[0], new)["Eten en drinken op school"][0]


def test_own_themes_with_one_name_are_one_theme() -> None:
    found = told_in(
        *(
            session(
                id,
                signal(f"{id}1", f"Zin {id}.", f"own-{id}"),
                topics=(Topic(id=f"own-{id}", name="De poort"),),
            )
            for id in "ab"
        )
    )
    assert found["De poort"][1:] == ["Zin a.", "Zin b."]


def test_an_answer_stands_under_the_theme_of_what_it_answers() -> None:
    found = told_in(
        session(
            "a", note("1", "Het is vol.", "fiets"), note("2", "Dan bots je.", follows="1", clean_question="?")
        )
    )
    assert found["Fietsen naar school"] == ['Ouder: "Het is vol."', 'Ouder: "Dan bots je."']


def test_a_theme_of_which_all_is_held_back_says_so() -> None:
    held = [session(id, note(f"{id}1", "geheim", "eten", consent=KERN)) for id in "ab"]
    (remark,) = told_in(*held)["Eten en drinken op school"]
    assert remark.endswith("Wat hierover gezegd is, staat er nog niet in: de kern ontbreekt.*")


def test_what_changed_is_told_by_the_share_of_conversations() -> None:
    before = [
        session("p", signal("p1", "x", "gym"), signal("p2", "y", "eten"), month=9, year=2025),
        session("q", signal("q1", "x", "gym"), signal("q2", "x", "fiets"), month=10, year=2025),
        session("r", signal("r1", "x", "gym"), month=11, year=2025),
    ]
    now = [session(id, signal(f"{id}1", id, "fiets"), signal(f"{id}2", id, "eten"), month=2) for id in "abcd"]
    found = told_in(*now, *before)
    assert found["Sinds de vorige terugblik"] == [
        "Vergeleken met juli tot en met december 2025 (3 gesprekken).",
        "Vaker: Eten en drinken op school (nu in 4 van de 4, toen in 1 van de 3), "
        "Fietsen naar school (nu in 4 van de 4, toen in 1 van de 3).",
        "Niet meer gehoord: Bewegen.",
    ]
    assert found["Waar het over ging"] == ["Eten en drinken op school: 4 (1)", "Fietsen naar school: 4 (1)"]
    assert "Sinds de vorige terugblik" not in told_in(*now)


# --- one parent is recognisable ----------------------------------------------------------------


@pytest.mark.parametrize("few", [{"parents": 3}, {"script": script(ScriptKind.ONE)}])
def test_of_a_talk_with_few_parents_the_place_is_told_nowhere(few: dict[str, object]) -> None:
    one = session("a", signal("a1", "Zin.", "eten"), place="De Geheime Tuin", area="Verborgenwijk", **few)
    narrowed = replace(SPRING, place="Verborgenwijk", group="groep a")
    for selection in (SPRING, narrowed):
        made = report(review(one, selection=selection))
        text = to_markdown(made) + "".join(to_html([made]))
        assert "eheim" not in text
        assert "Verborgen" not in text
        assert "ouderkamer (1 gesprek)" in text


def test_the_places_of_two_talks_with_few_parents_count_as_one_kind_of_place() -> None:
    few = [session(id, place=f"Plek {id}", parents=2) for id in "ab"]
    assert told_in(*few)[""][0].startswith(
        "Januari tot en met juni 2026. 2 gesprekken met 2 groepen op 1 plek"
    )


# --- the figures ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parents", "said"),
    [
        ((9, 9, 9), "ongeveer 25 ouders."),
        ((9, 9, None), "ongeveer 20 ouders in 2 van de 3 gesprekken; van de rest is het niet opgeschreven."),
        ((1, 2), "minder dan 5 ouders."),
        ((None, None), "op 1 plek."),
    ],
)
def test_parents_are_rounded_and_what_is_unknown_is_said(parents: tuple[int | None, ...], said: str) -> None:
    sessions = [session(f"s{at}", parents=number) for at, number in enumerate(parents)]
    assert told_in(*sessions)[""][0].endswith(said)


def test_a_period_without_conversations_is_said() -> None:
    assert told_in()[""][0] == "Januari tot en met juni 2026. In deze periode zijn er geen gesprekken."


# --- meetings and practice --------------------------------------------------------------------


def test_a_meeting_of_ambassadors_fills_its_parts_and_practice_none() -> None:
    meeting = session(
        "m",
        note("m1", "Vaders praten staand.", phase="Wat viel op", question="Wat hoorde je vaker?"),
        note(
            "m2",
            "Ouders van de nacht.",
            phase="Wat viel op",
            question="Welke ouders hebben we niet gesproken?",
        ),
        note("m3", "Neem de tijd.", phase="Wat geven we door"),
        note(
            "m4",
            "In mei zien we elkaar.",
            phase="Evaluatie en afspraken",
            question="Wanneer zien we elkaar weer?",
        ),
        note("m5", "Ik vond dit lastig.", phase="Iets oefenen"),
        script=script(ScriptKind.REVIEW),
    )
    practice = session("o", signal("o1", "Geoefend.", "eten"), script=script(ScriptKind.PRACTICE))
    found = told_in(MARCH, meeting, practice)
    assert found["Wat viel op"] == ["Vaders praten staand."]
    assert found["Wie spraken we niet"] == ["Ouders van de nacht."]
    assert found["Wat geven we door"] == ["Neem de tijd."]
    assert found["Afspraken"] == ["In mei zien we elkaar."]
    assert found[""][0].startswith("Januari tot en met juni 2026. 1 gesprek ")
    assert "Geoefend" not in str(found)
    assert "lastig" not in str(found)


# --- what is left over --------------------------------------------------------------------------

AGREEMENT, EXPERIMENT = NoteKind.AGREEMENT, NoteKind.EXPERIMENT
AUTUMN = session(
    "h",
    note("h1", "Een tweede ingang", "fiets", kind=WISH),
    note("h2", "Wij bellen de kok", kind=AGREEMENT, who="wij"),
    note("h3", "Samen eten", "eten", kind=EXPERIMENT, due=date(2026, 2, 2)),
    note("h4", "Dit is gelukt", kind=AGREEMENT, outcome="Ja"),
    note("h5", "Geweigerd", kind=WISH, consent=NEE),
    note("h6", "Mag dat?", kind=QUESTION),
    note("h7", "We laten elkaar uitpraten", kind=AGREEMENT),
    month=11,
    year=2025,
    left_over=("Niet van deze periode",),
    problem=Problem(text="Ook niet van deze periode."),
)
LATER = (
    session("i", left_over=("De gymtijden", "De bus.")),
    session("j", signal("j1", "Zin.", "eten"), left_over=("de bus", "[/b]")),
)


def test_what_is_left_over_and_still_open_is_told_and_what_was_done_is_not() -> None:
    found = told_in(*LATER, AUTUMN)
    assert found[Part.LEFT_OVER] == [
        "De gymtijden",
        "De bus (2 gesprekken).",
        "[/b]",
        "*Nog open uit juli tot en met december 2025:*",
        "Afspraak: Wij bellen de kok",
        "Proef: Samen eten",
        'Wens: "Een tweede ingang"',
    ]
    assert "Niet van deze periode" not in str(found)
    assert Part.LEFT_OVER not in told_in(LATER[1].model_copy(update={"left_over": ()}), BEFORE)
    assert Part.LEFT_OVER not in told_in(*LATER, AUTUMN, choice=Choice(parts_out=(Part.LEFT_OVER,)))


def test_of_one_theme_only_what_is_open_on_it_is_told() -> None:
    made = told_in(*LATER, AUTUMN, topic="eten")[Part.LEFT_OVER]
    assert made == ["*Nog open uit juli tot en met december 2025:*", "Proef: Samen eten"]


def test_programs_get_what_is_left_over_too() -> None:
    made = json.loads(report_json(gathered(review(*LATER, AUTUMN)), Settings()))
    assert made["left_over"] == ["De gymtijden", "De bus.", "de bus", "[/b]"]
    assert [(one["kind"], one["text"]) for one in made["still_open"]] == [
        ("afspraak", "Wij bellen de kok"),
        ("experiment", "Samen eten"),
        ("wens", "Een tweede ingang"),
    ]


def test_names_in_what_is_left_over_are_counted_but_not_what_stays_behind() -> None:
    named = AUTUMN.model_copy(
        update={
            "notes": (note("h1", "Bel juf Annemarie de Boer", kind=AGREEMENT, who="wij"),),
            "problem": Problem(text="Juf Annemarie de Boer is ziek."),
        }
    )
    point = LATER[0].model_copy(update={"left_over": ("Bel juf Annemarie de Boer",)})
    counted = unchecked(gathered(review(named, point)))
    assert [(one.id, number) for one, number in counted] == [("h", 1), ("i", 1)]


def test_a_report_is_made_of_what_lies_on_the_disk_when_it_is_saved(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, lambda: NOON, str)
    talk = session("s", note("n1", "Sem wordt gepest."), note("n2", "Gym is fijn."))
    desk.store.create(talk).close()
    desk.store.create(session("weg", note("w1", "Ik verhuis."))).close()
    found = gathered(review(talk, desk.store.load("weg")))
    with desk.store.open("s") as opened:
        opened.save(without(opened.session, "n1"), scrub=True)
    desk.store.remove(list(tmp_path.glob("weg*")))
    told = str(worded(anew(desk, found), Settings()))
    assert "Gym is fijn." in told
    assert "Sem" not in told
    assert "verhuis" not in told


NAMED = "Juf Annemarie de Boer, 06-00000000"


@pytest.mark.parametrize(
    ("choice", "settings", "words"),
    [
        (Choice(intro="Juf Annemarie de Boer kwam ook."), Settings(), ["Annemarie de Boer"]),
        (Choice(not_spoken="Roos en wie nachtdienst heeft."), Settings(), ["Roos"]),
        (Choice(passed_on="Bel Fatima Yilmaz."), Settings(), ["Fatima Yilmaz"]),
        (Choice(), Settings(wat_gebeurt_ermee="Meneer Janssen leest dit."), ["Janssen"]),
        (Choice(), Settings(ambassadeur_worden=NAMED, vragen_aan=NAMED), []),
        (
            Choice(intro=NAMED, parts_out=(Part.INTRO, Part.CLOSING)),
            Settings(wat_gebeurt_ermee=NAMED),
            [],
        ),
    ],
)
def test_names_in_her_own_texts_are_found_but_not_those_that_say_whom_to_ask(
    choice: Choice, settings: Settings, words: list[str]
) -> None:
    known = session("a", names=("Roos",))
    assert unchecked_own(gathered(review(known), choice), settings) == words


# --- choosing ---------------------------------------------------------------------------------


def test_what_was_left_out_is_not_in_it_and_not_among_its_notes() -> None:
    choice = Choice(topics_out=("fiets",), notes_out=("a1", "a7"), parts_out=(Part.WISHES, Part.EVALUATION))
    whole, made = gathered(review(MARCH)), gathered(review(MARCH), choice)
    assert set(whole.notes["a"]) - set(made.notes["a"]) == {"a1", "a3", "a6", "a7"}
    found = told_in(MARCH, choice=choice)
    assert not {"Fietsen naar school", "Wensen", Part.QUESTIONS, Part.EVALUATION} & set(found)


def test_themes_come_in_the_order_that_was_chosen() -> None:
    two = [session(id, signal(f"{id}1", "x", "eten"), signal(f"{id}2", "y", "gym")) for id in "ab"]
    ids = [theme.count.id for theme in gathered(review(*two)).themes]
    assert ids == ["gym", "eten"]
    moved = Choice().swapped("eten", "gym", ids)
    assert [theme.count.id for theme in gathered(review(*two), moved).themes] == ["eten", "gym"]


# --- one theme --------------------------------------------------------------------------------


def test_a_report_on_one_theme_holds_all_that_touches_it_and_nothing_else() -> None:
    one = session(
        "c",
        note("c1", "Eerst fietsen, dan eten.", "fiets", "eten"),
        note("c2", "Dat is altijd zo.", follows="c1"),
        note("c3", "Los.", "gym"),
    )
    found = told_in(MARCH, one, BEFORE, topic="eten", choice=Choice(intro="Van alles.", topics_out=("eten",)))
    assert found["Wat ouders vertelden"] == [
        "*In 2 gesprekken, 2 groepen, 1 plek. Nieuw.*",
        "Ouders kennen de weg naar de kantine niet.",
        "Kinderen ruilen eten.",
        'Ouder: "Mijn zoon ruilt elke dag zijn brood."',
        'Ouder: "Eerst fietsen, dan eten."',
        'Ouder: "Dat is altijd zo."',
    ]
    assert found["Hoe vaak dit ter sprake kwam"] == [
        "eind 2025 (1 gesprek): 0 (None)",
        "begin 2026 (2 gesprekken): 2 (None)",
    ]
    assert found["Wensen"] == ["Meer tijd om te eten (Eten en drinken op school)"]
    assert set(found) == {"", "Wat ouders vertelden", "Hoe vaak dit ter sprake kwam", "Wensen", "slot"}
    assert report(review(MARCH), topic="eten").title == "Terugblik: Eten en drinken op school"


# --- nothing is lost --------------------------------------------------------------------------

TEXTS = st.text(min_size=1, max_size=12).filter(str.strip)
NOTES = st.lists(
    st.builds(
        dict,
        text=TEXTS,
        kind=st.sampled_from(NoteKind),
        topics=st.lists(st.sampled_from(["eten", "fiets", "gym", "eigen"]), unique=True, max_size=3),
        consent=st.sampled_from([None, *Consent]),
        gist=st.just("") | TEXTS,
        positive=st.booleans(),
        outcome=st.just("") | TEXTS,
        expected_of=st.sampled_from(["school", "ouders", None]),
        removed=st.booleans(),
        follows=st.sampled_from(["", "s0-0", "s0-1", "s1-0"]),
    ),
    max_size=6,
)


@given(st.lists(st.tuples(NOTES, st.sampled_from(Consent)), max_size=4))
def test_every_note_that_may_be_told_stands_in_it_once_and_no_other(
    made: list[tuple[list[dict[str, object]], Consent]],
) -> None:
    sessions = [
        session(
            f"s{at}",
            *(
                note(f"s{at}-{n}", **{"kind": NoteKind.QUOTE, **fields, "number": n + 1})
                for n, fields in enumerate(notes)
            ),  # type: ignore[arg-type]
            consent=usual,
        )
        for at, (notes, usual) in enumerate(made)
    ]
    found = gathered(review(*sessions))
    there = sorted(id for notes in found.notes.values() for id in notes)
    may = [(one.note.id, one.text) for one_session in sessions for one in told(one_session)]
    assert there == sorted(id for id, _ in may)
    shown = "\n".join(fold(line) for lines in sections(report(review(*sessions))).values() for line in lines)
    assert all(fold(text).rstrip(".") in shown for _, text in may)


HOSTILE = "| # [/b] <script>alert(1)</script> *x* `y` \u202e =1+1 “ 𝄞 👩‍👩‍👧 " + "w" * 90


@pytest.mark.parametrize(
    "write", [to_markdown, lambda one: "".join(to_html([one])), lambda one: to_docx([one])]
)
def test_two_exports_of_the_same_are_the_same_bytes_whatever_was_typed(write: Callable[..., object]) -> None:
    bad = session(
        "x",
        signal("x1", HOSTILE, "eten"),
        note("x2", HOSTILE, kind=WISH, who=HOSTILE),
        place_kind=HOSTILE,
        tallies=(Tally(question=HOSTILE, words=(HOSTILE,), remarks=(HOSTILE,)),),
    )
    choice = Choice(intro=HOSTILE)
    made = [write(report(review(bad, MARCH, APRIL), choice, CLOSING)) for _ in range(2)]
    assert made[0] == made[1]
    assert "<script>" not in str(made[0])


# --- the seven headings -----------------------------------------------------------------------

S = "schooladvies-en-eindtoets"
TALKS = (
    (
        f"s: Ouders willen het elk jaar over de groei van een kind hebben #{S}",
        "s: In het team denkt iedereen anders over wat mag #regels-in-school",
        "s: Deze ouders zijn tevreden over de lessen op het vmbo #imago-vmbo",
        "s: Zes weken vrij vinden ouders veel #schooltijden-en-vakanties",
        "s: De vrije weken van scholen in de buurt verschillen #schooltijden-en-vakanties",
        "s: Ouders vragen zich af of iemand hun kind echt ziet #zorg-in-school",
    ),
    (
        f"s: Wie steeds samen praat, schrikt later niet van het advies #{S}",
        "s: Kinderen weten daardoor niet waar ze aan toe zijn #regels-in-school",
        "s: Buiten school wordt er op het vmbo neergekeken #imago-vmbo",
        "s: Een paar vrije dagen zelf kiezen, dat willen ouders wel #schooltijden-en-vakanties",
        "s: Wie van ver komt, staat te vroeg op #schooltijden-en-vakanties",
        "Mijn kind komt soms grauw de poort uit #zorg-in-school",
        "Ook in het busje mag er best iemand opletten #zorg-in-school",
    ),
    (
        f"s: Ouders hopen dat een leraar open blijft kijken #{S}",
        f"Vertel me wat u hem ziet leren, laat die cijfers maar zitten #{S}",
        "s: Wat is afgesproken over telefoons, gebeurt niet overal #regels-in-school",
        "s: Dat vinden deze ouders niet eerlijk #imago-vmbo",
        "s: Zo verliezen kinderen er hun zin door #imago-vmbo",
        "s: Laat de dag niet eindeloos duren #schooltijden-en-vakanties",
    ),
    (
        f"s: Een lage toets blijft een kind achtervolgen #{S}",
        f"s: Op de grote school gaat dat zo door #{S}",
        "s: Huiswerk staat niet altijd waar het hoort te staan #regels-in-school",
        "s: Dan zoekt een kind vergeefs wat het moet doen #regels-in-school",
        "s: Een kind moet vaker kunnen zeggen of het zich fijn voelt #veiligheid-en-pesten",
    ),
    (
        f"s: Sommige ouders denken dat afkomst meetelt #{S}",
        "s: De vaders wilden weten hoe de mr over ondersteuning meepraat #passend-onderwijs",
        "s: De overstap naar een andere school snappen ouders niet altijd #passend-onderwijs",
        "Houd ze langer bij elkaar, dan hoef je later pas te kiezen #passend-onderwijs",
        "s: Scholen letten volgens ouders erg op hun lijstjes #passend-onderwijs",
        "s: Ouders zoeken een school die het hele kind ziet #passend-onderwijs",
    ),
)
OFTEN = {
    "Schooladvies en eindtoets": (6, 1),
    "Regels in school": (5, 0),
    "Imago vmbo": (4, 0),
    "Schooltijden en vakanties": (5, 0),
    "Zorg in school": (1, 2),
}
ONCE = {"Passend onderwijs": (4, 1), "Veiligheid en pesten": (1, 0)}
"""How many signals and quotes there are under each heading."""

SUMMER_TALKS = (
    (
        "s: Ouders willen meer dan koffie schenken #rol-van-en-voor-ouders",
        f"s: Over het advies hoort een ouder te laat #{S}",
        "Wie zorgt er eigenlijk voor de stille kinderen? #zorg-in-school",
        "s: Tien minuten is voor een kind te kort #startgesprek/voortgangsgesprek",
        "Bij het hek gebeurt het, niet in de klas #veiligheid-en-pesten",
    ),
    (
        "Vraag ons eens wat wij kunnen #rol-van-en-voor-ouders",
        f"Eén ochtend zegt niet alles #{S}",
        "Laat mij beginnen met vertellen #startgesprek/voortgangsgesprek",
    ),
)
SUMMER_OFTEN = {
    "Rol van en voor ouders": (1, 1),
    "Schooladvies en eindtoets": (1, 1),
    "Startgesprek/voortgangsgesprek": (1, 1),
}
SUMMER_ONCE = {"Veiligheid en pesten": (0, 1), "Zorg in school": (0, 1)}


def told_on(talks: Sequence[tuple[str, ...]]) -> dict[str, list[str]]:
    """Hold conversations line by line, and return the lines under each heading of the report on them."""
    numbers = count(1)
    topics = load_prompts().topics
    setting = Setting(topics, lambda: f"n{next(numbers)}", lambda: NOON)

    def held(at: int, lines: tuple[str, ...]) -> Session:
        talk = Conversation(session(f"t{at}", place=f"Plek {at}"))
        for line in lines:  # a # takes no name with a slash in it
            for typed in line.replace(" #", "\n/thema ").splitlines() if "/" in line else (line,):
                talk = take(talk, typed, setting).conversation
        return talk.session

    sessions = tuple(held(at, lines) for at, lines in enumerate(talks))
    return sections(report(Review(sessions, topics, SPRING)))


def as_typed(talks: Sequence[tuple[str, ...]]) -> dict[str, list[str]]:
    """Return the lines by the name of the theme that was typed, signals first and quotes as quotes."""
    found: dict[str, list[str]] = {}
    lines = sorted((line for talk in talks for line in talk), key=lambda line: not line.startswith("s: "))
    for line in lines:
        said, _, typed = line.removeprefix("s: ").rpartition(" #")
        found.setdefault(typed, []).append(said if line.startswith("s: ") else f'Ouder: "{said}"')
    return found


@pytest.mark.parametrize(
    ("talks", "often", "once"),
    [(TALKS, OFTEN, ONCE), (SUMMER_TALKS, SUMMER_OFTEN, SUMMER_ONCE)],
)
def test_what_was_said_comes_back_under_the_names_parents_used_and_nowhere_else(
    talks: tuple[tuple[str, ...], ...], often: dict[str, tuple[int, int]], once: dict[str, tuple[int, int]]
) -> None:
    made = told_on(talks)
    assert list(made)[1:-1] == ["Waar het over ging", *often, "Eén keer gehoord", *once]
    typed = as_typed(talks)
    for heading, numbers in {**often, **once}.items():
        lines = [line for line in made[heading] if not line.startswith("*")]
        quotes = sum(line.startswith("Ouder: ") for line in lines)
        assert (len(lines) - quotes, quotes) == numbers
        assert lines == typed.pop(fold(heading).replace(" ", "-"))
    assert not typed


def test_the_questions_of_an_evaluation_are_told_together() -> None:
    assert Question(text="Hoe was dit, in één woord?").wants_one_word
    assert told_in(MARCH, APRIL)[Part.EVALUATION] == [
        "Kon je zeggen wat je wilde? Ja 12, een beetje 2, nee 1 (2 gesprekken).",
        "In één woord: fijn (2), kort",
    ]
