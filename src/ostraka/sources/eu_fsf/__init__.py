"""The consolidated list of the Financial Sanctions Files of the European Commission."""
