//! An OpenSSH server of the test's own on the loopback interface, and logins to it.

use crate::installed::installed;
use crate::terminal::harness::{Size, Terminal, Workspace};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

/// How long the slowest machine may take for anything.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server with keys, settings and environment of its own. Ends when dropped; logins end with their clients.
pub(super) struct Server<'a> {
    workspace: &'a Workspace,
    listening: Listening,
    logins: AtomicUsize,
}

/// A server that waits for logins.
struct Listening {
    program: Child,
    port: u16,
    /// What it says on standard error.
    said: Arc<Mutex<String>>,
}

/// A login, and the program that runs at its far end.
pub(super) struct Login {
    /// The near end.
    pub(super) terminal: Terminal,
    far: Far,
}

/// The far end of a login.
pub(super) struct Far {
    alive: Alive,
    session: PathBuf,
}

/// A pipe that programs have open for writing as long as they run.
pub(super) struct Alive(mpsc::Receiver<()>);

impl<'a> Server<'a> {
    /// Starts one; nothing where OpenSSH is not installed, which is said.
    pub(super) fn start(workspace: &'a Workspace) -> Option<Self> {
        let sshd = installed("sshd")?;
        installed("ssh")?;
        let keygen = installed("ssh-keygen")?;
        let folder = workspace.path("../ssh");
        fs::create_dir(&folder).unwrap();
        for key in ["host", "reader"] {
            let made = Command::new(&keygen)
                .args(["-q", "-t", "ed25519", "-N", "", "-f"])
                .arg(folder.join(key))
                .status();
            assert!(made.unwrap().success());
        }
        fs::copy(folder.join("reader.pub"), folder.join("authorized")).unwrap();
        separation_folder();
        // Another program may take a port between the moments at which it is found and used.
        let started = (0..8).find_map(|_| listen(&sshd, workspace, &folder));
        Some(Self {
            workspace,
            listening: started.expect("a server that listens"),
            logins: AtomicUsize::new(0),
        })
    }

    /// Logs in from a terminal and runs `command` there, by a shell in the workspace's folder.
    pub(super) fn log_in(&self, size: Size, command: &str) -> Login {
        let number = self.logins.fetch_add(1, Ordering::Relaxed);
        let file = |name: &str| self.workspace.path(&format!("../ssh/{name}-{number}"));
        let (script, alive, session) = (file("script"), file("alive"), file("session"));
        let text = format!(
            "cd '{}'\necho $PPID > '{}'\nexec 3> '{}'\n{command}\n",
            self.workspace.path("").display(),
            session.display(),
            alive.display(),
        );
        fs::write(&script, text).unwrap();
        let far = Far {
            alive: Alive::new(&alive),
            session,
        };
        let known = self.workspace.path("../ssh/known");
        let key = self.workspace.path("../ssh/reader");
        let terminal = self.workspace.run(
            size,
            "ssh",
            &[
                "-q",
                "-tt",
                "-F",
                "none",
                "-i",
                &key.display().to_string(),
                "-o",
                "IdentitiesOnly=yes",
                "-o",
                "StrictHostKeyChecking=accept-new",
                "-o",
                &format!("UserKnownHostsFile={}", known.display()),
                "-o",
                "GlobalKnownHostsFile=/dev/null",
                "-o",
                "EscapeChar=none",
                "-p",
                &self.listening.port.to_string(),
                "127.0.0.1",
                &format!("exec sh '{}'", script.display()),
            ],
        );
        Login { terminal, far }
    }
}

impl Drop for Server<'_> {
    fn drop(&mut self) {
        let Listening { program, said, .. } = &mut self.listening;
        let _ = program.kill();
        let _ = program.wait();
        if thread::panicking() {
            eprintln!("sshd: {}", said.lock().unwrap());
        }
    }
}

impl Login {
    /// The near end goes its own way.
    pub(super) fn into_parts(self) -> (Terminal, Far) {
        (self.terminal, self.far)
    }
}

impl Far {
    /// The process that serves the login.
    pub(super) fn server_process(&self) -> i32 {
        let written = fs::read_to_string(&self.session).unwrap();
        written.trim().parse().unwrap()
    }

    /// Waits until every program that the login started has ended.
    pub(super) fn wait_until_ended(&self) {
        self.alive.wait_until_ended();
    }
}

impl Alive {
    /// A new one at `path`. Who opens it waits for nobody.
    pub(super) fn new(path: &Path) -> Self {
        let made = Command::new("mkfifo").arg(path).status();
        assert!(made.unwrap().success());
        let (tell, told) = mpsc::channel();
        let path = path.to_owned();
        thread::spawn(move || {
            let mut pipe = File::open(path).unwrap();
            pipe.read_to_end(&mut Vec::new()).unwrap();
            let _ = tell.send(());
        });
        Self(told)
    }

    /// Waits until every program that had it open has ended.
    pub(super) fn wait_until_ended(&self) {
        let ended = self.0.recv_timeout(PATIENCE);
        assert!(ended.is_ok(), "a program at the far end still runs");
    }
}

/// Started by root, the server wants this folder of the system's; it is made when the system starts, which a container does not.
fn separation_folder() {
    let _ = fs::create_dir("/run/sshd");
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn listen(sshd: &Path, workspace: &Workspace, folder: &Path) -> Option<Listening> {
    let port = free_port();
    let settings = folder.join("settings");
    fs::write(&settings, self::settings(workspace, folder, port)).unwrap();
    let mut program = Command::new(sshd)
        .args(["-D", "-e", "-f"])
        .arg(&settings)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    let mut lines = BufReader::new(program.stderr.take().unwrap());
    while lines.read_line(&mut said).unwrap_or(0) > 0 {
        if said.contains("Server listening on") {
            let said = Arc::new(Mutex::new(said));
            let log = Arc::clone(&said);
            thread::spawn(move || {
                for line in lines.lines().map_while(Result::ok) {
                    let _ = writeln!(log.lock().unwrap(), "{line}");
                }
            });
            return Some(Listening {
                program,
                port,
                said,
            });
        }
    }
    let _ = program.wait();
    assert!(said.contains("Address already in use"), "sshd: {said}");
    None
}

/// Nothing of the machine's users, and nothing of the system's logins.
fn settings(workspace: &Workspace, folder: &Path, port: u16) -> String {
    let variables = workspace.variables().into_iter();
    let variables: Vec<String> = variables
        .filter(|(name, _)| name != "TERM")
        .map(|(name, value)| format!("\"{name}={value}\""))
        .collect();
    let folder = folder.display();
    format!(
        "Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized\n\
         PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n\
         PermitRootLogin prohibit-password\nPermitUserRC no\nPermitUserEnvironment no\nPrintMotd no\nPrintLastLog no\n\
         SetEnv {}\n",
        variables.join(" ")
    )
}
