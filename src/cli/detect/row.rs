//! What is said of one finding, member by member.

use serde::{Serialize, Serializer};
use std::borrow::Cow;

macro_rules! members {
    ($($member:ident $name:literal $about:literal)*) => {
        /// A member of the object that a finding is written as, in the order of the names.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::cli) enum Member {
            $(#[doc = $about] $member,)*
        }

        impl Member {
            /// All of them.
            const ALL: &[Self] = &[$(Self::$member,)*];

            /// Its name.
            pub(in crate::cli) fn name(self) -> &'static str {
                match self {
                    $(Self::$member => $name,)*
                }
            }
        }
    };
}

members! {
    Alternative "alternative" "A neutral way to say it."
    Category "category" "The kind of loaded language."
    Cue "cue" "The crediting words."
    CueEnd "cue_end" "Where they end."
    CueStart "cue_start" "Where they begin."
    Detector "detector" "Who found it."
    End "end" "Where it ends."
    Grounds "grounds" "What made its score."
    Kind "kind" "How speech is reported."
    Level "level" "The strictest level that shows it."
    Paragraph "paragraph" "Its paragraph, from 1."
    Path "path" "The article."
    Reason "reason" "Why it was found."
    Relay "relay" "The words for who passes it on."
    RelayEnd "relay_end" "Where they end."
    RelayStart "relay_start" "Where they begin."
    Resolved "resolved" "Whom the speaker's words mean."
    Rule "rule" "The rule, with its entry."
    Score "score" "How sure it is."
    Speaker "speaker" "The words for who is credited."
    SpeakerEnd "speaker_end" "Where they end."
    SpeakerStart "speaker_start" "Where they begin."
    Start "start" "Where it begins."
    Technique "technique" "The same in other people's terms."
    Text "text" "Its words."
    Voice "voice" "Whose words it stands in."
    VoiceKind "voice_kind" "The kind of that voice."
    VoiceName "voice_name" "Its name."
    VoiceSpeech "voice_speech" "How it is reported."
}

/// What a member says.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::cli) enum Datum<'f> {
    /// There is none.
    Nothing,
    /// Words.
    Words(Cow<'f, str>),
    /// An offset or a number of things.
    Count(usize),
    /// A number between.
    Number(f64),
    /// What made a score.
    Grounds(Vec<GroundRow<'f>>),
}

/// One of the things that made a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(in crate::cli) struct GroundRow<'f> {
    /// Its weight in log-odds.
    pub(in crate::cli) weight: f64,
    /// What it is.
    pub(in crate::cli) what: &'f str,
}

/// A finding as the members of an object; those that it does not have are left out.
#[derive(Debug, Clone, Default)]
pub(in crate::cli) struct Row<'f>([Option<Datum<'f>>; Member::ALL.len()]);

impl<'f> Row<'f> {
    /// Says `datum` of `member`.
    pub(in crate::cli) fn put(&mut self, member: Member, datum: impl Into<Datum<'f>>) {
        if let Some(place) = self.0.get_mut(member as usize) {
            *place = Some(datum.into());
        }
    }

    /// What is said of `member`.
    pub(in crate::cli) fn get(&self, member: Member) -> &Datum<'f> {
        let datum = self.0.get(member as usize).and_then(Option::as_ref);
        datum.unwrap_or(&Datum::Nothing)
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = Member::ALL.iter().zip(&self.0);
        let said = members.filter_map(|(member, datum)| Some((member.name(), datum.as_ref()?)));
        serializer.collect_map(said)
    }
}

impl Serialize for Datum<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_none(),
            Self::Words(words) => serializer.serialize_str(words),
            Self::Count(count) => count.serialize(serializer),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Grounds(grounds) => grounds.serialize(serializer),
        }
    }
}

impl<'f> From<&'f str> for Datum<'f> {
    fn from(words: &'f str) -> Self {
        Self::Words(words.into())
    }
}

impl From<String> for Datum<'_> {
    fn from(words: String) -> Self {
        Self::Words(words.into())
    }
}

impl<'f> From<Cow<'f, str>> for Datum<'f> {
    fn from(words: Cow<'f, str>) -> Self {
        Self::Words(words)
    }
}

impl From<usize> for Datum<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<f64> for Datum<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl<'f, T: Into<Datum<'f>>> From<Option<T>> for Datum<'f> {
    fn from(datum: Option<T>) -> Self {
        datum.map_or(Self::Nothing, T::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stand_in_the_order_of_their_names() {
        assert!(Member::ALL.is_sorted_by_key(|member| member.name()));
        let mut places = Member::ALL.iter().enumerate();
        assert!(places.all(|(place, member)| *member as usize == place));
    }

    #[test]
    fn what_a_row_does_not_have_is_left_out() {
        let mut row = Row::default();
        row.put(Member::Score, 0.7);
        row.put(Member::Cue, None::<&str>);
        row.put(Member::Rule, "fear/doom");
        row.put(Member::Start, 3);
        let text = serde_json::to_string(&row).unwrap();
        assert_eq!(
            text,
            r#"{"cue":null,"rule":"fear/doom","score":0.7,"start":3}"#
        );
    }
}
