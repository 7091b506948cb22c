"""Windows that ask one thing and answer once; what they answer is somebody else's to act on."""
