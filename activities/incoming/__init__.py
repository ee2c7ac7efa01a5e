"""Files that officers send in over the web: kept, settled, checked, taken whole, or taken back.

What the rows mean and what becomes of them is decided in ``activities.imports``, the same for the
pages and for the commands.
"""
