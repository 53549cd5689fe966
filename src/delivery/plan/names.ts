/** Names of prepared statements, by their text. */
export interface StatementNames {
  /** The name of a statement, or undefined when it has to run without one. */
  readonly nameOf: (text: string) => string | undefined;
}

/** A connection keeps 100 to 325 kB for each statement it has prepared. */
const mostNames = 100;

/**
 * Gives names to at most 100 statements at a time; others run unprepared. What was not used for a whole period gives
 * its name up. The period is the longest life of a connection, so that none ever holds more than twice as many.
 */
export function statementNames(period: number, now: () => number = Date.now, most = mostNames): StatementNames {
  const state = { since: now(), serial: 0, used: new Map<string, string>(), before: new Map<string, string>() };
  const turn = (): void => {
    if (now() - state.since < period) return;
    Object.assign(state, { since: now(), before: state.used, used: new Map<string, string>() });
  };
  return {
    nameOf: (text) => {
      turn();
      const known = state.used.get(text) ?? state.before.get(text);
      if (known === undefined && new Set([...state.used.keys(), ...state.before.keys()]).size >= most) return undefined;
      const name = known ?? `read_${String((state.serial += 1))}`;
      state.used.set(text, name);
      return name;
    },
  };
}
