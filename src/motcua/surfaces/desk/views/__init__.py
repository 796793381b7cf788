"""Views: load within what the officer may see, validate, make one domain call, answer."""
