import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { describe, expect, it, jest } from "@jest/globals";
import { endOf, spawnDesk, startDesk } from "../../support/desk-command.ts";

jest.setTimeout(120_000);

describe("desk, as a process", () => {
  it("answers --help quickly, without a database", async () => {
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const begun = performance.now();
      expect((await spawnDesk(["--help"])).code).toBe(0);
      times.push(performance.now() - begun);
    }
    // The promise is 0.3 s on an idle machine; tests share theirs.
    expect(Math.min(...times)).toBeLessThan(1_500);
  });

  it("reads its input and prints data on stdout, and nothing else", async () => {
    const { code, stdout, stderr } = await spawnDesk(["credit", "parse", "-", "--json"], { input: "A. Gull/ AFP\n" });
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject([{ line: "A. Gull/ AFP" }]);
  });

  it("ends with 2 when it is misunderstood, and with 8 when there is no database", async () => {
    const misunderstood = await spawnDesk(["article", "pubish"]);
    expect([misunderstood.code, misunderstood.stdout]).toEqual([2, ""]);
    const unreachable = await spawnDesk(["section", "list"]);
    expect([unreachable.code, unreachable.stdout]).toEqual([8, ""]);
  });

  it("ends with 130 on Ctrl-C, whatever it waits for", async () => {
    // Takes connections and says nothing, as a database does that hangs.
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const child = startDesk(["section", "list"], { url: `postgresql://nobody@127.0.0.1:${String(port)}/none` });
    const end = endOf(child);
    const [socket] = (await once(silent, "connection")) as [{ destroy: () => void }];
    child.kill("SIGINT");
    expect(await end).toEqual({ code: 130, stdout: "", stderr: "\nInterrupted.\n" });
    socket.destroy();
    silent.close();
  });

  it("ends quietly when its reader has seen enough", async () => {
    const child = startDesk(["completion", "bash"]);
    child.stdout.destroy();
    const { code, stderr } = await endOf(child);
    expect([code, stderr]).toEqual([0, ""]);
  });
});
