import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { closedFolder, defaultDataFolder, mayUse, serverAccount } from "../../src/kernel/host/index.ts";

const stranger = { name: "stranger", uid: 64_321, gid: 64_321 };

const made: string[] = [];
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true });
});

function folder(mode: number): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "dateline-host-")));
  made.push(path);
  chmodSync(path, mode);
  return path;
}

describe("the machine we run on", () => {
  it("knows which folder bars an account from going on", () => {
    const locked = folder(0o700);
    mkdirSync(join(locked, "inner"));
    expect(closedFolder(join(locked, "inner", "file"), stranger)).toBe(locked);
    expect(mayUse(join(locked, "inner"), stranger)).toBe(false);
  });

  it("lets an account pass where others may enter", () => {
    expect(closedFolder(join(folder(0o711), "file"), stranger)).toBeNull();
  });

  it("keeps the data in the checkout wherever the database can get there", () => {
    const open = folder(0o755);
    expect(defaultDataFolder(open, stranger)).toEqual({ path: join(open, ".dateline"), why: null });
  });

  it("moves the data out of a private checkout and says why", () => {
    const locked = folder(0o700);
    const found = defaultDataFolder(locked, stranger);
    expect(found.path).toMatch(/^\/var\/lib\/dateline\/[0-9a-f]{12}$/);
    expect(found.why).toContain(locked);
  });

  it("prefers the postgres account and never picks root", () => {
    const root = { name: "postgres", uid: 0, gid: 0 };
    const nobody = { name: "nobody", uid: 65_534, gid: 65_534 };
    expect(serverAccount([nobody, { ...nobody, name: "postgres", uid: 70 }])?.uid).toBe(70);
    expect(serverAccount([root, nobody])).toEqual(nobody);
    expect(serverAccount([])).toBeNull();
  });
});
