//! Stories as a document.

use super::stories::{CodedStories, Coding, Story, StoryCode, StoryCoder};
use crate::Label;
use crate::agreement::Codings;
use crate::document::{Document, Fields, Reader};
use crate::error::Mistake;
use crate::ordered::Ordered;

const CODE: Label = Label::of("de code", "code");
const CODER: Label = Label::of("de codeur", "coder");
const STORY: Label = Label::of("het verhaal", "story");

impl Document for CodedStories {
    fn read(reader: &Reader<'_>) -> Option<Self> {
        let fields =
            reader.fields(&["schema_version", "id", "title", "code_book", "coders", "stories", "codings"])?;
        let schema_version = schema_version(&fields);
        let id = fields.must("id", Reader::string);
        let title = fields.must("title", Reader::label);
        let code_book = fields.must("code_book", |list| {
            let codes = named(list, code, &CODE, |code| &code.id)?;
            if codes.is_empty() {
                list.refuse(Mistake::Empty { what: Label::of("het codeboek", "code book") });
            }
            Some(codes)
        });
        let coders = fields.must("coders", |list| {
            let coders = named(list, coder, &CODER, |coder| &coder.id)?;
            if coders.len() > Codings::MOST_CODERS {
                let (what, limit) = (Label::of("codeurs", "coders"), Codings::MOST_CODERS);
                list.refuse(Mistake::TooMany { what, limit });
            }
            Some(coders)
        });
        let stories = fields.must("stories", |list| named(list, story, &STORY, |story| &story.id));
        let (Some(code_book), Some(coders), Some(stories)) = (code_book, coders, stories) else {
            // Without the lists nothing can be said of what the codings name, only that they are missing.
            fields.must("codings", |_| Some(()));
            return None;
        };
        let known = Known {
            expected: code_book.iter().map(|code| code.id.clone()).collect(),
            codes: code_book.iter().map(|code| code.id.as_str()).collect(),
            coders: coders.iter().map(|coder| coder.id.as_str()).collect(),
            stories: stories.iter().map(|story| story.id.as_str()).collect(),
        };
        let codings = fields.must("codings", |list| known.codings(list));
        let (id, title, codings) = (id?, title?, codings?);
        Some(Self { schema_version: schema_version?, id, title, code_book, coders, stories, codings })
    }
}

fn schema_version(fields: &Fields<'_>) -> Option<u32> {
    let field = fields.required("schema_version")?;
    let (version, supported) = (field.count()?, CodedStories::SCHEMA_VERSION);
    if version != supported {
        field.refuse(Mistake::UnsupportedVersion { version: version.to_string(), supported });
    }
    Some(version)
}

/// A list whose elements each have a name of their own.
fn named<'a, T>(
    list: &Reader<'a>,
    read: impl Fn(&Reader<'a>) -> Option<T>,
    what: &Label,
    name: impl Fn(&T) -> &String,
) -> Option<Vec<T>> {
    let (mut seen, mut all, mut complete) = (Ordered::default(), Vec::new(), true);
    for element in list.list()? {
        let Some(one) = read(&element) else {
            complete = false;
            continue;
        };
        if !seen.insert(name(&one).clone()) {
            element.refuse(Mistake::Duplicate { what: what.clone(), id: name(&one).clone() });
        }
        all.push(one);
    }
    complete.then_some(all)
}

fn code(reader: &Reader<'_>) -> Option<StoryCode> {
    let fields = reader.fields(&["id", "label", "meaning"])?;
    let (id, label) = (fields.must("id", Reader::string), fields.must("label", Reader::label));
    let meaning = fields.maybe("meaning", Reader::label);
    Some(StoryCode { id: id?, label: label?, meaning: meaning? })
}

fn coder(reader: &Reader<'_>) -> Option<StoryCoder> {
    let fields = reader.fields(&["id", "label", "kind"])?;
    let (id, label) = (fields.must("id", Reader::string), fields.must("label", Reader::label));
    let kind = fields.must("kind", Reader::code);
    Some(StoryCoder { id: id?, label: label?, kind: kind? })
}

fn story(reader: &Reader<'_>) -> Option<Story> {
    let fields = reader.fields(&["id", "group"])?;
    let (id, group) = (fields.must("id", Reader::string), fields.maybe("group", Reader::string));
    Some(Story { id: id?, group: group? })
}

/// What a coding may name.
struct Known<'d> {
    expected: Vec<String>,
    codes: Ordered<&'d str>,
    coders: Ordered<&'d str>,
    stories: Ordered<&'d str>,
}

impl Known<'_> {
    fn codings(&self, list: &Reader<'_>) -> Option<Vec<Coding>> {
        let mut seen = Ordered::default();
        let mut codings = Vec::new();
        let mut complete = true;
        for element in list.list()? {
            let Some(coding) = self.coding(&element) else {
                complete = false;
                continue;
            };
            if !seen.insert((coding.story.clone(), coding.coder.clone())) {
                let what = Label::of("het verhaal bij deze codeur", "story of this coder");
                element.refuse(Mistake::Duplicate { what, id: coding.story.clone() });
            }
            codings.push(coding);
        }
        complete.then_some(codings)
    }

    fn coding(&self, reader: &Reader<'_>) -> Option<Coding> {
        let fields = reader.fields(&["story", "coder", "codes"])?;
        let of = |name, what: &Label, known: &Ordered<&str>| {
            fields.must(name, |field| {
                let id = field.string()?;
                if !known.contains(&id.as_str()) {
                    field.refuse(Mistake::Undefined { what: what.clone(), id: id.clone() });
                }
                Some(id)
            })
        };
        let (story, coder) = (of("story", &STORY, &self.stories), of("coder", &CODER, &self.coders));
        let codes = fields.must("codes", |list| {
            let codes = named(list, Reader::string, &CODE, |code| code)?;
            for (element, value) in list.list()?.iter().zip(&codes) {
                if !self.codes.contains(&value.as_str()) {
                    let expected = self.expected.clone();
                    element.refuse(Mistake::UnknownCode { what: CODE, value: value.clone(), expected });
                }
            }
            Some(codes)
        });
        Some(Coding { story: story?, coder: coder?, codes: codes? })
    }
}
