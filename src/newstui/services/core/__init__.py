"""The ground floor of the services: articles, marks, history, and the way from the journal to the catalogue."""
