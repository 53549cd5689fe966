import { remembered } from "../../kernel/remembered.ts";

/** What a request's headers say, as far as a kept answer depends on them; "" where a header is absent. */
export interface Facts {
  accept: string;
  acceptEncoding: string;
  contentType: string;
  ifNoneMatch: string;
  /** -1 when it is not told. */
  contentLength: number;
  /** True with a header that no page of another site can send without having asked (Apollo's rule against CSRF). */
  preflighted: boolean;
}

type Name = Exclude<keyof Facts, "preflighted" | "contentLength">;
type Meaning = Name | "contentLength" | "preflighted" | "private" | "none";

const meanings: Readonly<Record<string, Meaning>> = {
  accept: "accept",
  "accept-encoding": "acceptEncoding",
  "content-type": "contentType",
  "if-none-match": "ifNoneMatch",
  "content-length": "contentLength",
  "x-apollo-operation-name": "preflighted",
  "apollo-require-preflight": "preflighted",
  authorization: "private",
  cookie: "private",
  // Bodies that come otherwise than plainly and whole are for those who read all kinds.
  "transfer-encoding": "private",
  "content-encoding": "private",
  expect: "private",
  upgrade: "private",
};

/** By the name as clients spell it. */
const meaningOf = remembered(
  (name): Meaning => {
    const lower = name.toLowerCase();
    return Object.hasOwn(meanings, lower) ? (meanings[lower] ?? "none") : "none";
  },
  { most: 1_000, longest: 100 },
);

/** Reads the headers as they came, names and values in turn; null when no kept answer may be sent. */
export function readFacts(raw: readonly string[]): Facts | null {
  const facts: Facts = {
    accept: "",
    acceptEncoding: "",
    contentType: "",
    ifNoneMatch: "",
    contentLength: -1,
    preflighted: false,
  };
  for (let index = 0; index < raw.length; index += 2) {
    const meaning = meaningOf(raw[index] ?? "");
    if (meaning !== "none" && !note(facts, meaning, raw[index + 1] ?? "")) return null;
  }
  return facts;
}

function note(facts: Facts, meaning: Exclude<Meaning, "none">, value: string): boolean {
  if (meaning === "private") return false;
  if (meaning === "preflighted") facts.preflighted ||= value.length > 0;
  else if (meaning === "contentLength") facts.contentLength = Number(value);
  // What is said twice is for those who know which counts.
  else if (facts[meaning] !== "") return false;
  else facts[meaning] = value;
  return true;
}

const json = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
const isJson = (type: string): boolean => type === "application/json" || json.test(type);

/** True for a request that Apollo Server would not refuse for its method, its content type or its rule against CSRF. */
export function isOpenTo(method: string, { contentType, preflighted, contentLength }: Facts): boolean {
  if (method === "POST") return isJson(contentType);
  if (method !== "GET" || contentLength > 0) return false;
  return contentType === "" ? preflighted : isJson(contentType);
}
