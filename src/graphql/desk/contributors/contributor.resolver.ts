import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import {
  createContributor,
  findContributor,
  listContributors,
  updateContributor,
  type ContributorRecord,
} from "../../../newsroom/contributors/index.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { globalId } from "../../../kernel/global-id.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import { PageArgs, pageOf, pageQuery, pageTypeOf } from "../shared/page.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import { ContributorType, CreateContributorInput, UpdateContributorInput } from "./contributor.type.ts";

@ArgsType()
class ContributorsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only those with this in their name." })
  declare readonly q: string | null;
}

const ContributorPage = pageTypeOf("ContributorPage", "contributors", "by name", () => ContributorType);

const ContributorPayload = payloadOf("ContributorPayload", "contributor", () => ContributorType);

type Answer = Promise<Settled<ContributorRecord>>;

/** Contributors at the desk. */
@Resolver(() => ContributorType)
export class ContributorResolver {
  @FieldResolver(() => ID, { description: "Opaque id." })
  id(@Root() contributor: ContributorRecord): string {
    return globalId("Contributor", contributor.id);
  }

  @Query(() => ContributorPage, { description: "Contributors by name." })
  async contributors(@Args(() => ContributorsArgs) args: ContributorsArgs, @Ctx() { desk }: DeskContext) {
    const { contributors, hasMore } = await listContributors(desk, pageQuery(args, { q: args.q }));
    return pageOf("Contributor", contributors, hasMore);
  }

  @Mutation(() => ContributorPayload, { description: "Makes a contributor." })
  createContributor(
    @Arg("input", () => CreateContributorInput, { description: inputDescription }) given: CreateContributorInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(() => createContributor(desk, onlyGiven(given)));
  }

  @Mutation(() => ContributorPayload, { description: "Changes what is said of a contributor." })
  updateContributor(
    @Arg("input", () => UpdateContributorInput, { description: inputDescription }) given: UpdateContributorInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    const contributor = nameOf(given.contributor);
    return settle(
      () => updateContributor(desk, { ...onlyGiven(given), contributor }),
      () => findContributor(desk, contributor),
    );
  }
}
