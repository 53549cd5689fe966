import type { RevisionContent } from "./content.ts";

/** One thing in a list of a revision: the key that names it in every revision, and what it says. */
export interface Item<Value = unknown> {
  readonly key: string;
  readonly value: Value;
}

/** The order in which roles of media are kept. */
const roles = ["LEAD", "INLINE", "GALLERY"];

/**
 * The lists of a revision as keyed things. Blocks go by their id, links by their key, topics by theirs, bylines by
 * person and role, media by role and medium; there is one place for a lead, whichever picture stands in it.
 */
export const listsOf = (content: RevisionContent) => ({
  blocks: content.blocks.map((value) => ({ key: value.id, value })),
  bylines: keyed(
    content.bylines.map(({ contributorId, nameAsWritten, role }) => ({ contributorId, nameAsWritten, role })),
    ({ contributorId, nameAsWritten, role }) => `${contributorId ?? nameAsWritten} ${role}`,
  ),
  media: keyed(
    content.placements
      .map(({ mediaId, role, captionOverride, altOverride }) => ({ mediaId, role, captionOverride, altOverride }))
      .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role)),
    ({ role, mediaId }) => (role === "LEAD" ? role : `${role} ${mediaId}`),
  ),
  relatedLinks: content.links.map((link) => {
    const { key, kind, targetArticleId, externalAddressId, headline, summary, heading, reciprocal } = link;
    return {
      key,
      value: { key, kind, targetArticleId, externalAddressId, headline, summary, heading, reciprocal },
    };
  }),
  topics: content.topics.map((value) => ({ key: value, value })),
});

// The same name may stand twice; the second is then another thing.
function keyed<Value>(values: readonly Value[], keyOf: (value: Value) => string): Item<Value>[] {
  const seen = new Map<string, number>();
  return values.map((value) => {
    const key = keyOf(value);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { key: nth === 1 ? key : `${key} ${nth}`, value };
  });
}

/** Whether two values say the same, whatever the order of their fields. */
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
