import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { onlyGiven } from "../../../newsroom/input.ts";
import {
  createSection,
  findSection,
  listSections,
  moveSection,
  renameSection,
  type SectionRecord,
} from "../../../newsroom/sections/index.ts";
import { globalId } from "../../../kernel/global-id.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf, naming } from "../shared/naming.ts";
import { orNull } from "../shared/or-null.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import { CreateSectionInput, MoveSectionInput, RenameSectionInput, SectionType } from "./section.type.ts";

const SectionPayload = payloadOf("SectionPayload", "section", () => SectionType);

type Answer = Promise<Settled<SectionRecord>>;

/** Sections at the desk. */
@Resolver(() => SectionType)
export class SectionResolver {
  @FieldResolver(() => ID, { description: "Opaque id." })
  id(@Root() section: SectionRecord): string {
    return globalId("Section", section.id);
  }

  @Query(() => [SectionType], { description: "Every section, each before those below it." })
  async sections(@Ctx() { desk }: DeskContext): Promise<SectionRecord[]> {
    return [...(await listSections(desk))];
  }

  @Query(() => SectionType, { nullable: true, description: "The section a name means; null when there is none." })
  section(@Arg("name", () => ID, { description: naming }) name: string, @Ctx() { desk }: DeskContext) {
    return orNull(findSection(desk, nameOf(name)));
  }

  @Mutation(() => SectionPayload, { description: "Makes a section." })
  createSection(
    @Arg("input", () => CreateSectionInput, { description: inputDescription }) { parent, ...rest }: CreateSectionInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(() => createSection(desk, { ...onlyGiven(rest), ...(parent ? { parent: nameOf(parent) } : {}) }));
  }

  @Mutation(() => SectionPayload, { description: "Changes what a section is called; its rails and paths follow." })
  renameSection(
    @Arg("input", () => RenameSectionInput, { description: inputDescription }) given: RenameSectionInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    const section = nameOf(given.section);
    return settle(
      () => renameSection(desk, { ...onlyGiven(given), section }),
      () => findSection(desk, section),
    );
  }

  @Mutation(() => SectionPayload, { description: "Moves a section, and all below it, to another place in the tree." })
  moveSection(
    @Arg("input", () => MoveSectionInput, { description: inputDescription }) given: MoveSectionInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    const section = nameOf(given.section);
    const { under } = given;
    return settle(
      () => moveSection(desk, { ...onlyGiven(given), section, ...(under ? { under: nameOf(under) } : {}) }),
      () => findSection(desk, section),
    );
  }
}
