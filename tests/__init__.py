"""The tests of ssg, and in `tests.support` what they check its output with."""
