//! Actions: the branches, loops and template invocations, and plain pipelines.

use super::{Branch, BranchKind, Ending, Keyword, Kind, Node, NodeOrEnding, Parser, TOO_DEEP};
use crate::error::ParseError;

impl Parser<'_> {
    /// What follows a left delimiter.
    pub(super) fn action(&mut self) -> Result<NodeOrEnding, ParseError> {
        let item = self.next_non_space();
        let Kind::Keyword(keyword) = item.kind else {
            let pos = item.pos;
            self.back(item);
            let pipe = self.pipeline("command", Kind::RightDelim)?;
            return Ok(NodeOrEnding::Node(Node::Action { pos, pipe }));
        };
        Ok(NodeOrEnding::Node(match keyword {
            Keyword::Block => self.nested(TOO_DEEP, Self::block)?,
            Keyword::Break => {
                self.loop_control("{{break}}")?;
                Node::Break
            }
            Keyword::Continue => {
                self.loop_control("{{continue}}")?;
                Node::Continue
            }
            Keyword::If => self.branch(BranchKind::If)?,
            Keyword::Range => self.branch(BranchKind::Range)?,
            Keyword::With => self.branch(BranchKind::With)?,
            Keyword::Template => self.template()?,
            Keyword::Else => return self.else_control().map(NodeOrEnding::Ending),
            Keyword::End => {
                self.expect(Kind::RightDelim, "end")?;
                return Ok(NodeOrEnding::Ending(Ending::End));
            }
            Keyword::Define => {
                let pos = item.pos;
                self.back(item);
                let pipe = self.pipeline("command", Kind::RightDelim)?;
                Node::Action { pos, pipe }
            }
        }))
    }

    fn loop_control(&mut self, context: &str) -> Result<(), ParseError> {
        let item = self.next_non_space();
        if item.kind != Kind::RightDelim {
            return self.unexpected(&item, context);
        }
        if self.range_depth == 0 {
            return self.error(format!("{context} outside {{{{range}}}}"));
        }
        Ok(())
    }

    fn else_control(&mut self) -> Result<Ending, ParseError> {
        if !matches!(self.peek_non_space().kind, Kind::Keyword(Keyword::If | Keyword::With)) {
            self.expect(Kind::RightDelim, "else")?;
        }
        Ok(Ending::Else)
    }

    fn branch(&mut self, kind: BranchKind) -> Result<Node, ParseError> {
        self.nested(TOO_DEEP, |parser| parser.branch_unbounded(kind)).map(Node::Branch)
    }

    fn branch_unbounded(&mut self, kind: BranchKind) -> Result<Branch, ParseError> {
        let visible = self.variables.len();
        let context = match kind {
            BranchKind::If => "if",
            BranchKind::Range => "range",
            BranchKind::With => "with",
        };
        let pipe = self.pipeline(context, Kind::RightDelim)?;
        if kind == BranchKind::Range {
            self.range_depth += 1;
        }
        let (list, ending) = self.item_list()?;
        if kind == BranchKind::Range {
            self.range_depth -= 1;
        }
        let otherwise = match ending {
            Ending::End => None,
            Ending::Else => Some(self.otherwise(kind)?),
        };
        self.variables.truncate(visible);
        Ok(Branch { kind, pipe, list, otherwise })
    }

    /// What follows `else`. `{{else if}}` is a branch inside it whose `end` serves both.
    fn otherwise(&mut self, kind: BranchKind) -> Result<Vec<Node>, ParseError> {
        let chained = match kind {
            BranchKind::If => Some(Kind::Keyword(Keyword::If)),
            BranchKind::With => Some(Kind::Keyword(Keyword::With)),
            BranchKind::Range => None,
        };
        if chained == Some(self.peek().kind) {
            self.next();
            return Ok(vec![self.branch(kind)?]);
        }
        let (list, ending) = self.item_list()?;
        match ending {
            Ending::End => Ok(list),
            Ending::Else => self.error(format!("expected end; found {}", ending.show(self.source))),
        }
    }

    fn block(&mut self) -> Result<Node, ParseError> {
        const CONTEXT: &str = "block clause";
        let item = self.next_non_space();
        if !matches!(item.kind, Kind::String | Kind::RawString) {
            return self.unexpected(&item, CONTEXT);
        }
        let name = self.template_name(&item.text)?;
        let pipe = self.pipeline(CONTEXT, Kind::RightDelim)?;
        // The block's body is a template of its own; see `parse_definition`.
        let outer = self.action_line.take();
        self.parse_body(name.clone(), CONTEXT)?;
        self.action_line = outer;
        Ok(Node::Template { pos: item.pos, name, pipe: Some(pipe) })
    }

    fn template(&mut self) -> Result<Node, ParseError> {
        const CONTEXT: &str = "template clause";
        let item = self.next_non_space();
        if !matches!(item.kind, Kind::String | Kind::RawString) {
            return self.unexpected(&item, CONTEXT);
        }
        let name = self.template_name(&item.text)?;
        let next = self.next_non_space();
        let pipe = if next.kind == Kind::RightDelim {
            None
        } else {
            self.back(next);
            Some(self.pipeline(CONTEXT, Kind::RightDelim)?)
        };
        Ok(Node::Template { pos: item.pos, name, pipe })
    }
}
