//! The kinds of loaded language.

/// A kind of loaded language: wording that argues while it seems to describe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// A label in place of a name or an argument.
    NameCalling,
    /// People or states as animals, disease, dirt, machines.
    Dehumanising,
    /// A danger to be felt rather than shown.
    Fear,
    /// Words chosen for the feeling they carry.
    Emotive,
    /// More than the facts reported hold.
    Exaggeration,
    /// Less than the facts reported hold.
    Minimising,
    /// Approval in the voice of a report.
    Praise,
    /// Proof and agreement claimed, not shown.
    Certainty,
    /// A source that cannot be asked.
    Unattributed,
    /// What may, might or could be, told as news.
    Speculation,
    /// Said by implying, so that it need not be shown.
    Insinuation,
    /// A reporting verb that judges the speaker.
    JudgingCue,
    /// A soft word for a hard thing.
    Euphemism,
    /// Quotation marks or "so-called" that take a word back.
    Distancing,
}

impl Category {
    /// All of them, in the order of pickers and tables.
    pub const ALL: [Self; 14] = [
        Self::NameCalling,
        Self::Dehumanising,
        Self::Fear,
        Self::Emotive,
        Self::Exaggeration,
        Self::Minimising,
        Self::Praise,
        Self::Certainty,
        Self::Unattributed,
        Self::Speculation,
        Self::Insinuation,
        Self::JudgingCue,
        Self::Euphemism,
        Self::Distancing,
    ];

    /// Whether it belongs to the quieter layer: hedges and unnamed sources, which most readers pass over and few mark.
    pub fn is_quiet(self) -> bool {
        matches!(
            self,
            Self::Certainty | Self::Unattributed | Self::Speculation
        )
    }

    /// The name in files, on screen and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::NameCalling => "name-calling",
            Self::Dehumanising => "dehumanising",
            Self::Fear => "fear",
            Self::Emotive => "emotive",
            Self::Exaggeration => "exaggeration",
            Self::Minimising => "minimising",
            Self::Praise => "praise",
            Self::Certainty => "certainty",
            Self::Unattributed => "unattributed",
            Self::Speculation => "speculation",
            Self::Insinuation => "insinuation",
            Self::JudgingCue => "judging-cue",
            Self::Euphemism => "euphemism",
            Self::Distancing => "distancing",
        }
    }

    /// What it means, for pickers and help.
    pub fn definition(self) -> &'static str {
        match self {
            Self::NameCalling => "a label in place of a name or an argument",
            Self::Dehumanising => "people or states as animals, disease, dirt, machines",
            Self::Fear => "a danger to be felt rather than shown",
            Self::Emotive => "words chosen for the feeling they carry",
            Self::Exaggeration => "more than the facts reported hold",
            Self::Minimising => "less than the facts reported hold",
            Self::Praise => "approval in the voice of a report",
            Self::Certainty => "proof and agreement claimed, not shown",
            Self::Unattributed => "a source that cannot be asked",
            Self::Speculation => "what may or could be, told as news",
            Self::Insinuation => "said by implying, so that it need not be shown",
            Self::JudgingCue => "a reporting verb that judges the speaker",
            Self::Euphemism => "a soft word for a hard thing",
            Self::Distancing => "marks or “so-called” that take a word back",
        }
    }

    /// The technique of SemEval-2020 task 11 ("Detection of Propaganda Techniques in News Articles", Da San Martino et
    /// al. 2020) that covers it, by the name in that task's files; nothing where none does. Every technique is wider or
    /// narrower than the category: the mapping serves exchange, not comparison.
    pub fn technique(self) -> Option<&'static str> {
        match self {
            Self::NameCalling | Self::Dehumanising => Some("Name_Calling,Labeling"),
            Self::Emotive | Self::Praise | Self::JudgingCue | Self::Euphemism => {
                Some("Loaded_Language")
            }
            Self::Fear => Some("Appeal_to_fear-prejudice"),
            Self::Exaggeration | Self::Minimising => Some("Exaggeration,Minimisation"),
            Self::Insinuation | Self::Distancing => Some("Doubt"),
            Self::Certainty => Some("Thought-terminating_Cliches"),
            Self::Unattributed => Some("Appeal_to_Authority"),
            Self::Speculation => None,
        }
    }

    /// The category called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.name() == name)
    }
}
