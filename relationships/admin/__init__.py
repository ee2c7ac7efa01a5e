"""The administration of cities, their relationships, papers and people."""

from relationships.admin import cities, papers, people, shocks, ties

__all__ = ["cities", "papers", "people", "shocks", "ties"]
