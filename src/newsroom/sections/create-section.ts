import { sectionPath } from "../../domain/slug/index.ts";
import { newId } from "../../kernel/ids.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { slugOf } from "../slugs.ts";
import { findSection } from "./find-section.ts";
import { expectFree, tellReaders } from "./section-to-edit.ts";
import { clearRedirects } from "./sections.redirects.store.ts";
import { arrange, createSectionInput, expectRoom, type CreateSection } from "./sections.rules.ts";
import * as store from "./sections.store.ts";
import type { SectionRecord } from "./sections.store.ts";

/**
 * Makes a section, last among its siblings or at `position`; its slug comes from its name unless one is given. Throws
 * INVALID_INPUT, NOT_FOUND (the parent), ALREADY_EXISTS (its path).
 */
export const createSection = (caller: Desk, given: CreateSection): Promise<SectionRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "section:manage");
    const input = checked(createSectionInput, given);
    await store.takeTreeTurn(desk);
    const parent = input.parent == null ? null : await findSection(desk, input.parent);
    const slug = input.slug ?? slugOf(input.name, "section");
    expectRoom(parent?.path ?? null, 1, "parent");
    await expectFree(desk, sectionPath(parent?.path ?? null, slug));
    const siblings = await store.sectionsUnder(desk.db, parent?.id ?? null);
    const id = newId();
    const order = arrange(
      siblings.map((sibling) => sibling.id),
      id,
      input.position,
    );
    await store.writeOrder(desk.db, order, siblings);
    const section = await store.insertSection(desk.db, {
      ...{ id, slug, name: input.name, parentId: parent?.id ?? null, position: order.indexOf(id) },
      ...{ description: input.description ?? null, visible: input.visible ?? true },
      ...{ createdAt: desk.now(), changedAt: desk.now() },
    });
    await clearRedirects(desk.db, [section.path]);
    const after = { name: section.name, path: section.path, position: section.position };
    await recordAudit(desk, { action: "section:create", entityType: "section", entityId: id, after });
    await tellReaders(desk, "updated", section);
    return section;
  });
