"""What the two OFAC lists share: the four file shapes and the grammar of the remarks."""
