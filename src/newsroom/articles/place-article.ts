import type { z } from "zod";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, onlyGiven } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed } from "./article-to-edit.ts";
import { placeInput } from "./articles.input.ts";
import { expectNotFinal } from "./articles.rules.ts";
import { writeSecondarySections, type ArticleRow } from "./articles.store.ts";
import { expectSections } from "./expect-sections.ts";

/** Facts to change: section, kind, secondary sections. */
export type PlaceArticle = z.input<typeof placeInput>;

/**
 * Changes what is true of the article whatever its text says; readers notice at once.
 * Throws NOT_FOUND, INVALID_INPUT, ARTICLE_STALE, WRONG_STATE, FORBIDDEN.
 */
export const placeArticle = (caller: Desk, given: PlaceArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:place");
    const { id, expectedVersion, secondarySections, ...input } = checked(placeInput, given);
    const before = await articleToEdit(desk, { id, expectedVersion });
    expectNotFinal(before, desk.now());
    const facts = onlyGiven(input);
    const sectionId = input.sectionId ?? before.sectionId;
    const stood = before.secondarySections.map((other) => other.sectionId);
    const others = secondarySections ?? stood;
    await expectSections(desk, [sectionId, ...others], [before.sectionId, ...stood]);
    await writeSecondarySections(desk.db, { id, sectionId }, others);
    const after = await changed(desk, before, facts);
    const entity = { entityType: "article", entityId: id } as const;
    const faces = { before: face(before, facts), after: face(after, facts) };
    await recordAudit(desk, { action: "article:place", ...entity, ...faces });
    return after;
  });

// Times as they are written, so that the audit takes them.
const face = (row: ArticleRow, facts: object): object => {
  const names = Object.keys(facts) as (keyof ArticleRow)[];
  const secondarySections = row.secondarySections.map((other) => other.sectionId);
  const told = { ...Object.fromEntries(names.map((name) => [name, row[name]])), secondarySections };
  return JSON.parse(JSON.stringify(told)) as object;
};
