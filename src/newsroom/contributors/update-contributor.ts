import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, onlyGiven } from "../input.ts";
import { recordAudit, staleError } from "../records/index.ts";
import { updateContributorInput, type UpdateContributor } from "./contributors.rules.ts";
import { contributorById, updateContributorAt, type ContributorRecord } from "./contributors.store.ts";
import { findContributor } from "./find-contributor.ts";

/**
 * Changes a contributor; bylines already written keep the name as it was. Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND,
 * AMBIGUOUS, CONTRIBUTOR_STALE, ALREADY_EXISTS (the slug).
 */
export const updateContributor = (caller: Desk, given: UpdateContributor): Promise<ContributorRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "contributor:manage");
    const { contributor: name, expectedVersion, ...changes } = checked(updateContributorInput, given);
    const before = await findContributor(desk, name);
    const written = await updateContributorAt(desk.db, { id: before.id, version: expectedVersion }, onlyGiven(changes));
    const after = (await contributorById(desk.db, before.id)) ?? before;
    const thing = { entityType: "contributor", id: before.id, version: after.version } as const;
    if (!written) throw await staleError(desk, "CONTRIBUTOR_STALE", thing, expectedVersion);
    await recordAudit(desk, {
      ...{ action: "contributor:update", entityType: "contributor", entityId: before.id },
      ...{ before: face(before), after: face(after) },
    });
    return after;
  });

// What is private about a person stays out of a record that nobody can change.
const face = ({ displayName, kind, sortName, slug, bio, email }: ContributorRecord) => ({
  ...{ displayName, kind, sortName, slug, bio },
  email: email === null ? null : "private",
});
