"""The values that pass between the stages of a build."""
