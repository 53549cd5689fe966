import {
  area,
  d,
  orb,
  pick,
  rect,
  ridge,
  sky,
  streaks,
  stroke,
  times,
  width,
  type Brush,
  type Scene,
} from "../brush.ts";

/** Cranes and a laden container ship in the port. */
export const harbour: Scene = (brush) => {
  const { palette, chance } = brush;
  const behind = sky(brush, 0.85) + orb(brush, 190, 300, 72) + ridge(chance, 560, 22, palette.tones[0]);
  const water = rect(0, 626, width, 180, palette.tones[2]) + streaks(chance, 90, 640, palette.sky[2], 0.45);
  return behind + crane(170, palette.tones[3]) + crane(1010, palette.tones[3]) + cargo(brush) + hull(brush) + water;
};

function cargo({ palette, chance }: Brush): string {
  const colours = [...palette.accents, palette.tones[1], palette.light];
  return times(56, (index) => {
    const [column, level] = [index % 14, Math.floor(index / 14)];
    return column > 11 && level > 1
      ? ""
      : rect(330 + column * 42, 500 - level * 30, 40, 28, pick(colours, chance() * 4));
  });
}

function hull({ palette }: Brush): string {
  const ink = palette.tones[3];
  const bridge = rect(922, 400, 62, 130, "#f4f1e8") + rect(928, 412, 50, 14, ink);
  return area("M270 530 H1010 L966 632 H318Z", ink) + rect(290, 596, 690, 10, palette.accents[1]) + bridge;
}

function crane(x: number, ink: string): string {
  const legs = d`M${x} 640 L${x + 40} 250 L${x + 80} 640 M${x + 14} 500 h52`;
  const boom = d`M${x - 150} 262 h320 M${x + 40} 190 l-180 70 M${x + 40} 190 l120 70 M${x + 40} 190 v70 M${x - 90} 264 v136`;
  return stroke(`${legs} ${boom}`, ink, 8);
}
