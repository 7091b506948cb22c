"""The page of themes, pressed."""
