//! Pipelines and commands. The value of a command is the last argument of the next.

use super::{At, Evaluated, Execution, Failed};
use crate::parse::{Command, Number, Operand, OperandKind, Pipe};
use crate::value::Value;

impl<'t, 'a> Execution<'t, 'a, '_> {
    pub(super) fn pipeline(&mut self, dot: &Value<'a>, pipe: &'t Pipe) -> Evaluated<'a> {
        self.at = At::Pipe(pipe);
        let mut value = None;
        for command in &pipe.commands {
            value = Some(self.command(dot, command, value)?.concrete());
        }
        let value = value.unwrap_or_default();
        for variable in &pipe.variables {
            if pipe.assign {
                self.set_variable(variable, value.clone())?;
            } else {
                self.variables.push((variable, value.clone()));
            }
        }
        Ok(value)
    }

    /// `last` is the value of the command before.
    fn command(&mut self, dot: &Value<'a>, command: &'t Command, last: Option<Value<'a>>) -> Evaluated<'a> {
        let operands = command.operands.as_slice();
        let first = &operands[0];
        match &first.kind {
            OperandKind::Field(names) => {
                self.at = At::Operand(first);
                self.fields(dot, dot, first, names, operands, last)
            }
            OperandKind::Chain(term, names) => self.chain(dot, first, term, names, operands, last),
            OperandKind::Function(name) => {
                self.at = At::Operand(first);
                self.function(dot, name, At::Command(command), operands, last)
            }
            OperandKind::Pipe(pipe) => {
                self.takes_no_arguments(operands, last.as_ref())?;
                self.pipeline(dot, pipe)
            }
            OperandKind::Variable(name, names) => self.variable(dot, first, name, names, operands, last),
            literal => {
                self.at = At::Operand(first);
                self.takes_no_arguments(operands, last.as_ref())?;
                match literal {
                    OperandKind::Bool(value) => Ok(Value::Bool(*value)),
                    OperandKind::Dot => Ok(dot.clone()),
                    OperandKind::Number(number) => self.constant(first, number),
                    OperandKind::Text { text, .. } => Ok(Value::text(text.clone())),
                    _ => self.error("nil is not a command"),
                }
            }
        }
    }

    fn takes_no_arguments(&self, operands: &[Operand], last: Option<&Value<'a>>) -> Result<(), Failed> {
        if operands.len() > 1 || last.is_some() {
            let shown = operands.first().map(ToString::to_string).unwrap_or_default();
            return self.error(format!("can't give argument to non-function {shown}"));
        }
        Ok(())
    }

    /// A number where nothing says which kind: its spelling decides.
    pub(super) fn constant(&mut self, operand: &'t Operand, number: &Number) -> Evaluated<'a> {
        self.at = At::Operand(operand);
        if let Some((re, im)) = number.complex {
            return Ok(Value::Complex(re, im));
        }
        let text = &*number.text;
        let hex = text.len() > 2
            && (text.starts_with("0x") || text.starts_with("0X"))
            && !text.contains(['p', 'P']);
        let spelled_as_float = text.contains(['.', 'e', 'E', 'p', 'P']) && !hex && !text.starts_with('\'');
        match (number.float, number.int) {
            (Some(float), _) if spelled_as_float => Ok(Value::Float(float)),
            (_, Some(int)) => Ok(Value::int(int)),
            _ if number.uint.is_some() => self.error(format!("{text} overflows int")),
            _ => Ok(Value::Nil),
        }
    }

    pub(super) fn chain(
        &mut self,
        dot: &Value<'a>,
        chain: &'t Operand,
        term: &'t Operand,
        names: &'t [String],
        operands: &'t [Operand],
        last: Option<Value<'a>>,
    ) -> Evaluated<'a> {
        self.at = At::Operand(chain);
        let receiver = self.any_argument(dot, term)?;
        self.fields(dot, &receiver, chain, names, operands, last)
    }

    pub(super) fn variable(
        &mut self,
        dot: &Value<'a>,
        operand: &'t Operand,
        name: &str,
        names: &'t [String],
        operands: &'t [Operand],
        last: Option<Value<'a>>,
    ) -> Evaluated<'a> {
        self.at = At::Operand(operand);
        let index = self.find_variable(name)?;
        let value = self.variables[index].1.clone();
        if names.is_empty() {
            self.takes_no_arguments(operands, last.as_ref())?;
            return Ok(value);
        }
        self.fields(dot, &value, operand, names, operands, last)
    }

    /// Sets the innermost variable of that name.
    pub(super) fn set_variable(&mut self, name: &str, value: Value<'a>) -> Result<(), Failed> {
        let index = self.find_variable(name)?;
        self.variables[index].1 = value;
        Ok(())
    }

    fn find_variable(&mut self, name: &str) -> Result<usize, Failed> {
        let visible = &self.variables[self.base..];
        let Some(index) = visible.iter().rposition(|(other, _)| *other == name) else {
            return self.error(format!("undefined variable: {name}"));
        };
        // Looking through very many is work.
        self.work((visible.len() - index) / 16)?;
        Ok(self.base + index)
    }
}
