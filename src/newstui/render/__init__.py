"""How things look: pure functions of an object and a width. Tested without an app."""
