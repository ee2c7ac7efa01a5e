"""What an association reads: sums over the offices that share them with it."""
