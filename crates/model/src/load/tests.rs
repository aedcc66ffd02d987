use super::*;
use crate::MemoryFiles;

fn load_text(text: &str) -> (Community, Vec<Diagnostic>) {
    load(&MemoryFiles::new().with("sigs.yaml", text))
}

#[test]
fn a_group_knows_where_its_name_stands() {
    let (community, findings) = load_text("sigs:\n- dir: sig-docs\n  name: Docs\n");
    assert_eq!(findings, []);
    let group = &community.groups[0];
    assert_eq!(group.name, "Docs");
    assert_eq!(community.sources.locate(group.name.span()), "sigs.yaml:3:9");
}
