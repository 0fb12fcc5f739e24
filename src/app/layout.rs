//! Where things stand on a screen of a given size.

/// Widest text column, in columns: longer lines lose the eye on the way back.
pub const MEASURE: u16 = 76;
/// Widest notes column.
const MARGIN_MOST: u16 = 60;
/// Narrowest screen with both panes side by side.
const WIDE: u16 = 80;

/// A rectangle of the screen, in columns and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Column of its left edge.
    pub x: u16,
    /// Row of its upper edge.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether the cell at a column and row lies inside.
    pub fn contains(self, x: u16, y: u16) -> bool {
        x >= self.x && x - self.x < self.width && y >= self.y && y - self.y < self.height
    }

    /// Whether nothing fits in.
    pub fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }
}

/// Where things stand. An area with no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// The whole screen.
    pub screen: Area,
    /// Counts, one row.
    pub header: Area,
    /// Keys of the mode, or a message, one row.
    pub footer: Area,
    /// The rules under the header and over the footer: their rows.
    pub rules: [Option<u16>; 2],
    /// Marker, paragraph number, review mark.
    pub gutter: Area,
    /// The article's text.
    pub text: Area,
    /// The line between the panes: a column when side by side, a row when stacked.
    pub divider: Area,
    /// The notes.
    pub notes: Area,
    /// Whether the notes stand under the text, not beside it.
    pub stacked: bool,
}

impl Layout {
    /// The layout of a screen for an article with so many paragraphs. `notes`: the notes pane has the focus, which
    /// decides who is shown where there is room for one only.
    pub fn new(width: u16, height: u16, paragraphs: usize, notes: bool) -> Self {
        let mut layout = Self {
            screen: Area {
                x: 0,
                y: 0,
                width,
                height,
            },
            ..Self::default()
        };
        let body = layout.bars(width, height);
        let gutter = if width >= 24 {
            gutter(paragraphs)
        } else {
            u16::from(width >= 12)
        };
        if width >= WIDE {
            layout.side_by_side(body, gutter);
        } else {
            layout.stack(body, gutter, notes);
        }
        layout
    }

    /// The columns of [`Self::new`] on paper: from the left edge on. Rows and heights mean nothing; stacked notes stand in the
    /// column of the text.
    pub fn paper(width: u16, paragraphs: usize) -> Self {
        let most = gutter(paragraphs) + MEASURE + 4 + MARGIN_MOST;
        let mut layout = Self::new(width.min(most), 24, paragraphs, false);
        if layout.stacked {
            layout.notes.x = layout.text.x;
            layout.notes.width = layout.text.width;
        }
        layout
    }

    /// Everything between the bars.
    pub fn body(&self) -> Area {
        let [top, bottom] = self.rules;
        let y = top.map_or(self.header.height, |rule| rule + 1);
        Area {
            x: self.header.x,
            y,
            width: self.header.width,
            height: bottom.unwrap_or(self.footer.y).saturating_sub(y),
        }
    }

    fn bars(&mut self, width: u16, height: u16) -> Area {
        let header = u16::from(height >= 5);
        let footer = u16::from(height >= 3);
        let rules = u16::from(height >= 14);
        self.header = Area {
            x: 0,
            y: 0,
            width,
            height: header,
        };
        self.footer = Area {
            x: 0,
            y: height.saturating_sub(footer),
            width,
            height: footer,
        };
        if rules > 0 {
            self.rules = [Some(header), Some(height.saturating_sub(footer + 1))];
        }
        Area {
            x: 0,
            y: header + rules,
            width,
            height: height.saturating_sub(header + footer + 2 * rules),
        }
    }

    fn side_by_side(&mut self, body: Area, gutter: u16) {
        let most = gutter + MEASURE + 4 + MARGIN_MOST;
        let total = body.width.min(most);
        let share = (total * 38 / 100).clamp(28, MARGIN_MOST);
        let measure = total.saturating_sub(gutter + 4 + share).min(MEASURE);
        let notes = total.saturating_sub(gutter + 4 + measure).min(MARGIN_MOST);
        let left = (body.width - total) / 2;
        let column = |x: u16, width: u16| Area {
            x: left + x,
            width,
            ..body
        };
        for bar in [&mut self.header, &mut self.footer] {
            bar.x = left;
            bar.width = total;
        }
        self.gutter = column(0, gutter);
        self.text = column(gutter, measure);
        self.divider = column(gutter + measure + 1, 1);
        self.notes = column(gutter + measure + 3, notes);
    }

    fn stack(&mut self, body: Area, gutter: u16, notes: bool) {
        self.stacked = true;
        let under = if body.height >= 9 {
            body.height * 2 / 5
        } else {
            0
        };
        let alone = under == 0 && notes;
        let over = body.height - under;
        let rows = |y: u16, height: u16| Area {
            y: body.y + y,
            height,
            ..body
        };
        let upper = rows(0, if alone { 0 } else { over });
        self.gutter = Area {
            width: gutter,
            ..upper
        };
        let right = u16::from(body.width > 40);
        self.text = Area {
            x: gutter,
            width: body.width.saturating_sub(gutter + right).min(MEASURE),
            ..upper
        };
        if under > 0 {
            self.divider = rows(over, 1);
            self.notes = rows(over + 1, under - 1);
        } else if alone {
            self.notes = body;
        }
        let inset = u16::from(self.notes.width > 40);
        self.notes.x += inset;
        self.notes.width = self.notes.width.saturating_sub(2 * inset);
    }
}

/// Columns for marker, number and review mark.
fn gutter(paragraphs: usize) -> u16 {
    paragraphs.max(10).to_string().len() as u16 + 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_the_screen_at_any_size() {
        for width in 0..220 {
            for height in 0..70 {
                for notes in [false, true] {
                    let layout = Layout::new(width, height, 18, notes);
                    for area in [
                        layout.header,
                        layout.footer,
                        layout.gutter,
                        layout.text,
                        layout.divider,
                        layout.notes,
                    ] {
                        assert!(
                            area.is_empty() || area.x + area.width <= width,
                            "{width}x{height} {area:?}"
                        );
                        assert!(
                            area.is_empty() || area.y + area.height <= height,
                            "{width}x{height} {area:?}"
                        );
                    }
                    assert!(layout.text.width <= MEASURE);
                }
            }
        }
    }

    #[test]
    fn the_panes_stack_under_80_columns() {
        assert!(Layout::new(79, 24, 18, false).stacked);
        assert!(!Layout::new(80, 24, 18, false).stacked);
    }
}
