//! How what each party did is shared, as one bar per measure in which the parties stand side by side.

use super::{PartyVoice, Voice, VoiceMeasure, VoicePart, VoiceShares};
use crate::chart::{
    Chart, Frame, Rows, UNKNOWN, extend, outline, pick, record, sentence, small, spec, unknown_word,
};
use crate::math::shown;
use crate::{Language, Vocabulary};
use serde_json::Value;

/// The room for the names of measures, in pixels.
const NAMES: u32 = 180;

const BAR: &str = r#"{
    "type": "rect", "stroke": "@paper", "strokeWidth": 1.5, "height": {"band": 0.86},
    "fill": {"expr": "datum.ours ? '@strong-blue' : '@blue'"}, "opacity": {"expr": "datum.few ? 0.55 : 1"}
}"#;

const ALONG: &str = r#"{
    "x": {
        "field": "from", "type": "quantitative", "scale": {"domain": [0, 1.16], "nice": false},
        "axis": {
            "orient": "bottom", "values": [0, 0.25, 0.5, 0.75, 1], "format": ".0%", "title": "@title", "aria": false,
            "grid": false, "domain": false, "ticks": false, "labelOverlap": false
        }
    },
    "x2": {"field": "to"}
}"#;

/// A name stands in its part of the bar where it fits.
const NAME: &str = r#"{
    "limit": {"expr": "scale('x', datum.to) - scale('x', datum.from) - 8"},
    "opacity": {"expr": "scale('x', datum.to) - scale('x', datum.from) < 26 ? 0 : 1"}
}"#;
const AT_MIDDLE: &str = r#"{
    "x": {"field": "middle", "type": "quantitative", "axis": null}, "text": {"field": "party", "type": "nominal"}
}"#;

/// The source group's part of the people.
const EXPECTED: &str =
    r#"{"type": "tick", "orient": "vertical", "color": "@ink", "thickness": 2.2, "height": {"band": 1.1}}"#;
const AT_EXPECTED: &str = r#"{"x": {"field": "expected", "type": "quantitative", "axis": null}}"#;

const COUNT: &str = r#"{"align": "left", "dx": 6, "fontStyle": {"expr": "datum.few ? 'italic' : 'normal'"}}"#;
const AT_END: &str = r#"{
    "x": {"field": "end", "type": "quantitative", "axis": null}, "text": {"field": "counted", "type": "nominal"}
}"#;

/// Draws how people, time to speak, ideas and agreements are shared between the parties, in the whole process and in each
/// phase.
///
/// The source group stands first and darker. A line shows its part of the people, where they were counted. What is few is
/// pale and says so; what is not recorded has a dashed outline, for it may be shared in any way.
///
/// # Source
/// COC-20…23, COC-06
pub fn voice_chart(voice: &Voice, language: Language) -> Chart {
    let tooltip = [
        ("phase", pick(language, "wanneer", "when")),
        ("measure", pick(language, "maat", "measure")),
        ("party", pick(language, "partij", "party")),
        ("in_words", pick(language, "aandeel", "share")),
    ];
    let (mut rows, mut table) = (Rows::new(NAMES, &tooltip), Vec::new());
    for (number, part) in std::iter::once(&voice.whole).chain(&voice.phases).enumerate() {
        let when = format!("part/{number}");
        rows.heading(&when, part.label.in_language(language));
        if part.phase.is_some() && part.shares.is_empty() {
            table.push(nothing(&when, part, None, language));
        }
        for measure in VoiceMeasure::ALL {
            let found = part.shares.iter().find(|one| one.measure == *measure);
            let key = format!("{when}/{}", measure.code());
            match found {
                Some(shares) => {
                    rows.part(&key, measure.label().in_language(language));
                    shared(&key, part, shares, &mut table, language);
                }
                // Of a phase only what is recorded is drawn; of the whole, what is not must be seen.
                None if part.phase.is_none() => {
                    rows.part(&key, measure.label().in_language(language));
                    table.push(nothing(&key, part, Some(*measure), language));
                }
                None => {}
            }
        }
    }
    let title = pick(language, "aandeel van elke partij", "share of each party");
    let across = r#"{"x": {"value": 1}, "x2": {"value": {"expr": "scale('x', 1)"}}}"#;
    let middle =
        r#"{"x": {"value": {"expr": "scale('x', 0.5)"}}, "text": {"field": "in_words", "type": "nominal"}}"#;
    let of =
        |kind: &str, mark: Value, place: Value| rows.marks(&format!("datum.kind === '{kind}'"), mark, place);
    let layers = vec![
        of("share", spec(BAR, []), spec(ALONG, [("@title", title.into())])),
        of("share", small(spec(NAME, [])), spec(AT_MIDDLE, [])),
        of("expected", spec(EXPECTED, []), spec(AT_EXPECTED, [])),
        of("count", small(spec(COUNT, [])), spec(AT_END, [])),
        of("nothing", outline(), spec(across, [])),
        of("nothing", unknown_word(), spec(middle, [])),
    ];
    frame(voice, &table, language).chart(table, 24, rows.name(layers))
}

/// The parties of a measure from left to right, those of the source group first.
fn shared(key: &str, part: &VoicePart, of: &VoiceShares, table: &mut Vec<Value>, language: Language) {
    let party = |id: &str| part.parties.iter().find(|party| party.party == id);
    let ours = |id: &str| party(id).is_some_and(|party| party.source_group);
    let parts = &of.shares.parts;
    let ordered = parts.iter().filter(|one| ours(&one.id)).chain(parts.iter().filter(|one| !ours(&one.id)));
    let (when, measure) = (part.label.in_language(language), of.label.in_language(language));
    let row = |kind: &str, more: Value| {
        let mut row = record([
            ("row", key.into()),
            ("kind", kind.into()),
            ("phase", when.into()),
            ("measure", measure.into()),
            ("few", of.few.into()),
        ]);
        extend(&mut row, more);
        row
    };
    let mut from = 0.0;
    for one in ordered {
        let Some(share) = one.share.filter(|&share| share > 0.0) else { continue };
        let name = party(&one.id).map_or(one.id.as_str(), |party| name(party, language));
        let in_words = format!("{} ({})", percent(share), shown(one.amount));
        let to = from + share;
        table.push(row(
            "share",
            record([
                ("from", from.into()),
                ("to", to.into()),
                ("middle", f64::midpoint(from, to).into()),
                ("ours", ours(&one.id).into()),
                ("party", name.into()),
                ("says", format!("{when}, {measure}, {name}: {in_words}").into()),
                ("in_words", in_words.into()),
            ]),
        ));
        from = to;
    }
    let expected: Option<f64> = parts.iter().filter(|one| ours(&one.id)).map(|one| one.expected).sum();
    if let Some(expected) = expected.filter(|&expected| expected > 0.0 && of.measure != VoiceMeasure::People)
    {
        let party = pick(language, "brongroep", "source group");
        let people = pick(language, "van de mensen", "of the people");
        let in_words = format!("{} {people}", percent(expected));
        let says = format!("{when}, {measure}, {party}: {in_words}").into();
        let (expected, in_words) = (expected.into(), in_words.into());
        let more = [("expected", expected), ("party", party.into()), ("in_words", in_words), ("says", says)];
        table.push(row("expected", record(more)));
    }
    let total = shown(of.shares.total);
    let counted = match (of.few, language) {
        (false, _) => format!("n = {total}"),
        (true, Language::Nl) => format!("n = {total}, weinig"),
        (true, Language::En) => format!("n = {total}, few"),
    };
    table.push(row("count", record([("end", 1.into()), ("counted", counted.into())])));
}

/// What is not recorded: of one measure, or of a phase as a whole.
fn nothing(key: &str, part: &VoicePart, measure: Option<VoiceMeasure>, language: Language) -> Value {
    let in_words = pick(language, "niet vastgelegd", "not recorded");
    let when = part.label.in_language(language);
    let measure = measure.map_or(crate::Label::of("alle maten", "all measures"), VoiceMeasure::label);
    let measure = measure.in_language(language);
    record([
        ("row", key.into()),
        ("kind", "nothing".into()),
        ("phase", when.into()),
        ("measure", measure.into()),
        ("in_words", in_words.into()),
        ("says", format!("{when}, {measure}: {in_words}").into()),
    ])
}

fn name(party: &PartyVoice, language: Language) -> &str {
    party.label.in_language(language)
}

fn percent(share: f64) -> String {
    format!("{}%", shown((share * 100.0).round()))
}

fn frame(voice: &Voice, table: &[Value], language: Language) -> Frame {
    let about = pick(language, "Wiens stem telt", "Whose voice counts");
    let title = format!("{about} – {}", voice.title.in_language(language));
    let findings = vec![sentence(voice.topic.text.in_language(language))];
    let mut caption = vec![
        pick(
            language,
            "Donker: brongroep. Streep: haar deel van de mensen, waar zij geteld zijn. Bleek: weinig, een aandeel zegt dan weinig. \
             Gestippeld: niet vastgelegd; dat is geen nul.",
            "Dark: source group. Line: its part of the people, where they were counted. Pale: few, a share says little then. \
             Dashed: not recorded, which is not zero.",
        )
        .to_owned(),
    ];
    // The last caution is on rungs of influence, which are not drawn.
    let (_, told) = voice.cautions.split_last().unwrap_or((&UNKNOWN, &[]));
    caption.extend(told.iter().map(|caution| caution.in_language(language).to_owned()));
    let said = table.iter().filter_map(|row| row.get("says")?.as_str()).map(sentence);
    let description = [sentence(&title)].into_iter().chain(said).collect::<Vec<_>>().join(" ");
    Frame { title, findings, caption, description, left: NAMES, below: 44 }
}

#[cfg(test)]
mod tests {
    use super::voice_chart;
    use crate::chart::tests::{both, draws_what_is_there, row, table};
    use crate::cocreation::{Log, voice};
    use crate::document::Document;
    use serde_json::{Value, json};

    fn log(attendance: &Value) -> Log {
        let party = |id: &str, kind: &str| json!({"id": id, "label": {"nl": id, "en": id}, "kind": kind});
        let event = |kind: &str, more: Value| {
            let mut event = json!({"date": "2019-03-01", "kind": kind, "perspective": "policy"});
            event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            event
        };
        Log::from_value(&json!({
            "schema_version": 1, "id": "x", "title": {"nl": "Plein", "en": "Square"}, "service": {"nl": "x", "en": "x"},
            "parties": [party("gemeente", "municipality"), party("bewoners", "source-group")],
            "events": [
                event("party-joined", json!({"party": "bewoners"})),
                event("party-joined", json!({"party": "gemeente"})),
                event("phase-entered", json!({"phase": "start"})),
                event("phase-entered", json!({"phase": "co-design"})),
                event("session", json!({"attendance": attendance})),
            ],
        }))
        .unwrap()
    }

    fn of_row<'c>(chart: &'c crate::Chart, key: &str) -> Vec<&'c Value> {
        table(chart).iter().filter(|row| row["row"] == key).collect()
    }

    /// 12 of 16 people spoke 15 of 60 minutes: the bar starts with a quarter, the line stands at three quarters.
    #[test]
    fn the_source_group_stands_first_beside_its_part_of_the_people() {
        let charts = both(|language| {
            let attendance = json!([
                {"party": "bewoners", "count": 12, "minutes": 15}, {"party": "gemeente", "count": 4, "minutes": 45}
            ]);
            voice_chart(&voice(&log(&attendance), "2019-04-01".parse().unwrap()), language)
        });
        charts.iter().for_each(draws_what_is_there);
        let rows = of_row(&charts[1], "part/0/minutes");
        assert_eq!(
            (&rows[0]["party"], &rows[0]["from"], &rows[0]["to"]),
            (&json!("bewoners"), &json!(0.0), &json!(0.25))
        );
        assert_eq!((&rows[1]["party"], &rows[1]["to"]), (&json!("gemeente"), &json!(1.0)));
        assert_eq!(rows[2]["expected"], 0.75);
        assert_eq!(rows[3]["counted"], "n = 60");
        assert_eq!(of_row(&charts[0], "part/0/people")[2]["counted"], "n = 16, weinig");
    }

    #[test]
    fn what_is_not_recorded_is_drawn_as_unknown() {
        let charts = both(|language| {
            let attendance = json!([{"party": "bewoners"}]);
            voice_chart(&voice(&log(&attendance), "2019-04-01".parse().unwrap()), language)
        });
        assert_eq!(of_row(&charts[1], "part/0/turns")[0]["in_words"], "not recorded");
        assert_eq!(row(&charts[0], "row", "part/0/ideas")["in_words"], "niet vastgelegd");
        // Nothing was recorded in the start: the row of the phase itself says so.
        assert_eq!(row(&charts[1], "row", "part/1")["says"], "start, all measures: not recorded");
    }
}
