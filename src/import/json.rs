//! JSON: W3C Web Annotation or Hypothesis, told apart by what they have.

use crate::import::{Package, Refusal, hypothesis, w3c};
use serde_json::Value;

/// Reads either. Nesting deeper than 128 is refused.
pub(super) fn read(text: &str) -> Result<Package, Refusal> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let what = error.to_string();
        // Its own text ends with the place.
        let what = what.split(" at line ").next().unwrap_or_default();
        Refusal::at(error.line(), error.column(), what)
    })?;
    let list = ["annotations", "rows"]
        .iter()
        .find_map(|name| value.get(name));
    if let Some(list) = list.and_then(Value::as_array) {
        return Ok(hypothesis::read(&value, list));
    }
    let mut package = Package::default();
    if !w3c::read(&value, &mut package) {
        return Err(Refusal::whole(
            "neither W3C Web Annotation nor Hypothesis; formats are told by their endings (.qdpx, .ann) and by what JSON has",
        ));
    }
    Ok(package)
}

/// The string called `name`.
pub(super) fn string<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name)?.as_str()
}

/// One thing or a list of them.
pub(super) fn each(value: Option<&Value>) -> &[Value] {
    match value {
        None => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}

/// The text at `value` with line ends as ours.
pub(super) fn words(value: &Value, name: &str) -> String {
    string(value, name)
        .unwrap_or_default()
        .replace("\r\n", "\n")
}
