import { newId } from "../../../src/kernel/ids.ts";
import type { Prisma, PrismaClient } from "../../../src/database/generated/client.ts";
import { minutes, plant, writeRevision, type Planted, type PlantedLink } from "../../support/newspaper.ts";
import { openCanaries, type Canaries } from "./canaries.ts";
import { secretArticle, secretMedium, secretRevision, type SecretFacts, type Vault } from "./secrets.ts";

/** A newspaper of which a part is public, and every other word a canary. */
export interface LeakNewsroom {
  readonly canaries: Canaries;
  /** Articles readers can read, by what they are here for. */
  readonly live: Readonly<Record<string, Planted>>;
  /** Articles they cannot, by the state they are in. */
  readonly hidden: Readonly<Record<string, Planted>>;
  /** Ids of hidden things, each with whose it is: no answer may name one. */
  readonly hiddenIds: ReadonlyMap<string, string>;
  /** Sections by their slug. */
  readonly sections: Readonly<Record<string, { readonly id: string; readonly path: string }>>;
  /** Live articles of each section: its own, and with all listed sections below it. */
  readonly counts: ReadonlyMap<string, { readonly own: number; readonly branch: number }>;
  /** Every path something leads away from. */
  readonly redirects: readonly string[];
}

type Sections = LeakNewsroom["sections"];

const shelves = [
  { slug: "news", above: null, visible: true },
  { slug: "harbour", above: "news", visible: true },
  { slug: "ferries", above: "harbour", visible: true },
  { slug: "sport", above: null, visible: true },
  { slug: "annexe", above: null, visible: false },
] as const;

async function plantSections({ db, canaries, ids }: Vault): Promise<Sections> {
  const made: Record<string, { id: string; path: string }> = {};
  for (const [position, { slug, above, visible }] of shelves.entries()) {
    const parentId = above === null ? null : (made[above]?.id ?? null);
    made[slug] = await db.section.create({
      data: { slug, name: `The ${slug}`, description: `All of the ${slug}.`, parentId, visible, position },
    });
  }
  const word = (column: string): string => canaries.word(`vault: section.${column}`);
  const vault = await db.section.create({
    data: {
      ...{ slug: word("slug"), name: word("name"), description: word("description") },
      ...{ parentId: made["news"]?.id ?? null, visible: false, position: 90 },
    },
  });
  ids.set(vault.id, "vault");
  return { ...made, vault };
}

const dated = { publishedAt: minutes(-90) };
const hour = 60;

/** Every way of not being readable. */
const secrets = (sectionId: string, alsoIn: readonly string[]): Readonly<Record<string, SecretFacts>> => ({
  draft: { sectionId, alsoIn, publishedAt: null },
  "in review": { sectionId, alsoIn, publishedAt: null, facts: { state: "IN_REVIEW" } },
  approved: { sectionId, alsoIn, publishedAt: null, facts: { state: "APPROVED" } },
  spiked: { sectionId, alsoIn, publishedAt: null, facts: { state: "SPIKED" } },
  embargoed: { sectionId, alsoIn, ...dated, facts: { embargoUntil: minutes(hour) } },
  "embargoed without end": { sectionId, alsoIn, ...dated, facts: { embargoHold: true } },
  scheduled: { sectionId, alsoIn, publishedAt: minutes(hour) },
  held: { sectionId, alsoIn, ...dated, facts: { state: "HELD" } },
  unpublished: { sectionId, alsoIn, ...dated, facts: { state: "UNPUBLISHED" } },
  killed: { sectionId, alsoIn, ...dated, facts: { state: "KILLED" } },
  expired: { sectionId, alsoIn, ...dated, facts: { expiresAt: minutes(-10) } },
});

const paragraph = (text: string): Prisma.InputJsonValue => [{ id: "p", type: "paragraph", text, spans: [] }];

/** Live articles that hide something: a newer draft, a revision that is due later, one that was replaced. */
async function plantTwoFaced(vault: Vault, { harbour }: Sections, leadsTo: string) {
  const { db } = vault;
  const sectionId = harbour?.id ?? "";
  const open = (slug: string) =>
    plant(db, { sectionId, slug, headline: `The ${slug} sails`, words: { blocks: paragraph(`The ${slug} sailed.`) } });
  const [beside, next, was] = [await open("beside"), await open("later"), await open("replaced")];
  const draft = await secretRevision(vault, "draft beside live", beside, 2, leadsTo);
  await db.article.update({ where: { id: beside.id }, data: { headRevisionId: draft } });
  const due = await secretRevision(vault, "next revision", next, 2, leadsTo);
  await db.article.update({
    where: { id: next.id },
    data: { headRevisionId: due, nextRevisionId: due, nextAt: minutes(hour) },
  });
  // Written as the second, although it is thought of as the first: what counts is that nothing points at it.
  await secretRevision(vault, "replaced revision", was, 2, leadsTo);
  return { beside, next, was };
}

async function plantMedia(vault: Vault) {
  const { db, canaries } = vault;
  const agency = await db.agency.create({ data: { name: "Harbour Press", kind: "picture" } });
  const file = {
    sha256: "a".repeat(64),
    mime: "image/jpeg",
    bytes: 10,
    width: 4,
    height: 3,
    storageKey: "harbour-view.jpg",
  };
  const shown = await db.media.create({
    data: {
      ...{ ...file, alt: "Boats", caption: "Boats in the harbour", creditLine: "Nia Okoro/ Harbour Press" },
      ...{
        instructions: canaries.word("live: media.instructions"),
        supplierRef: canaries.word("live: media.supplier_ref"),
      },
      credits: {
        create: [
          { position: 0, role: "photographer", name: "Nia Okoro", start: 0, end: 9 },
          { position: 1, role: "agency", name: "Harbour Press", start: 11, end: 24, agencyId: agency.id },
        ],
      },
    },
  });
  const lapsed = await secretMedium(vault, "lapsed medium", "ACTIVE");
  await db.media.update({ where: { id: lapsed }, data: { rightsExpireAt: minutes(-1) } });
  const killed = await secretMedium(vault, "killed medium", "KILLED");
  const expired = await secretMedium(vault, "expired medium", "EXPIRED");
  return { shown: shown.id, hidden: [killed, expired, lapsed] };
}

/** Blocks of every type; those that name only hidden things hold words that vanish with them. */
function hubBody({ canaries }: Vault, picture: string, hidden: readonly string[], items: readonly object[]) {
  const text = (words: string) => ({
    text: words,
    spans: [
      { start: 0, end: 3, kind: "link", href: "https://elsewhere.example/read" },
      { start: 4, end: 5, kind: "strong" },
    ],
  });
  const gone = hidden.flatMap((mediaId) => [
    {
      type: "image",
      mediaId,
      alt: canaries.word("hidden image: block.alt"),
      caption: canaries.word("hidden image: block.caption"),
    },
    { type: "gallery", mediaIds: [mediaId], caption: canaries.word("hidden gallery: block.caption") },
  ]);
  const blocks = [
    { type: "paragraph", ...text("The ferry sails again.") },
    { type: "heading", level: 2, ...text("What changed") },
    { type: "list", ordered: true, items: [text("One boat more")] },
    { type: "quote", ...text("We are glad."), attribution: "A sailor" },
    { type: "image", mediaId: picture, alt: "Boats here", caption: "Here" },
    { type: "gallery", mediaIds: [picture, ...hidden], caption: "Several" },
    { type: "embed", provider: "Tube", url: "https://tube.example/1", fallbackText: "A film." },
    { type: "divider" },
    { type: "table", header: [text("Boats")], rows: [[text("Four of them")]], caption: "Figures" },
    { type: "factBox", title: "Facts", blocks: [{ id: "in", type: "paragraph", ...text("The box says so.") }] },
    { type: "relatedBox", title: "More", items },
    { type: "correctionNote", ...text("The hour was wrong."), date: "2026-03-09", kind: "UPDATE" },
    {
      ...{ type: "unknown", typeName: "poll", fallbackText: "A poll." },
      original: JSON.stringify({ q: canaries.word("live: unknown block, as it came") }),
    },
    ...gone,
  ];
  return blocks.map((block, index) => ({ id: `b${String(index)}`, ...block }));
}

/** The article everything hangs on: it shows all a reader can see, and names everything a reader must not. */
async function plantHub(vault: Vault, id: string, sections: Sections, leads: readonly Planted[]) {
  const { db, canaries } = vault;
  const media = await plantMedia(vault);
  const contributor = await db.contributor.create({
    data: {
      ...{ displayName: "Nia Okoro", slug: "nia-okoro", bio: "Writes about boats." },
      ...{ email: `${canaries.word("live: contributor.email")}@private.example` },
      sortName: canaries.word("live: contributor.sort_name"),
    },
  });
  const topic = await db.topic.create({
    data: { type: "BLOG", slug: "boats", name: "Boats", description: "All that floats." },
  });
  const links: PlantedLink[] = [
    ...leads.map((lead) => ({ targetArticleId: lead.id, key: newId(), heading: "Read on" })),
    {
      url: "https://elsewhere.example/ferry",
      headline: "The ferry elsewhere",
      summary: "Another view",
      heading: "Also",
    },
    { url: `https://dead.example/${canaries.word("live: dead external_address.url")}`, headline: "What was there" },
    { headline: "Not known yet", summary: "A teaser", heading: "Soon" },
  ];
  const items = leads.flatMap((lead, index) => [{ linkKey: links[index]?.key }, { articleId: lead.id }]);
  const place = (role: "LEAD" | "INLINE" | "GALLERY", mediaId: string, position: number, hidden: boolean) => ({
    ...{ role, position, mediaId },
    ...(hidden && {
      altOverride: canaries.word("hidden placement: alt"),
      captionOverride: canaries.word("hidden placement: caption"),
    }),
  });
  const author = await db.user.create({
    data: {
      ...{ email: `${canaries.word("app_user.email")}@desk.example`, role: "EDITOR" },
      displayName: canaries.word("app_user.display_name"),
    },
  });
  await db.$transaction(async (tx) => {
    const revisionId = newId();
    await writeRevision(
      tx,
      { id, slug: "hub", revisionId, sectionId: sections["ferries"]?.id ?? "" },
      {
        ...{ sectionId: sections["ferries"]?.id ?? "", headline: "Ferry hub opens", links, topics: [topic.id] },
        words: {
          ...{
            shortHeadline: "Hub opens",
            kicker: "Harbour",
            standfirst: "What it is about.",
            datelinePlace: "Hamburg",
          },
          ...{ note: canaries.word("live: revision.note"), authorId: author.id },
          blocks: hubBody(vault, media.shown, media.hidden, items),
        },
        bylines: [
          { contributorId: contributor.id, nameAsWritten: "Nia Okoro" },
          { nameAsWritten: "A Guest", role: "additional" },
        ],
        media: [
          place("LEAD", media.shown, 0, false),
          ...media.hidden.map((one, index) => place("INLINE", one, index, true)),
          ...media.hidden.map((one, index) => place("GALLERY", one, index, true)),
          place("GALLERY", media.shown, 9, false),
        ],
      },
      2,
    );
    await tx.article.update({
      where: { id },
      data: {
        ...{ headRevisionId: revisionId, liveRevisionId: revisionId },
        embargoNote: canaries.word("live: article.embargo_note"),
        stateNote: canaries.word("live: article.state_note"),
      },
    });
  });
  await db.externalAddress.updateMany({
    where: { url: { startsWith: "https://dead" } },
    data: { state: "DEAD", finalUrl: `https://moved.example/${canaries.word("external_address.final_url")}` },
  });
  await db.correction.createMany({
    data: [
      {
        ...{ articleId: id, kind: "CORRECTION", text: "It sails at nine.", publishedAt: minutes(-5) },
        internalReason: canaries.word("live: correction.internal_reason"),
      },
      {
        ...{ articleId: id, kind: "RETRACTION", publishedAt: minutes(hour) },
        text: canaries.word("later: correction.text"),
      },
    ],
  });
  return topic.id;
}

async function plantRails(db: PrismaClient, topicId: string, pinned: readonly Planted[]): Promise<void> {
  const rails = [
    { key: "more", titleTemplate: "More from {section}", fill: "SECTION" },
    { key: "blogs", titleTemplate: "Blogs", fill: "TOPIC_TYPE", topicType: "BLOG" },
    { key: "boats", titleTemplate: "Boats", fill: "TOPIC", topicId },
    { key: "newest", titleTemplate: "Newest", fill: "NEWEST" },
  ] as const;
  for (const [position, rail] of rails.entries()) {
    const pins = pinned.map((one, place) => ({ articleId: one.id, position: place }));
    await db.rail.create({ data: { ...rail, position, maxItems: 20, pins: { create: position < 2 ? pins : [] } } });
  }
}

async function plantRedirects({ db, canaries }: Vault, hidden: readonly Planted[], live: Planted, sections: Sections) {
  const moved = [
    ...hidden.flatMap(({ id, slug }, index) => [
      { fromPath: `/once/${canaries.word("redirect.from_path")}`, toArticleId: id },
      { fromPath: `/once/hidden-${String(index)}`, toArticleId: id },
      { fromPath: `/over/hidden-${String(index)}`, toPath: `/news/${slug}` },
    ]),
    { fromPath: "/once/hub", toArticleId: live.id },
    { fromPath: "/old-news", toSectionId: sections["news"]?.id ?? "", isPrefix: true },
    { fromPath: "/elsewhere", toPath: "https://elsewhere.example/there" },
    { fromPath: "/gone-for-good", status: 410 },
  ];
  await db.redirect.createMany({ data: moved.map((one) => ({ ...one, origin: "MANUAL" as const })) });
  return moved.map(({ fromPath }) => fromPath);
}

/** What the desk keeps beside the newspaper. */
async function plantRecords({ db, canaries }: Vault, entityId: string): Promise<void> {
  const word = (place: string): string => canaries.word(place);
  const user = await db.user.findFirstOrThrow();
  await db.auditEvent.create({
    data: {
      ...{ actorKind: "USER", actorId: user.id, actorName: word("audit_event.actor_name"), door: "CLI" },
      ...{
        osUser: word("audit_event.os_user"),
        action: word("audit_event.action"),
        requestId: word("audit_event.request_id"),
      },
      ...{ entityType: word("audit_event.entity_type"), entityId, reason: word("audit_event.reason") },
      ...{ before: { headline: word("audit_event.before") }, after: { headline: word("audit_event.after") } },
    },
  });
  await db.apiClient.create({
    data: {
      ...{ userId: user.id, name: word("api_client.name"), keyPrefix: word("api_client.key_prefix") },
      ...{ keyHash: "0".repeat(64), scopes: [word("api_client.scopes")] },
    },
  });
  await db.externalId.create({
    data: {
      ...{ source: word("external_id.source"), externalId: word("external_id.external_id") },
      ...{ entityType: word("external_id.entity_type"), entityId },
    },
  });
}

/** Writes the newspaper. What is live is known here by how it was written, not by asking. */
export async function plantLeakNewsroom(db: PrismaClient): Promise<LeakNewsroom> {
  const vault: Vault = { db, canaries: openCanaries(), ids: new Map<string, string>() };
  const sections = await plantSections(vault);
  const at = (slug: string): string => sections[slug]?.id ?? "";
  const hub = await plant(db, {
    sectionId: at("ferries"),
    slug: "hub",
    formerSlugs: ["ferry-hub-once"],
    alsoIn: [at("sport")],
  });
  const news = await plant(db, {
    sectionId: at("news"),
    slug: "plain",
    headline: "A plain day",
    links: [{ targetArticleId: hub.id, reciprocal: true }],
  });
  const annexe = await plant(db, { sectionId: at("annexe"), slug: "unlisted", headline: "Found by whoever knows" });
  const twoFaced = await plantTwoFaced(vault, sections, hub.id);
  const hidden: Record<string, Planted> = {};
  for (const [name, facts] of Object.entries(secrets(at("harbour"), [at("sport"), at("vault")])))
    hidden[name] = await secretArticle(vault, name, facts, hub.id);
  const dark = await secretArticle(vault, "in the vault", { sectionId: at("vault"), publishedAt: null }, hub.id);
  const all = { ...hidden, "in the vault": dark };
  const topicId = await plantHub(vault, hub.id, sections, [...Object.values(all), twoFaced.beside, news]);
  // What is killed cannot be pinned.
  const pinned = Object.entries(all).flatMap(([name, one]) => (name === "killed" ? [] : [one]));
  await plantRails(db, topicId, [...pinned, twoFaced.next]);
  const redirects = await plantRedirects(vault, Object.values(all), hub, sections);
  await plantRecords(vault, dark.id);
  const counts = new Map([
    [at("news"), { own: 1, branch: 5 }],
    [at("harbour"), { own: 3, branch: 4 }],
    [at("ferries"), { own: 1, branch: 1 }],
    [at("sport"), { own: 1, branch: 1 }],
    [at("annexe"), { own: 1, branch: 1 }],
    [at("vault"), { own: 0, branch: 0 }],
  ]);
  const live = { hub, news, annexe, ...twoFaced };
  return { canaries: vault.canaries, live, hidden: all, hiddenIds: vault.ids, sections, counts, redirects };
}
