"""The inspector of people: every form of a name, the post, the part in the meeting, and what never prints."""
