"""Decisions: taken by a person, seconded by another, held as long as their facts hold."""
