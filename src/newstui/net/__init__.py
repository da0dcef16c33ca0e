"""One HTTP request, its limits and deadlines, and the guard of private addresses. Knows the domain alone."""
