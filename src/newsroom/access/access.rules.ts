import { z } from "zod";
import { lineInput, nameInput } from "../input.ts";
import { Role } from "./access.policy.ts";

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

/** A new token: whose, what it is for, and (days) how long it lasts; without an end when left out. */
export const createTokenInput = z.strictObject({
  user: nameInput,
  name: lineInput(100),
  expiresInDays: z.int().min(1).max(3650).optional(),
});
/** What `createToken` wants. */
export type CreateToken = z.input<typeof createTokenInput>;

/** Which token to end: its public beginning, its id or the beginning of that. */
export const revokeTokenInput = z.strictObject({ token: nameInput });
/** What `revokeToken` wants. */
export type RevokeToken = z.input<typeof revokeTokenInput>;
