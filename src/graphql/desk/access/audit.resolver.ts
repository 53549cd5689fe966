import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";
import { findAudit, listAudit, verifyAudit, type AuditRow } from "../../../newsroom/audit/index.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { Door } from "../../../newsroom/vocabulary.ts";
import { globalId } from "../../../kernel/global-id.ts";
import { DateTime } from "../../shared/scalars.ts";
import type { DeskContext } from "../shared/context.ts";
import { naming, nameOf } from "../shared/naming.ts";
import { orNull } from "../shared/or-null.ts";
import { PageArgs, pageInfo, PageInfoType, pageQuery } from "../shared/page.ts";
import { AuditEventType, AuditVerdictType } from "./audit.type.ts";

@ArgsType()
class AuditArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: `Only what was done to this article. ${naming}` })
  declare readonly article: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only what was done to this thing, type:id, or to all of a type.",
  })
  declare readonly entity: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what this user did, by id or address; or "system".' })
  declare readonly actor: string | null;

  @Field(() => String, { nullable: true, description: "Only this act, noun:verb, or all acts of a noun." })
  declare readonly action: string | null;

  @Field(() => Door, { nullable: true, description: "Only what came through this door." })
  declare readonly door: Door | null;

  @Field(() => DateTime, { nullable: true, description: "Only from then on." })
  declare readonly since: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Only what came before." })
  declare readonly until: Date | null;
}

@ObjectType("AuditEventPage", { description: "A page of acts, the newest first." })
class AuditEventPageType {
  @Field(() => [AuditEventType], { description: "The acts." })
  declare readonly auditEvents: readonly AuditRow[];

  @Field(() => PageInfoType, { description: "Whether more follow." })
  declare readonly pageInfo: PageInfoType;
}

/** The audit at the desk. */
@Resolver(() => AuditEventType)
export class AuditResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: AuditRow): string {
    return String(id);
  }

  @FieldResolver(() => ID, { nullable: true })
  actorId(@Root() { actorId }: AuditRow): string | null {
    return actorId && globalId("User", actorId);
  }

  @FieldResolver(() => String, { nullable: true })
  seq(@Root() { link }: AuditRow): string | null {
    return link && String(link.seq);
  }

  @FieldResolver(() => String, { nullable: true })
  hash(@Root() { link }: AuditRow): string | null {
    return link && Buffer.from(link.hash).toString("hex");
  }

  @Query(() => AuditEventPageType, { description: "What was done, the newest first; for desk heads." })
  async auditEvents(@Args(() => AuditArgs) { first, after, ...given }: AuditArgs, @Ctx() { desk }: DeskContext) {
    const { article, actor, ...rest } = given;
    const filter = { ...rest, article: article && nameOf(article), actor: actor && nameOf(actor) };
    const { events, hasMore } = await listAudit(desk, pageQuery({ first, after }, filter));
    const rows = events.map(({ id }) => ({ id: String(id) }));
    return { auditEvents: events, pageInfo: pageInfo("AuditEvent", rows, hasMore) };
  }

  @Query(() => AuditEventType, { nullable: true, description: "One act by its number; null when there is none." })
  auditEvent(
    @Arg("id", () => ID, { description: "Its number, in digits." }) id: string,
    @Ctx() { desk }: DeskContext,
  ): Promise<AuditRow | null> {
    return orNull(findAudit(desk, nameOf(id)));
  }

  @Query(() => AuditVerdictType, { description: "Works out the whole chain of the audit again; takes a while." })
  async auditVerdict(
    @Arg("expect", () => String, { nullable: true, description: "A head kept from an earlier time, SEQ:HASH." })
    kept: string | null,
    @Ctx() { desk }: DeskContext,
  ) {
    const { checked, head, fault } = await verifyAudit(desk, onlyGiven({ expect: kept ?? undefined }));
    const newest = head && { seq: String(head.seq), hash: head.hash };
    return { holds: fault === null, checked, head: newest, fault: fault?.says ?? null };
  }
}
