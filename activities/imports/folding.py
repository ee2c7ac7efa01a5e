from functools import lru_cache

from relationships import folding

# The words of a file repeat from row to row.
fold = lru_cache(maxsize=65_536)(folding.fold)
