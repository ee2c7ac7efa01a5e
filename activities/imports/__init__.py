"""Files that come in: read the cells, check every row, then take the file whole or not at all.

``reader`` turns a CSV file or a workbook into rows, ``headers`` finds our columns in it, a row
schema (``tie_rows``, ``activity_rows``) says what each column must hold, and ``run`` checks,
reports and writes.
"""
