//! What a repository's Git history says: files as they were at a date.
