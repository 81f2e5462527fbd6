"""Codes given by people, and how far they agree."""
