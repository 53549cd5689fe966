import { area, between, orb, rect, sky, swell, type Brush, type Scene } from "../brush.ts";

/** Swell below a lighthouse on its rock. */
export const lighthouse: Scene = (brush) => {
  const { palette, chance } = brush;
  const rock = area("M720 620 L770 548 L840 516 L930 518 L1010 560 L1080 640Z", palette.tones[3]);
  const waves = palette.tones.map((tone, layer) =>
    swell(570 + layer * 62, 34 + layer * 10, 240 + layer * 70, between(chance, 0, 240), tone),
  );
  return sky(brush, 0.75) + orb(brush, 300, 170, 40) + tower(brush) + rock + waves.join("");
};

function tower({ palette }: Brush): string {
  const { light, accents, tones } = palette;
  const beams = ["M884 236 L0 90 V300Z", "M884 236 L1200 180 V300Z"].map((beam) => area(beam, light, { opacity: 0.2 }));
  const wall = area("M858 520 L868 262 H900 L912 520Z", "#f7f3ea");
  const bands = rect(862, 330, 44, 54, accents[1]) + rect(859, 440, 51, 54, accents[1]);
  const lamp = rect(862, 218, 44, 44, tones[3]) + rect(868, 224, 32, 30, light);
  return beams.join("") + wall + bands + lamp + area("M856 218 L884 188 L912 218Z", accents[1]);
}
