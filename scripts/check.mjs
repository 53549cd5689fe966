import "./lib/node-version.mjs";

const { bootstrap } = await import("./lib/bootstrap.mjs");
const { Failure, runScript } = await import("./lib/failure.mjs");
const { inRoot } = await import("./lib/paths.mjs");
const { step } = await import("./lib/progress.mjs");
const { runNode } = await import("./lib/run.mjs");

const bin = (file) => inRoot("node_modules", file);

/** Every gate, the longest first, with the program that keeps it and what to do when it is shut. */
const gates = [
  ["Lint", bin("eslint/bin/eslint.js"), [".", "--max-warnings", "0"], "Correct the places above; loosen no rule."],
  [
    "Format",
    bin("prettier/bin/prettier.cjs"),
    ["--check", "."],
    "Run npx prettier --write . and look at what it changed.",
  ],
  ["Types", bin("typescript/bin/tsc"), ["-p", "."], "Correct the types above."],
  [
    "House rules",
    bin("dependency-cruiser/bin/dependency-cruise.mjs"),
    ["src", "admin", "--config", ".dependency-cruiser.mjs"],
    "Move the import where the rule says.",
  ],
  ["Unused files, exports and packages", bin("knip/bin/knip.js"), ["--no-progress"], "Remove what nothing uses."],
  ["Contracts and README", inRoot("scripts/test.mjs"), ["tests/contract"], "See which promise broke above."],
];

/** The contracts are tests as well: whoever has just run them all asks for the static gates alone. */
const wanted = process.argv.includes("--static") ? gates.slice(0, -1) : gates;

await runScript(async () => {
  await bootstrap();
  const [shut, left] = [[], [...wanted]];
  const keepGates = async () => {
    for (let gate = left.shift(); gate; gate = left.shift()) {
      const [title, program, args, fix] = gate;
      const kept = step(title, () => runNode(program, args, { failure: `${title}: ${fix}` }));
      await kept.catch((error) => shut.push(error));
    }
  };
  // None of them keeps two processors busy, and the longest begins first.
  await Promise.all([keepGates(), keepGates()]);
  for (const { message, output } of shut) process.stderr.write(`\n${output ?? ""}\n${message}\n`);
  if (shut.length > 0) throw new Failure(`${shut.length} of ${wanted.length} checks failed; see above.`);
});
