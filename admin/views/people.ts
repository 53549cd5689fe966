import type { TokenRecord, UserRecord } from "../../src/newsroom/access/index.ts";
import type { ContributorRecord } from "../../src/newsroom/contributors/index.ts";
import type { TopicRecord } from "../../src/newsroom/topics/index.ts";
import type { View } from "../print/index.ts";

/** How somebody named in bylines is printed. */
export const contributorView: View<ContributorRecord> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "slug", of: ({ slug }) => slug, cut: "last" },
  { name: "name", of: ({ displayName }) => displayName, cut: "first" },
  { name: "kind", of: ({ kind }) => kind },
  { name: "sortName", of: ({ sortName }) => sortName, quiet: true },
  { name: "email", of: ({ email }) => email, cut: "next" },
  { name: "bio", of: ({ bio }) => bio, quiet: true },
  { name: "version", of: ({ version }) => version, quiet: true },
];

/** How a topic is printed. */
export const topicView: View<TopicRecord> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "type", of: ({ type }) => type },
  { name: "slug", of: ({ slug }) => slug, cut: "last" },
  { name: "name", of: ({ name }) => name, cut: "first" },
  { name: "description", of: ({ description }) => description, cut: "first" },
  { name: "schemeUri", of: ({ schemeUri }) => schemeUri, quiet: true },
  { name: "version", of: ({ version }) => version, quiet: true },
];

/** How somebody who works at the desk is printed. */
export const userView: View<UserRecord> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "email", of: ({ email }) => email, cut: "last" },
  { name: "name", of: ({ displayName }) => displayName, cut: "first" },
  { name: "role", of: ({ role }) => role },
  { name: "sections", of: ({ sections }) => sections.map(({ section }) => section.path), cut: "next" },
  { name: "since", of: ({ createdAt }) => createdAt },
  { name: "disabledAt", of: ({ disabledAt }) => disabledAt },
];

/** How a token is printed: never the token itself. */
export const tokenView: View<TokenRecord> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "token", of: ({ keyPrefix }) => keyPrefix, show: ({ keyPrefix }) => `${keyPrefix}_…` },
  { name: "name", of: ({ name }) => name, cut: "first" },
  { name: "user", of: ({ user }) => user.email, cut: "last" },
  { name: "scopes", of: ({ scopes }) => scopes, cut: "next" },
  { name: "created", of: ({ createdAt }) => createdAt },
  { name: "lastUsed", of: ({ lastUsedAt }) => lastUsedAt },
  { name: "expires", of: ({ expiresAt }) => expiresAt },
  { name: "revoked", of: ({ revokedAt }) => revokedAt },
];
