//! Calls of functions and methods.

use super::{At, Evaluated, Execution};
use crate::builtins::{Builtin, Failure};
use crate::literal::quote;
use crate::parse::Operand;
use crate::value::{CallError, Function, ObjectRef, Signature, Type, Value};

/// What is called.
pub(super) enum Callee<'f, 'a> {
    Builtin(Builtin),
    Function(&'f Function<'a>),
    Method(ObjectRef<'a>, Signature),
}

impl<'f, 'a> Callee<'f, 'a> {
    /// How many parameters there are, and whether the last takes any number of arguments.
    fn arity(&self) -> (usize, bool) {
        let of = |signature: &Signature| {
            (signature.parameters.len() + usize::from(signature.rest.is_some()), signature.rest.is_some())
        };
        match self {
            Self::Builtin(builtin) => builtin.arity(),
            Self::Function(function) => of(function.signature()),
            Self::Method(_, signature) => of(signature),
        }
    }

    /// The type of the argument at `index`; `None` where any value is taken as it is.
    fn parameter(&self, index: usize) -> Option<&Type> {
        match self {
            Self::Builtin(builtin) => builtin.parameter(index),
            Self::Function(function) => function.signature().parameter(index),
            Self::Method(_, signature) => signature.parameter(index),
        }
    }
}

impl<'t, 'a, 'x> Execution<'t, 'a, 'x> {
    pub(super) fn function(
        &mut self,
        dot: &Value<'a>,
        name: &'t str,
        node: At<'t>,
        operands: &'t [Operand],
        last: Option<Value<'a>>,
    ) -> Evaluated<'a> {
        let functions: &'x _ = self.functions;
        let callee = if let Some(function) = functions.get(name) {
            Callee::Function(function)
        } else if let Some(builtin) = Builtin::find(name) {
            Callee::Builtin(builtin)
        } else {
            return self.error(format!("{} is not a defined function", quote(name.as_bytes())));
        };
        self.call(dot, &callee, node, name, operands, last)
    }

    /// Calls with the operands after the first, and with the value of the command before.
    pub(super) fn call(
        &mut self,
        dot: &Value<'a>,
        callee: &Callee<'_, 'a>,
        node: At<'t>,
        name: &str,
        operands: &'t [Operand],
        last: Option<Value<'a>>,
    ) -> Evaluated<'a> {
        self.step()?;
        let given = operands.get(1..).unwrap_or_default();
        let count = given.len() + usize::from(last.is_some());
        let (parameters, variadic) = callee.arity();
        if variadic && count < parameters - 1 {
            let (least, got) = (parameters - 1, given.len());
            return self.error(format!("wrong number of args for {name}: want at least {least} got {got}"));
        }
        if !variadic && count != parameters {
            return self.error(format!("wrong number of args for {name}: want {parameters} got {count}"));
        }
        if let Callee::Builtin(builtin @ (Builtin::And | Builtin::Or)) = callee {
            return self.and_or(dot, *builtin == Builtin::Or, given, last);
        }
        let mut arguments = Vec::with_capacity(count);
        for (index, operand) in given.iter().enumerate() {
            arguments.push(match callee.parameter(index) {
                Some(wanted) => self.argument(dot, wanted, operand)?,
                None => self.any_argument(dot, operand)?,
            });
        }
        if let Some(last) = last {
            arguments.push(match callee.parameter(count - 1) {
                Some(wanted) => self.validated(last, wanted)?,
                None => last,
            });
        }
        // Functions look through the texts they are given.
        let read: usize =
            arguments.iter().map(|value| if let Value::Text(text) = value { text.len() } else { 0 }).sum();
        self.work(read / 256)?;
        let result = match callee {
            Callee::Builtin(Builtin::Call) => {
                let called = given.first().map_or_else(|| describe(&arguments[0]), ToString::to_string);
                self.call_value(&called, arguments)
            }
            Callee::Builtin(builtin) => match builtin.call(arguments, self.room) {
                Ok(value) => Ok(value),
                Err(Failure::Refused(message)) => Err(CallError::new(message)),
                Err(Failure::TooLong) => return self.too_long(),
            },
            Callee::Function(function) => function.call(&arguments),
            Callee::Method(object, _) => object.call(name, &arguments),
        };
        match result {
            Ok(value) => self.counted(value),
            Err(error) => {
                self.at = node;
                self.error(format!("error calling {name}: {error}"))
            }
        }
    }

    /// Counts the bytes of a text that a call made.
    fn counted(&mut self, value: Value<'a>) -> Evaluated<'a> {
        if let Value::Text(text) = &value {
            self.take_room(text.len())?;
        }
        Ok(value)
    }

    /// `and` and `or` stop at the argument that decides.
    fn and_or(
        &mut self,
        dot: &Value<'a>,
        or: bool,
        given: &'t [Operand],
        last: Option<Value<'a>>,
    ) -> Evaluated<'a> {
        let mut value = Value::Nil;
        for operand in given {
            value = self.any_argument(dot, operand)?;
            if value.is_true() == or {
                return Ok(value);
            }
        }
        Ok(last.unwrap_or(value))
    }

    /// `call`: the function is a value.
    fn call_value(&self, name: &str, arguments: Vec<Value<'a>>) -> Result<Value<'a>, CallError> {
        let refuse = |message: String| Err(CallError::new(message));
        let mut arguments = arguments.into_iter();
        let function = match arguments.next().unwrap_or_default().concrete() {
            Value::Nil => return refuse("call of nil".to_owned()),
            Value::Func(function) => function,
            other => return refuse(format!("non-function {name} of type {}", other.type_name())),
        };
        let signature = function.signature();
        let (least, got) = (signature.parameters.len(), arguments.len());
        if signature.rest.is_some() && got < least {
            return refuse(format!("wrong number of args for {name}: got {got} want at least {least}"));
        }
        if signature.rest.is_none() && got != least {
            return refuse(format!("wrong number of args for {name}: got {got} want {least}"));
        }
        let mut prepared = Vec::with_capacity(got);
        for (index, argument) in arguments.enumerate() {
            let wanted = signature.parameter(index).unwrap_or(&Type::Any);
            match crate::builtins::prepared(argument.concrete(), wanted) {
                Ok(value) => prepared.push(value),
                Err(message) => return refuse(format!("arg {index}: {message}")),
            }
        }
        function.call(&prepared)
    }
}

/// What Go calls a function value that came through the pipeline.
fn describe(value: &Value<'_>) -> String {
    match value.clone().concrete() {
        Value::Text(text) => text.to_str().into_owned(),
        Value::Nil => "<invalid Value>".to_owned(),
        other => format!("<{} Value>", other.type_name()),
    }
}
