//! Logistic regression for a few dozen weights.

/// Something that was right or not, with what is known of it.
#[derive(Debug, Clone)]
pub(super) struct Example {
    /// Columns and their values; a column stands here once.
    pub(super) values: Vec<(usize, f64)>,
    /// What is known already, in log-odds.
    pub(super) offset: f64,
    /// Whether it was right.
    pub(super) is_right: bool,
    /// How many examples it counts for.
    pub(super) weight: f64,
}

/// Weights in log-odds, by column.
#[derive(Debug)]
pub(super) struct Regression(Vec<f64>);

/// Rounds over all columns; far fewer are needed.
const ROUNDS: usize = 200;
/// A round that moves no weight by more ends the search.
const STILL: f64 = 1e-5;

impl Regression {
    /// The weights that make `examples` likeliest, each drawn to zero by `drawn` (ridge); column 0, the base, is not.
    ///
    /// Newton steps in one column after the other (Genkin, Lewis, Madigan 2007): the same examples give the same weights.
    pub(super) fn fit(examples: &[Example], columns: usize, drawn: f64) -> Self {
        let mut by_column: Vec<Vec<(usize, f64)>> = vec![Vec::new(); columns];
        for (number, example) in examples.iter().enumerate() {
            for (column, value) in &example.values {
                if let Some(column) = by_column.get_mut(*column) {
                    column.push((number, *value));
                }
            }
        }
        let mut odds: Vec<f64> = examples.iter().map(|example| example.offset).collect();
        let mut weights = vec![0.0; columns];
        for _ in 0..ROUNDS {
            let mut moved: f64 = 0.0;
            for (column, (values, weight)) in by_column.iter().zip(&mut weights).enumerate() {
                let drawn = if column == 0 { 1e-6 } else { drawn };
                let step = step(examples, &odds, values, *weight, drawn);
                *weight += step;
                moved = moved.max(step.abs());
                for (number, value) in values {
                    if let Some(odds) = odds.get_mut(*number) {
                        *odds += step * value;
                    }
                }
            }
            if moved < STILL {
                break;
            }
        }
        Self(weights)
    }

    /// The weight of a column; zero of one that was not there.
    pub(super) fn weight(&self, column: usize) -> f64 {
        self.0.get(column).copied().unwrap_or_default()
    }
}

/// A Newton step of one weight, at most 1 long.
fn step(
    examples: &[Example],
    odds: &[f64],
    values: &[(usize, f64)],
    weight: f64,
    drawn: f64,
) -> f64 {
    let (mut slope, mut bend) = (-drawn * weight, drawn);
    for (number, value) in values {
        if let (Some(example), Some(odds)) = (examples.get(*number), odds.get(*number)) {
            let share = 1.0 / (1.0 + (-odds).exp());
            let is_right = f64::from(u8::from(example.is_right));
            slope += example.weight * value * (is_right - share);
            bend += example.weight * value * value * share * (1.0 - share);
        }
    }
    (slope / bend).clamp(-1.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_come_back_as_log_odds() {
        let example = |column: Option<usize>, is_right| Example {
            values: std::iter::once((0, 1.0))
                .chain(column.map(|column| (column, 1.0)))
                .collect(),
            offset: 0.0,
            is_right,
            weight: 1.0,
        };
        let mut examples = Vec::new();
        for at in 0..400 {
            examples.push(example(None, at % 4 == 0));
            examples.push(example(Some(1), at % 4 != 0));
        }
        let fitted = Regression::fit(&examples, 2, 0.01);
        assert!((fitted.weight(0) + 3.0_f64.ln()).abs() < 0.02, "{fitted:?}");
        assert!(
            (fitted.weight(1) - 2.0 * 3.0_f64.ln()).abs() < 0.02,
            "{fitted:?}"
        );
        assert!(fitted.weight(7).abs() < f64::EPSILON);
    }
}
