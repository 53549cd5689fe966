import type { z } from "zod";
import { openings } from "../../domain/lifecycle/index.ts";
import { PreflightCode, runChecks, Severity, stoppers, type Finding } from "../../domain/preflight/index.ts";
import { DatelineError, type Fault } from "../../kernel/errors/index.ts";
import type { OpenDesk } from "../desk.ts";
import { recordAudit } from "../records/index.ts";
import type { acceptInput } from "./articles.input.ts";
import type { ArticleRow } from "./articles.store.ts";
import { revisionOf } from "./chosen-revision.ts";
import { pictureOf } from "./preflight-picture.ts";
import type { RevisionRow } from "./revisions.store.ts";

/** Warnings somebody accepts, each with a reason. */
export type AcceptedWarnings = z.output<(typeof acceptInput)["acceptedWarnings"]>;

/**
 * Lets through what an act brings before readers, at once or at a time ahead, or throws with all findings:
 * UNDER_EMBARGO, ARTICLE_INCOMPLETE when there is another error, WARNINGS_STAND when a warning is not accepted. What
 * was accepted, and why, goes into the audit.
 */
export async function expectPreflight(
  desk: OpenDesk,
  before: ArticleRow,
  after: ArticleRow,
  accepted: AcceptedWarnings,
): Promise<void> {
  for (const { revisionId, at } of openings(before, after, desk.now())) {
    const { id, headRevision } = before;
    const revision = revisionId === headRevision.id ? headRevision : await revisionOf(desk.db, id, revisionId);
    await expectPassing(desk, after, revision, at, accepted);
  }
}

/** Lets a revision through that readers are to have at a time, or throws as `expectPreflight` does. */
export async function expectPassing(
  desk: OpenDesk,
  article: ArticleRow,
  revision: RevisionRow,
  at: Date,
  accepted: AcceptedWarnings,
): Promise<void> {
  const findings = runChecks(await pictureOf(desk, article, revision, at));
  const stopping = stoppers(findings, new Set(accepted.map(({ code }) => code)));
  if (stopping.length > 0) throw refusal(article, stopping, findings);
  for (const { code, reason } of accepted) {
    const found = findings.filter((finding) => finding.code === code);
    if (found.length === 0) continue;
    await recordAudit(desk, {
      ...{ action: "article:accept-warning", entityType: "article", entityId: article.id, reason },
      after: { code, revision: revision.number, at: at.toISOString(), accepted: found.map(({ message }) => message) },
    });
  }
}

function refusal(
  { embargoUntil, embargoHold }: ArticleRow,
  stopping: readonly Finding[],
  findings: readonly Finding[],
): DatelineError {
  const embargo = stopping.find(({ code }) => code === PreflightCode.UNDER_EMBARGO);
  if (embargo !== undefined) {
    const details = { embargoUntil: embargoUntil?.toISOString() ?? null, embargoHold, findings };
    return new DatelineError("UNDER_EMBARGO", { says: embargo.message, details });
  }
  const told = stopping.map(({ message, severity, code }) =>
    severity === Severity.WARNING ? `${ended(message)} (${code})` : ended(message),
  );
  const faults = stopping.map(({ path, message, fix }): Fault => ({ path, message, fix }));
  const wrong = stopping.some(({ severity }) => severity === Severity.ERROR);
  const says = `The article is not ready: ${told.join("; ")}.`;
  if (wrong) return new DatelineError("ARTICLE_INCOMPLETE", { says, details: { faults, findings } });
  const codes = [...new Set(stopping.map(({ code }) => code))].join(", ");
  const fix = `Correct that, or accept it with a reason (acceptedWarnings, or --accept CODE="why"): ${codes}.`;
  return new DatelineError("WARNINGS_STAND", { says, fix, details: { faults, findings } });
}

const ended = (message: string): string => message.replace(/\.$/, "");
