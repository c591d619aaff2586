"""The calls of the command line: each declared by the line that shows how it goes, and read by that line."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, NoReturn

from goedgesprek_tui.errors import UserError
from goedgesprek_tui.text import nearest

OPTION = re.compile(r"--(?P<name>[a-z]+)(?: (?P<value>[^\]\s]+))?")
EVERYWHERE = "[--map MAP] [--help] [--versie]"
ANY = 1_000_000


class CallError(UserError):
    """A wrong call; the text is one Dutch sentence that says how it can be done."""


class Usage(NamedTuple):
    """How a command is called, what it does, and how many words it takes besides its options.

    An option takes what stands behind it in `line`: nothing, a value, or (in small letters) one of a few.
    """

    line: str
    help: str
    words: int = 0


USAGES = {
    "gesprek": Usage(
        "gesprek [LEIDRAAD | SESSIE]", "Meteen in het gesprek: een nieuw, of een dat nog open is.", words=1
    ),
    "plat": Usage(
        "plat LEIDRAAD [--verder SESSIE] [--toestemming letterlijk|kern] [--letterlijk]",
        "Het gesprek regel voor regel, ook voor een schermlezer.",
        words=1,
    ),
    "lijst": Usage("lijst [--json]", "Alle gesprekken in de map."),
    "zoek": Usage(
        "zoek WOORDEN [--json]",
        "Zoekt in alle notities, ook naar andere vormen van een woord: pesten vindt gepest.\n"
        "Alle woorden moeten erin staan; met aanhalingstekens staan ze er precies zo: '\"op het plein\"'.\n"
        "gym* vindt wat met gym begint. Kleiner maken: thema:pesten, plek:linde, soort:wens, van:1-3-2026, "
        "sinds:maart, tot:2025.",
        words=ANY,
    ),
    "exporteer": Usage(
        "exporteer [SESSIE … | --alles] "
        "[--formaat md|html|docx|xlsx|csv|csv-nl|jsonl|json|qdc|qdpx|codeboek] [--uit PAD|-]",
        "Maakt een samenvatting (md, html, docx), een tabel van de notities (xlsx, csv-nl, voor programma's "
        "csv) of een volledige kopie (json, jsonl).\nVoor onderzoek: de notities met hun thema's (qdpx, "
        "REFI-QDA), of alleen de thema's (qdc; codeboek voor Taguette).",
        words=ANY,
    ),
    "terugblik": Usage(
        "terugblik [--van DATUM] [--tot DATUM] [--thema THEMA] [--plaats PLAATS] "
        "[--formaat md|html|docx|json] [--uit PAD|-]",
        "Maakt het halfjaarlijkse verslag van veel gesprekken samen.\n"
        "Zonder dagen gaat het over dit half jaar, of het laatste half jaar met gesprekken. Een DATUM is "
        "bijvoorbeeld 2026-01-01 of 1 januari. Met een THEMA staat erin wat daarover is gezegd. Wat je in "
        "het programma voor dit verslag koos, geldt hier ook.",
    ),
    "importeer": Usage(
        "importeer PAD …",
        "Haalt gesprekken van collega's op: bestanden van gesprekken, json, jsonl, een map of een zip. Wat "
        "er al is komt er niet nog een keer bij, en er wordt niets overschreven.",
        words=ANY,
    ),
    "controleer": Usage(
        "controleer [LEIDRAAD.md …]", "Kijkt leidraden na: waar een fout staat, en hoe het moet.", words=ANY
    ),
    "vragen": Usage(
        "vragen UITSPRAAK [--woorden WOORDEN] [--json]",
        "De schone vragen op wat een ouder zegt, met de eigen woorden ingevuld. WOORDEN is een stuk van de "
        "uitspraak, of twee: X / Y.",
        words=ANY,
    ),
    "beoordeel": Usage(
        "beoordeel TRANSCRIPT.md|- [--json]",
        "Zegt hoe schoon de vragen zijn in een uitgeschreven gesprek met regels Ouder: en Vraag:",
        words=1,
    ),
    "herstel": Usage("herstel", "Kijkt elk bestand met een gesprek na, en herstelt wat kan."),
    "wachtwoord": Usage(
        "wachtwoord [versleutelen|wijzigen|uit|organisatie SLEUTEL|vergeten BESTAND]",
        "Versleutelt de gesprekken in de map, verandert het wachtwoord of haalt het eraf.\n"
        "SLEUTEL is de openbare sleutel van de organisatie (age1…); zij kan de gesprekken dan ook openen, en "
        "met BESTAND, haar geheime sleutel, een nieuw wachtwoord zetten als het oude is vergeten.",
        words=2,
    ),
    "wis": Usage("wis SESSIE", "Haalt een gesprek echt weg, met alle kopieën in de map.", words=1),
    "namen": Usage(
        "namen [--json]",
        "Zoekt namen en andere gegevens van mensen in wat je intypt of doorgeeft, regel voor regel. Met "
        "--json is elke regel een object met id en text. Het programma mist namen: lees zelf ook.",
    ),
    "themas": Usage(
        "themas [--json]",
        "De lijst met thema's; met --json welke thema's passen bij wat je doorgeeft.\n"
        "Met --json is elke regel een object met id en text; het antwoord heeft hoogstens drie thema's, het "
        "beste eerst, en geen als er geen past.",
    ),
    "oefen": Usage("oefen", "Oefenen: schone vragen leren, een oefengesprek, drietallen, beoordelen."),
    "proef": Usage("proef", "Speelt een verzonnen gesprek, van begin tot samenvatting."),
}
PROGRAM = Usage(
    f"[OPDRACHT …] {EVERYWHERE}",
    "Zonder opdracht opent het programma. De opdrachten:\n\n"
    + "\n".join(f"  {name:12}{usage.help.splitlines()[0]}" for name, usage in USAGES.items())
    + "\n\nMAP is de map met de gesprekken. Meer over een opdracht: goedgesprek OPDRACHT --help",
)


def read_call(argv: Sequence[str]) -> argparse.Namespace:
    """Return what a call asks: `command` ("" for none), `words`, and each option under its own name.

    Raise CallError when it cannot be understood.
    """
    call, rest = _parser(EVERYWHERE, PROGRAM).parse_known_args(argv)
    call.command = rest.pop(0) if rest and not rest[0].startswith("-") else ""
    if call.command not in ("", *USAGES):
        near = nearest(call.command, USAGES)
        hint = "Alle opdrachten: goedgesprek --help."
        raise CallError(_unknown(f"opdracht „{call.command}”", near and f"goedgesprek {near}", hint))
    usage = USAGES.get(call.command, PROGRAM)
    call, call.words = _parser(usage.line, usage).parse_known_args(rest, call)
    if "--" in call.words:
        call.words.remove("--")
    elif wrong := next((word for word in call.words if word.startswith("-") and word != "-"), ""):
        options = [f"--{option['name']}" for option in OPTION.finditer(f"{usage.line} {EVERYWHERE}")]
        raise CallError(_unknown(f"optie „{wrong}”", nearest(wrong, options), how(usage)))
    if len(call.words) > usage.words and not call.help:
        raise CallError(f"„{call.words[usage.words]}” is hier te veel. {how(usage)}")
    return call


def help_for(command: str) -> str:
    """Return how a command is called and what it does; for no command, what there is."""
    usage = USAGES.get(command, PROGRAM)
    return f"Zo: goedgesprek {usage.line}\n\n{usage.help}"


def how(usage: Usage) -> str:
    """Return the sentence that says how a call goes."""
    return f"Zo kan het: goedgesprek {usage.line}"


class _Parser(argparse.ArgumentParser):
    """Takes options out of a call; what is wrong with them is said in Dutch."""

    def __init__(self, usage: Usage) -> None:
        super().__init__(add_help=False, allow_abbrev=False)
        self.said = how(usage)

    def error(self, message: str) -> NoReturn:
        raise CallError(f"Deze aanroep klopt niet. {self.said}")


def _parser(options: str, usage: Usage) -> _Parser:
    parser = _Parser(usage)
    for option in OPTION.finditer(options):
        names = [f"--{option['name']}"] + ["-h"] * (option["name"] == "help")
        if option["value"]:
            parser.add_argument(*names, default="", type=_one_of(names[0], option["value"]))
        else:
            parser.add_argument(*names, action="store_true")
    return parser


def _one_of(option: str, value: str) -> Callable[[str], str]:
    choices = value.split("|") if value.islower() else []

    def chosen(word: str) -> str:
        if choices and word and word not in choices:
            hint = f"Dit kan: {', '.join(choices)}."
            raise CallError(_unknown(f"„{word}” achter {option}", nearest(word, choices), hint))
        return word

    return chosen


def _unknown(what: str, near: str | None, hint: str) -> str:
    return f"goedgesprek kent geen {what}. " + (f"Bedoel je {near}?" if near else hint)
