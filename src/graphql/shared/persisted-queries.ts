import type { ApolloServerOptions, BaseContext } from "@apollo/server";

/** Where Apollo Server keeps queries by their hash. */
export type PersistedQueries = NonNullable<
  Exclude<ApolloServerOptions<BaseContext>["persistedQueries"], false | undefined>["cache"]
>;

/** Letters of all kept queries together. */
const MOST_LETTERS = 4 * 1024 * 1024;

/**
 * Keeps queries by their hash, those asked for longest ago making room. Apollo Server hands over a query only after it has
 * been parsed and validated, its hash been compared and its operation been found.
 */
export function persistedQueries(mostLetters: number = MOST_LETTERS): PersistedQueries {
  const kept = new Map<string, string>();
  const room = { letters: 0 };
  const forget = (key: string): void => {
    const text = kept.get(key);
    if (text === undefined) return;
    kept.delete(key);
    room.letters -= key.length + text.length;
  };
  const keep = (key: string, text: string): void => {
    forget(key);
    kept.set(key, text);
    room.letters += key.length + text.length;
    for (const oldest of kept.keys()) {
      if (room.letters <= mostLetters) return;
      forget(oldest);
    }
  };
  return {
    get: async (key) => {
      const text = kept.get(key);
      if (text !== undefined) keep(key, text);
      return text;
    },
    set: async (key, text) => {
      keep(key, text);
    },
    delete: async (key) => {
      forget(key);
    },
  };
}
