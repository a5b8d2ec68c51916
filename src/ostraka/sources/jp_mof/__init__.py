"""Japan: persons and bodies whose assets are frozen under the Foreign Exchange Act."""
