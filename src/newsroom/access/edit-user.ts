import type { OpenDesk } from "../desk.ts";
import { recordAudit } from "../records/index.ts";
import { lockUser, userById, type UserRecord } from "./access.store.ts";
import { userNamed } from "./find-user.ts";

/** A change of a user: its name in the audit, what it does, and why. */
export interface UserEdit {
  readonly action: string;
  readonly user: string;
  readonly reason?: string | null | undefined;
  readonly write: (desk: OpenDesk, before: UserRecord) => Promise<void>;
}

/** Changes a user, with who, what and why; without a difference nothing is recorded. Throws NOT_FOUND, AMBIGUOUS. */
export async function editUser(desk: OpenDesk, { action, user, reason, write }: UserEdit): Promise<UserRecord> {
  const { id } = await userNamed(desk.db, user);
  await lockUser(desk.db, id);
  const before = await userNamed(desk.db, id);
  await write(desk, before);
  const after = (await userById(desk.db, id)) ?? before;
  if (JSON.stringify(face(before)) === JSON.stringify(face(after))) return before;
  const faces = { before: face(before), after: face(after) };
  await recordAudit(desk, { action, entityType: "user", entityId: id, ...faces, ...(reason && { reason }) });
  return after;
}

const face = ({ email, displayName, role, disabledAt, sections }: UserRecord) => ({
  ...{ email, displayName, role, disabledAt: disabledAt?.toISOString() ?? null },
  sections: sections.map(({ section }) => section.path),
});
