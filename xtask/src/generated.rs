//! Pages that are generated from the program itself.

use anyhow::Result;

/// Writes the generated pages.
pub(crate) fn write() -> Result<()> {
    Ok(())
}

/// Fails where a generated page is not what would be written.
pub(crate) fn check() -> Result<()> {
    Ok(())
}
