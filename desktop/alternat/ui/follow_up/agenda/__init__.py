"""What is proposed for the agenda of the meeting in view, and what becomes of it."""
