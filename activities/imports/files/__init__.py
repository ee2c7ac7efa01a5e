"""A file as a table: CSV files and workbooks, refused when they are not what they say."""
