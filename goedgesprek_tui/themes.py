"""The two looks: dark and light. Two colours with a meaning; nothing is weaker than 4.5 : 1."""

from textual.theme import Theme

DARK = Theme(
    name="donker",
    dark=True,
    background="#1c1f20",
    foreground="#ece7db",
    surface="#1c1f20",
    panel="#2d3233",
    primary="#8fbf7f",
    secondary="#e0a66a",
    error="#e07a72",
    variables={"muted": "#a9a79f"},
)
LIGHT = Theme(
    name="licht",
    dark=False,
    background="#faf7f0",
    foreground="#202627",
    surface="#faf7f0",
    panel="#e6e2d6",
    primary="#2f6b3c",
    secondary="#8a4f0f",
    error="#a12f2b",
    variables={"muted": "#66696a"},
)
