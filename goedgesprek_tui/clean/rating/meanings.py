"""What the codes of a reason say to the one who asked, the weightiest first.

In a sentence {word} is a word of the question, {said} one of the speaker, {presumed} what is presumed.
"""

HARD = {
    "ignores_request": "De ander vroeg om iets anders.",
    "advice": "Hier zit een advies in. De ander krijgt jouw oplossing aangereikt.",
    "blame": "Hier klinkt verwijt in door.",
    "interpreted_feeling": "Je noemt een gevoel dat de ander niet zelf noemde.",
    "interpretation": "Je geeft een verklaring; die is van jou.",
    "evaluation": "Je geeft een oordeel (ook een compliment stuurt).",
    "either_or": "De ander moet kiezen uit jouw mogelijkheden.",
    "negative_question": "Een ontkennende vraag duwt naar 'ja'.",
    "own_experience": "Je verhaal komt ervoor in de plaats.",
    "tag_question": "'{word}' vraagt om instemming.",
}
"""One of these makes a question strongly leading."""

SOFT = {
    "changed_word": "De ander zei '{said}', jij zegt '{word}'.",
    "new_metaphor": "'{word}' is jouw beeld.",
    "why": "'{word}' vraagt om een verklaring of verdediging.",
    "solution_push": "De vraag stuurt naar een oplossing.",
    "presupposition": "De vraag gaat ervan uit dat {presumed}.",
    "soort": "'{word}' vraagt om een categorie; 'wat voor' is genoeg.",
    "nog_meer": "'{word}' gaat ervan uit dat er meer is.",
    "generalisation": "'{word}' maakt het groter dan gezegd.",
    "third_party": "De ander moet gissen naar iemand anders.",
    "scale": "Je brengt een maat in die niet genoemd is.",
    "feeling_frame": "Je vraagt naar gevoel of mening; de ander koos dat niet.",
    "closed_suggestion": "Een ja/nee-vraag met jouw idee erin.",
    "stacked": "Twee vragen tegelijk: welke kies je?",
    "new_content": "'{word}' heeft de ander niet gezegd.",
}
"""One or two of these make it mildly leading, three strongly; `new_content` comes along uncounted."""

STYLE = {"als_for_wanneer": "'Als' kan klinken als 'misschien'; 'wanneer' laat staan wat er gezegd is."}
"""These alone never change a level."""

PRAISE = {
    "canonical_frame": "Dit is een van de twaalf schone vragen.",
    "speaker_words": "Je gebruikt de woorden van de ander: {word}.",
    "repeat_only": "Je geeft de woorden terug en voegt niets toe.",
    "follows_logic": "De vraag volgt wat de ander vertelde.",
    "topic_agreed": "De vraag gaat over het afgesproken onderwerp.",
}
"""What is clean about a question."""
