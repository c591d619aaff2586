"""What the codes of a reason say to the one who asked, the weightiest first.

Each is one sentence about what the parent hears or has to do. In a sentence {word} is a word of the question,
{said} one of the parent, {presumed} what is presumed.
"""

HARD = {
    "ignores_request": "De ouder wilde hier even geen vraag.",
    "blame": "De ouder kan hierin horen: je deed het niet goed.",
    "advice": "De ouder hoort hier jouw oplossing.",
    "interpreted_feeling": "De ouder hoort hier een gevoel dat nog niet genoemd is.",
    "interpretation": "De ouder hoort hier jouw uitleg, en die van de ouder kan anders zijn.",
    "evaluation": "De ouder hoort hier wat jij ervan vindt.",
    "either_or": "De ouder moet kiezen uit wat jij noemt.",
    "negative_question": "De ouder hoort al welk antwoord jij verwacht.",
    "own_experience": "De ouder hoort hier jouw verhaal en wacht met het eigen verhaal.",
    "tag_question": "Met '{word}' vraag je de ouder om het met je eens te zijn.",
}
"""One of these makes a question strongly leading."""

SOFT = {
    "changed_word": "De ouder zei '{said}', jij zegt '{word}'.",
    "new_metaphor": "De ouder moet zich '{word}' voorstellen, en dat beeld komt van jou.",
    "why": "Bij '{word}' zoekt de ouder een reden, of gaat zich verdedigen.",
    "solution_push": "De ouder moet hier al een oplossing bedenken.",
    "presupposition": "De ouder heeft nog niet gezegd dat {presumed}.",
    "soort": "Bij '{word}' moet de ouder een vakje kiezen; 'wat voor' is genoeg.",
    "nog_meer": "Bij '{word}' hoort de ouder dat er meer moet zijn.",
    "generalisation": "'{word}' maakt het groter dan de ouder zei.",
    "third_party": "De ouder moet raden wat een ander denkt of voelt.",
    "scale": "De ouder moet hier zeggen hoe sterk of hoe groot iets is.",
    "feeling_frame": "De ouder moet hier een gevoel of mening noemen, en had het daar nog niet over.",
    "closed_suggestion": "De ouder kan alleen ja of nee zeggen op jouw idee.",
    "stacked": "De ouder hoort twee vragen tegelijk en moet er één kiezen.",
    "new_content": "'{word}' heeft de ouder niet gezegd.",
}
"""One or two of these make it mildly leading, three strongly; `new_content` comes along uncounted."""

STYLE = {
    "als_for_wanneer": "'Als' kan klinken als 'misschien'; met 'wanneer' blijft staan wat de ouder zei.",
}
"""These alone never change a level."""

PRAISE = {
    "canonical_frame": "Dit is een van de twaalf schone vragen.",
    "speaker_words": "Je gebruikt woorden van de ouder: {word}.",
    "repeat_only": "Je geeft de woorden terug en voegt niets toe.",
    "follows_logic": "De vraag volgt wat de ouder vertelde.",
    "topic_agreed": "De vraag gaat over het afgesproken onderwerp.",
    "practical": "Dit is een praktische vraag; het verhaal blijft van de ouder.",
}
"""What is clean about a question."""

VARIANTS = {
    "compliment": "De ouder hoort in een compliment wat jij graag hoort.",
    "sympathy": "De ouder hoort dat je meeleeft, en ook dat jij het erg vindt.",
    "understanding": "De ouder hoort dat jij het al begrijpt, en vertelt dan vaak minder.",
    "first_turn": "Er is nog niets gezegd; alleen het onderwerp telt, en '{word}' hoort daar niet bij.",
    "deeds": "De ouder moet vertellen wat een ander doet, en had het daar nog niet over.",
    "opening": "Je vraagt iets en voegt daar niets van jou aan toe.",
    "nothing": "Hier staat geen vraag, en ook niets dat stuurt.",
    "denial": "Met '{word}' zeg je iets anders dan de ouder.",
    "quality": "De ouder had het nog niet over '{word}', jij wel.",
    "thing": "De ouder noemde nog geen '{word}', jij wel.",
    "word": "De ouder hoort in '{word}' wat jij ervan vindt.",
}
"""What takes the place of the sentence of a code, where that can be said more precisely."""
