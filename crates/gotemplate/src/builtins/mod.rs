//! The functions every template has.

mod compare;
mod escape;
mod index;

pub use escape::{escape_html, escape_js, escape_query};
pub(crate) use index::prepared;

use crate::printf::Printer;
use crate::value::{Type, Value};

/// A built-in function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Builtin {
    And,
    Call,
    Eq,
    Ge,
    Gt,
    Html,
    Index,
    Js,
    Le,
    Len,
    Lt,
    Ne,
    Not,
    Or,
    Print,
    Printf,
    Println,
    Slice,
    Urlquery,
}

/// Why a built-in function gives nothing.
pub(crate) enum Failure {
    /// What Go says.
    Refused(String),
    /// The result has more bytes than may be made.
    TooLong,
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::Refused(message)
    }
}

impl From<&str> for Failure {
    fn from(message: &str) -> Self {
        Self::Refused(message.to_owned())
    }
}

type Outcome<'a> = Result<Value<'a>, Failure>;

impl Builtin {
    pub(crate) fn find(name: &str) -> Option<Self> {
        Some(match name {
            "and" => Self::And,
            "call" => Self::Call,
            "eq" => Self::Eq,
            "ge" => Self::Ge,
            "gt" => Self::Gt,
            "html" => Self::Html,
            "index" => Self::Index,
            "js" => Self::Js,
            "le" => Self::Le,
            "len" => Self::Len,
            "lt" => Self::Lt,
            "ne" => Self::Ne,
            "not" => Self::Not,
            "or" => Self::Or,
            "print" => Self::Print,
            "printf" => Self::Printf,
            "println" => Self::Println,
            "slice" => Self::Slice,
            "urlquery" => Self::Urlquery,
            _ => return None,
        })
    }

    /// How many parameters, and whether the last takes any number of arguments.
    pub(crate) fn arity(self) -> (usize, bool) {
        match self {
            Self::Html | Self::Js | Self::Urlquery | Self::Print | Self::Println => (1, true),
            Self::And | Self::Or | Self::Call | Self::Eq | Self::Index | Self::Slice | Self::Printf => {
                (2, true)
            }
            Self::Len | Self::Not => (1, false),
            Self::Ge | Self::Gt | Self::Le | Self::Lt | Self::Ne => (2, false),
        }
    }

    /// The type of a parameter; `None` where a value is taken as it is, `interface {}` slots and all.
    pub(crate) fn parameter(self, index: usize) -> Option<&'static Type> {
        static ANY: Type = Type::Any;
        static TEXT: Type = Type::Text;
        match self {
            Self::Printf if index == 0 => Some(&TEXT),
            Self::Printf | Self::Html | Self::Js | Self::Urlquery | Self::Print | Self::Println => Some(&ANY),
            _ => None,
        }
    }

    /// Calls it with as many arguments as it takes. At most `room` bytes of text may come out.
    pub(crate) fn call<'a>(self, arguments: Vec<Value<'a>>, room: usize) -> Outcome<'a> {
        match self {
            Self::Print => printed(room, |printer| printer.print(&arguments)),
            Self::Println => printed(room, |printer| printer.println(&arguments)),
            Self::Printf => printed(room, |printer| {
                if let [Value::Text(format), values @ ..] = arguments.as_slice() {
                    printer.printf(format.as_bytes(), values);
                }
            }),
            Self::Html => escape::html(arguments, room),
            Self::Js => escape::js(arguments, room),
            Self::Urlquery => escape::query(arguments, room),
            Self::Index => index::index(arguments),
            Self::Slice => index::slice(arguments),
            Self::Len => index::len(arguments),
            Self::Not => Ok(Value::Bool(!arguments.first().is_some_and(Value::is_true))),
            Self::Eq | Self::Ne | Self::Lt | Self::Le | Self::Gt | Self::Ge => {
                compare::compare(self, arguments).map(Value::Bool)
            }
            // These three are special to the executor: it does not evaluate all their arguments, or names one.
            Self::And | Self::Or | Self::Call => Err("invariant: called by the executor".into()),
        }
    }
}

fn printed<'a>(room: usize, print: impl FnOnce(&mut Printer)) -> Outcome<'a> {
    let mut printer = Printer::appending(Vec::new(), room);
    print(&mut printer);
    match printer.finish() {
        (text, Ok(())) => Ok(Value::text(text)),
        (_, Err(_)) => Err(Failure::TooLong),
    }
}
