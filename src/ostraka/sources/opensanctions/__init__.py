"""OpenSanctions: any dataset of it, as FollowTheMoney entities or as simple targets."""
