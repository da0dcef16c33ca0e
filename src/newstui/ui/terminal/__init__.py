"""The terminal itself: driver, output filter, opening of addresses."""
