import type { Change, Ears } from "../../database/changes/index.ts";
import type { Ground } from "./answers.ts";
import { ClockWatch } from "./clock-watch.ts";
import { HEARD_FOR } from "./pulse.ts";

/** What hears for the cache, until it is stopped. */
export interface CacheEars extends Ears {
  stop(): void;
}

/** What the cache does about what it hears, and about what the clock brings: drop, and remember that it dropped. */
export function earsOf(ground: Omit<Ground, "compute">): CacheEars {
  const { boundaries, pulse } = ground;
  const drop = droppingFrom(ground);
  const watch = new ClockWatch(boundaries, pulse, drop);
  const isDue = ({ dueAt }: Change): boolean => dueAt <= watch.passed;
  const anew = (): void => {
    pulse.epoch += 1;
    watch.strike();
  };
  return {
    clock: (offset) => {
      pulse.offset = offset;
      if (!pulse.ready) watch.begin();
    },
    changed: (changes) => {
      watch.strike();
      drop(changes.filter(isDue).flatMap(({ tags }) => [...tags]));
      if (boundaries.add(changes.filter((change) => !isDue(change)))) anew();
    },
    lostTrack: () => {
      drop(["*"]);
    },
    ahead: (ahead) => {
      boundaries.replace(ahead, watch.passed);
      anew();
    },
    heard: (beganAt) => {
      // What was promised while nothing was heard may be promised longer again.
      if (performance.now() >= pulse.hearingUntil) pulse.epoch += 1;
      pulse.hearingUntil = beganAt + HEARD_FOR;
      pulse.ready = true;
    },
    silent: () => {
      pulse.hearingUntil = 0;
    },
    stop: () => {
      watch.stop();
    },
  };
}

const droppingFrom =
  ({ store, guard, counting }: Omit<Ground, "compute">) =>
  (tags: readonly string[]): void => {
    if (tags.length === 0) return;
    if (tags.includes("*")) guard.droppedAll(performance.now());
    else guard.dropped(tags, performance.now());
    counting.drops += store.drop(tags);
  };
