import { DatelineError } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { slugOf } from "../slugs.ts";
import { createContributorInput, type CreateContributor } from "./contributors.rules.ts";
import { contributorBySlug, insertContributor, type ContributorRecord } from "./contributors.store.ts";

/** Makes a contributor, to be named in bylines. Throws FORBIDDEN, INVALID_INPUT, ALREADY_EXISTS (the slug). */
export const createContributor = (caller: Desk, given: CreateContributor): Promise<ContributorRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "contributor:manage");
    const {
      displayName,
      kind = "PERSON",
      sortName = null,
      bio = null,
      email = null,
      slug: chosen,
    } = checked(createContributorInput, given);
    const slug = chosen ?? slugOf(displayName, "contributor");
    const there = await contributorBySlug(desk.db, slug);
    if (there !== null) throw taken(there);
    const createdAt = desk.now();
    const made = await insertContributor(desk.db, { displayName, kind, sortName, bio, email, slug, createdAt });
    const after = { displayName, kind, slug };
    await recordAudit(desk, { action: "contributor:create", entityType: "contributor", entityId: made.id, after });
    return made;
  });

const taken = ({ id, slug, displayName }: ContributorRecord): DatelineError =>
  new DatelineError("ALREADY_EXISTS", {
    says: `The contributor "${displayName}" has the slug "${slug}" already.`,
    fix: "Use that contributor, or give another slug.",
    details: { id, slug },
  });
