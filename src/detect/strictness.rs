//! How much the program points at.

/// How much the program points at: each level shows what the one before it shows, and more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Strictness {
    /// Few and sure: what most careful readers would mark.
    Few,
    /// What is worth a second look.
    #[default]
    Normal,
    /// Everything that any rule has a reason for, hedges and unnamed sources with it.
    All,
}

impl Strictness {
    /// All levels, the strictest first.
    pub const ALL: [Self; 3] = [Self::Few, Self::Normal, Self::All];

    /// The name behind `--strictness` and in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Few => "few",
            Self::Normal => "normal",
            Self::All => "all",
        }
    }

    /// What it shows, in a few words.
    pub fn about(self) -> &'static str {
        match self {
            Self::Few => "few and sure",
            Self::Normal => "normal",
            Self::All => "everything",
        }
    }

    /// The level that shows a step fewer; none below the strictest.
    pub fn fewer(self) -> Option<Self> {
        match self {
            Self::Few => None,
            Self::Normal => Some(Self::Few),
            Self::All => Some(Self::Normal),
        }
    }

    /// The level that shows a step more; none beyond everything.
    pub fn more(self) -> Option<Self> {
        match self {
            Self::Few => Some(Self::Normal),
            Self::Normal => Some(Self::All),
            Self::All => None,
        }
    }

    /// The level called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}
