"""The open dialogue as all of the window knows it: what is in view, what changes, what somebody asks for."""
