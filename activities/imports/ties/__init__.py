"""Files of ties."""
