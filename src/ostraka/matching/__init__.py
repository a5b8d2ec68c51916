"""Names against names: index, candidates, evidence, score and the reasons it is made of."""
