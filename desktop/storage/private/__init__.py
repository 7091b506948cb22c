"""The shelves of private words. Nothing that leaves can reach them."""
