"""The words that people write above a column, in English and French, beyond those of its schema.

They count only where no other header of the file names the column more exactly.
"""

import re
from collections.abc import Iterator

from activities.imports.columns import Schema
from activities.imports.mapping import squeeze

_SIDE_WORDS = {
    "a": ["home", "our", "local", "d'attache", "attache", "notre", "de départ"],
    "b": ["partner", "sister", "twin", "foreign", "partenaire", "jumelée", "jumelle", "sœur",
          "du partenaire", "de la ville partenaire", "étrangère", "étranger"],
}  # fmt: skip
_OF_A_SIDE = {
    "city": ["city", "ville", "town", "municipality", "municipalité"],
    "country": ["country", "pays"],
    "region": ["region", "région", "province", "state", "prefecture", "préfecture"],
    "name_local": ["native name", "local name", "nom local", "nom d'origine"],
    "lat": ["latitude"],
    "lon": ["longitude"],
    "wikidata": ["wikidata", "wikidata number", "numéro wikidata"],
}
_ALSO_CALLED = {
    "tie_id": ["tie", "tie number", "no jumelage", "id jumelage", "id du jumelage", "jumelage",
               "relationship number", "numéro de la relation"],
    "cohort": ["group of ties", "groupe de jumelages"],
    "tier": ["type", "category", "kind of tie", "type of tie", "type of relationship",
             "type de lien", "type de jumelage", "type de relation", "nature du lien"],
    "start_date": ["start", "signed", "signed on", "signature", "date of signature",
                   "date of agreement", "twinned since", "established", "start year", "year",
                   "date de début", "début", "date de signature", "date du jumelage",
                   "date de l'entente", "jumelée depuis", "année", "année du jumelage", "signé le"],
    "legal_status": ["status", "statut", "état", "legal state", "état juridique"],
    "end_date": ["end", "ended", "ended on", "terminated", "fin", "date de fin", "année de fin",
                 "terminé le"],
    "source": ["sources", "provenance", "origine"],
    "note": ["comment", "comments", "commentaire", "commentaires", "remark", "remarks",
             "observation", "observations"],
    "activity_id": ["id", "activity number", "id activité", "numéro de l'activité", "no activité",
                    "numéro"],
    "world_pair_id": ["pair number", "numéro de paire"],
    "also_tie_ids": ["other ties", "also ties", "autres jumelages", "autres relations"],
    "title": ["name", "nom", "activity name", "nom de l'activité", "activity title",
              "titre de l'activité", "event", "event name", "événement", "nom de l'événement"],
    "fields": ["field of work", "domaine d'activité", "theme", "thème", "sector", "secteur"],
    "mode": ["modalité", "mode de participation", "en personne ou en ligne"],
    "direction": ["who travelled", "sens du déplacement", "qui s'est déplacé"],
    "date_start": ["dates", "start day", "begins", "began", "when", "day of activity",
                   "date of activity", "date de début", "début", "du", "quand",
                   "date de l'activité"],
    "date_end": ["end day", "ends", "ended", "until", "date de fin", "fin", "au",
                 "jusqu'au"],
    "date_precision": ["precision of date", "précision de la date"],
    "status": ["state", "état de l'activité", "statut de l'activité"],
    "recorded_date": ["recorded on", "as of", "date du constat", "constaté le"],
    "reason": ["raison", "reason for cancelling", "motif d'annulation"],
    "reason_side": ["whose reason", "côté du motif", "de quel côté"],
    "reason_note": ["reason in words", "explanation", "explication", "précisions sur le motif"],
    "government_role": ["role of government", "role of the city", "role", "rôle",
                        "rôle de la ville", "rôle de la municipalité"],
    "government_involved": ["government took part", "participation du gouvernement",
                            "participation de la municipalité"],
    "substance": ["substance or courtesy", "fond ou courtoisie", "caractère"],
    "participants": ["groups", "who took part", "groupes", "qui a participé"],
    "elected": ["elected members", "elected officials", "mayors and councillors",
                "élus municipaux"],
    "officials": ["staff", "civil servants", "employés municipaux"],
    "students": ["pupils and students", "élèves et étudiants"],
    "teachers": ["teaching staff", "professeurs", "personnel enseignant"],
    "artists": ["performers", "musicians", "musiciens"],
    "athletes": ["players", "joueurs"],
    "business": ["business people", "companies", "entrepreneurs", "gens affaires"],
    "academics": ["researchers", "professeurs d'université"],
    "civic": ["members of civic groups", "membres d'associations"],
    "residents": ["other residents", "inhabitants", "population", "autres résidents"],
    "travellers": ["travelers", "people who travelled", "size of delegation", "délégation",
                   "taille de la délégation", "personnes en déplacement"],
    "minors": ["under 18", "children", "moins de 18 ans", "enfants"],
    "women": ["female", "women and girls", "filles et femmes"],
    "place": ["venue", "location", "where", "endroit", "où"],
    "evidence": ["proof", "justificatif"],
    "outcome": ["result", "results", "outcomes", "bilan", "retombées"],
    "source_url": ["web address", "website", "site web", "adresse web", "web page", "page web",
                   "source"],
}  # fmt: skip
_NUMBER_OF = re.compile(
    r"(?:numberof|noof|nbof|countof|nombrede?s?|nbrede?s?|nbre?d?e?s?|nbd?e?s?|n|number|nombre)"
)
_LONGEST = 200
_BESIDE = re.compile(r"[(\[（【].*?[)\]）】]")
_EITHER = re.compile(r"\s*[/|\n]\s*")


class HeaderWords:
    """Finds our column for a header of a file."""

    def __init__(self, schema: Schema):
        self._exact = {
            squeeze(word): column.name
            for column in schema.columns
            for word in (*column.aliases, column.name)
        }
        self._counts = {column.name for column in schema.columns if column.own}
        self._loose = {squeeze(word): name for name, word in _loose_words() if name in schema}

    def exact(self, name: str) -> str:
        """The column that the schema itself gives this header; empty if none."""
        return self._exact.get(squeeze(name), "")

    def loose(self, name: str) -> str:
        """The column that a person would understand: “Pays (partenaire)”, “Nombre d'élèves”."""
        if len(name) > _LONGEST:
            return ""
        tries = [name, _BESIDE.sub(" ", name), *_EITHER.split(name)]
        for word in map(squeeze, tries):
            if column := self._exact.get(word) or self._loose.get(word) or self._counted(word):
                return column
        return ""

    def _counted(self, word: str) -> str:
        """The column of the people of whom the header says that it holds their number."""
        match = _NUMBER_OF.match(word)
        for end in range(match.end(), 0, -1) if match else ():
            rest = word[end:]
            column = self._exact.get(rest) or self._loose.get(rest, "")
            if column in self._counts and _NUMBER_OF.fullmatch(word[:end]):
                return column
        return ""


def side_of(group: str) -> str:
    """The side that a header above several columns names: ``b`` for “Ville partenaire”."""
    return _SIDES.get(squeeze(group), "")


def _loose_words() -> Iterator[tuple[str, str]]:
    for column, words in _ALSO_CALLED.items():
        yield from ((column, word) for word in words)
    for side, sides in _SIDE_WORDS.items():
        for thing, words in _OF_A_SIDE.items():
            for word in words:
                yield f"{thing}_{side}", f"{word} {side}"
                yield from ((f"{thing}_{side}", f"{of} {word}") for of in sides)
                yield from ((f"{thing}_{side}", f"{word} {of}") for of in sides)


_SIDES = {
    squeeze(phrase): side
    for side, words in _SIDE_WORDS.items()
    for word in [*words, side]
    for phrase in (word, *(f"{word} {city}" for city in _OF_A_SIDE["city"] + ["side", "côté"]),
                   *(f"{city} {word}" for city in _OF_A_SIDE["city"] + ["side", "côté"]))
}  # fmt: skip
