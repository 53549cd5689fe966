import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { articleById, sectionById, type LiveArticle, type Reader, type Section } from "../../delivery/index.ts";
import { invalid } from "../../kernel/errors/index.ts";
import { isId } from "../../kernel/ids.ts";
import { globalId, parseGlobalId } from "../shared/index.ts";
import type { DeliveryContext } from "./context.ts";
import { NodeInterface } from "./node.interface.ts";

type Node = LiveArticle | Section;

const mostIds = 100;

/** How each type that can be fetched by its id is found. What readers may not see is not found. */
const finders: Readonly<Record<string, (reader: Reader, id: string) => Promise<Node | null>>> = {
  Article: articleById,
  Section: sectionById,
};

async function find(reader: Reader, text: string): Promise<Node | null> {
  const named = parseGlobalId(text);
  const finder =
    named !== null && isId(named.id) && Object.hasOwn(finders, named.type) ? finders[named.type] : undefined;
  return named === null || finder === undefined ? null : finder(reader, named.id);
}

/** Things by their global ids. */
@Resolver(() => NodeInterface)
export class NodeResolver {
  @FieldResolver(() => ID, { description: "Opaque id, the same for ever, unique among all types." })
  id(@Root() { noun, id }: Node): string {
    return globalId(noun === "article" ? "Article" : "Section", id);
  }

  @Query(() => NodeInterface, { nullable: true, description: "The thing with an id; null when there is none to see." })
  node(
    @Arg("id", () => ID, { description: "Its opaque id." }) id: string,
    @Ctx() { reader }: DeliveryContext,
  ): Promise<Node | null> {
    return find(reader, id);
  }

  @Query(() => [NodeInterface], {
    nullable: "items",
    description: "The things with these ids, in their order; null for each there is none to see of.",
  })
  async nodes(
    @Arg("ids", () => [ID], { description: "At most 100 opaque ids." }) ids: string[],
    @Ctx() { reader }: DeliveryContext,
  ): Promise<(Node | null)[]> {
    if (ids.length > mostIds) throw invalid([{ path: ["ids"], message: `at most ${String(mostIds)} at once` }]);
    return Promise.all(ids.map((id) => find(reader, id)));
  }
}
