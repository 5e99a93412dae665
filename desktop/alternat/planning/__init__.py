"""The rules of the job as pure functions and frozen values."""
