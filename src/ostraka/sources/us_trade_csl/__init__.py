"""The US Consolidated Screening List: thirteen lists of three departments in one file."""
