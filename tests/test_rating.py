import pytest
from cases import Case, cases
from conftest import QUESTIONS
from hypothesis import given
from hypothesis import strategies as st

from goedgesprek_tui.asking import all_on
from goedgesprek_tui.clean.rating.levels import LABELS, MEANINGS, Level, Rating
from goedgesprek_tui.clean.rating.meanings import HARD, PRAISE, SOFT, STYLE, VARIANTS
from goedgesprek_tui.clean.rating.rate import rate
from goedgesprek_tui.clean.words import candidates

FORMS = [(question.id, form) for question in QUESTIONS for form in question.forms]
SAID = [
    ("Er is zoveel drukte thuis en ik mis de rust.", "drukte", "de rust", "er zoveel drukte thuis is"),
    (
        "Mijn dochter kruipt in haar schulp zodra het over rekenen gaat.",
        "haar schulp",
        "rekenen",
        "je dochter in haar schulp kruipt",
    ),
    (
        "Ze laten hem links liggen op het plein en wij staan machteloos.",
        "het plein",
        "machteloos",
        "ze hem links laten liggen en jullie machteloos staan",
    ),
    (
        "Wij krijgen de brieven te laat, dan zijn we boos op elkaar.",
        "de brieven",
        "boos",
        "jullie de brieven te laat krijgen",
    ),
    ("Ik zwem tegen de stroom in.", "die stroom", "zwemmen", "je tegen de stroom in zwemt"),
    (
        "Mijn man en ik vechten elkaar de tent uit over het bedritueel.",
        "het bedritueel",
        "vechten",
        "jij en je man elkaar de tent uit vechten",
    ),
    ("Ze sloeg dicht toen de meester haar een beurt gaf.", "die beurt", "dichtslaan", "ze dichtslaat"),
    ("hij komt zn kamer niet meer uit", "zijn kamer", "niet uitkomen", "hij zijn kamer niet meer uitkomt"),
    ("Niemand reageert op mij in die app.", "die app", "niemand", "niemand op jou reageert"),
    ("Het is een gevecht hem uit bed te krijgen.", "een gevecht", "bed", "het een gevecht is"),
    ("Wat ik wil is meer lucht in de week, en spontane visite.", "meer lucht", "visite", "er lucht is"),
    ("Dat rapport was een klap in mijn gezicht.", "dat rapport", "klap", "dat een klap in je gezicht was"),
]


def rated(case: Case) -> Rating:
    said = [case["context"]] if case["context"] else []
    return rate(said, case["question"], case.get("topic", ""))


def flags(rating: Rating) -> set[str]:
    return {flag.code for flag in rating.flags} - set(STYLE)


# --- cases that people rated ------------------------------------------------------------------


@pytest.mark.parametrize(("name", "least"), [("seen", 0.95), ("own", 0.95), ("held", 0.9)])
def test_the_level_is_mostly_that_of_a_trained_rater(name: str, least: float) -> None:
    found = [(case, rated(case).level) for case in cases(f"rating_{name}")]
    exact = sum(level == case["level"] for case, level in found)
    near = sum(level in case.get("level_ok", [case["level"]]) for case, level in found)
    assert exact / len(found) >= least
    assert near / len(found) >= 0.95


@pytest.mark.parametrize(("name", "most"), [("seen", 0.0), ("own", 0.03), ("held", 0.12)])
def test_of_a_leading_question_a_reason_is_given_that_a_rater_would_give(name: str, most: float) -> None:
    leading = [case for case in cases(f"rating_{name}") if case["level"].endswith("leading")]
    unfounded = [
        case["id"]
        for case in leading
        if not {reason.code for reason in rated(case).reasons} & {*case["reasons"]}
    ]
    assert len(unfounded) / len(leading) <= most


# --- the clean questions ----------------------------------------------------------------------


@pytest.mark.parametrize(("said", "x", "y", "clause"), SAID)
def test_every_form_of_the_clean_questions_is_classically_clean(
    said: str, x: str, y: str, clause: str
) -> None:
    for id, form in FORMS:
        slots = (x, y, clause) if id not in ("wat_voor", "relatie") else (x, y)
        for slot in (*slots, f"“{x}”", f'"{said}"'):
            question = form.replace("{X}", slot).replace("{Y}", y)
            for asked in (question, question.removeprefix("En "), question.lower().rstrip("?")):
                rating = rate([said], asked)
                assert (rating.level, flags(rating)) == (Level.CLASSIC, set()), asked


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Het is elke ochtend trekken.", "En wat is dat voor trekken?"),
        ("Het is elke ochtend trekken.", "En wat voor een trekken is dat?"),
        ("Het is elke ochtend trekken.", "Trekken. En wanneer trekken, wat voor trekken is dat trekken?"),
        ("Het is elke ochtend trekken.", "Hm, trekken... en wat voor trekken is dat?"),
        ("Het is elke ochtend trekken.", "En trekken — is er nog iets over trekken?"),
        ("Het is elke ochtend trekken.", "En wat gebeurt er vlak voor het trekken?"),
        ("Het is elke ochtend trekken.", "En waar precies is dat trekken?"),
        ("Het is elke ochtend trekken.", "En wat zou u graag willen dat er gebeurt?"),
        ("Wij slapen slecht sinds die brief.", "En wat gebeurt er wanneer jullie slecht slapen?"),
        ("Wij slapen slecht sinds die brief.", "En wat zouden jullie graag willen dat er gebeurt?"),
        ("Wij slapen slecht sinds die brief.", "En is er een verband tussen slecht slapen en die brief?"),
        ("Toen ging de deur dicht.", "En wat gebeurde er daarna?"),
        ("Toen ging de deur dicht.", "En toen de deur dichtging, wat gebeurde er toen?"),
        ("Ik wil dat we samen koken.", "En kunnen jullie samen koken?"),
        ("Ik wil dat we samen koken.", "En wat is ervoor nodig dat jullie samen koken?"),
        ("Ik wil dat we samen koken.", "En kan er samen gekookt worden?"),
        ("Mijn geduld is op.", "En waar zou je geduld vandaan kunnen komen?"),
        ("Het is rampzalig, altijd dat geschreeuw.", "En wat gebeurt er wanneer er altijd geschreeuw is?"),
        ("Dat is een soort deken om me heen.", "En wat voor soort deken is dat?"),
        ("Ik weet niet of ik moet praten of zwijgen.", "En is er nog iets over praten of zwijgen?"),
        ("I walk on eggshells at home.", "And when you walk on eggshells, what happens just before that?"),
        ("I walk on eggshells at home.", "And what kind of eggshells are those eggshells?"),
    ],
)
def test_other_wordings_are_the_same_question(said: str, question: str) -> None:
    rating = rate([said], question)
    assert (rating.level, flags(rating)) == (Level.CLASSIC, set())
    assert "canonical_frame" in {reason.code for reason in rating.reasons}


def test_als_is_a_remark_on_style_and_changes_no_level() -> None:
    rating = rate(["De deur klemt."], "En als de deur klemt, wat gebeurt er dan?")
    assert (rating.level, [flag.code for flag in rating.flags]) == (Level.CLASSIC, ["als_for_wanneer"])


def test_in_a_frame_a_strange_word_leads_and_one_that_judges_leads_strongly() -> None:
    said = ["We kregen een brief over de gymles."]
    assert rate(said, "En wat voor trein is dat?").level is Level.MILD
    assert flags(rate(said, "En wat voor trein is dat?")) == {"new_metaphor"}
    assert flags(rate(said, "En wat voor bericht is dat?")) == {"changed_word"}
    assert flags(rate(said, "En is er nog iets over die zwemles?")) <= {"new_content"}
    assert rate(said, "En wanneer je boos bent over die brief, wat gebeurt er dan?").level is Level.STRONG
    assert rate(said, "En wat voor rampzalige brief is dat?").level is Level.STRONG
    assert flags(rate(said, "En wanneer je weer een brief krijgt, wat gebeurt er dan?")) == {"presupposition"}
    assert flags(rate(said, "En wanneer je altijd een brief krijgt, wat gebeurt er dan?")) == {
        "generalisation"
    }


# --- other questions --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Woensdag was er een gesprek met de rector.", "Hoe laat begon dat gesprek?"),
        ("Woensdag was er een gesprek met de rector.", "Wie waren er bij dat gesprek?"),
        ("Woensdag was er een gesprek met de rector.", "En toen?"),
        ("Ze krimpt ineen als de bel gaat.", "Hoe weet je dat ze ineenkrimpt?"),
        ("Ze krimpt ineen als de bel gaat.", "Welke bel?"),
        ("Ze krimpt ineen als de bel gaat.", "Kun je daar iets meer over vertellen?"),
        ("Ze krimpt ineen als de bel gaat.", "Weet je of ze ook thuis ineenkrimpt?"),
        ("Ik voel me een steen in de beek.", "Hoe voelt dat, een steen in de beek?"),
    ],
)
def test_a_question_that_follows_what_was_said_is_clean_here(said: str, question: str) -> None:
    rating = rate([said], question)
    assert (rating.level, flags(rating)) == (Level.CONTEXT, set())


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("Heb je al eens met de mentor overlegd?", "advice"),
        ("Misschien kun je een schema maken.", "advice"),
        ("Dat is vroeg, hè?", "tag_question"),
        ("Je bent vast bang dat hij valt.", "interpreted_feeling"),
        ("Komt dat doordat hij te laat naar bed gaat?", "interpretation"),
        ("Wat knap van je!", "evaluation"),
        ("Gaat hij fietsen of wordt hij gebracht?", "either_or"),
        ("Vind je niet dat de school daar iets van moet zeggen?", "negative_question"),
        ("Dat had ik vroeger ook.", "own_experience"),
        ("Waarom heb je de leraar dat niet verteld?", "blame"),
    ],
)
def test_a_hard_signal_makes_a_question_strongly_leading(question: str, code: str) -> None:
    rating = rate(["Hij moet zo ver lopen, elke ochtend."], question)
    assert rating.level is Level.STRONG
    assert code in flags(rating)
    assert set(HARD) >= {rating.flags[0].code}


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("Hoe lang moet hij al zo ver lopen?", "presupposition"),
        ("Waarom loopt hij zo ver?", "why"),
        ("Wat voor soort lopen is dat?", "soort"),
        ("Is er nog meer over dat lopen?", "nog_meer"),
        ("Wat ga je daaraan doen?", "solution_push"),
        ("Moet hij iedere dag lopen?", "generalisation"),
        ("Wat vindt zijn vader daarvan?", "third_party"),
        ("Hoe ver is dat op een schaal van 1 tot 10?", "scale"),
        ("Hoe voelt dat?", "feeling_frame"),
        ("Heeft hij een fiets?", "closed_suggestion"),
        ("En wat voor lopen is dat, en waar loopt hij?", "stacked"),
        ("Waar is die tunnel?", "new_metaphor"),
    ],
)
def test_a_soft_signal_makes_it_mildly_leading(question: str, code: str) -> None:
    rating = rate(["Hij moet zo ver lopen, elke ochtend."], question)
    assert rating.level is Level.MILD
    assert code in flags(rating)
    assert set(SOFT) >= {rating.flags[0].code}


def test_many_soft_signals_lead_strongly() -> None:
    rating = rate(["Hij moet zo ver lopen."], "Waarom vindt zijn vader altijd dat hij weer moet lopen?")
    assert rating.level is Level.STRONG
    assert not flags(rating) & set(HARD)


def test_giving_words_back_is_a_clean_repeat_with_or_without_a_mark() -> None:
    said = ["Ik sta met mijn rug tegen de muur."]
    for repeat in (
        "Je staat met je rug tegen de muur.",
        "Met je rug tegen de muur?",
        "Hm, en die muur.",
        "Met je rug.",
    ):
        assert rate(said, repeat).level is Level.REPEAT, repeat


@pytest.mark.parametrize("text", ["…", "???", "12345", "😀", "En?", "Dank je wel.", "Hm."])
def test_what_asks_nothing_and_gives_nothing_back_is_no_repeat(text: str) -> None:
    rating = rate(["Ik sta met mijn rug tegen de muur."], text)
    assert (rating.level, [reason.code for reason in rating.reasons]) == (Level.CONTEXT, ["follows_logic"])


def test_before_a_word_is_said_a_question_is_not_praised_for_following_it() -> None:
    (reason,) = rate([], "Waar wil je het over hebben?").reasons
    assert "vertelde" not in reason.text


@pytest.mark.parametrize(
    ("said", "question", "codes"),
    [
        ("Ze haalde haar diploma.", "Ben je blij met dat diploma?", None),
        ("Ze haalde haar diploma.", "Ze is dus weer vrolijk.", "interpreted_feeling"),
        ("Ze haalde haar diploma.", "En wat voor dankbaar is dat?", "interpreted_feeling"),
        ("Ze woont ver weg.", "Mis je je zus?", "interpreted_feeling"),
        ("De les duurt lang.", "Heb je daar ook last van op andere dagen?", "closed_suggestion"),
        ("De les duurt lang.", "Heb je er behoefte aan?", "closed_suggestion"),
        ("De les duurt lang.", "Wat is het zwaarst?", "presupposition"),
        ("Dat is zijn rapport.", "Welke cijfers staan erop?", "new_content"),
        ("Hij gamet graag.", "Welk spel speelt hij?", None),
        ("Ik wil haar aanspreken.", "Wil je met haar praten?", "new_content"),
    ],
)
def test_the_reason_is_the_one_that_fits(said: str, question: str, codes: str | None) -> None:
    found = flags(rate([said], question))
    assert found.isdisjoint({"advice", "changed_word", "evaluation"})
    assert codes is None or codes in found


def test_a_word_of_the_same_stem_is_no_other_word() -> None:
    for said, question in (
        ("Ik moet een besluit nemen.", "Wat heb je besloten?"),
        ("Hij deed een belofte.", "Wat heeft hij beloofd?"),
        ("We hebben een klacht.", "Wie klaagt er?"),
    ):
        assert rate([said], question).level is Level.CONTEXT, question


def test_a_request_for_rest_makes_every_question_lead_and_no_repeat() -> None:
    said = ["Er was ruzie.", "Ik wil er nu even niets over zeggen."]
    asked = rate(said, "En wat voor ruzie is dat?")
    assert asked.level is Level.STRONG
    assert "ignores_request" in flags(asked)
    assert rate(said, "Je wil er nu even niets over zeggen.").level is Level.REPEAT
    assert rate([*said, "Goed dan. Er was een bord."], "En wat voor bord is dat?").level is Level.CLASSIC


def test_at_first_only_the_topic_counts_and_the_reason_says_so() -> None:
    rating = rate([], "Wat zou je graag willen dat er gebeurt met het schoolreisje?", "het schoolreisje")
    assert rating.level is Level.CONTEXT
    assert "topic_agreed" in {reason.code for reason in rating.reasons}
    (flag,) = rate([], "Welke kosten zijn er bij het schoolreisje?", "het schoolreisje").flags
    assert "nog niets gezegd" in flag.text


def test_a_reason_points_at_the_words_as_they_were_typed() -> None:
    question = "  En wat voor  CONFLICT is dat?"
    (flag,) = rate(["Weer ruzie."], question).flags
    assert flag.span
    assert question[slice(*flag.span)] == "CONFLICT"
    assert flag.text == "De ouder zei 'ruzie', jij zegt 'CONFLICT'."


def test_every_code_has_a_sentence_and_every_level_a_name() -> None:
    codes = [*HARD, *SOFT, *STYLE, *PRAISE]
    assert len(codes) == len(set(codes))
    assert set(LABELS) == set(MEANINGS) == set(Level)
    assert [level.clean for level in Level] == [True, True, True, False, False]


def test_every_sentence_is_one_and_short() -> None:
    for text in (*(HARD | SOFT | STYLE | PRAISE | VARIANTS).values(), *MEANINGS.values()):
        assert len(text.split()) <= 18, text
        assert text.rstrip(".").count(".") == 0, text


# --- questions beside the story -----------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        "Mag dit woord voor woord in het verslag, of liever een samenvatting?",
        "Mag ik dat noteren?",
        "Klopt dat zo?",
        "Heb ik dat goed opgeschreven?",
        "Is het oké als ik meeschrijf?",
        "Wil je dat ik je naam weglaat?",
        "Hoe wil je dat ik het opschrijf?",
        "Zullen we even pauze nemen?",
        "Wil je nog thee?",
        "Zit u goed?",
        "Kunt u mij verstaan?",
        "Hoe heet de meester?",
        "Hoeveel zonen heb je?",
        "In welke groep zit je kind?",
        "Klopt het dat de trap kapot is?",
    ],
)
def test_a_question_for_leave_a_check_a_fact_or_out_of_courtesy_leads_nowhere(question: str) -> None:
    rating = rate(["De trap is kapot en niemand doet er iets aan."], question)
    assert (rating.level, flags(rating)) == (Level.CONTEXT, set())


@pytest.mark.parametrize(
    "question",
    [
        "Klopt het dat je kwaad bent?",
        "Heb ik goed gehoord dat de gemeente faalt?",
        "Is het goed als ik de wethouder schrijf?",
        "Zullen we samen een klacht schrijven?",
        "Mag ik je een tip geven?",
        "Wil je dat de directeur vertrekt?",
        "Hoeveel kinderen zijn er gevallen?",
        "En wat voor verslag is dat?",
        "Klopt dat, hè?",
    ],
)
def test_a_polite_form_is_no_cover_for_an_idea(question: str) -> None:
    assert not rate(["De trap is kapot."], question).level.clean


def test_a_request_for_rest_is_heeded_by_courtesy_but_not_by_asking_for_facts() -> None:
    said = ["Nu even geen vragen, alsjeblieft."]
    assert rate(said, "Wilt u een glas water?").level.clean
    assert not rate(said, "Hoe oud is uw zoon?").level.clean


def test_thanks_and_a_greeting_take_nothing_from_a_clean_question() -> None:
    said = ["De trap is kapot."]
    for front in ("Dank je wel dat je dat vertelt.", "Bedankt voor je verhaal!", "Welkom allemaal."):
        assert rate(said, f"{front} En wat voor trap is dat?").level is Level.CLASSIC


# --- judging, comforting, praising ----------------------------------------------------------------


@pytest.mark.parametrize("word", ["rotmeester", "kutschool", "klotezooi", "stomme brief", "nepexcuus"])
def test_a_loaded_word_in_a_frame_is_an_evaluation_and_no_praise(word: str) -> None:
    rating = rate(
        ["De meester van die school kwam met een brief en een excuus."], f"En wat voor {word} is dat?"
    )
    assert rating.level is Level.STRONG
    assert "evaluation" in flags(rating)
    assert "canonical_frame" not in {reason.code for reason in rating.praise}
    assert rate([f"Het is een {word}."], f"En wat voor {word} is dat?").level is Level.CLASSIC


@pytest.mark.parametrize("word", ["rotonde", "stompen", "rotsen", "stoma", "nepper", "rotan"])
def test_a_word_that_only_begins_like_a_curse_is_none(word: str) -> None:
    assert "evaluation" not in flags(rate(["We staan daar."], f"En wat voor {word} is dat?"))


@pytest.mark.parametrize(
    "front", ["Wat naar.", "Wat vervelend zeg!", "Ach jee,", "Dat klinkt zwaar.", "Wat een toestand zeg."]
)
def test_sympathy_before_a_clean_question_is_mild_and_no_second_question(front: str) -> None:
    said = ["Hij slaapt slecht en ik lig wakker."]
    for clean in ("En wat voor slapen is dat?", "Hoe laat slaapt hij?"):
        rating = rate(said, f"{front} {clean}")
        assert (rating.level, flags(rating)) == (Level.MILD, {"evaluation"})
        assert "meeleeft" in rating.flags[0].text
    assert rate(said, f"{front} Wat ga je daaraan doen?").level is Level.STRONG
    assert rate(said, front).level is Level.STRONG


@pytest.mark.parametrize("front", ["Mooi gezegd!", "Wat goed dat je dat zegt.", "Dat heb je knap verwoord."])
def test_a_compliment_is_strong_whatever_follows_it(front: str) -> None:
    rating = rate(["Het gaat best goed, met meer lucht."], f"{front} En wat voor lucht is dat?")
    assert (rating.level, flags(rating)) == (Level.STRONG, {"evaluation"})
    assert "compliment" in rating.flags[0].text


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Leren is moeilijk voor hem.", "Was leren vroeger ook moeilijk voor je?"),
        ("Leren is moeilijk voor hem.", "Vind je dat de juf genoeg uitlegt?"),
        ("Leren is moeilijk voor hem.", "Ik begrijp je helemaal."),
    ],
)
def test_what_is_no_compliment_is_not_called_one(said: str, question: str) -> None:
    assert all("compliment" not in flag.text for flag in rate([said], question).flags)


# --- one reason for each cause ----------------------------------------------------------------------


def test_a_cry_is_no_question_and_its_words_need_no_reason_of_their_own() -> None:
    rating = rate(["Ze noemen hem dom."], "Wat een flauwekul! Wie noemt hem dom?")
    assert (rating.level, flags(rating)) == (Level.STRONG, {"evaluation"})


def test_what_is_told_of_oneself_is_one_reason() -> None:
    for question in (
        "Ja, mijn zus had dat ook.",
        "Onze buurvrouw had precies hetzelfde.",
        "Dat had mijn neef ook.",
    ):
        assert flags(rate(["Ze droomt eng."], question)) == {"own_experience"}, question


def test_a_word_is_not_changed_when_the_speakers_own_stands_beside_it() -> None:
    assert "changed_word" not in flags(rate(["Er is ruzie."], "Is die ruzie een conflict?"))
    assert "changed_word" not in flags(rate(["Ze slaapt slecht."], "Slaapt ze elke nacht slecht?"))


def test_where_a_cause_is_asked_for_none_is_given() -> None:
    for question in (
        "Waar komt dat door?",
        "Waar ligt dat aan?",
        "Waardoor komt dat?",
        "Waar denk je dat het door komt?",
    ):
        assert flags(rate(["Hij bijt."], question)) == {"why"}, question
    assert "interpretation" in flags(rate(["Hij bijt."], "Komt dat door de hitte?"))


def test_what_somebody_expects_of_another_is_no_guess_but_what_another_expects_is() -> None:
    said = ["Ik verwacht niets meer van die school."]
    assert rate(said, "Wat verwacht je van die school?").level is Level.CONTEXT
    assert flags(rate(said, "Wat verwacht je man van die school?")) >= {"third_party"}


def test_a_reason_about_a_thing_needs_no_article() -> None:
    (flag,) = rate(["We praten over taal."], "En wat voor probleem is dat?").flags
    assert flag.text == "De ouder noemde nog geen 'probleem', jij wel."


# --- levels that go together --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "alike",
    [
        ["Wat zou je graag willen?", "Wat zou je het liefst willen?", "Wat zou je het liefste willen?"],
        ["Vind je het erg?", "Vind je dat lastig?", "Vind je dat de school daar iets aan moet doen?"],
        ["Mooi gezegd!", "Wat goed dat je dat zegt."],
        ["Zou een tolk niet iets zijn?", "Zou je neef misschien mee kunnen?", "Zou een tolk kunnen helpen?"],
        ["Wat doet de conciërge?", "Hoe is dat voor jou?"],
    ],
)
def test_questions_that_do_the_same_have_the_same_level(alike: list[str]) -> None:
    assert len({rate(["Dat gesprek op school was vaag."], question).level for question in alike}) == 1


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("En die heeft het zeker vergeten?", "tag_question"),
        ("De rector was zeker op reis?", "tag_question"),
        ("Dus we zijn het erover eens dat de trap weg moet?", "interpretation"),
        ("Dus iedereen is het zat?", "interpretation"),
        ("Hoe zou het zijn als iemand van ons meegaat?", "advice"),
        ("Hoe lijkt het je om een petitie te beginnen?", "advice"),
        ("Zou je neef misschien mee kunnen?", "advice"),
        ("Zou een lift niet iets zijn?", "advice"),
    ],
)
def test_a_conclusion_or_an_offer_in_the_form_of_a_question_is_strong(question: str, code: str) -> None:
    rating = rate(["Ik belde over de trap."], question)
    assert rating.level is Level.STRONG
    assert code in flags(rating)


def test_why_not_is_a_reproach_and_asks_for_a_reason() -> None:
    for question in ("Waarom heb je niet gewoon gebeld?", "Waarom praat je niet met de rector?"):
        assert flags(rate(["De trap is kapot."], question)) >= {"blame", "why"}, question
    assert flags(rate(["Ik ga niet naar school."], "Waarom ga je niet?")) == {"why"}


def test_the_als_that_links_the_frame_is_the_one_that_is_remarked_on() -> None:
    question = "En hij als clown, wat gebeurt er als hij lacht?"
    (remark,) = rate(["Hij speelt als clown en lacht."], question).flags
    assert remark.span == (33, 36)
    assert not rate(["Hij speelt als clown, ook als hij lacht."], question).flags


# --- any text ---------------------------------------------------------------------------------


@given(st.lists(st.text(max_size=60), max_size=3), st.text(max_size=120), st.text(max_size=20))
def test_any_text_gets_a_level_and_spans_within_the_question(
    said: list[str], question: str, topic: str
) -> None:
    rating = rate(said, question, topic)
    assert rating.level in Level
    for reason in rating.reasons:
        start, end = reason.span or (0, 0)
        assert 0 <= start <= end <= len(question)


@given(
    st.permutations("en wat voor muur is die dat niet of waarom je weer als telkens zou , ? . “ ”".split())
)
def test_loose_words_of_questions_do_no_harm(words: list[str]) -> None:
    assert rate(["Die muur staat er al."], " ".join(words)).level in Level


@pytest.mark.parametrize(
    "piece", ["wat voor ", "en, ", "“a ", "zoals wat ", "v" * 5000, "Wat is dat? ", "of 😀 "]
)
def test_a_hundred_thousand_characters_are_no_trouble(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    assert rate([text], text, text).level in Level


def test_every_question_that_is_made_of_the_words_of_a_parent_is_classically_clean() -> None:
    said = [case["said"] for name in ("seen", "look", "held") for case in cases(f"fill_{name}")]
    for text in said:
        chosen = ("", *candidates(text)[:3])
        for question in {made.text for words in chosen for made in all_on(text, words, QUESTIONS)}:
            rating = rate([text], question)
            assert (rating.level, rating.flags) == (Level.CLASSIC, ()), (text, question)
