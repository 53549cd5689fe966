import { sectionPath } from "../../domain/slug/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { expectFree, sectionToEdit, settleNewPath } from "./section-to-edit.ts";
import { renameSectionInput, type RenameSection } from "./sections.rules.ts";
import * as store from "./sections.store.ts";
import type { SectionRecord } from "./sections.store.ts";

/**
 * Changes what a section is called, its slug, description or whether it is listed; without a difference nothing is
 * written. A new slug moves the path of everything below, and the old path leads there. Throws INVALID_INPUT,
 * NOT_FOUND, AMBIGUOUS, SECTION_STALE, ALREADY_EXISTS (the new path).
 */
export const renameSection = (caller: Desk, given: RenameSection): Promise<SectionRecord> =>
  withTransaction(caller, async (desk) => {
    const input = checked(renameSectionInput, given);
    const before = await sectionToEdit(desk, input.section, input.expectedVersion);
    const {
      name = before.name,
      slug = before.slug,
      description = before.description,
      visible = before.visible,
    } = input;
    const wanted = { name, slug, description, visible };
    if (same(wanted, before)) return before;
    if (slug !== before.slug) await expectFree(desk, siblingPath(before.path, slug));
    const section = await store.updateSection(desk, before.id, wanted);
    await settleNewPath(desk, before.path, section);
    await audit(desk, before, section);
    return section;
  });

type Face = Pick<SectionRecord, "name" | "slug" | "description" | "visible">;

const face = ({ name, slug, description, visible }: Face): Face => ({ name, slug, description, visible });

const same = (wanted: Face, before: SectionRecord): boolean =>
  JSON.stringify(face(wanted)) === JSON.stringify(face(before));

function siblingPath(path: string, slug: string): string {
  const end = path.lastIndexOf("/");
  return sectionPath(end < 0 ? null : path.slice(0, end), slug);
}

const audit = (desk: OpenDesk, before: SectionRecord, after: SectionRecord): Promise<void> =>
  recordAudit(desk, {
    ...{ action: "section:rename", entityType: "section", entityId: after.id },
    ...{ before: { ...face(before), path: before.path }, after: { ...face(after), path: after.path } },
  });
