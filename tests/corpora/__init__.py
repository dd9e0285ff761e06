"""The real blogs of ../shared/corpora, built."""
