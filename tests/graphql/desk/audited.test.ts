import { beforeAll, describe, expect, it } from "@jest/globals";
import type { AuditEvent } from "../../../src/database/generated/client.ts";
import { deskSchema } from "../../../src/graphql/desk/index.ts";
import {
  addCorrection,
  createArticle,
  holdArticle,
  placeMedia,
  publishArticle,
  scheduleArticle,
  setEmbargo,
  spikeArticle,
  submitArticle,
  unpublishArticle,
  type ArticleRow,
} from "../../../src/newsroom/articles/index.ts";
import { verifyAudit } from "../../../src/newsroom/audit/index.ts";
import { createContributor } from "../../../src/newsroom/contributors/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { addLink, hideLinkBack } from "../../../src/newsroom/links/index.ts";
import { lockArticle } from "../../../src/newsroom/locks/index.ts";
import { createPreview } from "../../../src/newsroom/preview/index.ts";
import { addRedirect } from "../../../src/newsroom/redirects/index.ts";
import { createTopic } from "../../../src/newsroom/topics/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aMedium, aSection, aUser, deskOf, fresh } from "../../support/factories.ts";
import { testServer } from "../../support/server.ts";

const house = testDatabase();
const server = testServer(house);
const desk = () => deskOf(house.db, "SYSTEM");
const who = { token: "", id: "" };

const fields = (await deskSchema()).getMutationType()?.getFields() ?? {};

beforeAll(async () => {
  who.token = await server.tokenOf("ADMIN");
  who.id = (await house.db.user.findFirstOrThrow({ where: { role: "ADMIN" } })).id;
});

const why = "because of a test";
const blocks = [{ type: "paragraph", id: "p1", text: "The tide turns at noon.", spans: [] }];
const first = { expectedVersion: 1 };
const second = { expectedVersion: 2 };

async function draft(): Promise<{ article: string; expectedVersion: number }> {
  const { id: sectionId } = await aSection(house.db);
  const { id: article } = await createArticle(desk(), { headline: fresh("Tide"), sectionId, blocks });
  return { article, ...first };
}

async function live() {
  const { article } = await draft();
  await publishArticle(desk(), { id: article, ...first });
  return { article, ...second };
}

type Verb = (
  desk: Desk,
  given: { id: string; expectedVersion: number; reason: string; at: Date; until: Date },
) => Promise<ArticleRow>;

const ahead = () => new Date(Date.now() + 3_600_000);

/** An article after a verb, and the version it has then. */
async function after(verb: Verb, from: () => Promise<{ article: string; expectedVersion: number }> = draft) {
  const { article, expectedVersion } = await from();
  const given = { id: article, expectedVersion, reason: why, at: ahead(), until: ahead() };
  return { article, expectedVersion: (await verb(desk(), given)).version };
}

const plain =
  (verb: (desk: Desk, given: { id: string; expectedVersion: number; reason: string }) => Promise<ArticleRow>): Verb =>
  (at, { id, expectedVersion, reason }) =>
    verb(at, { id, expectedVersion, reason });
const scheduled: Verb = (at, { id, expectedVersion, at: time }) =>
  scheduleArticle(at, { id, expectedVersion, at: time });
const embargoed: Verb = (at, { id, expectedVersion, until }) => setEmbargo(at, { id, expectedVersion, until });

async function locked(by?: string) {
  const { article } = await draft();
  const actor = { kind: "USER", id: by ?? who.id, name: "Ada", role: "ADMIN" } as const;
  await lockArticle({ ...desk(), actor: { ...desk().actor, ...actor } }, { id: article });
  return { article };
}

async function linkedOutside() {
  const { article } = await draft();
  const url = `https://${fresh("gone")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")}.invalid/`;
  await addLink(desk(), { id: article, ...first, headline: fresh("Ebb"), target: { url } });
  return { article, url };
}

async function linked() {
  const { article } = await draft();
  const { headRevision } = await addLink(desk(), { id: article, ...first, headline: fresh("Ebb") });
  return { article, ...second, key: headRevision.links[0]?.key };
}

async function askedBack() {
  const [{ article: from }, { article }] = [await draft(), await draft()];
  await addLink(desk(), { id: from, ...first, target: { articleId: article }, reciprocal: true });
  return { article, ...first, from };
}

const contributor = async () => ({ id: (await createContributor(desk(), { displayName: fresh("Nia Okoro") })).id });
const topic = async () => ({ id: (await createTopic(desk(), { type: "KEYWORD", name: fresh("Tide") })).id });
const section = async () => (await aSection(house.db)).id;
const user = async () => (await aUser(house.db)).id;

/** What a mutation is given so that it succeeds; those that change what was there must tell how it was. */
interface Act {
  readonly input: () => Promise<object> | object;
  readonly changes?: true;
  /** What was there is there no more. */
  readonly ends?: true;
}

/** One row for every mutation of the desk: whoever adds one adds its row. */
const acts: Readonly<Record<string, Act>> = {
  createArticle: { input: async () => ({ section: await section(), words: { headline: fresh("Tide") } }) },
  reviseArticle: { input: async () => ({ ...(await draft()), words: { kicker: "Harbour" } }), changes: true },
  placeArticle: { input: async () => ({ ...(await draft()), facts: { kind: "OPINION" } }), changes: true },
  changeSlug: { input: async () => ({ ...(await draft()), slug: fresh("ebb") }), changes: true },
  placeMedia: {
    input: async () => ({ ...(await draft()), media: (await aMedium(house.db)).id, role: "LEAD" }),
    changes: true,
  },
  removeMedia: {
    input: async () => {
      const [{ article }, { id: mediaId }] = [await draft(), await aMedium(house.db)];
      await placeMedia(desk(), { id: article, ...first, mediaId, role: "LEAD" });
      return { article, ...second, media: mediaId };
    },
    changes: true,
  },
  publishArticle: { input: async () => ({ ...(await draft()), revision: 1 }), changes: true },
  unpublishArticle: { input: async () => ({ ...(await live()), reason: why }), changes: true },
  submitArticle: { input: async () => ({ ...(await draft()), reason: why }), changes: true },
  returnArticle: { input: async () => ({ ...(await after(plain(submitArticle))), reason: why }), changes: true },
  approveArticle: { input: async () => ({ ...(await after(plain(submitArticle))), reason: why }), changes: true },
  scheduleArticle: { input: async () => ({ ...(await draft()), revision: 1, at: ahead() }), changes: true },
  unscheduleArticle: { input: async () => ({ ...(await after(scheduled)), reason: why }), changes: true },
  holdArticle: { input: async () => ({ ...(await live()), reason: why }), changes: true },
  releaseArticle: { input: async () => ({ ...(await after(plain(holdArticle), live)), reason: why }), changes: true },
  republishArticle: {
    input: async () => ({ ...(await after(plain(unpublishArticle), live)), revision: 1 }),
    changes: true,
  },
  killArticle: { input: async () => ({ ...(await live()), reason: why, legalNote: "On file." }), changes: true },
  spikeArticle: { input: async () => ({ ...(await draft()), reason: why }), changes: true },
  unspikeArticle: { input: async () => ({ ...(await after(plain(spikeArticle))), reason: why }), changes: true },
  setEmbargo: { input: async () => ({ ...(await draft()), until: ahead(), note: "Asked for." }), changes: true },
  liftEmbargo: { input: async () => ({ ...(await after(embargoed)), reason: why }), changes: true },
  setExpiry: { input: async () => ({ ...(await live()), expiresAt: ahead() }), changes: true },
  correctArticle: {
    input: async () => ({ ...(await live()), words: { kicker: "Tides" }, text: "It was noon.", internalReason: why }),
    changes: true,
  },
  restoreRevision: { input: async () => ({ ...(await linked()), key: undefined, revision: 1 }), changes: true },
  lockArticle: { input: async () => ({ article: (await draft()).article, note: "At work" }) },
  unlockArticle: { input: () => locked(), changes: true, ends: true },
  breakLock: { input: async () => ({ ...(await locked(await user())), reason: why }), changes: true, ends: true },
  addLinks: { input: async () => ({ ...(await draft()), targets: [(await draft()).article] }), changes: true },
  checkAddresses: { input: async () => ({ article: (await linkedOutside()).article }) },
  relink: {
    input: async () => ({ from: (await linkedOutside()).url, toArticle: (await draft()).article }),
    changes: true,
  },
  addRedirect: { input: () => ({ from: `/${fresh("old").toLowerCase()}`, to: "/elsewhere" }) },
  removeRedirect: {
    input: async () => ({ redirect: (await addRedirect(desk(), { from: `/${fresh("was")}`, to: "/elsewhere" })).id }),
    changes: true,
    ends: true,
  },
  createPreview: { input: async () => ({ article: (await draft()).article }) },
  revokePreview: {
    input: async () => ({
      preview: (await createPreview(desk(), { articleId: (await draft()).article })).preview.id,
    }),
    changes: true,
    ends: true,
  },
  addCorrection: { input: async () => ({ ...(await live()), text: "It was noon.", internalReason: why }) },
  addLink: { input: async () => ({ ...(await draft()), headline: "Ebb" }), changes: true },
  moveLink: { input: async () => ({ ...(await linked()), position: 0 }), changes: true },
  removeLink: { input: linked, changes: true },
  resolveTeaser: { input: async () => ({ ...(await linked()), target: (await draft()).article }), changes: true },
  hideLinkBack: { input: askedBack, changes: true },
  unhideLinkBack: {
    input: async () => {
      const { article, from } = await askedBack();
      await hideLinkBack(desk(), { id: article, ...first, from });
      return { article, ...second, from };
    },
    changes: true,
  },
  adoptLinkBack: { input: askedBack, changes: true },
  createSection: { input: () => ({ name: fresh("Section") }) },
  renameSection: { input: async () => ({ section: await section(), ...first, name: fresh("New") }), changes: true },
  moveSection: {
    input: async () => ({ section: await section(), ...first, under: await section() }),
    changes: true,
  },
  createContributor: { input: () => ({ displayName: fresh("Ada Lund") }) },
  updateContributor: {
    input: async () => ({ contributor: (await contributor()).id, ...first, bio: "Sails." }),
    changes: true,
  },
  createTopic: { input: () => ({ type: "BLOG", name: fresh("Harbour notes") }) },
  updateTopic: { input: async () => ({ topic: (await topic()).id, ...first, description: "Tides." }), changes: true },
  addMedia: { input: () => ({ creditLine: "Nia Okoro" }) },
  creditMedia: {
    input: async () => ({ media: (await aMedium(house.db)).id, ...first, line: "Ada Lund" }),
    changes: true,
  },
  describeMedia: {
    input: async () => ({ media: (await aMedium(house.db)).id, ...first, alt: "A pier" }),
    changes: true,
  },
  createUser: { input: () => ({ email: `${fresh("new")}@news.example`, role: "REPORTER" }) },
  setUserRole: { input: async () => ({ user: await user(), role: "REPORTER", reason: why }), changes: true },
  disableUser: { input: async () => ({ user: await user(), reason: why }), changes: true },
  enableUser: {
    input: async () => {
      const id = await user();
      await house.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
      return { user: id, reason: why };
    },
    changes: true,
  },
  renameUser: { input: async () => ({ user: await user(), displayName: fresh("Ada"), reason: why }), changes: true },
  scopeUser: { input: async () => ({ user: await user(), sections: [await section()], reason: why }), changes: true },
  createToken: { input: () => ({ name: "mine", scopes: ["read"] }) },
  revokeToken: {
    input: async () => {
      const asked = 'mutation { createToken(input: { name: "brief" }) { subject { record { id } } } }';
      const { data } = await server.ask("/desk/graphql", asked, {}, who.token);
      return {
        token: (data as { createToken: { subject: { record: { id: string } } } }).createToken.subject.record.id,
      };
    },
    changes: true,
  },
};

async function done(name: string, input: object): Promise<{ rows: AuditEvent[]; requestId: string | null }> {
  const before = await house.db.auditEvent.count();
  const type = String(fields[name]?.args[0]?.type);
  const asked = `mutation ($input: ${type}) { act: ${name}(input: $input) { problems { code message } } }`;
  const { data, errors, headers } = await server.ask("/desk/graphql", asked, { input }, who.token);
  expect([data, errors]).toEqual([{ act: { problems: [] } }, []]);
  const rows = await house.db.auditEvent.findMany({ orderBy: { id: "asc" }, skip: before });
  return { rows, requestId: headers.get("x-request-id") };
}

const reasonIn = (input: object): unknown => Object.entries(input).find(([name]) => /reason$/i.test(name))?.[1] ?? null;

describe("every mutation of the desk", () => {
  it("has a row here", () => {
    expect(Object.keys(fields).toSorted()).toEqual(Object.keys(acts).toSorted());
  });

  it.each(Object.keys(acts))("leaves who, how, what, why and as part of which request: %s", async (name) => {
    const act = acts[name];
    const input = (await act?.input()) ?? {};
    const { rows, requestId } = await done(name, input);
    const row = rows.at(-1);
    expect(row).toMatchObject({ actorKind: "USER", actorId: who.id, door: "GRAPHQL", reason: reasonIn(input) });
    expect([row?.requestId, requestId]).toEqual([expect.stringMatching(/./), row?.requestId]);
    expect(row?.action).toMatch(/^[a-z-]+:[a-z-]+$/);
    const { before = null, after = null } = row ?? {};
    expect([after === null, before === null]).toEqual([act?.ends === true, act?.changes !== true]);
    expect(before).not.toEqual(after);
  });

  it("that is refused leaves nothing", async () => {
    const before = await house.db.auditEvent.count();
    const asked = "mutation ($input: PublishArticleInput!) { publishArticle(input: $input) { problems { code } } }";
    const input = { ...(await draft()), expectedVersion: 9 };
    const made = await house.db.auditEvent.count();
    const { data } = await server.ask("/desk/graphql", asked, { input: { ...input, revision: 1 } }, who.token);
    expect(data).toEqual({ publishArticle: { problems: [{ code: "ARTICLE_STALE" }] } });
    expect([await house.db.auditEvent.count(), made > before]).toEqual([made, true]);
  });

  it("stands in the chain", async () => {
    await addCorrection(desk(), { id: (await live()).article, ...second, text: "It was one." });
    expect(await verifyAudit(desk())).toMatchObject({ fault: null, checked: await house.db.auditEvent.count() });
  });
});

describe("the audit at the desk API", () => {
  const ask = (query: string, token = who.token) => server.ask("/desk/graphql", query, {}, token);

  it("is read in pages by desk heads, one act at a time, and proven", async () => {
    const page =
      "pageInfo { hasNextPage endCursor } auditEvents { id action actorName door before after requestId seq hash }";
    const { data, errors } = await ask(`{ auditEvents(first: 2, action: "user", actor: "${who.id}") { ${page} } }`);
    expect(errors).toEqual([]);
    const { auditEvents: first } = data as {
      auditEvents: { pageInfo: { endCursor: string }; auditEvents: { id: string }[] };
    };
    expect(first).toMatchObject({ pageInfo: { hasNextPage: true }, auditEvents: [{ action: "user:scope" }, {}] });
    const next = await ask(
      `{ auditEvents(first: 1, after: "${first.pageInfo.endCursor}", action: "user") { ${page} } }`,
    );
    const [later] = (next.data as { auditEvents: { auditEvents: { id: string; seq: string; hash: string }[] } })
      .auditEvents.auditEvents;
    expect(Number(later?.id)).toBeLessThan(Number(first.auditEvents[1]?.id));
    const one = await ask(`{ auditEvent(id: "${later?.id ?? ""}") { seq } none: auditEvent(id: "999999999") { id } }`);
    expect(one.data).toEqual({ auditEvent: { seq: later?.seq }, none: null });
    const kept = `${later?.seq ?? ""}:${later?.hash ?? ""}`;
    const good = await ask(`{ auditVerdict(expect: "${kept}") { holds head { seq } fault } }`);
    expect(good.data).toMatchObject({ auditVerdict: { holds: true, fault: null } });
    const bad = await ask(`{ auditVerdict(expect: "999999:${"0".repeat(64)}") { holds fault } }`);
    expect(bad.data).toMatchObject({ auditVerdict: { holds: false, fault: expect.stringContaining("cut off") } });
  });

  it("is shut to editors, and to a token that is limited to other things", async () => {
    const editor = await ask("{ auditEvents { auditEvents { id } } }", await server.tokenOf("EDITOR"));
    expect(editor.errors[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    const made = await ask('mutation { createToken(input: { name: "r", scopes: ["read"] }) { subject { token } } }');
    const { token } = (made.data as { createToken: { subject: { token: string } } }).createToken.subject;
    const limited = await ask("{ auditEvents { auditEvents { id } } }", token);
    expect(limited.errors[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    const me = await ask("{ me { role permissions sections } myTokens { scopes } }", token);
    expect(me.errors[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    const self = await ask("{ me { role permissions sections } }", token);
    expect(self.data).toEqual({ me: { role: "ADMIN", permissions: ["article:read-drafts"], sections: [] } });
    const mine = await ask("{ myTokens { name scopes revokedAt } }");
    expect((mine.data as { myTokens: object[] }).myTokens).toContainEqual({
      name: "r",
      scopes: ["read"],
      revokedAt: null,
    });
  });
});
