"""What a cell may hold, and the words for it in English, French and public lists."""
