//! A terminal for the real program: a pseudo-terminal, the screen it shows, and a workspace to start it in.
//!
//! Nothing here sleeps: a test waits for what it expects, and fails with the screen when that does not come.

use portable_pty::{
    Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system,
};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// How long the slowest machine may take for anything.
const PATIENCE: Duration = Duration::from_secs(20);

/// Columns and rows.
pub(crate) type Size = (u16, u16);

/// A folder with articles and notes, and a user's own folders beside it. Stays while terminals come and go.
pub(crate) struct Workspace {
    folder: tempfile::TempDir,
    environment: Vec<(String, String)>,
}

impl Workspace {
    /// A new one with these files.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let workspace = Self {
            folder: tempfile::tempdir().unwrap(),
            environment: Vec::new(),
        };
        for folder in ["home", "state", "work/notes"] {
            fs::create_dir_all(workspace.folder.path().join(folder)).unwrap();
        }
        for (name, text) in files {
            workspace.write(name, text);
        }
        workspace
    }

    /// The same with a variable in the environment of whatever is started from now on.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Where a file of the workspace is.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("work").join(name)
    }

    /// Where the user's state is kept.
    pub(crate) fn state_folder(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    /// What a file says; nothing when there is none.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Puts a file into the workspace.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Starts closeread on a terminal of its own.
    pub(crate) fn open(&self, size: Size, arguments: &[&str]) -> Terminal {
        self.run(size, env!("CARGO_BIN_EXE_closeread"), arguments)
    }

    /// Starts any program on a terminal of its own.
    pub(crate) fn run(&self, size: Size, program: &str, arguments: &[&str]) -> Terminal {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.cwd(self.folder.path().join("work"));
        for (name, value) in self.variables() {
            command.env(name, value);
        }
        Terminal::start(size, command)
    }

    /// The environment of everything that is started here.
    pub(crate) fn variables(&self) -> Vec<(String, String)> {
        let inside = |name: &str| self.folder.path().join(name).display().to_string();
        let mut variables = vec![
            ("PATH".to_owned(), std::env::var("PATH").unwrap_or_default()),
            ("HOME".to_owned(), inside("home")),
            ("XDG_STATE_HOME".to_owned(), inside("state")),
            ("TMPDIR".to_owned(), inside("home")),
        ];
        for (name, value) in [
            ("CLOSEREAD_READER", "anna"),
            ("TERM", "xterm-256color"),
            ("LANG", "C.UTF-8"),
            ("GIT_CONFIG_NOSYSTEM", "1"),
        ] {
            variables.push((name.to_owned(), value.to_owned()));
        }
        variables.extend(self.environment.iter().cloned());
        variables
    }
}

/// A terminal that a program runs on. The program is killed when it is dropped.
pub(crate) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    /// The program's side, held open so that its settings can still be asked for when the program is gone.
    slave: Option<Box<dyn SlavePty + Send>>,
    keys: Box<dyn Write + Send>,
    program: Box<dyn Child + Send + Sync>,
    settings: String,
    display: Arc<Display>,
}

/// What has come out of the program, for the thread that reads it and the test that waits for it.
struct Display {
    seen: Mutex<Seen>,
    changed: Condvar,
}

/// What has come out of the program.
pub(crate) struct Seen {
    screen: vt100::Parser,
    /// Every byte, from the start on.
    pub(crate) log: Vec<u8>,
    closed: bool,
}

/// A program that has ended, and what it left behind.
pub(crate) struct Ended {
    /// How it ended.
    pub(crate) status: ExitStatus,
    /// What the terminal shows.
    pub(crate) screen: String,
    /// Every byte that came out.
    pub(crate) log: Vec<u8>,
    /// In what the terminal is not as it was; empty when it is.
    pub(crate) unrestored: String,
}

impl Terminal {
    fn start((width, height): Size, command: CommandBuilder) -> Self {
        let pair = native_pty_system()
            .openpty(pty_size(width, height))
            .unwrap();
        let (rows, columns) = (at_least_one(height), at_least_one(width));
        let display = Arc::new(Display {
            seen: Mutex::new(Seen {
                screen: vt100::Parser::new(rows, columns, 0),
                log: Vec::new(),
                closed: false,
            }),
            changed: Condvar::new(),
        });
        let output = pair.master.try_clone_reader().unwrap();
        let reader = Arc::clone(&display);
        thread::spawn(move || reader.follow(output));
        Self {
            settings: format!("{:?}", pair.master.get_termios()),
            keys: pair.master.take_writer().unwrap(),
            program: pair.slave.spawn_command(command).unwrap(),
            master: pair.master,
            slave: Some(pair.slave),
            display,
        }
    }

    /// Types. Enter is `\r`, Esc `\x1b`, ^Z `\x1a`.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Pastes, as a terminal with bracketed paste does.
    pub(crate) fn paste(&mut self, text: &str) {
        self.press(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Waits until all of `texts` are on the screen and the frame that brought them is complete.
    pub(crate) fn wait_for(&self, texts: &[&str]) {
        self.wait_until(&format!("{texts:?}"), |seen| {
            let shown = seen.contents();
            texts.iter().all(|text| shown.contains(text)) && seen.between_frames()
        });
    }

    /// Waits until something holds of what has been seen. `what` names it for the failure.
    pub(crate) fn wait_until(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        while !holds(&seen) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.closed {
                let shown = seen.framed();
                drop(seen);
                panic!("waited for {what}, but the screen shows\n{shown}");
            }
            seen = self.display.changed.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// What has been seen so far.
    pub(crate) fn seen(&self) -> MutexGuard<'_, Seen> {
        self.display.seen.lock().unwrap()
    }

    /// What the terminal shows.
    pub(crate) fn screen(&self) -> String {
        self.seen().contents()
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, (width, height): Size) {
        self.seen()
            .screen
            .screen_mut()
            .set_size(at_least_one(height), at_least_one(width));
        self.master.resize(pty_size(width, height)).unwrap();
    }

    /// Sends the program a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Waits until the program is stopped.
    pub(crate) fn wait_until_stopped(&self) {
        self.wait_for_state(WaitIdOptions::STOPPED);
    }

    /// Waits until the program has ended.
    pub(crate) fn end(mut self) -> Ended {
        self.wait_for_state(WaitIdOptions::EXITED);
        let status = self.program.wait().unwrap();
        let settings = format!("{:?}", self.master.get_termios());
        self.slave = None;
        self.wait_until_closed();
        let seen = self.seen();
        Ended {
            status,
            screen: seen.contents(),
            log: seen.log.clone(),
            unrestored: seen.unrestored(settings == self.settings),
        }
    }

    /// In what the terminal is not as it was before the program; empty when it is.
    pub(crate) fn unrestored(&self) -> String {
        let settings = format!("{:?}", self.master.get_termios());
        self.seen().unrestored(settings == self.settings)
    }

    fn wait_until_closed(&self) {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        while !seen.closed {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "somebody still holds the terminal");
            seen = self.display.changed.wait_timeout(seen, left).unwrap().0;
        }
    }

    fn wait_for_state(&self, state: WaitIdOptions) {
        let (tell, told) = mpsc::channel();
        let pid = self.pid();
        thread::spawn(move || {
            let states = state | WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
            let now = waitid(WaitId::Pid(pid), states).unwrap().unwrap();
            let _ = tell.send(now);
        });
        let Ok(now) = told.recv_timeout(PATIENCE) else {
            panic!(
                "still running, and the screen shows\n{}",
                self.seen().framed()
            );
        };
        assert!(
            now.stopped() == state.contains(WaitIdOptions::STOPPED),
            "ended, and the screen shows\n{}",
            self.seen().framed()
        );
    }

    /// The number of the program's process.
    pub(crate) fn process(&self) -> u32 {
        self.program.process_id().unwrap()
    }

    fn pid(&self) -> Pid {
        let pid = self.process();
        Pid::from_raw(pid.try_into().unwrap()).unwrap()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if matches!(self.program.try_wait(), Ok(None)) {
            let _ = kill_process(self.pid(), Signal::KILL);
            let _ = self.program.wait();
        }
    }
}

impl Display {
    /// Takes in what the program writes, until its side of the terminal is closed.
    fn follow(&self, mut output: Box<dyn Read + Send>) {
        let mut bytes = [0; 16 * 1024];
        loop {
            let read = output.read(&mut bytes).unwrap_or(0);
            let mut seen = self.seen.lock().unwrap();
            seen.screen.process(&bytes[..read]);
            seen.log.extend_from_slice(&bytes[..read]);
            seen.closed = read == 0;
            self.changed.notify_all();
            if seen.closed {
                return;
            }
        }
    }
}

impl Seen {
    /// Whether every frame that was begun (a synchronized update) is complete.
    fn between_frames(&self) -> bool {
        let last = |mark: &[u8]| self.log.windows(mark.len()).rposition(|part| part == mark);
        last(b"\x1b[?2026l") >= last(b"\x1b[?2026h")
    }

    /// What the terminal shows, without blanks at the ends of rows.
    pub(crate) fn contents(&self) -> String {
        let screen = self.screen.screen();
        let rows = screen.rows(0, screen.size().1.get());
        rows.fold(String::new(), |mut text, row| {
            let _ = writeln!(text, "{}", row.trim_end());
            text
        })
    }

    /// Whether `text`, which is on the screen, is shown reversed.
    pub(crate) fn is_reversed(&self, text: &str) -> bool {
        let screen = self.screen.screen();
        let rows = screen.rows(0, screen.size().1.get()).enumerate();
        let mut places =
            rows.filter_map(|(y, row)| Some((y, row[..row.find(text)?].chars().count())));
        let (y, x) = places.next().expect(text);
        screen.cell(y as u16, x as u16).unwrap().inverse()
    }

    /// Whether the program has the screen to itself.
    pub(crate) fn is_taken(&self) -> bool {
        self.screen.screen().alternate_screen()
    }

    fn framed(&self) -> String {
        let (rows, columns) = self.screen.screen().size();
        let rule = "─".repeat(usize::from(columns.get()));
        format!("{rule} {columns}x{rows}\n{}{rule}", self.contents())
    }

    fn unrestored(&self, same_settings: bool) -> String {
        let screen = self.screen.screen();
        let still = [
            (screen.alternate_screen(), "the alternate screen"),
            (screen.hide_cursor(), "no cursor"),
            (screen.bracketed_paste(), "bracketed paste"),
            (
                screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
                "the mouse",
            ),
            (!same_settings, "raw mode"),
            (
                screen.inverse() || screen.bold() || screen.fgcolor() != vt100::Color::Default,
                "attributes",
            ),
        ];
        let names: Vec<&str> = still
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, name)| *name)
            .collect();
        names.join(", ")
    }
}

impl Ended {
    /// Holds that the program ended well: with this exit code, and the terminal as it was.
    pub(crate) fn with_code(&self, code: u32) {
        let how = (
            self.status.signal(),
            self.status.exit_code(),
            self.unrestored.as_str(),
        );
        assert_eq!(how, (None, code, ""), "{}", self.screen);
    }
}

/// How often `part` is in `bytes`.
pub(crate) fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes
        .windows(part.len())
        .filter(|window| *window == part)
        .count()
}

/// A text file in a folder, removed or not: whether it can be written there.
pub(crate) fn is_writable(folder: &Path) -> bool {
    tempfile::tempfile_in(folder).is_ok()
}

fn pty_size(width: u16, height: u16) -> PtySize {
    PtySize {
        rows: height,
        cols: width,
        ..PtySize::default()
    }
}

fn at_least_one(length: u16) -> NonZeroU16 {
    NonZeroU16::new(length).unwrap_or(NonZeroU16::MIN)
}

/// Opens the note editor by `keys` and types `words`, without ending it.
pub(crate) fn note(terminal: &mut Terminal, keys: &str, words: &str) {
    terminal.press(keys);
    terminal.wait_for(&["note on “"]);
    terminal.press(words);
    terminal.wait_for(&[words]);
}
