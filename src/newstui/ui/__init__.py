"""The interface. The only layer that knows Textual; it asks the desk."""
