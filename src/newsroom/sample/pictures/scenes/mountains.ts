import { area, between, d, orb, ridge, sky, times, type Brush, type Scene } from "../brush.ts";

/** Four ridges in the haze, with firs on the nearest. */
export const mountains: Scene = (brush) => {
  const { palette, chance } = brush;
  const layers = palette.tones.map((tone, layer) => ridge(chance, 400 + layer * 95, 120 - layer * 22, tone));
  const sun = orb(brush, between(chance, 250, 950), 210, 52);
  return sky(brush, 0.75) + sun + layers.join("") + firs(brush, 34) + ridge(chance, 755, 16, palette.tones[3]);
};

function firs({ palette, chance }: Brush, count: number): string {
  return times(count, () => {
    const [x, tall] = [between(chance, -20, 1220), between(chance, 60, 150)];
    const tiers = times(3, (tier) => {
      const [top, half] = [735 - tall + tier * tall * 0.24, tall * (0.12 + tier * 0.07)];
      return area(d`M${x} ${top} l${half} ${tall * 0.42} h${-2 * half}Z`, palette.tones[3]);
    });
    return tiers + area(d`M${x - 3} 715 h6 v60 h-6Z`, palette.tones[3]);
  });
}
