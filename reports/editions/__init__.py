"""The annual edition: one content, frozen and hashed, that every format only renders."""
