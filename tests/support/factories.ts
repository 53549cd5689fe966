import type { PrismaClient, Section, User } from "../../src/database/generated/client.ts";
import { systemActor, type Role } from "../../src/newsroom/access/index.ts";
import type { Desk } from "../../src/newsroom/desk.ts";
import { addMedia, type AddMedia, type MediaRecord } from "../../src/newsroom/media/index.ts";
import { createSection, type CreateSection } from "../../src/newsroom/sections/index.ts";

let counter = 0;
/** A word nobody else in the test file has. */
export const fresh = (word: string): string => `${word}-${String((counter += 1))}`;

/** A desk where nobody in particular acts, in a role; or the system itself. */
export const deskOf = (db: PrismaClient, role: Role | "SYSTEM" = "EDITOR"): Desk => ({
  actor: role === "SYSTEM" ? systemActor : { kind: "USER", id: null, name: `The ${role}`, role },
  ...{ db, now: () => new Date(), origin: { door: "JOB" }, zone: "UTC" },
});

/** The desk of a certain user. */
export const deskAs = (db: PrismaClient, { id, displayName, role }: User): Desk => ({
  ...deskOf(db, role),
  actor: { kind: "USER", id, name: displayName, role },
});

/** A section at the top of the tree, or where it is told to stand. */
export const aSection = (db: PrismaClient, given: Partial<CreateSection> = {}): Promise<Section> =>
  createSection(deskOf(db), { name: fresh("Section"), ...given });

/** Somebody who works at the desk. */
export const aUser = (db: PrismaClient, role: Role = "EDITOR"): Promise<User> =>
  db.user.create({
    data: { email: `${fresh(role.toLowerCase())}@news.example`, displayName: fresh("Nia Okoro"), role },
  });

/** A picture whose file has not come yet. */
export const aMedium = (db: PrismaClient, given: AddMedia = {}): Promise<MediaRecord> =>
  addMedia(deskOf(db), { creditLine: "Nia Okoro/ Harbour Press", alt: "Boats in a harbour", ...given });
