//! News-like articles made from frames and words of our own, the same ones every time.

use std::collections::HashMap;

const FRAMES: &str = include_str!("frames.txt");
const WORDS: &str = include_str!("words.txt");

/// What a sentence can be, with how many of thirty-two are of that kind: about as in a news agency's reports.
const KINDS: [(&str, usize); 5] = [
    ("plain", 21),
    ("indirect", 4),
    ("direct", 4),
    ("mixed", 1),
    ("loaded", 2),
];

/// An article has about this many bytes.
const ARTICLE: usize = 5_000;

/// The texts of articles of about 5 kB each, `bytes` of them together.
pub(crate) fn articles(bytes: usize) -> Vec<String> {
    let mut writer = Writer::new();
    let mut texts = Vec::new();
    let mut written = 0;
    while written < bytes {
        let text = writer.article();
        written += text.len();
        texts.push(text);
    }
    texts
}

struct Writer {
    choices: HashMap<&'static str, Vec<&'static str>>,
    dice: Dice,
}

impl Writer {
    fn new() -> Self {
        let pools = WORDS
            .lines()
            .filter_map(|line| line.split_once(": "))
            .map(|(name, words)| (name, words.split(" | ").collect()));
        let parts = FRAMES.split("\n== ").skip(1).filter_map(|part| {
            let (name, lines) = part.split_once('\n')?;
            Some((
                name,
                lines.lines().filter(|line| !line.is_empty()).collect(),
            ))
        });
        Self {
            choices: pools.chain(parts).collect(),
            dice: Dice(20_261_122),
        }
    }

    fn article(&mut self) -> String {
        let size = ARTICLE / 2 + self.dice.below(ARTICLE);
        let mut text = self.sentence("headline");
        text.push('\n');
        while text.len() < size {
            text.push('\n');
            text += &self.paragraph();
            text.push('\n');
        }
        if self.dice.below(2) == 0 {
            text = curled(&text);
        }
        text
    }

    fn paragraph(&mut self) -> String {
        let sentences = [1, 1, 2, 2, 2, 3, 3, 4][self.dice.below(8)];
        let sentences: Vec<String> = (0..sentences)
            .map(|_| {
                let kind = self.kind();
                self.sentence(kind)
            })
            .collect();
        sentences.join(" ")
    }

    fn kind(&mut self) -> &'static str {
        let mut rest = self.dice.below(32);
        for (kind, share) in KINDS {
            if rest < share {
                return kind;
            }
            rest -= share;
        }
        "plain"
    }

    /// A sentence of one kind, with a capital.
    fn sentence(&mut self, kind: &str) -> String {
        let mut text = String::new();
        self.write(kind, &mut text);
        let mut chars = text.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        first.chain(chars).collect()
    }

    /// Writes a choice of `name`, and what has its place in it.
    fn write(&mut self, name: &str, text: &mut String) {
        let choices = &self.choices[name];
        let mut rest = choices[self.dice.below(choices.len())];
        while let Some((before, behind)) = rest.split_once('{') {
            let (inner, after) = behind.split_once('}').expect("a brace is closed");
            text.push_str(before);
            self.write(inner, text);
            rest = after;
        }
        text.push_str(rest);
    }
}

/// With curly marks and apostrophes for straight ones.
fn curled(text: &str) -> String {
    let mut open = false;
    text.chars()
        .map(|c| match c {
            '"' => {
                open = !open;
                if open { '“' } else { '”' }
            }
            '\'' => '’',
            c => c,
        })
        .collect()
}

/// `SplitMix64`: random enough for texts.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}
