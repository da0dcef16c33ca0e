"""The ground floor of the services: journal writer, catalogue connections."""
