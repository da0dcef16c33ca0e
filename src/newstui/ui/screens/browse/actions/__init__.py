"""The keys of the browser: each module holds the actions of one concern. keys/bindings.py says which key is which."""
