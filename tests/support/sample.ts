import type { MediaFiles } from "../../src/newsroom/media/index.ts";
import { loadSample } from "../../src/newsroom/sample/index.ts";
import { prepareNewsroom } from "../../src/newsroom/setup/index.ts";
import { deskOf } from "./factories.ts";
import type { Template } from "./template.ts";

/** Keeps no file: the rows name their pictures, and nobody asks for the bytes. */
const forgetful: MediaFiles = { write: () => Promise.resolve(), locate: () => null };

/** The sample newsroom, loaded once a run: `testDatabase(sampleNewsroom)`. */
export const sampleNewsroom: Template = {
  name: "sample",
  fill: async (database) => {
    await prepareNewsroom({ database, embedded: true });
    await loadSample({ ...deskOf(database.db, "SYSTEM"), files: forgetful });
  },
};
