"""Exports of other readers and services. Bytes in, an Export out; nothing in them is run, fetched or followed."""
