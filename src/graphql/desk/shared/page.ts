import { Field, ID, Int, ObjectType, ArgsType, type ClassType } from "type-graphql";
import { globalId } from "../../../kernel/global-id.ts";
import { nameOf } from "./naming.ts";

/** Where a page of the desk's lists begins and how long it is. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: "How many, from 1 to 100." })
  declare readonly first: number;

  @Field(() => ID, {
    nullable: true,
    description: "Only those after the one with this id: `endCursor` of the page before.",
  })
  declare readonly after: string | null;
}

/** Whether a list goes on. */
@ObjectType("PageInfo", { description: "Whether a list goes on, and from where." })
export class PageInfoType {
  @Field(() => Boolean, { description: "True when more follow." })
  declare readonly hasNextPage: boolean;

  @Field(() => ID, { nullable: true, description: "What to hand to `after` for the next page; null on an empty page." })
  declare readonly endCursor: string | null;
}

/** The type of a page of a list: its things under the list's own name, in an order, and whether more follow. */
export function pageTypeOf<Thing extends object>(
  name: string,
  things: string,
  order: string,
  type: () => ClassType<Thing>,
) {
  @ObjectType(name, { description: `A page of ${things}, ${order}.` })
  class Page {
    @Field(() => [type()], { name: things, description: `The ${things}.` })
    declare readonly items: readonly Thing[];

    @Field(() => PageInfoType, { description: "Whether more follow." })
    declare readonly pageInfo: PageInfoType;
  }
  return Page;
}

type Given<Filter> = { readonly [Key in keyof Filter]?: NonNullable<Filter[Key]> };

/** What the newsroom's lists want of a page, without what was not given. */
export function pageQuery<Filter extends object>(
  { first, after }: Pick<PageArgs, "first" | "after">,
  filter: Filter,
): { first: number; after?: string } & Given<Filter> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));
  return { first, ...(after ? { after: nameOf(after) } : {}), ...(given as Given<Filter>) };
}

/** A page of the things of a type. */
export const pageOf = <Thing extends { readonly id: string }>(
  type: string,
  items: readonly Thing[],
  hasMore: boolean,
): { items: readonly Thing[]; pageInfo: PageInfo } => ({ items, pageInfo: pageInfo(type, items, hasMore) });

type PageInfo = Pick<PageInfoType, keyof PageInfoType>;

/** Whether more follow, and from where. */
export const pageInfo = (type: string, rows: readonly { readonly id: string }[], hasNextPage: boolean): PageInfo => {
  const last = rows.at(-1);
  return { hasNextPage, endCursor: last === undefined ? null : globalId(type, last.id) };
};
