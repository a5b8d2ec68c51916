"""What hits and parties entail: from a name, a party or a listing to rules with their dates."""
