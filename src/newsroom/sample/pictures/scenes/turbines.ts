import { area, between, d, disc, orb, ridge, sky, times, type Brush, type Scene } from "../brush.ts";

/** Rolling hills with wind turbines. */
export const turbines: Scene = (brush) => {
  const { palette, chance } = brush;
  const [far, mid, near] = palette.tones;
  const small = times(5, (index) => turbine(brush, 130 + index * 235 + between(chance, -40, 40), 500, 150));
  const large = turbine(brush, 280, 700, 400) + turbine(brush, 905, 690, 340);
  const behind = sky(brush, 0.8) + orb(brush, 620, 190, 50) + ridge(chance, 470, 36, far) + small;
  return behind + ridge(chance, 560, 44, mid) + large + ridge(chance, 700, 30, near);
};

function turbine({ palette, chance }: Brush, x: number, foot: number, tall: number): string {
  const hub = foot - tall;
  const turn = between(chance, 0, 120);
  const tower = d`M${x - tall * 0.018} ${foot} L${x - 2} ${hub} h4 L${x + tall * 0.018} ${foot}Z`;
  const outline = d`M${x} ${hub} l${tall * 0.035} ${tall * -0.16} L${x} ${hub - tall * 0.56} l${tall * -0.02} ${tall * 0.4}Z`;
  const blades = times(3, (blade) =>
    area(outline, "#fdfdf8", { transform: d`rotate(${turn + blade * 120} ${x} ${hub})` }),
  );
  return area(tower, "#f2f3ee") + blades + disc(x, hub, tall * 0.025, palette.tones[2]);
}
