const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const out = process.stderr;

/** Steps under way, in the order they began. */
const running = new Set();
let [turn, timer] = [0, null];

/**
 * Shows one step while it runs: a turning sign on a terminal, a plain line when it starts and ends elsewhere. Steps that
 * run side by side share the turning line.
 */
export async function step(title, work) {
  const own = { title, began: Date.now() };
  running.add(own);
  if (!out.isTTY) out.write(`- ${title} ...\n`);
  else if (timer === null) timer = setInterval(draw, 120);
  draw();
  try {
    const result = await work();
    stop(own, "✔");
    return result;
  } catch (error) {
    stop(own, "✖");
    throw error;
  }
}

function draw() {
  if (!out.isTTY || running.size === 0) return;
  const steps = [...running].map(({ title, began }) => `${title} (${seconds(began)})`);
  const line = `${frames[turn++ % frames.length]} ${steps.join(", ")}`;
  out.write(`\r\x1b[K${line.slice(0, (out.columns || 80) - 1)}`);
}

function stop(own, sign) {
  running.delete(own);
  if (running.size === 0) timer = clearInterval(timer) ?? null;
  out.write(`${out.isTTY ? "\r\x1b[K" : ""}${sign} ${own.title} (${seconds(own.began)})\n`);
  draw();
}

const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;
