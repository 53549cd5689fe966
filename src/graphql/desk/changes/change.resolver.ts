import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { listChanges, type ChangeRow } from "../../../newsroom/changes/index.ts";
import type { DeskContext } from "../shared/context.ts";
import { PageArgs, pageQuery, pageTypeOf } from "../shared/page.ts";
import { ChangeType } from "./change.type.ts";

const ChangePage = pageTypeOf("ChangePage", "changes", "in the order they are told", () => ChangeType);

/** What readers could notice, for whoever keeps a copy. */
@Resolver(() => ChangeType)
export class ChangeResolver {
  @FieldResolver(() => ID)
  id(@Root() { number }: ChangeRow): string {
    return String(number);
  }

  @Query(() => ChangePage, {
    description:
      "Every change that is due, once and in a fixed order; go on with `after` from the last `id` taken. For desk heads.",
  })
  async changes(@Args(() => PageArgs) page: PageArgs, @Ctx() { desk }: DeskContext) {
    const { changes, hasMore } = await listChanges(desk, pageQuery(page, {}));
    const last = changes.at(-1);
    const pageInfo = { hasNextPage: hasMore, endCursor: last ? String(last.number) : null };
    return { items: changes, pageInfo };
  }
}
