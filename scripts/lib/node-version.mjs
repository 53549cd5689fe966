// Imported before anything else, and written so that any Node that knows modules can read it.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `error: Dateline needs Node 20.19 or later, and this is ${process.versions.node}; install a newer one from https://nodejs.org and start again.\n`,
  );
  process.exit(1);
}
