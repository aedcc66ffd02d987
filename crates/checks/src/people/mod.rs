//! People: who they are, wherever they are named.
