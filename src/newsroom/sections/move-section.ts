import { sectionPath } from "../../domain/slug/index.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import { mustReach } from "../access/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { findSection } from "./find-section.ts";
import { expectFree, sectionToEdit, settleNewPath } from "./section-to-edit.ts";
import { arrange, expectRoom, heightOf, moveSectionInput, type MoveSection } from "./sections.rules.ts";
import * as store from "./sections.store.ts";
import type { SectionRecord } from "./sections.store.ts";

/**
 * Puts a section, with everything below it, under another, at the top (null) or where it is (left out): last, or at a
 * position. Among the same siblings it only changes the order. Throws INVALID_INPUT, NOT_FOUND, AMBIGUOUS,
 * SECTION_STALE, SECTION_CYCLE, ALREADY_EXISTS (the new path).
 */
export const moveSection = (caller: Desk, given: MoveSection): Promise<SectionRecord> =>
  withTransaction(caller, async (desk) => {
    const input = checked(moveSectionInput, given);
    const before = await sectionToEdit(desk, input.section, input.expectedVersion);
    const parent = await parentFor(desk, before, input.under);
    const parentId = parent?.id ?? null;
    const stays = parentId === before.parentId;
    if (!stays) await mustReach(desk, [parentId]);
    if (!stays) await expectPlace(desk, before, parent);
    const siblings = await store.sectionsUnder(desk.db, parentId);
    const order = arrange(idsOf(siblings), before.id, input.position);
    const position = order.indexOf(before.id);
    if (stays && position === before.position) return before;
    if (!stays) await closeGap(desk, before);
    await store.writeOrder(
      desk.db,
      order,
      siblings.filter(({ id }) => id !== before.id),
    );
    const section = await store.updateSection(desk, before.id, { parentId, position });
    await settleNewPath(desk, before.path, section);
    await audit(desk, before, section);
    return section;
  });

async function parentFor(
  desk: OpenDesk,
  { parentId }: SectionRecord,
  under: string | null | undefined,
): Promise<SectionRecord | null> {
  const name = under === undefined ? parentId : under;
  return name === null ? null : findSection(desk, name);
}

async function expectPlace(desk: OpenDesk, section: SectionRecord, parent: SectionRecord | null): Promise<void> {
  const within = await store.sectionsWithin(desk.db, section.path);
  if ([section, ...within].some(({ id }) => id === parent?.id)) throw new DatelineError("SECTION_CYCLE");
  const paths = within.map(({ path }) => path);
  expectRoom(parent?.path ?? null, heightOf(section.path, paths), "under");
  await expectFree(desk, sectionPath(parent?.path ?? null, section.slug));
}

async function closeGap(desk: OpenDesk, { id, parentId }: SectionRecord): Promise<void> {
  const left = (await store.sectionsUnder(desk.db, parentId)).filter((sibling) => sibling.id !== id);
  await store.writeOrder(desk.db, idsOf(left), left);
}

const idsOf = (sections: readonly SectionRecord[]): string[] => sections.map(({ id }) => id);

const place = ({ path, position }: SectionRecord) => ({ path, position });

const audit = (desk: OpenDesk, before: SectionRecord, after: SectionRecord): Promise<void> =>
  recordAudit(desk, {
    ...{ action: "section:move", entityType: "section", entityId: after.id },
    ...{ before: place(before), after: place(after) },
  });
