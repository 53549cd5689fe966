import { timedRun } from "./measure.mjs";
import { tell, Unsound } from "./tell.mjs";

/**
 * Measures every system on every screen, in interleaved rounds: each round asks each system once for each screen, so
 * that whatever else the machine does meets all of them. Each timed run follows one that warms up and looks into every
 * answer, for `warm` seconds, at first for `first`; with `look` the timed run looks as well, else its answers must have the size of those looked into.
 * `plan` names, for each screen, the systems and the lines they are sent. Answers with runs[screen][system], one a round.
 */
export async function interleaved({
  plan,
  rounds,
  seconds,
  look = false,
  warm = 1,
  first = Math.max(2 * warm, seconds * 2),
  ...common
}) {
  const runs = Object.fromEntries(plan.map(({ screen }) => [screen, {}]));
  for (let round = 0; round < rounds; round++) {
    for (const { screen, systems } of plan) {
      for (const { name, ...system } of rotated(systems, round)) {
        const looked = await timedRun({
          ...common,
          ...system,
          seconds: round === 0 ? first : warm,
          look: true,
        });
        const run = await timedRun({ ...common, ...system, seconds, look });
        expectSameSize(screen, name, run, looked);
        (runs[screen][name] ??= []).push(run);
        tell(
          `${round + 1}/${rounds} ${screen.padEnd(12)} ${name.padEnd(14)} ${Math.round(run.rps).toString().padStart(7)} rps`,
        );
      }
    }
  }
  return runs;
}

const sizeMayVary = 0.1;

// An answer with errors is a small one: looking into each would cost the generator more than a fast server takes.
function expectSameSize(screen, name, run, looked) {
  if (Math.abs(run.bytes / looked.bytes - 1) < sizeMayVary) return;
  throw new Unsound(`${name} ${screen}: answers of ${run.bytes} bytes, where ${looked.bytes} had been looked into.`);
}

// Nobody always comes first, or always after the same one.
const rotated = (list, by) => list.map((_, place) => list[(place + by) % list.length]);
