export type { CreateContributor, ListContributors, UpdateContributor } from "./contributors.rules.ts";
export type { ContributorRecord } from "./contributors.store.ts";
export { createContributor } from "./create-contributor.ts";
export { findContributor } from "./find-contributor.ts";
export { listContributors, type ContributorPage } from "./list-contributors.ts";
export { updateContributor } from "./update-contributor.ts";
