"""Learning the summariser's weights from summaries that people wrote, and measuring them. Not part of the package."""
