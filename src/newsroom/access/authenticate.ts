import type { Db } from "../../database/db.ts";
import { systemClock, type Clock } from "../../kernel/clock.ts";
import { reading } from "../reading.ts";
import { isNewUse } from "../records/index.ts";
import type { Actor } from "./access.policy.ts";
import { noteUse, tokenProof, type TokenProof } from "./access.store.ts";
import { actorOf } from "./find-user.ts";
import { prefixOf, proves } from "./token.ts";

const nobody = "0".repeat(64);

/**
 * Who bears a token (without the word "Bearer"), or null: unknown, ended, out of time and disabled all look the same,
 * and take the same time to compare. Its use is noted about once a minute.
 */
export const authenticate = (db: Db, token: string, now: Clock = systemClock): Promise<Actor | null> =>
  reading(async () => {
    const prefix = prefixOf(token);
    const proof = prefix === null ? null : await tokenProof(db, prefix);
    const proven = proves(token, proof?.keyHash ?? nobody);
    if (proof === null || !proven || !isGood(proof, now())) return null;
    if (isNewUse(proof.lastUsedAt, now())) await noteUse(db, proof.id, now());
    return { ...actorOf(proof.user, proof.scopes), ...(proof.expiresAt && { until: proof.expiresAt }) };
  });

const isGood = ({ revokedAt, expiresAt, user }: TokenProof, at: Date): boolean =>
  revokedAt === null && user.disabledAt === null && (expiresAt === null || expiresAt > at);
