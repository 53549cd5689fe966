import { DatelineError } from "../../kernel/errors/index.ts";
import type { TextPage } from "../../domain/page/index.ts";
import type { OpenDesk } from "../desk.ts";
import { createSection, findSection, type SectionRecord } from "../sections/index.ts";
import { notAPage } from "./text-page.ts";

/** The section a page goes to. */
export interface PageSection {
  readonly section: SectionRecord;
  /** Whether the import made it. */
  readonly created: boolean;
}

/** The section chosen, or else the one the page names, made when there is none. Throws NOT_FOUND, AMBIGUOUS, NOT_A_PAGE. */
export async function sectionFor(
  desk: OpenDesk,
  page: TextPage,
  { section: chosen, fileName }: { readonly section?: string | undefined; readonly fileName?: string | undefined },
): Promise<PageSection> {
  if (chosen !== undefined) return { section: await findSection(desk, chosen), created: false };
  const { sectionName: name } = page;
  if (name === null) throw nameless(page, fileName);
  try {
    return { section: await findSection(desk, name), created: false };
  } catch (error) {
    if (error instanceof DatelineError && error.code === "AMBIGUOUS") throw unclear(error, name);
    if (!(error instanceof DatelineError) || error.code !== "NOT_FOUND") throw error;
    return { section: await createSection(desk, { name }), created: true };
  }
}

function nameless(page: TextPage, fileName: string | undefined): DatelineError {
  const line = page.paragraphs.at(-1)?.line ?? page.headline.line;
  const reason = 'No "More from NAME" follows the paragraphs, so the page names no section.';
  return notAPage({ line, reason }, fileName, "Choose the section yourself: --section NAME.");
}

const unclear = (error: DatelineError, name: string): DatelineError =>
  new DatelineError("AMBIGUOUS", {
    says: `The page names the section "${name}", and there are several.`,
    fix: "Choose one by its path: --section PATH.",
    details: error.details,
    cause: error,
  });
