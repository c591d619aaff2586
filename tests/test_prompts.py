import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from goedgesprek_tui.models import PhaseRole, ScriptKind
from goedgesprek_tui.prompts import Prompts, check, load_prompts, prompts_folder

OWN = "---\nnaam: {name}\nduur: 5\nsoort: groepsgesprek\n---\n\n# Gym\n\n## Begin (5 min)\n\n1. Hoe?\n"
BROKEN = OWN.format(name="Gym").replace("duur: 5", "duur: 6")
FIRST = "1-ouderkamer-eerste-kennismaking"
TOPIC_IDS = """
brede-ontwikkeling cijfers-prestatiedruk contact-met-school digitale-communicatie huisbezoek huiswerk
imago-vmbo jeugdhulp-wachtlijsten kansengelijkheid-discriminatie kennismaking-vertrouwen leerlingvervoer
lerarentekort-lesuitval mbo medezeggenschap opvang-werk opvoeden ouderkamer-ontmoeting ouders-onderling
overgangen-selectie passend-onderwijs regels-in-school rol-van-ouders schooladvies-doorstroomtoets schoolkeuze
schoolkosten schooltijden-vakanties sociaal-contract startgesprek-voortgangsgesprek telefoon-sociale-media
thuis-meeleren thuistaal veiligheid-pesten verzuim-thuiszitten zorg-in-school
""".split()
CLEAN_IDS = """
wat_voor nog_iets waar relatie wat_gebeurt_met zoals_wat wat_dan net_ervoor waar_vandaan wat_graag wat_nodig
kan_het
""".split()


@pytest.fixture(scope="module")
def ours() -> Prompts:
    return load_prompts()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "leidraden"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "path", sorted(prompts_folder().glob("[!R]*.md")) + sorted(prompts_folder().glob("[lo]*/*.md"))
)
def test_every_file_that_ships_is_without_a_fault(path: Path) -> None:
    assert check(path) == []


def test_seven_scripts_ship_in_the_order_of_their_files(ours: Prompts) -> None:
    assert ours.broken == ()
    assert [script.id[:2] for script in ours.scripts] == [f"{n}-" for n in range(1, 8)]
    assert {script.kind for script in ours.scripts} == set(ScriptKind)
    for script in ours.scripts:
        assert sum(phase.minutes for phase in script.phases) == script.minutes


def test_every_script_begins_with_the_contract_and_something_good_and_ends_with_the_evaluation(ours) -> None:
    for script in ours.scripts:
        first, second, *_, before_last, last = (phase.role for phase in script.phases)
        assert (first, second) == (PhaseRole.CONTRACT, PhaseRole.POSITIVE)
        assert (before_last, last) == (PhaseRole.READ_BACK, PhaseRole.EVALUATION)


def test_every_script_asks_for_consent_and_counts_answers(ours: Prompts) -> None:
    for script in ours.scripts:
        assert any(question.asks_consent for question in script.phases[0].questions)
        assert any(question.choices for question in script.phases[-1].questions)


def test_all_topics_ship_and_each_is_found_by_its_names(ours: Prompts) -> None:
    assert sorted(topic.id for topic in ours.topics) == TOPIC_IDS
    for topic in ours.topics:
        assert topic.description
        assert topic.keywords
        for name in (topic.id, topic.name, *topic.also):
            found = ours.topics.find(name)
            assert found
            assert found[0] == topic


def test_the_older_names_of_topics_come_back_as_headings(ours: Prompts) -> None:
    headings = ["Schooladvies en eindtoets", "Imago vmbo"]
    assert [ours.topics.find(name)[1] for name in ("schooladvies-en-eindtoets", "imago-vmbo")] == headings


def test_thirteen_cards_ship_with_all_their_parts(ours: Prompts) -> None:
    assert len(ours.cards) == 13
    assert all(card.title and card.when and len(card.do) >= 3 and card.say for card in ours.cards)


def test_the_twelve_clean_questions_ship(ours: Prompts) -> None:
    assert [question.id for question in ours.questions] == CLEAN_IDS
    assert {q.id for q in ours.questions if not q.in_groups} == {"waar", "zoals_wat", "waar_vandaan"}
    assert {q.id for q in ours.questions if q.own} == {"waar_vandaan", "wat_nodig", "kan_het"}


def test_every_follow_up_in_a_script_is_a_form_of_a_clean_question(ours: Prompts) -> None:
    forms = {form for question in ours.questions for form in question.forms}
    questions = [q for script in ours.scripts for phase in script.phases for q in phase.questions]
    assert {text for question in questions for text in question.follow_ups} <= forms


def test_the_examples_of_the_readme_are_without_a_fault(tmp_path: Path) -> None:
    readme = (prompts_folder() / "README.md").read_text(encoding="utf-8")
    examples = [part.split("```")[0] for part in readme.split("```markdown\n")[1:]]
    kinds = [line for text in examples for line in text.splitlines() if line.startswith("soort:")]
    assert kinds == ["soort: groepsgesprek", "soort: oefengesprek", "soort: vragenset", "soort: observatie"]
    assert [check(write(tmp_path, "x", text)) for text in examples] == [[]] * len(examples)


def test_own_scripts_come_after_ours_and_replace_those_of_the_same_name(own: Path, ours: Prompts) -> None:
    write(own, "gym", OWN.format(name="Gym"))
    write(own, FIRST, OWN.format(name="Anders"))
    (own / "notities.txt").write_text("geen leidraad", encoding="utf-8")
    (own / "._gym.md").write_bytes(b"\x00\x05")
    prompts = load_prompts(own)
    assert [script.id for script in prompts.scripts] == [*(script.id for script in ours.scripts), "gym"]
    assert prompts.scripts[0].name == "Anders"
    assert prompts.broken == ()


def test_a_broken_file_is_listed_and_ours_stays(own: Path, ours: Prompts) -> None:
    path = write(own, FIRST, BROKEN)
    latin = own / "latijn.md"
    latin.write_bytes("één".encode("latin-1"))
    (own / "map.md").mkdir()
    prompts = load_prompts(own)
    assert prompts.scripts == ours.scripts
    assert [broken.path for broken in prompts.broken] == [path, latin, own / "map.md"]
    assert [fault.line for broken in prompts.broken for fault in broken.faults] == [3, 1, 1]


def test_a_folder_of_own_scripts_may_be_missing_or_unreadable(tmp_path: Path, ours: Prompts) -> None:
    assert load_prompts(tmp_path / "weg") == ours
    file = write(tmp_path, "bestand", "")
    prompts = load_prompts(file)
    assert prompts.scripts == ours.scripts
    assert [broken.path for broken in prompts.broken] == [file]


@pytest.mark.parametrize("name", [FIRST, f"{FIRST}.md", "1", "1-ouder", FIRST.upper(), "1 ouderkamer"])
def test_a_script_is_found_by_its_file_name_or_its_beginning(ours: Prompts, name: str) -> None:
    assert ours.script(name).id == FIRST


def test_a_whole_name_goes_before_a_longer_one(own: Path) -> None:
    write(own, "gym", OWN.format(name="Gym"))
    write(own, "gym-kort", OWN.format(name="Gym, kort"))
    prompts = load_prompts(own)
    assert prompts.script("gym").name == "Gym"
    with pytest.raises(LookupError, match=r"meer dan één leidraad: gym, gym-kort\.$"):
        prompts.script("gy")


def test_a_script_is_read_from_a_path(own: Path, ours: Prompts, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(own, "gym", OWN.format(name="Gym"))
    assert ours.script(str(path)).id == "gym"
    monkeypatch.chdir(own)
    assert ours.script("gym.md").id == "gym"
    assert ours.script("./gym.md").id == "gym"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("3-inlop", "bedoel je '3-inloop-koffie'?"),
        ("inloop", "bedoel je '3-inloop-koffie'?"),
        ("zwemmen", "kies uit: 1-ouderkamer"),
        ("", "kies uit: 1-ouderkamer"),
        ("weg/gym.md", "kies uit: 1-ouderkamer"),
        ("\0", "kies uit"),
        ("x" * 5000 + ".md", "kies uit"),
    ],
    ids=range(7),
)
def test_an_unknown_script_is_refused_with_the_nearest(ours: Prompts, name: str, said: str) -> None:
    with pytest.raises(LookupError) as caught:
        ours.script(name)
    assert said in str(caught.value)


def test_a_script_with_a_fault_is_refused_with_the_fault(own: Path) -> None:
    path = write(own, "gym", BROKEN)
    for name in ("gym", str(path)):
        with pytest.raises(LookupError, match=r"^In gym\.md staat een fout, regel 3: "):
            load_prompts(own).script(name)


@pytest.mark.parametrize(
    ("name", "front", "line"),
    [
        ("kaarten", "naam: Kaarten", 5),
        ("eigen", "naam: Kaarten\nsoort: kaarten", 6),
        ("themas", "naam: Thema's", 5),
        ("vragen", "naam: Vragen\nsoort: vragen", 6),
        ("vragen", "naam: Gym\nduur: 5\nsoort: oefening", 7),
    ],
)
def test_a_file_is_checked_for_what_it_is(own: Path, name: str, front: str, line: int) -> None:
    faults = check(write(own, name, f"---\n{front}\n---\n# A\n"))
    assert len(faults) == 1
    assert ("fasen" in faults[0].problem) == ("duur" in front)


def test_a_file_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    (fault,) = check(tmp_path / "weg.md")
    assert "niet te openen" in fault.problem
    assert fault.mend


def test_an_installed_package_finds_the_prompts_inside_it(tmp_path: Path) -> None:
    package = tmp_path / "goedgesprek_tui"
    package.mkdir()
    for module in (prompts_folder().parent / "goedgesprek_tui").glob("*.py"):
        shutil.copy(module, package)
    shutil.copytree(prompts_folder().parent / "goedgesprek_tui" / "exercises", package / "exercises")
    shutil.copytree(prompts_folder(), package / "prompts")
    code = "from goedgesprek_tui.prompts import *; print(prompts_folder(), len(load_prompts().scripts))"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == [str(package / "prompts"), "7"]
