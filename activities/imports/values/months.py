"""The months as people write them, in English and French."""

_NAMES = [
    "january jan janvier janv",
    "february feb fevrier fevr fev",
    "march mar mars",
    "april apr avril avr",
    "may mai",
    "june jun juin",
    "july jul juillet juil",
    "august aug aout",
    "september sept sep septembre",
    "october oct octobre",
    "november nov novembre",
    "december dec decembre",
]

# Name without accents -> number of the month.
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
