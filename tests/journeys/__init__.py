"""Journeys: the whole way a manager goes, pressed by the robot from the first click to the last."""
