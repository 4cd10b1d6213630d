//! Comparing an answer with what a case wants of it.

use serde_json::{Map, Value};

/// What in the answer is not as wanted, each with its place; empty when all is.
///
/// `want` names what matters: every field it gives must be there and match, other fields may be anything. Lists
/// match element by element, numbers bit for bit. Three forms say more of a list or an object:
/// * `{"$contains": [a, b]}`: a list in which some element matches `a` and some element matches `b`;
/// * `{"$codes": ["x", "y"]}`: a list of objects whose fields `code` are just these, in order;
/// * `{"$fields": ["x", "y"], …}`: an object with these fields and no other.
pub fn differences(want: &Value, found: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    compare(want, found, "answer", &mut problems);
    problems
}

fn compare(want: &Value, found: &Value, place: &str, problems: &mut Vec<String>) {
    let mut refuse = |what: String| problems.push(format!("{place}: {what}"));
    match (want, found) {
        (Value::Object(form), Value::Array(elements)) if form.len() == 1 => match form.iter().next() {
            Some((key, Value::Array(wanted))) if key == "$contains" => {
                for want in
                    wanted.iter().filter(|want| !elements.iter().any(|one| differences(want, one).is_empty()))
                {
                    refuse(format!("no element matches {want}"));
                }
            }
            Some((key, Value::Array(wanted))) if key == "$codes" => {
                let codes: Vec<&Value> =
                    elements.iter().map(|one| one.get("code").unwrap_or(&Value::Null)).collect();
                if codes != wanted.iter().collect::<Vec<_>>() {
                    refuse(format!("wanted the codes {want}, found {codes:?}"));
                }
            }
            _ => refuse(format!("wanted {want}, found a list")),
        },
        (Value::Object(want), Value::Object(found)) => compare_fields(want, found, place, problems),
        (Value::Array(want), Value::Array(found)) => {
            if want.len() != found.len() {
                refuse(format!("wanted {} elements, found {}", want.len(), found.len()));
            }
            for (index, (want, found)) in want.iter().zip(found).enumerate() {
                compare(want, found, &format!("{place}[{}]", index + 1), problems);
            }
        }
        (Value::Number(_), Value::Number(_)) => {
            let bits = |value: &Value| value.as_f64().map(f64::to_bits);
            if bits(want) != bits(found) {
                refuse(format!("wanted {want}, found {found}"));
            }
        }
        _ if want == found => {}
        _ => refuse(format!("wanted {want}, found {found}")),
    }
}

fn compare_fields(
    want: &Map<String, Value>,
    found: &Map<String, Value>,
    place: &str,
    problems: &mut Vec<String>,
) {
    for (name, want) in want {
        match (name.as_str(), found.get(name)) {
            ("$fields", _) => {
                let mut wanted: Vec<&str> =
                    want.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                wanted.sort_unstable();
                let mut names: Vec<&str> = found.keys().map(String::as_str).collect();
                names.sort_unstable();
                if names != wanted {
                    problems.push(format!("{place}: wanted the fields {wanted:?}, found {names:?}"));
                }
            }
            (_, Some(found)) => compare(want, found, &format!("{place}.{name}"), problems),
            (_, None) => problems.push(format!("{place}: no field `{name}`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::differences;
    use serde_json::json;

    #[test]
    fn what_is_not_named_may_be_anything() {
        assert!(
            differences(
                &json!({"a": {"b": [1, {"c": null}]}}),
                &json!({"a": {"b": [1.0, {"c": null, "d": 2}], "e": 3}})
            )
            .is_empty()
        );
    }

    #[test]
    fn what_is_named_must_match() {
        for (want, found) in [
            (json!({"a": null}), json!({})),
            (json!({"a": 1}), json!({"a": true})),
            (json!(0.1), json!(0.100_000_000_000_000_02)),
            (json!(0.0), json!(-0.0)),
            (json!([1]), json!([1, 2])),
            (json!([]), json!(null)),
            (json!({"$contains": [1, 3]}), json!([1, 2])),
            (json!({"$contains": [1], "$codes": []}), json!([1])),
            (json!({"$codes": ["a"]}), json!([{"code": "a"}, {"code": "b"}])),
            (json!({"$codes": ["a", "b"]}), json!([{"code": "b"}, {"code": "a"}])),
            (json!({"$fields": ["a"]}), json!({"a": 1, "b": 2})),
            (json!({"$fields": ["a", "b"]}), json!({"a": 1})),
            (json!({"$form": []}), json!([])),
        ] {
            assert_eq!(differences(&want, &found).len(), 1, "{want} {found}");
        }
    }

    #[test]
    fn the_forms_match() {
        assert!(
            differences(
                &json!({"$contains": [{"code": "b"}]}),
                &json!([{"code": "a"}, {"code": "b", "c": 1}])
            )
            .is_empty()
        );
        assert!(
            differences(&json!({"$codes": ["a", "b"]}), &json!([{"code": "a", "x": 1}, {"code": "b"}]))
                .is_empty()
        );
        assert!(differences(&json!({"$fields": ["b", "a"], "a": 1}), &json!({"a": 1, "b": 2})).is_empty());
    }
}
