"""Files of activities."""
