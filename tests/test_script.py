from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from goedgesprek_tui.faults import MAX_SIZE, Fault, ScriptError, decode
from goedgesprek_tui.models import Phase, Question, Script, ScriptKind
from goedgesprek_tui.reference import parse_cards, parse_questions, parse_topics
from goedgesprek_tui.script import parse_script

FIXTURES = Path(__file__).parent / "fixtures"
START = "---\nnaam: Praten over gym\nduur: 10\nsoort: groepsgesprek\n---\n\n# Gym\n\n## Begin (10 min)\n\n"
CARD = "---\nnaam: Kaarten\n---\n\n# Kaarten\n\n## Het blijft stil\n\n"
TOPIC = "---\nnaam: Thema's\n---\n\n# Thema's\n\n## Gym\n\nOver gym.\n\n"
FIELDS = "- id: gym\n- ook genoemd: gymles; lo\n- trefwoorden: gym; sportdag\n"
QUESTION = "---\nnaam: Vragen\n---\n\n# Vragen\n\n## Wat voor\n\nVraagt door.\n\n"
KNOWN = "- id: wat_voor\n- familie: kenmerk\n- wanneer: Vaak.\n- oudergroep: ja\n- vertaling: eigen\n"


def told(text: str) -> str:
    """Say what became of a script: its parts, or the faults, a line each."""
    try:
        script = parse_script(text, "gym")
    except ScriptError as error:
        return "".join(f"{fault}\n" for fault in error.faults)
    head = f"{script.name} | {script.minutes} | {script.kind} | {script.audience} | {script.address}\n"
    intro = f"intro: {script.intro}\n" if script.intro else ""
    return head + intro + "".join(map(_told_phase, script.phases))


def _told_phase(phase: Phase) -> str:
    lines = [f"{phase.title} | {phase.minutes}"]
    lines += [f"  advice: {text}" for text in phase.advice]
    lines += [f"  aloud: {text}" for text in phase.aloud]
    for question in phase.questions:
        lines += [f"  question: {question.text}", *(f"    {text}" for text in question.follow_ups)]
    return "".join(f"{line}\n" for line in lines)


CASES = read_fixture_file(FIXTURES / "script.md")


@pytest.mark.parametrize(("text", "expected"), [case[2:] for case in CASES], ids=[case[1] for case in CASES])
def test_a_script_becomes_its_parts_or_its_faults(text: str, expected: str) -> None:
    assert told(text) == expected


def test_the_first_fault_is_the_message_and_says_how_many_more_there_are() -> None:
    with pytest.raises(ScriptError, match=r"^regel 11: Deze vraag is leeg\. .* En nog 1 fout\.$"):
        parse_script(START + "1.\n2.\n", "gym")


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_and_a_byte_order_mark_do_no_harm(line_end: str) -> None:
    text = START + "1. Hoe gaat het?\n2.\n"
    assert told("\ufeff" + text.replace("\n", line_end)) == told(text)


def test_a_name_that_yaml_takes_for_something_else_stays_a_name() -> None:
    assert parse_script(START.replace("Praten over gym", "Nee"), "gym").name == "Nee"


def test_what_a_terminal_would_obey_does_not_get_in() -> None:
    text = START.replace("naam: Praten over gym", r'naam: "Gym\e[31m"') + "1. Hoe\x1b[2J gaat\x07 het?\n"
    script = parse_script(text, "gym\udc80")
    assert (script.id, script.name, script.phases[0].questions[0].text) == ("gym", "Gym", "Hoe gaat het?")


def test_many_marks_inside_each_other_do_no_harm() -> None:
    assert parse_script(START + "*a " * 2000 + "a* " * 2000, "gym").phases[0].advice


@pytest.mark.parametrize("value", ['"\\U99999999"', "[{" * 450, "x" * 9000], ids=["code", "nest", "size"])
def test_front_matter_made_to_break_a_reader_is_one_fault(value: str) -> None:
    faults = told(START.replace("Praten over gym", value)).splitlines()
    assert len(faults) == 1
    assert "Het blok bovenaan" in faults[0]


def test_a_file_that_is_not_utf_8_says_on_which_line() -> None:
    with pytest.raises(ScriptError, match=r"^regel 2: .* UTF-8\.$"):
        decode("---\nnaam: één".encode("latin-1"))


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(ScriptError, match="1 MB"):
        decode(b"x" * (MAX_SIZE + 1))
    with pytest.raises(ScriptError, match="1 MB"):
        parse_script("x" * (MAX_SIZE + 1), "gym")


PIECES = [
    *("---\n", "naam: x\n", "duur: 5\n", "soort: oefening\n", "id: *a\n", "# Gym\n", "## Begin (5 min)\n"),
    *(
        "### x\n",
        "> aloud\n",
        "1. vraag\n",
        "   - en {X}?\n",
        "{",
        "- id: gym\n",
        "- ",
        "\n",
        "\n\n",
        "    x\n",
    ),
    *(
        "| a |\n|--|\n",
        "```\n",
        "<b>",
        "![a](b)",
        "&#0;",
        "\x00",
        "\ufeff",
        "\udc80",
        "\u2028",
        "Wanneer: x\n",
    ),
]


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
def test_any_text_is_read_or_refused_with_faults(text: str) -> None:
    for parse in (lambda text: parse_script(text, "gym"), parse_cards, parse_topics, parse_questions):
        faults = _faults(parse, text)
        lines = [fault.line for fault in faults]
        assert lines == sorted(lines)
        assert all(fault.line > 0 and fault.problem and fault.mend for fault in faults)


def _faults(parse: Callable[[str], object], text: str) -> tuple[Fault, ...]:
    try:
        parse(text)
    except ScriptError as error:
        return error.faults
    return ()


WORDS = st.text("abcdefgé ,'", min_size=1, max_size=30).map(lambda text: f"w{' '.join(text.split())}w")
QUESTIONS = st.builds(Question, text=WORDS, follow_ups=st.lists(WORDS, max_size=3).map(tuple))
PHASES = st.builds(
    Phase,
    title=WORDS,
    minutes=st.integers(1, 90),
    aloud=st.lists(WORDS, max_size=2).map(tuple),
    advice=st.lists(WORDS, max_size=2).map(tuple),
    questions=st.lists(QUESTIONS, max_size=3).map(tuple),
)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(PHASES, min_size=1, max_size=3), WORDS, st.sampled_from(ScriptKind), st.sampled_from(["je", "u"])
)
def test_a_script_that_is_written_down_is_read_back(phases, words, kind, address) -> None:
    script = Script(
        id="gym",
        name=words,
        minutes=sum(phase.minutes for phase in phases),
        kind=kind,
        audience=words,
        address=address,
        intro=words,
        phases=tuple(phases),
    )
    assert parse_script(_written(script), "gym") == script


def _written(script: Script) -> str:
    front = f"naam: {script.name}\nduur: {script.minutes}\nsoort: {script.kind}\nvoor: {script.audience}\n"
    parts = [f"---\n{front}aanspreekvorm: {script.address}\n---", f"# {script.name}", script.intro]
    for phase in script.phases:
        parts += [
            f"## {phase.title} ({phase.minutes} min)",
            *phase.advice,
            *(f"> {text}" for text in phase.aloud),
        ]
        for number, question in enumerate(phase.questions, start=1):
            parts.append(
                "\n".join([f"{number}. {question.text}", *(f"   - {x}" for x in question.follow_ups)])
            )
    return "\n\n".join(parts) + "\n"


def test_a_card_has_its_parts() -> None:
    (card,) = parse_cards(
        CARD + "Wanneer: Niemand praat.\n\nDoe:\n\n- Wacht.\n- Tel.\n\nZeg:\n\n> Neem\n> de tijd.\n"
    )
    assert (card.title, card.when, card.do, card.say) == (
        "Het blijft stil",
        "Niemand praat.",
        ("Wacht.", "Tel."),
        "Neem de tijd.",
    )


def test_a_topic_has_its_names_and_keywords() -> None:
    (topic,) = parse_topics(TOPIC + FIELDS)
    assert (topic.id, topic.name, topic.description) == ("gym", "Gym", "Over gym.")
    assert (topic.also, topic.keywords) == (("gymles", "lo"), ("gym", "sportdag"))


def test_a_clean_question_has_its_forms_and_says_what_it_is_for() -> None:
    (question,) = parse_questions(QUESTION + KNOWN + "\n1. En wat voor {X} is dat?\n")
    assert (question.id, question.purpose, question.family) == ("wat_voor", "Vraagt door.", "kenmerk")
    assert (question.in_groups, question.own, question.forms) == (True, True, ("En wat voor {X} is dat?",))


@pytest.mark.parametrize(
    ("parse", "text", "expected"),
    [
        (parse_cards, CARD, [(7, "Wanneer:"), (7, "Doe:"), (7, "Zeg:")]),
        (
            parse_cards,
            CARD + "Wanneer: Nu.\n\nZomaar.\n\n- Doe\n\n> Zeg\n",
            [(11, "hoort niet op een kaart")],
        ),
        (
            parse_cards,
            CARD + "Wanneer: Nu.\n\n- Doe\n  - dit\n-\n\n> Zeg\n",
            [(12, "springt in"), (13, "leeg")],
        ),
        (parse_cards, CARD.replace("## Het blijft stil", ""), [(1, "staat niets in")]),
        (
            parse_cards,
            CARD.replace("naam: ", "soort: vragen\nnaam: "),
            [(2, "'vragen'"), (8, ""), (8, ""), (8, "")],
        ),
        (parse_topics, TOPIC, [(7, "'id'"), (7, "'ook genoemd'"), (7, "'trefwoorden'")]),
        (parse_topics, TOPIC + FIELDS + "- kleur: rood\n", [(14, "'kleur'")]),
        (parse_topics, TOPIC + FIELDS.replace("gym\n", "Gym les\n", 1), [(11, "'Gym les' kan geen id zijn")]),
        (parse_topics, TOPIC + FIELDS + "\n1. Hoe?\n", [(15, "geen genummerde lijst")]),
        (parse_topics, TOPIC + FIELDS + "\n> Zeg\n", [(15, "hoort hier niet")]),
        (parse_topics, f"{TOPIC}{FIELDS}\n## Weer gym\n\n{FIELDS}", [(17, "al gebruikt")]),
        (parse_topics, f"{TOPIC}{FIELDS}\n##\n\n{FIELDS.replace('gym', 'lo', 1)}", [(15, "kop is leeg")]),
        (parse_questions, QUESTION + KNOWN, [(7, "geen vraag")]),
        (parse_questions, QUESTION + KNOWN + "\n1. En {Z}?\n", [(17, "{Z}")]),
        (parse_questions, QUESTION + KNOWN.replace("ja", "soms") + "\n1. En?\n", [(14, "'soms'")]),
        (parse_questions, QUESTION + KNOWN.replace("kenmerk", "kenmrk") + "\n1. En?\n", [(12, "'kenmrk'")]),
        (parse_questions, QUESTION + KNOWN.replace("eigen", "ons") + "\n1. En?\n", [(15, "'ons'")]),
    ],
    ids=range(17),
)
def test_a_fault_in_another_file_has_its_line_and_a_mend(parse, text, expected) -> None:
    with pytest.raises(ScriptError) as caught:
        parse(text)
    assert [fault.line for fault in caught.value.faults] == [line for line, _ in expected]
    for fault, (_, part) in zip(caught.value.faults, expected, strict=True):
        assert part in fault.problem
        assert fault.mend
