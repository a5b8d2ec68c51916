"""Quality beside speed: Ostraka and the reference engines on the same rows in one run."""
