//! Pipelines: commands, their operands and the variables they set.

use super::{Command, Kind, MAX_VARIABLES, Number, Operand, OperandKind, Parser, Pipe};
use crate::error::ParseError;
use crate::literal::quote;

impl Parser<'_> {
    /// A pipeline up to and with the item that ends it.
    pub(super) fn pipeline(&mut self, context: &str, end: Kind) -> Result<Pipe, ParseError> {
        let pos = self.peek_non_space().pos;
        let mut pipe = Pipe { pos, assign: false, variables: Vec::new(), commands: Vec::new() };
        self.declarations(&mut pipe, context)?;
        loop {
            let item = self.next_non_space();
            match item.kind {
                kind if kind == end => break,
                Kind::Bool
                | Kind::CharConstant
                | Kind::Complex
                | Kind::Dot
                | Kind::Field
                | Kind::Identifier
                | Kind::Number
                | Kind::Nil
                | Kind::RawString
                | Kind::String
                | Kind::Variable
                | Kind::LeftParen => {
                    self.back(item);
                    let command = self.command()?;
                    pipe.commands.push(command);
                }
                _ => return self.unexpected(&item, context),
            }
        }
        if pipe.commands.is_empty() {
            return self.error(format!("missing value for {context}"));
        }
        // Only the first command of a pipeline can start with a value: nothing can be passed to one.
        for (index, command) in pipe.commands.iter().enumerate().skip(1) {
            if matches!(
                command.operands[0].kind,
                OperandKind::Bool(_)
                    | OperandKind::Dot
                    | OperandKind::Nil
                    | OperandKind::Number(_)
                    | OperandKind::Text { .. }
            ) {
                return self.error(format!("non executable command in pipeline stage {}", index + 1));
            }
        }
        Ok(pipe)
    }

    /// `$x :=`, `$x =`, and for ranges `$i, $x :=`.
    fn declarations(&mut self, pipe: &mut Pipe, context: &str) -> Result<(), ParseError> {
        while self.peek_non_space().kind == Kind::Variable {
            let variable = self.next();
            // Three items have to be seen to know that `$x y` is no declaration.
            let space = (self.peek().kind == Kind::Space).then(|| self.next());
            let (kind, is_comma) = {
                let next = self.peek_non_space();
                (next.kind, next.kind == Kind::Char && next.text == ",")
            };
            if !matches!(kind, Kind::Assign | Kind::Declare) && !is_comma {
                if let Some(space) = space {
                    self.back(space);
                }
                self.back(variable);
                return Ok(());
            }
            self.next_non_space();
            pipe.variables.push(first_name(&variable.text));
            if self.variables.len() >= MAX_VARIABLES {
                return self.error(format!("more than {MAX_VARIABLES} variables are visible"));
            }
            self.variables.push(variable.text.into_owned());
            if !is_comma {
                pipe.assign = kind == Kind::Assign;
                return Ok(());
            }
            if context != "range" || pipe.variables.len() >= 2 {
                return self.error(format!("too many declarations in {context}"));
            }
            if !matches!(self.peek_non_space().kind, Kind::Variable | Kind::RightDelim | Kind::RightParen) {
                return self.error("range can only initialize variables");
            }
        }
        Ok(())
    }

    /// Operands up to a pipe, which is taken, or to the end of the pipeline, which is not.
    fn command(&mut self) -> Result<Command, ParseError> {
        let pos = self.peek_non_space().pos;
        let mut operands = Vec::new();
        loop {
            self.peek_non_space();
            if let Some(operand) = self.operand()? {
                operands.push(operand);
            }
            let item = self.next();
            match item.kind {
                Kind::Space => {}
                Kind::RightDelim | Kind::RightParen => {
                    self.back(item);
                    break;
                }
                Kind::Pipe => break,
                _ => return self.unexpected(&item, "operand"),
            }
        }
        if operands.is_empty() {
            return self.error("empty command");
        }
        Ok(Command { pos, operands })
    }

    /// A term and the fields asked of it. `None`: what follows is no operand.
    fn operand(&mut self) -> Result<Option<Operand>, ParseError> {
        let Some(mut operand) = self.term()? else { return Ok(None) };
        let pos = self.peek().pos;
        let mut names = Vec::new();
        while self.peek().kind == Kind::Field {
            names.push(self.next().text[1..].to_owned());
        }
        if names.is_empty() {
            return Ok(Some(operand));
        }
        match &mut operand.kind {
            OperandKind::Field(fields) | OperandKind::Variable(_, fields) => {
                fields.append(&mut names);
                operand.pos = pos;
            }
            OperandKind::Bool(_)
            | OperandKind::Text { .. }
            | OperandKind::Number(_)
            | OperandKind::Nil
            | OperandKind::Dot => {
                let term = quote(operand.to_string().as_bytes());
                return self.error(format!("unexpected . after term {term}"));
            }
            _ => operand = Operand { pos, kind: OperandKind::Chain(Box::new(operand), names) },
        }
        Ok(Some(operand))
    }

    fn term(&mut self) -> Result<Option<Operand>, ParseError> {
        let item = self.next_non_space();
        let kind = match item.kind {
            Kind::Identifier => {
                if !(self.options.has_function)(&item.text) {
                    return self.error(format!("function {} not defined", quote(item.text.as_bytes())));
                }
                OperandKind::Function(item.text.into_owned())
            }
            Kind::Dot => OperandKind::Dot,
            Kind::Nil => OperandKind::Nil,
            Kind::Variable => {
                let name = first_name(&item.text);
                if !self.variables.contains(&name) {
                    return self.error(format!("undefined variable {}", quote(name.as_bytes())));
                }
                OperandKind::Variable(name, Vec::new())
            }
            Kind::Field => OperandKind::Field(vec![item.text[1..].to_owned()]),
            Kind::Bool => OperandKind::Bool(item.text == "true"),
            Kind::CharConstant | Kind::Complex | Kind::Number => match Number::parse(&item.text, item.kind) {
                Ok(number) => OperandKind::Number(Box::new(number)),
                Err(message) => return self.error(message),
            },
            Kind::LeftParen => {
                let pipe = self.nested("max expression depth exceeded", |parser| {
                    parser.pipeline("parenthesized pipeline", Kind::RightParen)
                })?;
                // Go places a pipeline at its first operand, not at the parenthesis.
                return Ok(Some(Operand { pos: pipe.pos, kind: OperandKind::Pipe(Box::new(pipe)) }));
            }
            Kind::String | Kind::RawString => {
                let text = self.unquote(&item.text)?;
                OperandKind::Text { quoted: item.text.as_ref().into(), text: text.into() }
            }
            _ => {
                self.back(item);
                return Ok(None);
            }
        };
        Ok(Some(Operand { pos: item.pos, kind }))
    }
}

/// The lexer ends variables at dots, so this is all of it.
fn first_name(variable: &str) -> String {
    variable.split('.').next().unwrap_or_default().to_owned()
}
