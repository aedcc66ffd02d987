//! What reading the files brings up: this folder holds the pages, the crates `yaml` and `model` the code.
