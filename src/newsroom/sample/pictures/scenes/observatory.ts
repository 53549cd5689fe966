import { area, between, disc, rect, ridge, sky, times, type Brush, type Scene } from "../brush.ts";

/** A dome under the band of the galaxy. */
export const observatory: Scene = (brush) => {
  const { palette, chance } = brush;
  const stars = times(420, () => {
    const [x, y, r] = [between(chance, 0, 1200), between(chance, 0, 640), between(chance, 0.6, 2.2)];
    return disc(x, y, r, palette.light, { opacity: between(chance, 0.3, 1) });
  });
  const night = sky(brush) + galaxy(brush) + stars + ridge(chance, 690, 44, palette.tones[2]);
  return night + dome(brush) + ridge(chance, 745, 26, palette.tones[3]);
};

const galaxy = ({ palette, chance }: Brush): string =>
  times(260, () => {
    const along = chance();
    const [x, y] = [along * 1300 - 50, 560 - along * 520 + between(chance, -80, 80) * chance()];
    return disc(x, y, between(chance, 8, 46), palette.sky[2], { opacity: 0.05 });
  });

function dome({ palette }: Brush): string {
  const slit = area("M540 455 L578 462 L640 640 H600Z", palette.accents[0], { opacity: 0.9 });
  return (
    area("M380 690 V600 a150 150 0 0 1 300 0 V690Z", palette.tones[1]) +
    slit +
    rect(360, 676, 340, 140, palette.tones[2])
  );
}
