"""The charts of the dashboard as files: a picture that tells where it comes from, and its rows."""
