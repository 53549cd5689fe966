import type { ApolloServerOptions, BaseContext } from "@apollo/server";

/** Where Apollo Server keeps documents it has parsed. */
type Documents = NonNullable<ApolloServerOptions<BaseContext>["documentStore"]>;
type Document = NonNullable<Awaited<ReturnType<Documents["get"]>>>;

/**
 * Keeps so many parsed documents, those asked for longest ago making room. Apollo Server's own store counts the bytes of
 * the documents only; the plans that hang on them take ten times as many.
 */
export function keptDocuments(most = 300): Documents {
  const kept = new Map<string, Document>();
  const keep = (key: string, document: Document): void => {
    kept.delete(key);
    kept.set(key, document);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) return;
      kept.delete(oldest);
    }
  };
  return {
    get: async (key) => {
      const document = kept.get(key);
      if (document !== undefined) keep(key, document);
      return document;
    },
    set: async (key, document) => {
      keep(key, document);
    },
    delete: async (key) => {
      kept.delete(key);
    },
  };
}
