import { timedRun } from "./measure.mjs";
import { tell } from "./tell.mjs";

/**
 * Measures every system on every screen, in interleaved rounds: each round asks each system once for each screen, so
 * that whatever else the machine does meets all of them. Before the first timed run of a screen a system is warmed up
 * and every answer is looked into. `plan` names, for each screen, the systems and the lines they are sent.
 * Answers with runs[screen][system], one a round.
 */
export async function interleaved({ plan, rounds, seconds, ...common }) {
  const runs = Object.fromEntries(plan.map(({ screen }) => [screen, {}]));
  for (let round = 0; round < rounds; round++) {
    for (const { screen, systems } of plan) {
      for (const { name, ...system } of rotated(systems, round)) {
        await warm({ ...common, ...system, seconds: round === 0 ? Math.max(2, seconds / 2) : 1, look: round === 0 });
        const run = await timedRun({ ...common, ...system, seconds });
        (runs[screen][name] ??= []).push(run);
        tell(`${round + 1}/${rounds} ${screen.padEnd(12)} ${name.padEnd(14)} ${Math.round(run.rps).toString().padStart(7)} rps`);
      }
    }
  }
  return runs;
}

const warm = (how) => timedRun(how);

// Nobody always comes first, or always after the same one.
const rotated = (list, by) => list.map((_, place) => list[(place + by) % list.length]);
