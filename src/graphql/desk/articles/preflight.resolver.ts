import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { preflightArticle, type ArticleRow } from "../../../newsroom/articles/index.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { DateTime } from "../../shared/scalars.ts";
import type { DeskContext } from "../shared/context.ts";
import { ArticleType } from "./article.type.ts";
import { PreflightType } from "./preflight.type.ts";

/** Checking articles before they are published. */
@Resolver(() => ArticleType)
export class PreflightResolver {
  @FieldResolver(() => PreflightType, { description: "Every check a publication runs, run now; nothing changes." })
  async preflight(
    @Root() { id }: ArticleRow,
    @Arg("revision", () => Int, { nullable: true, description: "The number of the revision; the newest unless said." })
    revision: number | null,
    @Arg("at", () => DateTime, {
      nullable: true,
      description: "The moment of publication to think of; now unless said.",
    })
    at: Date | null,
    @Ctx() { desk }: DeskContext,
  ) {
    const given = onlyGiven({ revision: revision ?? undefined, at: at ?? undefined });
    const { findings, ...preflight } = await preflightArticle(desk, { id, ...given });
    return { ...preflight, findings: findings.map((finding) => ({ ...finding, path: finding.path.map(String) })) };
  }
}
