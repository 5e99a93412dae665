"""The page on which texts in three languages are edited side by side, checked, agreed and collated."""
