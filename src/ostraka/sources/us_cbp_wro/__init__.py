"""Withhold release orders and findings of US Customs and Border Protection."""
