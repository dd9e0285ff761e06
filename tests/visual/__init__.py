"""Pictures of pages of every kind, compared with those that stand in references/."""
