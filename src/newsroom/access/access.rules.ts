import { z } from "zod";
import { lineInput, nameInput, proseInput } from "../input.ts";
import { Role } from "./access.policy.ts";
import { isScope, scopeSpelling } from "./access.scopes.ts";

const anEmail = z.email({ pattern: z.regexes.html5Email, error: "must be an email address" });
/** An email address as we store it, folded to lower case; the machine's own, such as admin@localhost, count too. */
const emailInput = z.string().trim().toLowerCase().pipe(anEmail.max(254));

/** A new user of the desk; the name shown is the beginning of the address unless one is given. */
export const createUserInput = z.strictObject({
  email: emailInput,
  displayName: lineInput(200).optional(),
  role: z.enum(Role),
});
/** What `createUser` wants. */
export type CreateUser = z.input<typeof createUserInput>;

/** A new token: whose, what it is for, what it is limited to, and (days) how long it lasts; without an end if left out. */
export const createTokenInput = z.strictObject({
  user: nameInput,
  name: lineInput(100),
  scopes: z.array(z.string().trim().refine(isScope, scopeSpelling)).max(50).default([]),
  expiresInDays: z.int().min(1).max(3650).optional(),
});
/** What `createToken` wants. */
export type CreateToken = z.input<typeof createTokenInput>;

/** Which token to end: its public beginning, its id or the beginning of that. */
export const revokeTokenInput = z.strictObject({ token: nameInput });
/** What `revokeToken` wants. */
export type RevokeToken = z.input<typeof revokeTokenInput>;

const someUser = { user: nameInput, reason: proseInput(1000).nullish() } as const;

/** A user, and the role they are to have. */
export const setRoleInput = z.strictObject({ ...someUser, role: z.enum(Role) });
/** What `setRole` wants. */
export type SetRole = z.input<typeof setRoleInput>;

/** A user to let in or keep out, and why. */
export const standingInput = z.strictObject(someUser);
/** What `disableUser` and `enableUser` want. */
export type ChangeStanding = z.input<typeof standingInput>;

/** A user, and the name the desk is to show. */
export const renameUserInput = z.strictObject({ ...someUser, displayName: lineInput(200) });
/** What `renameUser` wants. */
export type RenameUser = z.input<typeof renameUserInput>;

/** A user, and the sections their work is to be limited to; none sets them free. */
export const scopeUserInput = z.strictObject({ ...someUser, sectionIds: z.array(z.uuid()).max(50) });
/** What `scopeUser` wants. */
export type ScopeUser = z.input<typeof scopeUserInput>;
