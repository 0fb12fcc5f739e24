//! What keys do: (what is pressed, what is selected, said, noted).

use crate::desk::{Desk, SAMPLE};
use closeread::app::{Action, Effect, Input, Mouse};
use closeread::notes::{ArticleRef, Notebook};

/// ¶ number of the current paragraph.
fn paragraph(desk: &Desk) -> usize {
    desk.state.paragraph() + 1
}

/// The word under the cursor and the two after it.
fn here(desk: &Desk) -> String {
    let text = &desk.state.desk.article.text;
    let rest = text.get(desk.state.cursor..).unwrap();
    rest.split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn moving() {
    for (keys, place) in [
        ("", "The storm of"),
        ("j", "“We will not"),
        ("jjjj", "Nobody was hurt."),
        ("jjk", "“We will not"),
        ("G", "Nobody was hurt."),
        ("2G", "“We will not"),
        ("2gg", "“We will not"),
        ("Ggg", "The storm of"),
        ("9G", "Nobody was hurt."),
        ("2j", "Nobody was hurt."),
        ("ww", "of protest swept"),
        ("2w", "of protest swept"),
        ("wwb", "storm of protest"),
        ("wwk", "The storm of"),
        (":2<enter>", "“We will not"),
        ("jmakk'a", "“We will not"),
        ("G^o", "The storm of"),
        ("G^o]j", "Nobody was hurt."),
        ("G''", "The storm of"),
        ("/moved<enter>", "moved,” Minister Ana"),
        ("/the<enter>", "the capital on"),
        ("/the<enter>n", "the regime may"),
        ("/the<enter>nN", "the capital on"),
        ("/the<enter>NN", "The opposition “celebrates”"),
        ("/The<enter>n", "The storm of"),
        ("/zzz<enter>", "The storm of"),
        ("/will<esc>", "The storm of"),
        ("G?storm<enter>", "storm of protest"),
        ("*", "the capital on"),
        ("]q", "“We will not"),
        ("G[q", "“We will not"),
        ("]d", "It is believed"),
        ("2]d", "regime may soon"),
        ("]u]u", "Nobody was hurt."),
    ] {
        assert_eq!(here(&Desk::open(SAMPLE).press(keys)), place, "{keys}");
    }
}

#[test]
fn selecting() {
    for (keys, words) in [
        ("v", "The"),
        ("vww", "The storm of"),
        ("v2w", "The storm of"),
        ("vwwb", "The storm"),
        ("wvll", "storm o"),
        ("wvh", "stor"),
        ("wvob", "The storm"),
        ("wvb", "The storm"),
        ("s", "The storm of protest swept the capital on Monday."),
        (
            "ss",
            "The storm of protest swept the capital on Monday. It is believed that the regime may soon fall.",
        ),
        (
            "V",
            "The storm of protest swept the capital on Monday. It is believed that the regime may soon fall.",
        ),
        ("is", "The storm of protest swept the capital on Monday."),
        ("jiq", "“We will not be moved,”"),
        ("]qv", "“We will not be moved,”"),
        ("2jV", "Nobody was hurt."),
        (
            "jVj",
            "“We will not be moved,” Minister Ana Ruiz said. The opposition “celebrates” her words.\nNobody was hurt.",
        ),
        ("Sad", "The storm of"),
        ("Sdd", "of protest swept"),
        ("Sd<enter>", "of"),
        ("v<esc>", ""),
        ("S<esc>", ""),
    ] {
        assert_eq!(Desk::open(SAMPLE).press(keys).selected(), words, "{keys}");
    }
}

#[test]
fn any_span_of_a_paragraph_in_four_keys() {
    let text = (0..150)
        .map(|n| format!("w{n}"))
        .collect::<Vec<_>>()
        .join(" ");
    let desk = Desk::open(&text).size(120, 40).press("S");
    let closeread::app::Mode::Labelling(labels) = &desk.state.mode else {
        panic!("no labels");
    };
    let longest = labels
        .words
        .iter()
        .map(|(_, label)| label.len())
        .max()
        .unwrap();
    assert_eq!((labels.words.len(), longest), (150, 2));
    let (first, label) = labels.words[120].clone();
    let desk = desk.press(&label);
    let closeread::app::Mode::Labelling(labels) = &desk.state.mode else {
        panic!("no labels");
    };
    let (last, end) = labels.words[29].clone();
    assert_eq!(format!("S{label}{end}").len(), 4);
    assert_eq!(desk.press(&end).selected(), first.hull(last).of(&text));
}

#[test]
fn annotating() {
    for (keys, notebook) in [
        (
            "]qawho says? <enter>",
            "2:1 “We will not be moved,” note=\"who says?\"\n",
        ),
        ("aone^jtwo<enter>", "1:1 whole note=\"one\\ntwo\"\n"),
        ("aone<enter>a two<enter>", "1:1 whole note=\"one two\"\n"),
        ("aone<enter>a^w<enter>", ""),
        ("a<enter>", ""),
        ("aone<esc>", ""),
        ("aone<esc>a two<enter>", "1:1 whole note=\"one two\"\n"),
        (
            "aone<esc>jatwo<enter>k<esc>a!<enter>",
            "1:1 whole note=\"one!\"\n2:1 whole2 note=\"two\"\n",
        ),
        ("wvtsou<enter>", "1:5 “storm” tags=\"source\"\n"),
        ("wvtbrand new<enter>", "1:5 “storm” tags=\"brand new\"\n"),
        (
            "wvt<tab><down><tab><enter>",
            "1:5 “storm” tags=\"framing,source\"\n",
        ),
        ("wvtsou<enter>tsou<enter>", ""),
        ("wvtsou<tab><enter>", "1:5 “storm” tags=\"source\"\n"),
        (
            "wvtsou<tab>fra<enter>",
            "1:5 “storm” tags=\"source,framing\"\n",
        ),
        (
            "wvtsou<tab>new<tab><enter>",
            "1:5 “storm” tags=\"new,source\"\n",
        ),
        ("a<a-enter>one<enter>", "1:1 whole note=\"one\"\n"),
        (
            "wvtsou<enter>jvt1",
            "1:5 “storm” tags=\"source\"\n2:2 “We” tags=\"source\"\n",
        ),
        (
            "wvtsou<enter>jv.",
            "1:5 “storm” tags=\"source\"\n2:2 “We” tags=\"source\"\n",
        ),
        (
            "wvffear<enter>a metaphor<enter>",
            "1:5 “storm” flag=\"fear\" reason=\"a metaphor\"\n",
        ),
        ("wvffear<enter><enter>", "1:5 “storm” flag=\"fear\"\n"),
        (
            "wvffear<enter>r<enter>jv.",
            "1:5 “storm” flag=\"fear\" reason=\"r\"\n2:2 “We” flag=\"fear\" reason=\"r\"\n",
        ),
        (
            "wvffear<enter><enter>tsou<enter>an<enter>",
            "1:5 “storm” flag=\"fear\" tags=\"source\" note=\"n\"\n",
        ),
        ("wvffear<esc>", ""),
        ("f", ""),
        (
            "]d+",
            "1:51 “It is believed that” finding=\"unattributed\" verdict=\"accepted\"\n",
        ),
        (
            "]d-",
            "1:51 “It is believed that” finding=\"unattributed\" verdict=\"rejected\"\n",
        ),
        (
            "]d-+",
            "1:51 “It is believed that” finding=\"unattributed\" verdict=\"accepted\"\n",
        ),
        (
            "]d_honest<enter>",
            "1:51 “It is believed that” finding=\"unattributed\" verdict=\"rejected\" reason=\"honest\"\n",
        ),
        (
            "]dg+yes<enter>",
            "1:51 “It is believed that” finding=\"unattributed\" verdict=\"accepted\" reason=\"yes\"\n",
        ),
        ("aone<enter>dd", ""),
        ("aone<enter>ddu", "1:1 whole note=\"one\"\n"),
        ("aone<enter>uu", ""),
        ("aone<enter>u^r", "1:1 whole note=\"one\"\n"),
        (
            "aone<enter>jatwo<enter>uu^r^r",
            "1:1 whole note=\"one\"\n2:1 whole2 note=\"two\"\n",
        ),
        ("r", "reviewed ¶1\n"),
        ("rr", "reviewed ¶1\nreviewed ¶2\n"),
        ("rkR", ""),
        ("ru", ""),
    ] {
        let expected = notebook
            .replace("whole2", "“““We will not be moved,” Minister Ana Ruiz said. The opposition “celebrates” her words.”")
            .replace("whole", "“The storm of protest swept the capital on Monday. It is believed that the regime may soon fall.”")
            .replace("“““", "““")
            .replace("2:1 “We will", "2:1 ““We will")
            .replace("moved,” note", "moved,”” note");
        assert_eq!(
            Desk::open(SAMPLE).press(keys).notebook(),
            expected,
            "{keys}"
        );
    }
}

#[test]
fn what_is_said() {
    for (keys, said) in [
        ("]z", "]z means nothing: ] goes on with j q f d n t u o b"),
        ("D", "D means nothing here: ? shows every key"),
        ("vx", "x means nothing here: Esc leaves the selection"),
        ("k", "the first paragraph"),
        ("9j", "the last paragraph"),
        ("9G", "there are 3 paragraphs"),
        ("/the<enter>", "“the” 2 of 4"),
        ("/the<enter>nnn", "“the” 1 of 4: wrapped around"),
        ("/zzz<enter>", "“zzz” does not stand in this article"),
        ("n", "nothing is searched: / searches"),
        ("]q]q", "quotation 1 of 1"),
        ("]n", "no note on this article"),
        ("]o", "no annotation is lost or moved"),
        ("]t", "no tag here: go to a tagged passage first"),
        ("[d", "candidate 3 of 3: wrapped around to the last"),
        ("u", "nothing to undo"),
        (
            "aone<enter>u",
            "undid: note on “The storm of protest swept the capital…” (¶1)",
        ),
        (
            "aone<enter>u^r",
            "did again: note on “The storm of protest swept the capital…” (¶1)",
        ),
        ("aone<enter>u^r^r", "nothing to redo"),
        (
            ".",
            "nothing to repeat: . repeats the last tag, flag or speaker",
        ),
        (
            "f",
            "choose the words first: v selects words, s the sentence, S by letters, ]d goes to a candidate",
        ),
        ("dd", "you have annotated nothing in ¶1"),
        (
            "]ddd",
            "that is a finding, not yours to delete: - rejects it",
        ),
        (
            "+",
            "3 findings in this paragraph: ]d or c goes to the one you mean",
        ),
        ("G+", "no finding here: ]d goes to the next one"),
        ("R", "¶1 is not marked as reviewed"),
        ("rrr]u", "every paragraph is reviewed"),
        ("ma", "¶1 is marked: 'a comes back"),
        ("'b", "no place is marked b: mb marks this one"),
        ("^o", "no earlier jump"),
        ("aone<esc>", "kept as a draft: a comes back to it"),
        ("y", "copied 18 words of ¶1"),
        ("]qY", "copied 5 words of ¶2 with source"),
        (":zzz<enter>", "no command is called so: : lists them all"),
        ("<esc>", "q quits"),
    ] {
        assert_eq!(Desk::open(SAMPLE).press(keys).says(), said, "{keys}");
    }
}

#[test]
fn copying() {
    let copied = |keys: &str| {
        Desk::open(SAMPLE)
            .press(keys)
            .effects
            .into_iter()
            .find_map(|effect| match effect {
                Effect::Copy(text) => Some(text),
                _ => None,
            })
    };
    assert_eq!(copied("]qy").unwrap(), "“We will not be moved,”");
    assert_eq!(
        copied("]qY").unwrap(),
        "“We will not be moved,” (seeds/storm.txt, ¶2)"
    );
    assert_eq!(copied("wvY").unwrap(), "“storm” (seeds/storm.txt, ¶1)");
    assert_eq!(
        copied("jVjY").unwrap().rsplit(", ").next().unwrap(),
        "¶2–3)"
    );
}

#[test]
fn every_change_is_saved_at_once_and_drafts_are_kept_at_every_key() {
    let saves = |desk: &Desk| {
        desk.effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Save(_)))
            .count()
    };
    let drafts = |desk: &Desk| -> Vec<usize> {
        desk.effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::KeepDrafts(drafts) => Some(drafts.len()),
                _ => None,
            })
            .collect()
    };
    let desk = Desk::open(SAMPLE).press("aone");
    assert_eq!((saves(&desk), drafts(&desk)), (0, vec![1, 1, 1]));
    let desk = desk.press("<enter>u^r");
    assert_eq!((saves(&desk), drafts(&desk)), (3, vec![1, 1, 1, 0]));
}

#[test]
fn an_unsaved_notebook_keeps_the_program_open() {
    let desk = Desk::open(SAMPLE)
        .press("aone<enter>")
        .hear(Action::NotSaved("the disk is full".to_owned()));
    assert_eq!(desk.says(), "not saved: the disk is full");
    let desk = desk.press("q");
    assert_eq!(
        desk.says(),
        "not everything is saved: :save tries again, ZQ quits and keeps it for the next session"
    );
    assert!(!desk.effects.contains(&Effect::Quit));
    assert!(desk.press("ZQ").effects.contains(&Effect::Quit));
    assert!(
        Desk::open(SAMPLE)
            .press("q")
            .effects
            .contains(&Effect::Quit)
    );
}

#[test]
fn exporting_asks_before_it_overwrites() {
    let writes = |desk: &Desk| -> Vec<(String, bool)> {
        desk.effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Write {
                    path, overwrite, ..
                } => Some((path.clone(), *overwrite)),
                _ => None,
            })
            .collect()
    };
    let desk = Desk::open(SAMPLE).press("e<enter>");
    assert_eq!(writes(&desk), [("storm.anna.md".to_owned(), false)]);
    let desk = desk.hear(Action::FileExists("storm.anna.md".to_owned()));
    assert_eq!(writes(&Desk::open(SAMPLE).press("e<esc>")), []);
    let desk = desk.press("y");
    assert_eq!(
        writes(&desk).last().unwrap(),
        &("storm.anna.md".to_owned(), true)
    );
}

#[test]
fn the_ending_says_what_is_exported() {
    let exported = |name: &str| {
        let erased = "<backspace>".repeat("storm.anna.md".len());
        let desk = Desk::open(SAMPLE).press(&format!("fpr<enter><enter>e{erased}{name}<enter>"));
        let written = desk.effects.iter().find_map(|effect| match effect {
            Effect::Write { written, .. } => Some(written.clone()),
            _ => None,
        });
        (written, desk)
    };
    let (written, desk) = exported("out/storm.CSV");
    let bytes = String::from_utf8(written.unwrap().bytes).unwrap();
    assert!(bytes.starts_with("category,code,text,"), "{bytes}");
    let left_out = vec!["2 cells begin …".to_owned()];
    let desk = desk.hear(Action::Written("out/storm.CSV".to_owned(), left_out));
    assert_eq!(
        desk.says(),
        "out/storm.CSV is written (csv) · 2 cells begin …"
    );
    let (written, _) = exported("storm.ann");
    let beside = written.unwrap().beside;
    let names: Vec<_> = beside
        .iter()
        .map(|one| one.path("a/storm.ann".as_ref()))
        .collect();
    let names: Vec<_> = names.iter().map(|name| name.to_str().unwrap()).collect();
    assert_eq!(names, ["a/storm.txt", "a/annotation.conf", "a/visual.conf"]);
    for name in ["storm", "storm.docx", "md", ".."] {
        let (written, desk) = exported(name);
        assert!(written.is_none(), "{name}");
        let says = desk.says();
        assert!(
            says.starts_with("nothing was written: let the name end in one of .md .html "),
            "{says}"
        );
    }
}

#[test]
fn what_others_wrote_cannot_be_deleted() {
    let demo = Desk::open(SAMPLE).press("wvtsou<enter>");
    let mut notebook = demo.state.desk.own().unwrap().clone();
    notebook.reader = "demo".to_owned();
    let desk = Desk::with(SAMPLE, vec![notebook]);
    assert_eq!(
        desk.press("cdd").says(),
        "that is demo’s: only its author can delete it"
    );
}

#[test]
fn the_notes_pane_steps_through_entries_and_its_list_is_filtered() {
    let desk = Desk::open(SAMPLE).press("awatch this<enter>").press("o");
    let all = desk.state.desk.items.len();
    assert_eq!(desk.state.listed().len(), all);
    for (filter, count) in [
        ("watch", 1),
        ("is:note", 1),
        ("is:quote", 1),
        ("is:candidate", 3),
        ("by:anna", 1),
        ("by:demo", 0),
        ("flag:unatt", 1),
        ("voice:own", all - 1),
        ("tag:x", 0),
        ("is:lost", 0),
        ("ruiz", 1),
    ] {
        let desk = Desk::open(SAMPLE)
            .press("awatch this<enter>")
            .press(&format!("g/{filter}<enter>"));
        assert_eq!(desk.state.listed().len(), count, "{filter}");
    }
    let desk = desk.press("ggj");
    assert!(desk.says().contains("entry 1 of"), "{}", desk.says());
}

#[test]
fn the_mouse_chooses_selects_and_scrolls() {
    let desk = Desk::open(SAMPLE).size(100, 20);
    let text = desk.state.page.layout.text;
    let desk = desk
        .mouse(Mouse::Press, text.x + 5, text.y)
        .mouse(Mouse::Drag, text.x + 11, text.y);
    assert_eq!(desk.selected(), "storm of");
    let desk = desk.mouse(Mouse::Drag, text.x, text.y);
    assert_eq!(desk.selected(), "The storm");
    let notes = desk.state.page.layout.notes;
    let desk = desk.press("<esc>").mouse(Mouse::Press, notes.x, notes.y);
    assert!(desk.state.focused().is_some());
    assert_eq!(paragraph(&desk), 1);
    let desk = desk.mouse(Mouse::Press, 0, 0);
    assert_eq!(paragraph(&desk), 1);
}

#[test]
fn a_paste_is_text_never_commands() {
    let mut desk = Desk::open(SAMPLE);
    desk.input(Input::Paste("dd q ZZ".to_owned()));
    assert_eq!(desk.says(), "pasted text goes into a note: a opens one");
    let mut desk = desk.press("a");
    desk.input(Input::Paste("one\r\ntwo\x1b".to_owned()));
    let desk = desk.press("<enter>");
    assert_eq!(
        desk.state.desk.own().unwrap().annotations[0]
            .note
            .as_deref(),
        Some("one\ntwo\u{1b}")
    );
}

#[test]
fn a_long_paragraph_is_read_to_its_end_before_the_next() {
    let text = format!("{}\nnext", "many words here ".repeat(200));
    let mut desk = Desk::open(&text).size(60, 12);
    let mut presses = 0;
    while paragraph(&desk) == 1 {
        desk = desk.press("j");
        presses += 1;
        assert!(presses < 100);
    }
    assert!(presses > 5, "{presses}");
}

#[test]
fn nothing_breaks_at_any_size_in_any_mode() {
    let notebook = Notebook::new("demo", ArticleRef::default());
    for keys in [
        "",
        "v",
        "S",
        "/x",
        "?",
        "a",
        "awords^jmore<esc>",
        "t",
        "Vf",
        ":",
        "o",
        "<tab>",
        "K",
        "<f1>",
        "]dK",
        "g/x",
        "e",
        "]d_",
        "2",
        "]",
    ] {
        let mut desk = Desk::with(SAMPLE, vec![notebook.clone()]).press(keys);
        for (width, height) in [
            (1, 1),
            (0, 0),
            (2, 3),
            (7, 4),
            (20, 5),
            (24, 9),
            (79, 24),
            (80, 2),
            (300, 100),
            (80, 24),
        ] {
            desk.input(Input::Resize(width, height));
            desk.frame();
        }
        desk = desk.press("<esc><esc>j<down>a<esc>GkZ<esc>");
        desk.frame();
    }
}

#[test]
fn an_empty_article_survives_every_key() {
    for command in closeread::app::COMMANDS {
        for keys in command.keys.split(' ').filter(|keys| !keys.is_empty()) {
            let keys = keys.replace("<any>", "a");
            Desk::open("").press(&keys).press("x<enter><esc>").frame();
            Desk::open(SAMPLE)
                .press(&keys)
                .press("<enter>y<esc>")
                .frame();
            Desk::open(SAMPLE)
                .press("v")
                .press(&keys)
                .press("<enter>y<esc>")
                .frame();
        }
    }
}

#[test]
fn a_lost_annotation_is_attached_by_hand() {
    let once =
        Desk::open("One tall tree stood there.\nIt was old.").press("wvwwahow tall? <enter>");
    let own = once.state.desk.own().unwrap().clone();
    let article =
        closeread::article::Article::new("seeds/storm.txt", "A ship lay at anchor.\nIt was old.");
    let desk = Desk::lay(
        article,
        own,
        Vec::new(),
        closeread::notes::Codebook::default(),
    );
    assert_eq!(desk.state.desk.count(closeread::app::Kind::Lost), 1);
    let desk = desk.press("]o");
    assert_eq!(
        desk.says(),
        "lost or moved 1 of 1: select its words (v, s, S), then ga attaches it there"
    );
    let desk = desk.press("oggwvga");
    assert_eq!(
        desk.notebook(),
        "1:3 “ship” note=\"how tall? \"\n".replace("? ", "?")
    );
    assert_eq!(desk.state.desk.count(closeread::app::Kind::Lost), 0);
    let desk = desk.press("u");
    assert_eq!(desk.state.desk.count(closeread::app::Kind::Lost), 1);
    assert_eq!(
        desk.press("^r")
            .state
            .desk
            .count(closeread::app::Kind::Lost),
        0
    );
}

#[test]
fn what_could_not_be_saved_last_time_is_put_back() {
    let before = Desk::open(SAMPLE).press("aone<enter>rjatwo<enter>");
    let rescued = before.state.desk.own().unwrap().clone();
    let mut saved = rescued.clone();
    saved.annotations.pop();
    saved.annotations[0].note = Some("older".to_owned());
    saved.reviewed.clear();
    let article = closeread::article::Article::new("seeds/storm.txt", SAMPLE);
    let desk = Desk::lay(
        article,
        saved,
        Vec::new(),
        closeread::notes::Codebook::default(),
    );
    let desk = desk.hear(Action::Restored(Box::new(rescued)));
    assert_eq!(
        desk.says(),
        "restore 3 changes that could not be saved last time"
    );
    assert_eq!(desk.notebook(), before.notebook());
    assert!(matches!(desk.effects.last(), Some(Effect::Save(_))));
    assert!(desk.press("u").notebook().contains("older"));
}

#[test]
fn a_moved_annotation_says_what_its_words_were() {
    let text = "The minister was clearly mistaken about the bridge, and said so at once.";
    let once = Desk::open(text).press("wwvwwwwalook<enter>");
    let own = once.state.desk.own().unwrap().clone();
    let changed = text.replace("clearly mistaken", "clearly misled");
    let article = closeread::article::Article::new("seeds/storm.txt", changed);
    let desk = Desk::lay(
        article,
        own,
        Vec::new(),
        closeread::notes::Codebook::default(),
    );
    let desk = desk.size(120, 20).press("]o");
    assert!(
        desk.text().contains("its words were “was clearly mistaken"),
        "{}",
        desk.text()
    );
    let desk = desk.press("ga");
    assert_eq!(
        desk.notebook(),
        "1:14 “was clearly misled about the” note=\"look\"\n"
    );
    assert!(!desk.text().contains("its words were"));
}
