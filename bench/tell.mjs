const out = process.stderr;
const began = Date.now();

/** Says on stderr what is being done, with the time since the start. */
export function tell(line) {
  const seconds = Math.round((Date.now() - began) / 1000);
  out.write(
    `[${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}] ${line}\n`,
  );
}

/** Something that must hold for the figures to be worth anything does not. */
export class Unsound extends Error {}
