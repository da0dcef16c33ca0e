"""Facts about news. Pure: standard library only, no input or output, no clock."""
