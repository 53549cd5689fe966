import { z } from "zod";
import { isAsPublished, isLive } from "../../domain/lifecycle/index.ts";
import { outlookOf, runChecks, stoppers, type Finding, type Outlook } from "../../domain/preflight/index.ts";
import { notFound } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { whichRevision } from "./articles.input.ts";
import { articleRow } from "./articles.store.ts";
import { chosenRevision } from "./chosen-revision.ts";
import { pictureOf } from "./preflight-picture.ts";

const preflightInput = z.strictObject({
  id: z.uuid(),
  /** The newest when left out. */
  revision: whichRevision.optional(),
  /** The moment of publication to think of; now when left out or past. */
  at: z.date().optional(),
});

/** Which article to check, which of its revisions, and for which moment. */
export type PreflightArticle = z.input<typeof preflightInput>;

/** What publishing would answer, known beforehand. */
export interface Preflight {
  /** True when it could be published without accepting anything. */
  readonly ready: boolean;
  /** True when readers have just this already. */
  readonly stands: boolean;
  readonly revision: number;
  readonly at: Date;
  /** Errors first, then warnings, then notes. */
  readonly findings: readonly Finding[];
  readonly outlook: Outlook;
}

/** Runs every check a publication runs, and changes nothing. Throws NOT_FOUND, INVALID_INPUT, FORBIDDEN. */
export const preflightArticle = (desk: Desk, given: PreflightArticle): Promise<Preflight> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const { id, revision: which, at: wanted } = checked(preflightInput, given);
    const at = wanted !== undefined && wanted > desk.now() ? wanted : desk.now();
    const article = await articleRow(desk.db, id);
    if (article === null) throw notFound("article", id);
    const revision = await chosenRevision(desk.db, article, which);
    const picture = await pictureOf(desk, article, revision, at);
    const findings = runChecks(picture);
    const ready = stoppers(findings, new Set()).length === 0;
    const stands = isLive(article, desk.now()) && isAsPublished(article, revision.id, desk.now());
    return { ready, stands, revision: revision.number, at, findings, outlook: outlookOf(picture) };
  });
