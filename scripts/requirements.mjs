// What must hold before anything else runs; reads with any Node.

/** Says one plain sentence and ends. */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(
      `Lyhörd needs Node 20.19 or newer; this is ${process.version}. Install a newer Node from https://nodejs.org and run the command again.`,
    );
  }
}
