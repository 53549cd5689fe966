const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const out = process.stderr;

/** Shows one step while it runs: a turning sign on a terminal, a plain line when it starts and ends elsewhere. */
export async function step(title, work) {
  const began = Date.now();
  const stop = out.isTTY ? spin(title, began) : plain(title);
  try {
    const result = await work();
    stop("✔", seconds(began));
    return result;
  } catch (error) {
    stop("✖", seconds(began));
    throw error;
  }
}

function spin(title, began) {
  let turn = 0;
  const draw = () => out.write(`\r\x1b[K${frames[turn++ % frames.length]} ${title} (${seconds(began)})`);
  draw();
  const timer = setInterval(draw, 120);
  return (sign, time) => {
    clearInterval(timer);
    out.write(`\r\x1b[K${sign} ${title} (${time})\n`);
  };
}

function plain(title) {
  out.write(`- ${title} ...\n`);
  return (sign, time) => out.write(`${sign} ${title} (${time})\n`);
}

const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;
