"""What a new portal shows: real ties and activities from the public record, and a demonstration.

In ``data/``, ``offices/`` and ``reference/`` hold files in the columns of every import,
``records/`` what hangs on the ties, ``demonstration/`` the years of a made-up record that gives
the figures of the article to the digit. docs/DATA.md names the sources and their licences.
"""
