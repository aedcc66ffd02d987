//! Renderers and fixes as their users see them.

mod fixes;
mod human;
mod sarif;
