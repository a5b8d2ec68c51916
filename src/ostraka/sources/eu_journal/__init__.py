"""Acts of the European Union with the parties of their annexes, as consolidated by EUR-Lex."""
