"""What an office shows of its ties to everybody."""
