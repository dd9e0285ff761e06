"""What a template sees: small frozen views, never the model itself.

Every path in a view is root-relative and without the base path; a template
turns it into a link with ``url(path)`` or ``absolute_url(path)``.
"""
