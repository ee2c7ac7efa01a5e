"""Comparing two groups of ties: which groups there are, what is asked, and what is answered."""
