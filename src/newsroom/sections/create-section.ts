import { sectionPath } from "../../domain/slug/index.ts";
import { newId } from "../../kernel/ids.ts";
import { must, mustReach } from "../access/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { slugOf } from "../slugs.ts";
import { findSection } from "./find-section.ts";
import { expectFree } from "./section-to-edit.ts";
import { clearRedirects } from "./sections.redirects.store.ts";
import { arrange, createSectionInput, expectRoom, type CreateSection } from "./sections.rules.ts";
import * as store from "./sections.store.ts";
import type { SectionRecord } from "./sections.store.ts";

/**
 * Makes a section, last among its siblings or at `position`; its slug comes from its name unless one is given. Throws
 * INVALID_INPUT, NOT_FOUND (the parent), ALREADY_EXISTS (its path).
 */
export const createSection = (caller: Desk, asked: CreateSection): Promise<SectionRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "section:manage");
    const { parent: above, position, ...given } = checked(createSectionInput, asked);
    await store.takeTreeTurn(desk);
    const parent = above === null ? null : await findSection(desk, above);
    await mustReach(desk, [parent?.id ?? null]);
    const slug = given.slug ?? slugOf(given.name, "section");
    await expectPlace(desk, parent, slug);
    const parentId = parent?.id ?? null;
    const place = await makeRoom(desk, parentId, position);
    const times = { createdAt: desk.now(), changedAt: desk.now() };
    const section = await store.insertSection(desk.db, { ...given, slug, parentId, ...place, ...times });
    await clearRedirects(desk.db, [section.path]);
    const after = { name: section.name, path: section.path, position: section.position };
    await recordAudit(desk, { action: "section:create", entityType: "section", entityId: section.id, after });
    return section;
  });

async function expectPlace(desk: OpenDesk, parent: SectionRecord | null, slug: string): Promise<void> {
  expectRoom(parent?.path ?? null, 1, "parent");
  await expectFree(desk, sectionPath(parent?.path ?? null, slug));
}

async function makeRoom(desk: OpenDesk, parentId: string | null, position: number | undefined) {
  const id = newId();
  const siblings = await store.sectionsUnder(desk.db, parentId);
  const order = arrange(
    siblings.map((sibling) => sibling.id),
    id,
    position,
  );
  await store.writeOrder(desk.db, order, siblings);
  return { id, position: order.indexOf(id) };
}
