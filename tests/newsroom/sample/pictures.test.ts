import { describe, expect, it } from "@jest/globals";
import sharp from "sharp";
import { paint, paletteNames, sceneNames } from "../../../src/newsroom/sample/pictures/index.ts";

describe("our own pictures", () => {
  it.each(sceneNames.map((scene, index) => [scene, paletteNames[index % paletteNames.length] ?? "noon"] as const))(
    "show %s in %s, 1200 by 800",
    async (scene, palette) => {
      const { width, height, format } = await sharp(
        await paint({ scene, palette, seed: 1, format: "jpeg" }),
      ).metadata();
      expect({ width, height, format }).toEqual({ width: 1200, height: 800, format: "jpeg" });
    },
  );

  it("are the same each time, and others for another seed", async () => {
    const painted = (seed: number) => paint({ scene: "mountains", palette: "dawn", seed, format: "png" });
    expect((await painted(4)).equals(await painted(4))).toBe(true);
    expect((await painted(4)).equals(await painted(5))).toBe(false);
  });
});
