import type { Prisma, PrismaClient, Section } from "../../../../src/database/generated/client.ts";
import type { Planted } from "../../../support/newspaper.ts";
import { layRedirects } from "../../../support/redirects.ts";
import type { Dice } from "./dice.ts";

type Target = Pick<Prisma.RedirectCreateManyInput, "toArticleId" | "toSectionId" | "toPath" | "status">;

const froms = [
  "/old",
  "/old/world",
  "/old/world/2019",
  "/archive",
  "/archive/one",
  "/loop/a",
  "/loop/b",
  "/gone",
  "/x",
];

function target(dice: Dice, from: string, sections: readonly Section[], articles: readonly Planted[]): Target {
  const paths = [
    ...froms,
    "/nowhere/at/all",
    "/old/world/2019/",
    `/any/${dice.pick(articles).slug}`,
    "/Old//World?x=1",
  ];
  const targets: readonly (() => Target)[] = [
    () => ({ toArticleId: dice.pick(articles).id, status: dice.pick([301, 308]) }),
    () => ({ toSectionId: dice.pick(sections).id, status: dice.pick([301, 308]) }),
    () => ({ toPath: dice.pick(paths.filter((path) => path !== from)), status: dice.pick([301, 308]) }),
    () => ({ toPath: dice.pick(paths.filter((path) => path !== from)), status: 301 }),
    () => ({ toPath: dice.pick(["https://elsewhere.example/there", "https://elsewhere.example/there/"]) }),
    () => ({ status: 410 }),
  ];
  return dice.pick(targets)();
}

/** Redirects of every kind: exact and of prefixes, to articles, sections, paths and sites, gone, in chains and circles. */
export async function plantRedirects(
  db: PrismaClient,
  dice: Dice,
  sections: readonly Section[],
  articles: readonly Planted[],
): Promise<readonly string[]> {
  const named = [
    `/${dice.pick(sections).path}/2026/03/10`,
    `/any/${dice.pick(articles).slug}`,
    `/${dice.pick(sections).path}`,
  ];
  const from = [...new Set([...froms, ...named])];
  const data = from.map((fromPath) => ({
    ...{ fromPath, origin: "MANUAL" as const, isPrefix: dice.chance(50) },
    ...target(dice, fromPath, sections, articles),
  }));
  await layRedirects(db, data);
  return from;
}
