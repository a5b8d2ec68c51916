"""The rules of casework: whose consent is needed, until when, how long things are kept."""
