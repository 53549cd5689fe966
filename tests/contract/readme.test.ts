import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { rootFolder } from "../../src/kernel/host/index.ts";
import { loadSampleOnce } from "../../src/newsroom/sample/index.ts";
import { localAdmin, prepareNewsroom } from "../../src/newsroom/setup/index.ts";
import { testDatabase } from "../support/database.ts";
import { testServer } from "../support/server.ts";

const house = testDatabase();
const server = testServer(house);

// With its picture files, as npm start loads it: the tour ends with a doctor who looks for them.
beforeAll(async () => {
  await prepareNewsroom({ database: house, embedded: true });
  await loadSampleOnce({ db: house.db, folder: server.dataDir, zone: "UTC" });
}, 120_000);

const readme = readFileSync(`${rootFolder}/README.md`, "utf8");
const blocks = [...readme.matchAll(/```(console|graphql)\n(.*?)```/gs)].map(([, kind = "", text = ""]) => ({
  kind,
  text,
}));

/** Each command of a block with what it is to print. */
const commandsOf = (text: string) =>
  text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = "", ...output] = part.split("\n");
      return { command, output: output.join("\n").trim() };
    });

/** The printed text as a pattern: "…" stands for anything. */
const patternOf = (output: string): RegExp => {
  const literal = (text: string) =>
    text
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("\\s+");
  return new RegExp(`^\\s*${output.split("…").map(literal).join("[\\s\\S]*")}\\s*$`);
};

const environment = () => ({
  ...process.env,
  DATABASE_URL: house.url,
  DATELINE_DATA: server.dataDir,
  DESK_USER: localAdmin,
  NO_COLOR: "1",
});

function run(command: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn("bash", ["-c", command.replaceAll("http://localhost:4000", server.url)], {
    cwd: rootFolder,
    env: environment(),
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (said.stderr += chunk.toString("utf8")));
  return new Promise((resolve) =>
    child.on("close", (code) => {
      resolve({ code, ...said });
    }),
  );
}

const hasCurl = process.env["PATH"]?.split(":").some((folder) => {
  try {
    return readFileSync(`${folder}/curl`).length > 0;
  } catch {
    return false;
  }
});

describe("the README's tour", () => {
  it("has commands and a query", () => {
    expect(blocks.filter(({ kind }) => kind === "console").length).toBeGreaterThan(4);
    expect(blocks.filter(({ kind }) => kind === "graphql")).toHaveLength(1);
  });

  for (const { kind, text } of blocks) {
    if (kind === "graphql") {
      it(`gets an answer to ${text.split("\n")[1]?.trim() ?? text}`, async () => {
        const { data, errors } = await server.ask("/graphql", text);
        expect(errors).toEqual([]);
        expect(JSON.stringify(data)).toContain("MIRELA DASHTAN/ POOL/ AFP");
      });
      continue;
    }
    for (const { command, output } of commandsOf(text)) {
      const test = command.startsWith("curl") && hasCurl !== true ? it.skip : it;
      test(`prints what it shows for: ${command}`, async () => {
        const { code, stdout, stderr } = await run(command);
        expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
        expect(stdout).toMatch(patternOf(output));
      }, 120_000);
    }
  }
});
