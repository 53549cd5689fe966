import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { rootFolder } from "../../kernel/host/index.ts";
import {
  articlesFile,
  contributorsFile,
  mediaFile,
  sectionsFile,
  topicsFile,
  type SampleArticle,
} from "./sample.schema.ts";

/** The sample newsroom as it is written down in prisma/sample. */
export interface Sample {
  readonly sections: z.output<typeof sectionsFile>;
  readonly contributors: z.output<typeof contributorsFile>;
  readonly topics: z.output<typeof topicsFile>;
  readonly media: z.output<typeof mediaFile>;
  /** Each with the slug of its section. */
  readonly articles: readonly (SampleArticle & { readonly section: string })[];
}

/** Reads the sample's files. Throws when one of them is not as the schema says: that is a fault of the checkout. */
export async function readSample(): Promise<Sample> {
  const sections = await read("sections", sectionsFile);
  const articles = [];
  for (const { slug: section } of sections) {
    const written = await read(join("articles", section), articlesFile);
    articles.push(...written.map((article) => ({ ...article, section })));
  }
  return {
    sections,
    articles,
    contributors: await read("contributors", contributorsFile),
    topics: await read("topics", topicsFile),
    media: await read("media", mediaFile),
  };
}

async function read<S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> {
  const text = await readFile(join(rootFolder, "prisma", "sample", `${name}.json`), "utf8");
  return schema.parse(JSON.parse(text));
}
