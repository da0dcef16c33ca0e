"""Files that hold articles in another form: EPUB, MHTML, saved pages."""
