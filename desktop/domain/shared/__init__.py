"""What both sides may read: the summary, the contract and its commitments, the letter.

Nothing here may import anything that has met private words, not even indirectly.
"""
