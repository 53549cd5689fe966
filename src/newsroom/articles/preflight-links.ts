import type { Block } from "../../domain/blocks/index.ts";
import { standingOf, type LinkTarget, type LinkUse } from "../../domain/preflight/index.ts";
import type { targetsNamed } from "./preflight.store.ts";
import type { RevisionRow } from "./revisions.store.ts";

type Target = Awaited<ReturnType<typeof targetsNamed>>[number];

/** Every link of a revision: its related links, then articles that boxes in its text name themselves. */
export function linkUses(revision: RevisionRow, targets: readonly Target[], at: Date): readonly LinkUse[] {
  const toArticle = (target: Target): LinkTarget => ({
    ...{ to: "article", slug: target.slug, standing: standingOf(target, at) },
  });
  const related = revision.links.map((link, index): LinkUse => {
    const target = targets.find(({ id }) => id === link.targetArticleId);
    const label = link.headline ?? target?.headRevision.headline ?? link.externalAddress?.url ?? "";
    return { place: ["relatedLinks", index], label, target: target ? toArticle(target) : outside(link) };
  });
  const boxed = (revision.blocks as unknown as readonly Block[]).flatMap((block, index) =>
    articlesIn(block).flatMap((id): readonly LinkUse[] => {
      const target = targets.find((one) => one.id === id);
      const place = ["blocks", index];
      return target ? [{ place, label: target.headRevision.headline, target: toArticle(target) }] : [];
    }),
  );
  return [...related, ...boxed];
}

const outside = ({ externalAddress }: RevisionRow["links"][number]): LinkTarget =>
  externalAddress === null
    ? { to: "nothing" }
    : { to: "address", url: externalAddress.url, dead: externalAddress.state === "DEAD" };

const articlesIn = (block: Block): readonly string[] =>
  block.type === "relatedBox" ? block.items.flatMap((item) => ("articleId" in item ? [item.articleId] : [])) : [];
