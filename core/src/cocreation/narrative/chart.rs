//! How often each code is in the stories, as bars.

use super::frequencies::{CodeFrequency, GroupFrequency, StoryFrequencies};
use crate::Language;
use crate::chart::{
    Chart, Frame, Rows, UNKNOWN, extend, outline, pick, record, sentence, small, spec, unknown_word,
};
use crate::math::shown;
use serde_json::Value;

/// The room for the names of codes and groups, in pixels.
const NAMES: u32 = 190;

/// All stories together are the stronger bar; groups stand below it.
const BAR: &str = r#"{
    "type": "rect", "cornerRadius": 2,
    "fill": {"expr": "datum.level === 'all' ? '@strong-blue' : '@blue'"}
}"#;

const ALONG: &str = r#"{
    "x": {
        "field": "from", "type": "quantitative", "scale": {"domain": [0, 1], "nice": false},
        "axis": {
            "orient": "bottom", "values": [0, 0.25, 0.5, 0.75, 1], "format": ".0%", "title": "@title", "aria": false,
            "grid": true, "gridColor": "@line", "domain": false, "ticks": false, "labelOverlap": false
        }
    },
    "x2": {"field": "share"}
}"#;

/// The numbers stand right of the bar, or in it where there is no room.
const BESIDE: &str = r#"{
    "align": {"expr": "datum.share > 0.8 ? 'right' : 'left'"}, "dx": {"expr": "datum.share > 0.8 ? -5 : 5"}
}"#;

const NUMBERS: &str = r#"{
    "x": {"field": "share", "type": "quantitative", "axis": null},
    "text": {"field": "counted", "type": "nominal"}
}"#;

/// Draws how often each code is in the stories, over all and by group.
///
/// A bar is the part of the coded stories that has the code. What is withheld or not known has a dashed outline: it may be
/// anything.
///
/// # Source
/// COC-63, COC-105, COC-107
pub fn story_frequencies_chart(frequencies: &StoryFrequencies, language: Language) -> Chart {
    let tooltip = [
        ("name", pick(language, "code", "code")),
        ("group", pick(language, "groep", "group")),
        ("in_words", pick(language, "verhalen", "stories")),
    ];
    let (mut rows, mut table) = (Rows::new(NAMES, &tooltip), Vec::new());
    for code in &frequencies.codes {
        rows.add(&code.code, code.label.in_language(language));
        table.push(row(&code.code, "all", code, &code.all, language));
        for (number, group) in code.groups.iter().enumerate() {
            let key = format!("{}/{number}", code.code);
            rows.part(&key, &name(group, "group", language));
            table.push(row(&key, "group", code, group, language));
        }
    }
    let title = pick(language, "deel van de gecodeerde verhalen", "part of the coded stories");
    let across = r#"{"x": {"value": 1}, "x2": {"value": {"expr": "width - 1"}}}"#;
    let middle =
        r#"{"x": {"value": {"expr": "width / 2"}}, "text": {"field": "in_words", "type": "nominal"}}"#;
    let layers = vec![
        rows.marks("isValid(datum.share)", spec(BAR, []), spec(ALONG, [("@title", title.into())])),
        rows.marks("isValid(datum.share)", small(spec(BESIDE, [])), spec(NUMBERS, [])),
        rows.marks("!isValid(datum.share)", outline(), spec(across, [])),
        rows.marks("!isValid(datum.share)", unknown_word(), spec(middle, [])),
    ];
    let step = if frequencies.codes.iter().any(|code| !code.groups.is_empty()) { 22 } else { 28 };
    frame(frequencies, &table, language).chart(table, step, rows.name(layers))
}

fn name(group: &GroupFrequency, level: &str, language: Language) -> String {
    match &group.group {
        Some(name) => name.clone(),
        None if level == "all" => pick(language, "alle verhalen", "all stories").to_owned(),
        None => pick(language, "groep onbekend", "group unknown").to_owned(),
    }
}

fn row(
    key: &str,
    level: &'static str,
    code: &CodeFrequency,
    group: &GroupFrequency,
    language: Language,
) -> Value {
    let counted = match (group.with_code, group.coded) {
        (Some(with), Some(coded)) if coded > 0 => {
            Some(format!("{with} {} {coded}", pick(language, "van", "of")))
        }
        (_, Some(0)) => None,
        _ => Some(pick(language, "niet getoond: klein aantal", "not shown: small number").to_owned()),
    };
    let in_words = counted.unwrap_or_else(|| UNKNOWN.in_language(language).to_owned());
    let (label, group_name) = (code.label.in_language(language), name(group, level, language));
    let mut row = record([
        ("row", key.into()),
        ("level", level.into()),
        ("name", label.into()),
        ("group", group_name.as_str().into()),
        ("says", format!("{label}, {group_name}: {in_words}").into()),
        ("in_words", in_words.as_str().into()),
    ]);
    if let Some(share) = group.share {
        extend(&mut row, record([("from", 0.into()), ("share", share.into()), ("counted", in_words.into())]));
    }
    row
}

fn frame(frequencies: &StoryFrequencies, table: &[Value], language: Language) -> Frame {
    let about = pick(language, "Wat er in de verhalen zit", "What is in the stories");
    let title = format!("{about} – {}", frequencies.title.in_language(language));
    let mut findings = Vec::new();
    if let Some(first) = frequencies.codes.first()
        && let (Some(stories), Some(coded)) = (first.all.stories, first.all.coded)
    {
        findings.push(match language {
            Language::Nl => format!("Verhalen: {stories}; daarvan gecodeerd: {coded}."),
            Language::En => format!("Stories: {stories}; of these coded: {coded}."),
        });
    }
    let smallest = shown(f64::from(frequencies.protection.smallest));
    let counting = frequencies.counting_label.in_language(language);
    let caption = match language {
        Language::Nl => vec![
            format!("Een verhaal telt bij een code als: {counting}. De bronnen geven daar geen regel voor."),
            format!(
                "Aantallen onder {smallest} zijn niet getoond, met wat ze zou verraden; gestippeld kan alles zijn."
            ),
        ],
        Language::En => vec![
            format!("A story counts for a code when: {counting}. The sources give no rule for it."),
            format!(
                "Counts below {smallest} are not shown, with what would give them away; a dashed one may be anything."
            ),
        ],
    };
    let said = table.iter().filter_map(|row| row.get("says")?.as_str()).map(sentence);
    let description = [sentence(&title)].into_iter().chain(said).collect::<Vec<_>>().join(" ");
    Frame { title, findings, caption, description, left: NAMES, below: 44 }
}
