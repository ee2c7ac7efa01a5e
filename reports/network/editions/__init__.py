"""The year of a network on paper: sums alone, frozen and hashed, that every format renders."""
