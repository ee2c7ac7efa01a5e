"""Which city a row means."""
