//! What else a listed word is: most loaded words are also plain terms for something.

/// What an entry's words plainly mean in most of the passages where they are not loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) enum Sense {
    /// Nothing else: they practically always judge.
    #[default]
    Nothing,
    /// A charge or a finding: fraud, corrupt, cover-up.
    Law,
    /// A name of a group or a view: socialist, Islamist, regime.
    Group,
    /// An event: attack, massacre, collapse.
    Violence,
    /// Religion and morals: sin, holy, evil.
    Faith,
    /// A feeling: angry, desperate.
    Feeling,
    /// Reporting, doing, business: claim, fight, surge.
    Action,
    /// A description, degree or quantity: false, massive, weak.
    Description,
    /// Part of a name or of a fixed term.
    Name,
}

impl Sense {
    /// Every sense but [`Self::Nothing`].
    pub(super) const ALL: [Self; 8] = [
        Self::Law,
        Self::Group,
        Self::Violence,
        Self::Faith,
        Self::Feeling,
        Self::Action,
        Self::Description,
        Self::Name,
    ];

    /// The word behind `also:` in the lists.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Law => "law",
            Self::Group => "group",
            Self::Violence => "violence",
            Self::Faith => "faith",
            Self::Feeling => "feeling",
            Self::Action => "action",
            Self::Description => "description",
            Self::Name => "name",
        }
    }

    /// What it says to the reader.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Nothing => "has no other sense",
            Self::Law => "is also a plain term of law and politics",
            Self::Group => "is also the plain name of a group or a view",
            Self::Violence => "is also a plain word for an event",
            Self::Faith => "is also a plain word of religion or morals",
            Self::Feeling => "is also a plain word for a feeling",
            Self::Action => "is also a plain word for what somebody says or does",
            Self::Description => "is also a plain description",
            Self::Name => "is also part of names and fixed terms",
        }
    }

    /// The sense called `name`.
    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sense| sense.name() == name)
    }
}
